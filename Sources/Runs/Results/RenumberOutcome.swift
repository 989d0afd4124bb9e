package import CustomerModel
package import Documents
package import Texts

/// What a renumbering did.
package struct RenumberOutcome: RunResult {
  package let run: Int?
  package let old: String
  package let new: String
  /// What is to be known: of rules that warn, and of accounting systems that keep the old number.
  package let notes: [Text]

  init(run: Int?, old: String, new: String, notes: [Text]) {
    self.run = run
    self.old = IdentityMask.maskedNumber(old)
    self.new = IdentityMask.maskedNumber(new)
    self.notes = notes.map(\.masked)
  }

  package var needsAttention: Bool { false }

  package func node(_ worded: (Remedy) -> Text?) -> JSONNode {
    .object([
      .init(key: "old", value: .text(old)), .init(key: "new", value: .text(new)),
      .init(key: "run", value: .text(run.map(String.init) ?? "")),
      .init(key: "notes", value: .text(notes.joined().english)),
    ])
  }
}
