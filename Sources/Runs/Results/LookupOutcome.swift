package import CompanyLookup
package import CustomerModel
package import Documents
package import Texts

/// What was found of a company, and what became of it.
package struct LookupOutcome: RunResult {
  /// `556677-8899`
  package let identityNumber: String
  package let facts: CompanyFacts
  /// What the directory is called.
  package let source: String
  /// The edit that filled a customer; nil when none was named, or it lacks nothing of what was found.
  package let edit: EditOutcome?

  /// - Parameter identityNumber: of a company: a person's is never looked up.
  init(identityNumber: String, facts: CompanyFacts, source: String, edit: EditOutcome?) {
    func words(_ text: String) -> String { TextKind.words.shown(text) }
    self.identityNumber = identityNumber
    self.source = source
    self.edit = edit
    var facts = facts
    // Who trades alone may be called by what is a person's.
    facts.name = facts.name.map(words)
    facts.addressLines = facts.addressLines.map(words)
    if let address = facts.address {
      facts.address?.lines = address.lines.map(words)
      facts.address?.city = words(address.city)
    }
    self.facts = facts
  }

  /// The fields of the customer that got a value.
  package var filled: [FieldPath] { edit?.changes.flatMap { $0.fields.map(\.path) } ?? [] }

  package var needsAttention: Bool { false }

  package func node(_ worded: (Remedy) -> Text?) -> JSONNode {
    func text(_ value: String?) -> JSONNode { value.map { .text($0) } ?? .null }
    return .object([
      .init(key: "identityNumber", value: .text(identityNumber)),
      .init(key: "vatNumber", value: .text(facts.vatNumber)),
      .init(key: "name", value: text(facts.name)),
      .init(key: "address", value: .array(facts.addressLines.map { .text($0) })),
      .init(key: "postalCode", value: text(facts.address?.postalCode)),
      .init(key: "city", value: text(facts.address?.city)),
      .init(key: "source", value: .text(source)),
      .init(key: "run", value: edit?.run.map(JSONNode.count) ?? .null),
      .init(key: "filled", value: .array(filled.map { .text("\($0)") })),
    ])
  }
}
