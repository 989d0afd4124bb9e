package import CustomerModel
package import Documents
package import RegisterStore
package import Texts

/// What an import did, or would do.
package struct ImportOutcome: RunResult {
  /// The run; nil for a dry run.
  package let run: Int?
  package let source: String
  package internal(set) var counts: RunRecord.Counts
  package let isDryRun: Bool
  package let seconds: Double
  /// The file of the rejected rows; nil when there is none.
  package let rejects: String?
  /// The file that lists every reject and warning; nil when none was asked for.
  package let problems: String?
  package let report: ImportReport
  /// True when contents of documents came with the input, and not all of them.
  package internal(set) var lacksDocuments = false

  init(
    run: Int?, source: String, counts: RunRecord.Counts, isDryRun: Bool, seconds: Double, rejects: String?,
    problems: String?, report: ImportReport
  ) {
    self.run = run
    self.source = source
    self.counts = counts
    self.isDryRun = isDryRun
    self.seconds = seconds
    self.rejects = rejects
    self.problems = problems
    self.report = report.masked
  }

  package var needsAttention: Bool {
    counts.rejected > 0 || lacksDocuments || report.unreadSheets.contains(where: \.isLeft)
      || !report.provenColumns.isEmpty || !report.unknownWordColumns.isEmpty
  }

  /// The members that the contract promises, and the report after them.
  package func node(_ worded: (Remedy) -> Text?) -> JSONNode {
    let whole = JSONNode.object([
      .init(key: "run", value: run.map(JSONNode.count) ?? .null), .init(key: "source", value: .text(source)),
      .init(key: "mapping", value: .text(report.mapping)), .init(key: "rows", value: .count(counts.rows)),
      .init(key: "created", value: .count(counts.created)), .init(key: "updated", value: .count(counts.updated)),
      .init(key: "unchanged", value: .count(counts.unchanged)),
      .init(key: "reactivated", value: .count(counts.reactivated)),
      .init(key: "inactivated", value: .count(counts.inactivated)),
      .init(key: "rejected", value: .count(counts.rejected)), .init(key: "warnings", value: .count(counts.warnings)),
      .init(key: "dryRun", value: .boolean(isDryRun)), .init(key: "seconds", value: .seconds(seconds)),
      .init(key: "rejects", value: rejects.map { .text($0) } ?? .null),
      .init(key: "problems", value: problems.map { .text($0) } ?? .null), .init(key: "report", value: report.node),
    ])
    return whole.masked(kinds: ["source": .path, "mapping": .path, "rejects": .path, "problems": .path])
  }
}
