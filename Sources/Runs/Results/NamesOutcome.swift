package import CustomerModel
package import Documents
package import Texts

/// What was added to one of the register's lists of names, or removed from it.
package struct NamesOutcome: RunResult, Equatable {
  package enum Deed: String, Sendable {
    case added, removed
  }

  /// The field whose values come from the list.
  package let field: Field
  package let deed: Deed
  /// As the register writes them; those that were there already are not among the added.
  package let names: [String]

  init(_ field: Field, _ deed: Deed, _ names: [String]) {
    self.field = field
    self.deed = deed
    self.names = names.map(TextKind.words.shown)
  }

  package var needsAttention: Bool { false }

  package func node(_ worded: (Remedy) -> Text?) -> JSONNode {
    .object([
      .init(key: "field", value: .text(field.name)),
      .init(key: deed.rawValue, value: .array(names.map { .text($0) })),
    ])
  }
}
