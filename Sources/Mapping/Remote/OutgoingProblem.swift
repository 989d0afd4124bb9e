package import CustomerModel
package import Texts

/// Why a field's value was not sent to an accounting system.
package struct OutgoingProblem: Sendable, Hashable {
  package let path: FieldPath
  /// The key at which the system would have got the value.
  package let key: String
  /// `out.tooLong`, `out.characters` or `out.noCounterpart`.
  package let code: String
  /// A sentence with the field, what is wrong and the remedy. A sensitive field's value does not stand in it.
  package let text: Text

  /// The text in English, which JSON has.
  package var message: String { text.english }

  package init(path: FieldPath, key: String, code: String, text: Text) {
    self.path = path
    self.key = key
    self.code = code
    self.text = text
  }
}
