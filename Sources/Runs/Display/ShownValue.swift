package import CustomerModel
package import RegisterStore
package import Texts

/// Canonical values as people read them: words in their language, sets with commas, identity numbers as they may be shown.
///
/// The English words are those that options and files take, and what programs are shown.
package struct ShownValue: Sendable {
  package let identity: IdentityDisplay
  /// The custom fields whose values are yes and no.
  private let flags: Set<String>

  /// As it is shown where nobody asked for identity numbers, and custom fields are not told apart.
  package static let masked = ShownValue(identity: .masked, flags: [])

  private init(identity: IdentityDisplay, flags: Set<String>) {
    self.identity = identity
    self.flags = flags
  }

  /// With the register's custom fields, whose yes and no are words, too.
  package init(_ identity: IdentityDisplay, in register: RegisterReader) throws {
    self.init(
      identity: identity, flags: Set(try register.customFields().filter { $0.kind == .boolean }.map(\.name)))
  }

  /// - Parameter value: nil for none, which is `(none)`.
  package func text(_ value: String?, at path: FieldPath) -> Text {
    words(value.map { identity.value($0, of: path.field) }, at: path)
  }

  /// The same of a value that is as it may be shown already: masked twice, more of it would be lost.
  package func words(_ shown: String?, at path: FieldPath) -> Text {
    guard let shown else { return DisplayTexts.none }
    switch path.field.kind {
    case .boolean: return DisplayTexts.yesOrNo(shown == "1")
    case .custom where ["0", "1"].contains(shown) && flags.contains(path.customName):
      return DisplayTexts.yesOrNo(shown == "1")
    case .choice: return DisplayTexts.choice(shown)
    default:
      return Text(verbatim: path.field.isSet ? CustomerCard.names(inSet: shown).joined(separator: ", ") : shown)
    }
  }
}
