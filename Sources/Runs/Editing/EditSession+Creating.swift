import CustomerModel
import Differ
import RegisterStore
import Validation

extension EditSession {
  /// Adds a customer, with the permission to create.
  ///
  /// - Parameter assignments: the values, the number among them unless the register generates it.
  /// - Returns: the number.
  /// - Throws: ``KundregError`` when the values break a rule, by that rule's code; `number.taken` when a customer has the
  ///   number, and `number.reserved` when a deleted one had it.
  @discardableResult
  package func create(_ assignments: FieldAssignments) throws -> String {
    try requireOnce(.create, to: DeedTexts.addCustomers)
    if assignments.speaksOfAssignment { try requireOnce(.assign, to: DeedTexts.assignCustomers) }
    let settings = try writer.settings()
    var card = CardDiffer.blankCard(settings: settings)
    card = CardDiffer.card(card, applying: assignments.changes(from: card))
    card[.number] = assignments.incoming[.number]
    try refuse(assignments.problems, number: card[.number] ?? "")
    if card[.number] == nil, settings.isOn(.generateNumber) {
      var generator = try NumberGenerator(writer, settings: settings)
      card[.number] = try generator.generate()
    }
    let number = card[.number] ?? ""
    try refuse(assignments.validator.validate(card: card, existing: nil), number: number)
    guard try writer.key(ofNumber: number) == nil else {
      throw KundregError(.numberTaken, EditTexts.isThere(number), remedies: [.editCustomer(number: number)])
    }
    guard try !writer.isNumberReserved(number) else {
      throw KundregError(.numberReserved, MatchFinding.reservedSentence(number))
    }
    let fields = card.paths.map { FieldChange($0, old: nil, new: card[$0]) }
    try apply(CustomerChange(number: number, action: .create, fields: fields))
    return number
  }
}
