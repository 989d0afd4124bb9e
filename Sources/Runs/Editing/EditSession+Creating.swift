import CustomerModel
import Differ
package import RegisterStore
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
    try requireOnce(.create, to: "add customers")
    if assignments.speaksOfAssignment { try requireOnce(.assign, to: "assign customers") }
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
      throw KundregError(
        .failed, code: "number.taken",
        "There is a customer \(number) already. Change that one with `kundreg customer edit \(number)`, or choose another number."
      )
    }
    guard try !writer.isNumberReserved(number) else {
      throw KundregError(.failed, code: "number.reserved", MatchFinding.reservedSentence(number))
    }
    let fields = card.paths.map { FieldChange($0, old: nil, new: card[$0]) }
    try apply(CustomerChange(number: number, action: .create, fields: fields))
    return number
  }

  /// Deletes a customer, with the permission to. Its number stays reserved, its history stays, and an undo brings it back.
  ///
  /// - Throws: ``KundregError`` with status 1, `customer.inUse` when anything hangs on the customer, `customer.linked` when
  ///   an accounting system has it.
  package func delete(_ key: RegisterReader.Key) throws {
    try requireOnce(.delete, to: "delete customers")
    guard let card = try writer.card(ofCustomer: key.id) else { return }
    let remedy =
      card[.active] == "1"
      ? "Inactivate it instead: kundreg customer inactivate \(ShellWord.quoted(key.number))"
      : "It is inactive already, and stays."
    for field in [Field.references, .facilities] where card[field] != nil {
      throw KundregError(
        .failed, code: "customer.inUse", "Customer \(key.number) has \(field.name) and cannot be deleted. \(remedy)")
    }
    let systems = try writer.links(ofCustomer: key.id).filter { !$0.isGone }.map(\.system)
    guard systems.isEmpty else {
      throw KundregError(
        .failed, code: "customer.linked",
        "Customer \(key.number) is linked with \(systems.joined(separator: " and ")) and cannot be deleted. \(remedy)")
    }
    let fields = card.paths.filter { !$0.field.isReadOnly }.map { FieldChange($0, old: card[$0], new: nil) }
    try apply(CustomerChange(number: key.number, action: .delete, revision: key.revision, fields: fields))
  }
}
