package import CustomerModel
package import Documents
package import Texts

/// What a merge of two customers did, or would do.
package struct MergeOutcome: RunResult {
  /// Nil for a dry run.
  package let run: Int?
  /// The number of the customer that is merged.
  package let from: String
  /// The number of the one that stays.
  package let into: String
  /// Those of customers that the actor may see.
  package let changes: [ShownChange]
  /// The accounting systems whose link moved.
  package let movedLinks: [String]
  /// What did not move, and what is to be known.
  package let notes: [Text]

  init(
    run: Int?, from: String, into: String, changes: [ShownChange], movedLinks: [String], notes: [Text]
  ) {
    self.run = run
    self.from = IdentityMask.maskedNumber(from)
    self.into = IdentityMask.maskedNumber(into)
    self.changes = changes
    self.movedLinks = movedLinks
    self.notes = notes.map(\.masked)
  }

  package var needsAttention: Bool { false }

  package func node(_ worded: (Remedy) -> Text?) -> JSONNode {
    .object([
      .init(key: "run", value: run.map(JSONNode.count) ?? .null), .init(key: "from", value: .text(from)),
      .init(key: "into", value: .text(into)), .init(key: "dryRun", value: .boolean(run == nil)),
      .init(key: "movedLinks", value: .array(movedLinks.map { .text($0) })),
      .init(key: "notes", value: .array(notes.map { .text($0.english) })),
      .init(key: "changes", value: .array(changes.map(\.node))),
    ])
  }
}
