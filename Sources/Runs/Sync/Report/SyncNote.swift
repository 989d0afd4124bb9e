package import CustomerModel
package import Texts

/// Something that a person should know of a sync as a whole. Holds no personal identity number.
package struct SyncNote: Sendable, Hashable {
  package let text: Text
  /// What can be done about it.
  package let remedies: [Remedy]

  /// The text in English, without the remedies.
  package var message: String { text.english }

  init(_ text: Text, remedies: [Remedy] = []) {
    self.text = text.masked
    self.remedies = remedies
  }
}
