import CustomerModel
package import RegisterStore
package import Texts

/// A run as people and programs are shown it, with personal identity numbers masked.
package struct ShownRun: Sendable {
  package let id: Int
  package let kind: RunRecord.Kind
  package let source: String
  /// The source as people read it.
  package var toldSource: Text { RunSourceTexts.told(source, isOfFile: isOfFile) }
  /// True when the source is a file's name.
  package let isOfFile: Bool
  package let mapping: String?
  package let user: String
  /// ISO 8601 in UTC, to the second.
  package let startedAt: String
  package let seconds: Double
  package let counts: RunRecord.Counts
  /// Rows that were rejected; of a plan, none can be.
  package let rejected: Int
  /// Changes of a plan that were left out, since they no longer fitted.
  package let skipped: Int
  /// The file of the rejected rows; nil when there is none.
  package let rejects: String?
  /// The run that this one took back.
  package let reverts: Int?
  /// The run that this one took back of one customer only.
  package let revertsPart: Int?
  /// The latest run that took this one back.
  package let revertedBy: Int?

  init(_ run: RunRecord) {
    id = run.id
    kind = run.kind
    source = run.isOfFile ? run.source : TextKind.words.shown(run.source)
    isOfFile = run.isOfFile
    mapping = run.mapping.map(TextKind.words.shown)
    user = TextKind.words.shown(run.user)
    startedAt = run.startedAt
    seconds = run.seconds
    counts = run.counts
    // The register counts what a plan left out where other runs have their rejected rows.
    (rejected, skipped) = run.kind == .apply ? (0, run.counts.rejected) : (run.counts.rejected, 0)
    rejects = run.rejects
    reverts = run.reverts
    revertsPart = run.revertsPart
    revertedBy = run.revertedBy
  }

  /// The runs, newest first, at most `limit` of them.
  ///
  /// - Throws: ``KundregError`` with status 77 for whom may not see the runs.
  package static func latest(_ limit: Int, in register: RegisterReader, as actor: ActingUser) throws -> [ShownRun] {
    try actor.require(.view, in: register, to: DeedTexts.seeRuns)
    return try register.runs(limit: limit).map(ShownRun.init)
  }
}
