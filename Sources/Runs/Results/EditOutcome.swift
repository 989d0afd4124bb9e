package import CustomerModel
import Differ
package import Documents
package import RegisterStore
package import Texts

/// What an edit did, or would do.
package struct EditOutcome: RunResult {
  /// Nil for a dry run.
  package let run: Int?
  package let source: String
  package let counts: RunRecord.Counts
  /// The number of the customer that was added; nil where none was.
  package internal(set) var added: String?
  /// Empty when a sink took them.
  package let changes: [ShownChange]
  /// What a person should know of the customers as they are now: the first of them; ``counts`` has how many.
  package let warnings: [(number: String, problem: Problem)]
  package let seconds: Double
  /// True when an undo would find something: a customer changed, or somebody is invited.
  package let canBeTakenBack: Bool

  init(
    run: Int?, source: String, counts: RunRecord.Counts, changes: [CustomerChange],
    warnings: [(number: String, problem: Problem)], seconds: Double, canBeTakenBack: Bool
  ) {
    self.run = run
    self.source = TextKind.words.shown(source)
    self.counts = counts
    self.changes = changes.map(ShownChange.init)
    self.warnings = warnings.map { (IdentityMask.maskedNumber($0.number), $0.problem.masked) }
    self.seconds = seconds
    self.canBeTakenBack = canBeTakenBack
  }

  package var needsAttention: Bool { false }

  package func node(_ worded: (Remedy) -> Text?) -> JSONNode {
    var members: [JSONNode.Member] = [.init(key: "run", value: run.map(JSONNode.count) ?? .null)]
    if let added { members.append(.init(key: "number", value: .text(added))) }
    members += [
      .init(key: "created", value: .count(counts.created)), .init(key: "updated", value: .count(counts.updated)),
      .init(key: "reactivated", value: .count(counts.reactivated)),
      .init(key: "inactivated", value: .count(counts.inactivated)),
      .init(key: "deleted", value: .count(counts.deleted)), .init(key: "unchanged", value: .count(counts.unchanged)),
      .init(key: "dryRun", value: .boolean(run == nil)),
    ]
    let warnings = warnings.map { number, problem in
      JSONNode.object([
        .init(key: "number", value: .text(number)), .init(key: "code", value: .text(problem.code)),
        .init(key: "message", value: .text(problem.message)),
      ])
    }
    members.append(.init(key: "warnings", value: .array(warnings)))
    return .object(members)
  }
}
