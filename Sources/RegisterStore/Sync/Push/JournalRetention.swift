package import Foundation
import GRDB

extension RegisterWriter {
  /// How long the journal keeps what was sent, in seconds: 30 days.
  package static let journalAge = 30.0 * 86_400

  /// Forgets the requests that were carried out or superseded and ended before then, bodies and all.
  package func prunePushes(olderThan time: Date) throws {
    try db.execute(
      sql: "DELETE FROM push WHERE state IN ('done', 'superseded') AND finished_at < ?",
      arguments: [Self.timestamp(time)])
  }
}
