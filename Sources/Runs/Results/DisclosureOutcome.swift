package import CustomerModel
package import Documents
package import Texts

/// What is told of a person's data that was written to a file. The file itself holds everything in full.
package struct DisclosureOutcome: RunResult, Equatable {
  /// The customer's number.
  package let number: String
  package let file: String
  /// How many documents the file names, whose contents are no part of it.
  package let documents: Int

  init(number: String, file: String, documents: Int) {
    self.number = IdentityMask.maskedNumber(number)
    self.file = file
    self.documents = documents
  }

  package var needsAttention: Bool { false }

  package func node(_ worded: (Remedy) -> Text?) -> JSONNode {
    .object([.init(key: "number", value: .text(number)), .init(key: "file", value: .text(file))])
  }
}
