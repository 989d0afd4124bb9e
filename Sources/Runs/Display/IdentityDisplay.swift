package import CustomerModel
package import RegisterStore

/// How personal identity numbers are shown: masked, or in full to an administrator who asked for them. What is shown to people
/// passes here, whatever door they stand at.
package struct IdentityDisplay: Sendable {
  /// True when they are shown in full.
  package let isFull: Bool

  private init(isFull: Bool) { self.isFull = isFull }

  /// Masked, which nobody needs a permission for.
  package static let masked = IdentityDisplay(isFull: false)

  /// - Parameter inFull: true when the user asks for them.
  /// - Throws: ``KundregError`` with status 77 when the user asks and is no administrator.
  package init(inFull: Bool, in register: RegisterReader, as actor: ActingUser) throws {
    if inFull { try actor.require(.administrator, in: register, to: DeedTexts.seeIdentityNumbers) }
    isFull = inFull
  }

  /// A card of which every value may be shown.
  package func card(_ card: CustomerCard) -> CustomerCard {
    guard !isFull else { return card }
    return CustomerCard(
      Dictionary(uniqueKeysWithValues: card.values.map { ($0, IdentityMask.masked($1, of: $0.field)) }))
  }

  /// A field's canonical value, as it may be shown.
  package func value(_ value: String, of field: Field) -> String {
    isFull ? value : IdentityMask.masked(value, of: field)
  }

  /// A customer's number.
  package func number(_ number: String) -> String { isFull ? number : IdentityMask.maskedNumber(number) }

  /// A name or a sentence.
  package func words(_ text: String) -> String { isFull ? text : IdentityMask.masked(text, outside: []) }
}
