/// How an entry's value is written in an accounting system's JSON.
package struct OutgoingForm: Sendable, Hashable {
  /// The JSON type that the system expects.
  package enum ValueType: String, Sendable, Hashable, CaseIterable {
    case text, boolean, number
  }

  /// One step from a canonical value to the text that is written: the few that going out needs.
  package enum Transform: String, Sendable, Hashable, CaseIterable {
    /// `YYMMDD-NNNN` of a person's `YYYYMMDD-NNNN`; any other number stays.
    case tenDigitIdentity
    /// Nothing but the digits.
    case digitsOnly
    /// The names of a set with `, ` between.
    case names
    /// A text in the characters that Fortnox takes, where it has such a form; see ``PlainCharacters``.
    case plainCharacters
  }

  /// The most characters, counted as Unicode scalars, that the system takes; nil when there is no limit.
  package var maximumLength: Int?
  package var type = ValueType.text
  /// True when the value is sent with a new customer and never in a change.
  package var isOnlyOnCreation = false
  package var transforms: [Transform] = []

  package init() {}
}
