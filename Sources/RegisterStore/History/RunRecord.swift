import CustomerModel
package import Differ
package import Foundation
import GRDB
package import Texts

/// One run as the register remembers it: what was done, by whom, and what came of it.
package struct RunRecord: Sendable, Equatable {
  package enum Kind: String, Sendable, Codable {
    case `import`, apply, undo, edit, pull
  }

  /// How many rows and customers a run touched.
  package struct Counts: Sendable, Equatable {
    package var rows = 0, created = 0, updated = 0, unchanged = 0, reactivated = 0, inactivated = 0, deleted = 0
    package var rejected = 0, warnings = 0
    package init() {}

    /// Counts one change of a customer.
    package mutating func count(_ action: CustomerChange.Action) {
      switch action {
      case .create: created += 1
      case .update: updated += 1
      case .reactivate: reactivated += 1
      case .inactivate: inactivated += 1
      case .delete: deleted += 1
      }
    }
  }

  package let id: Int
  package let kind: Kind
  package let source: String
  package let mapping: String?
  package let user: String
  /// ISO 8601 in UTC, to the second.
  package let startedAt: String
  package let seconds: Double
  /// The run that this one took back.
  package let reverts: Int?
  /// The run that this one took back of one customer only.
  package let revertsPart: Int?
  /// The latest run that took this one back.
  package let revertedBy: Int?
  package let counts: Counts
  package let rejects: String?
  /// The readable account that the run left, as JSON text with its sentences in each language.
  package let report: Text?

  /// True when the source is a file's name.
  package var isOfFile: Bool { kind == .import || kind == .apply }
}

/// What is known of a run when it begins.
package struct RunDescription: Sendable {
  package let kind: RunRecord.Kind
  package let source: String
  package let mapping: String?
  package let user: String
  package let reverts: Int?
  package let revertsPart: Int?
  package let start: Date

  package init(
    kind: RunRecord.Kind, source: String, mapping: String? = nil, user: String, reverts: Int? = nil,
    revertsPart: Int? = nil, start: Date = Date()
  ) {
    self.kind = kind
    self.source = source
    self.mapping = mapping
    self.user = user
    self.reverts = reverts
    self.revertsPart = revertsPart
    self.start = start
  }
}

extension RegisterReader {
  /// The runs, newest first, at most `limit` of them.
  package func runs(limit: Int = 1000) throws -> [RunRecord] {
    try Row.fetchAll(db, sql: Self.runQuery + " ORDER BY run.id DESC LIMIT ?", arguments: [limit]).map(RunRecord.init)
  }

  /// One run, or nil when there is none with that id.
  package func run(_ id: Int) throws -> RunRecord? {
    try Row.fetchOne(db, sql: Self.runQuery + " WHERE run.id = ?", arguments: [id]).map(RunRecord.init)
  }

  private static let runQuery =
    "SELECT run.*, (SELECT max(id) FROM run later WHERE later.reverts = run.id) AS reverted_by FROM run"
}

extension RunRecord {
  fileprivate init(_ row: Row) {
    id = row["id"]
    kind = Kind(rawValue: row["kind"])!
    source = row["source"]
    mapping = row["mapping"]
    user = row["user"]
    startedAt = row["started_at"]
    seconds = row["seconds"] ?? 0
    reverts = row["reverts"]
    revertsPart = row["reverts_part"]
    revertedBy = row["reverted_by"]
    var counts = Counts()
    counts.rows = row["rows"]
    counts.created = row["created"]
    counts.updated = row["updated"]
    counts.unchanged = row["unchanged"]
    counts.reactivated = row["reactivated"]
    counts.inactivated = row["inactivated"]
    counts.deleted = row["deleted"]
    counts.rejected = row["rejected"]
    counts.warnings = row["warnings"]
    self.counts = counts
    rejects = row["rejects"]
    report = Text(stored: row["report"], swedish: row["swedish_report"])
  }
}
