package import CustomerModel
import Differ
package import RegisterStore
package import SwedishIdentity
import Texts
import Validation

/// Gives a customer another number: an administrator's deed, as one run with history and undo.
///
/// What hangs on the customer stays with it: history, references and links hang on its id. The old number is reserved, as a
/// deleted customer's is.
package enum RenumberRun {
  /// - Throws: ``KundregError`` with status 77 for whom is no administrator, `customer.unknown`, `number.same`,
  ///   `number.taken`, `number.reserved`, and the code of a rule that the new number breaks.
  package static func perform(
    _ old: String, to typed: String, on register: Register, as actor: ActingUser, severities: [String: Severity] = [:],
    today: CalendarDay = .today
  ) throws -> RenumberOutcome {
    var new = typed
    var links: [CustomerLink] = []
    let edit = EditRun("customer renumber", severities: severities, today: today)
    let outcome = try edit.perform(on: register, as: actor) { session in
      try actor.require(.administrator, in: session.writer, to: DeedTexts.renumberCustomers)
      let key = try session.customer(old)
      let assignments = try session.assignments([.init(FieldPath(.number), typed)])
      try session.refuse(assignments.problems, number: old)
      guard let number = assignments.incoming[.number] else {
        throw KundregError(.numberMissing, NumberTexts.missing)
      }
      new = number
      try refuseUnlessFree(number, for: key, in: session.writer)
      guard let card = try session.writer.card(ofCustomer: key.id) else { return }
      let change = FieldChange(FieldPath(.number), old: key.number, new: number)
      try session.refuse(
        assignments.validator.validate(card: CardDiffer.card(card, applying: [change]), existing: card), number: old)
      try session.apply(CustomerChange(number: key.number, action: .update, revision: key.revision, fields: [change]))
      links = try session.writer.links(ofCustomer: key.id)
      // What was deleted there cannot come back under its number. Under a new one it may be created anew.
      let gone = links.filter(\.isGone)
      for link in gone { try session.writer.remove(link) }
      if !gone.isEmpty {
        session.report = MovedLinks(linkMoves: [], released: gone.map { ReleasedLink($0, number: key.number) }).report
      }
    }
    return RenumberOutcome(
      run: outcome.run, old: old, new: new,
      notes: outcome.warnings.map(\.problem.text) + links.map { note(on: $0, new) })
  }

  private static func refuseUnlessFree(
    _ number: String, for key: RegisterReader.Key, in register: RegisterReader
  ) throws {
    guard number != key.number else {
      throw KundregError(.numberSame, NumberTexts.same(number))
    }
    guard try register.key(ofNumber: number) == nil else {
      throw KundregError(.numberTaken, NumberTexts.taken(number))
    }
    guard try !register.isReserved(number, forOthersThan: key.id) else {
      throw KundregError(.numberReserved, NumberTexts.reserved(number))
    }
  }

  private static func note(on link: CustomerLink, _ new: String) -> Text {
    if link.isGone { return NumberTexts.goneRemotely(link.system, old: link.remoteNumber, new: new) }
    return link.remoteNumber == new
      ? NumberTexts.sameRemotely(link.system, new: new)
      : NumberTexts.keptRemotely(link.system, old: link.remoteNumber)
  }
}
