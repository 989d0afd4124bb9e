import Mapping
import AccountingSystems
import CustomerModel
import Foundation
import RegisterStore

/// Brings the inbox and the register together: one transaction, one run, with the cursor.
struct SyncMerge {
  private let run: PullRun
  private let telling: MergeTelling
  private let records: RecordMerge
  private var writer: RegisterWriter { run.writer }
  private var scope: SyncScope { run.scope }

  /// Receives what was fetched and begins the run.
  private init(_ session: SyncSession, _ fetched: SyncPull.Fetched, in writer: RegisterWriter, start: Date) throws {
    let scope = session.scope
    session.wasRegisterEmpty = try !writer.hasCustomers()
    for record in fetched.records { try writer.receive(record, scope.system) }
    let id = try writer.begin(
      RunDescription(
        kind: .pull, source: scope.system, mapping: scope.context.mapping.name, user: scope.actor.name, start: start))
    session.outcome.run = id
    run = PullRun(session, writer: writer, id: id)
    telling = MergeTelling(run)
    records = RecordMerge(run, telling: telling)
  }

  static func perform(
    _ session: SyncSession, _ fetched: SyncPull.Fetched, in writer: RegisterWriter, start: Date
  ) throws {
    try SyncMerge(session, fetched, in: writer, start: start).perform(fetched)
  }

  private func perform(_ fetched: SyncPull.Fetched) throws {
    let inbox = InboxMerge(run, records: records, creation: try RecordCreation(run, telling: telling))
    try inbox.drop(fetched.gone)
    if scope.options.only == nil { try inbox.settle() }
    let deletions = GoneCustomers(run)
    try deletions.inactivate(fetched.gone)
    for id in fetched.gone { try writer.removeChanged(run.system, remoteID: id) }
    try deletions.reportActive(but: fetched.gone)
    try mergeWhatChangedHere()
    if let contacts = run.session.furtherContacts { try FurtherContactsArrival(contacts, run).merge() }
    telling.tellOwners()
    try writer.withdrawSettledMatchQuestions(run.system)
    if let cursor = fetched.cursor { try writer.setCursor(run.system, cursor) }
    if let sweep = fetched.cutSweep { try writer.setCutSweep(run.system, sweep) }
    try writer.endRun(run.counts, report: run.session.outcome.report)
  }

  /// Merges customers that changed here, are in conflict or have doubtful numbers, and whose record did not come in this
  /// run: with the record as it was last seen.
  private func mergeWhatChangedHere() throws {
    let changed =
      try writer.customersToPush(run.system) + writer.customersInConflict(run.system)
      + writer.customersInDoubt(run.system)
    let due = scope.options.only.map { $0.intersection(changed) } ?? Set(changed)
    for customer in due.subtracting(run.merged).sorted() {
      guard let link = try writer.link(run.system, customer: customer), !link.isGone,
        try writer.inboxEntry(run.system, remoteID: link.remoteID) == nil
      else { continue }
      let remote = try link.remote()
      try records.settle(remote, scope.reading.read(remote.object), link: link, isFetched: false)
    }
  }
}
