package import CustomerModel
package import Documents
package import Texts

/// Something that a person should know of a run, with what can be done about it. Holds no personal identity number.
package struct ResultNote: Sendable, Hashable {
  package let text: Text
  /// What can be done about it.
  package let remedies: [Remedy]

  /// The text in English, without the remedies.
  package var message: String { text.english }

  /// - Parameter paths: the files that the text names, which stay as they are.
  init(_ text: Text, paths: [String] = [], remedies: [Remedy] = []) {
    self.text = text.masked(outside: paths)
    self.remedies = remedies
  }

  /// The sentences in English, with what can be done in the words of a door.
  ///
  /// - Parameter worded: nil for what is left out.
  package func told(_ worded: (Remedy) -> Text?) -> JSONNode {
    .text(([text] + remedies.compactMap { worded($0)?.masked }).joined().english)
  }
}
