import Differ
import CustomerModel
import RegisterStore

/// The run of a merge: its transaction, and what it comes to.
final class PullRun {
  let session: SyncSession
  let writer: RegisterWriter
  let id: Int
  var counts = RunRecord.Counts()
  /// Customers whose record came in this run.
  private(set) var merged: Set<Int64> = []

  var scope: SyncScope { session.scope }
  var system: String { scope.system }

  init(_ session: SyncSession, writer: RegisterWriter, id: Int) {
    self.session = session
    self.writer = writer
    self.id = id
  }

  /// Notes that a customer's record came.
  func meet(_ customer: Int64) { merged.insert(customer) }

  @discardableResult
  func apply(_ change: CustomerChange) throws -> Int64 {
    counts.count(change.action)
    if scope.options.isDryRun { session.outcome.changes.append(ShownChange(change)) }
    return try writer.apply(change)
  }
}
