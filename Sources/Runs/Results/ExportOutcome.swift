package import CustomerModel
package import Documents
package import Texts

/// What an export wrote.
package struct ExportOutcome: RunResult, Equatable {
  package let file: String
  package let customers: Int
  /// How many contents of documents were copied; nil where none were asked for.
  package let documents: Int?

  package init(file: String, customers: Int, documents: Int?) {
    self.file = file
    self.customers = customers
    self.documents = documents
  }

  package var needsAttention: Bool { false }

  package func node(_ worded: (Remedy) -> Text?) -> JSONNode {
    .object(
      [.init(key: "file", value: .text(file)), .init(key: "customers", value: .count(customers))]
        + (documents.map { [.init(key: "documents", value: .count($0))] } ?? []))
  }
}
