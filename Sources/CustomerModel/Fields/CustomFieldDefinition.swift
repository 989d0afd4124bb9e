/// A field that a register has added to the card.
package struct CustomFieldDefinition: Sendable, Hashable, Codable {
  /// What its values are. Canonical forms: text as it is, number as a decimal, date as `YYYY-MM-DD`, yes or no as `1` or
  /// `0`, a choice as its word.
  package enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
    case text, number, date, boolean, choice
  }

  package let name: String
  package let kind: Kind
  /// The words of a choice; empty for every other kind.
  package let choices: [String]
  /// True when the definition was removed while in use: its data stays, new values are refused.
  package let isRemoved: Bool

  package init(name: String, kind: Kind, choices: [String] = [], isRemoved: Bool = false) {
    self.name = name
    self.kind = kind
    self.choices = choices
    self.isRemoved = isRemoved
  }
}
