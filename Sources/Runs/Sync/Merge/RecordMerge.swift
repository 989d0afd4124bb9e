import Documents
import AccountingSystems
import CustomerModel
import Differ
import RegisterStore

/// Merges a record with the customer that it is.
struct RecordMerge {
  private let run: PullRun
  private let telling: MergeTelling
  private let rules: MergeRules
  private let furtherNames: FurtherNames?
  private var writer: RegisterWriter { run.writer }
  private var scope: SyncScope { run.scope }
  private var system: String { run.system }

  init(_ run: PullRun, telling: MergeTelling) {
    self.run = run
    self.telling = telling
    rules = MergeRules(run.scope.context.system)
    furtherNames = FurtherNames(run.scope.outgoing, reading: run.scope.reading)
  }

  /// Pairs a record with a customer that it was not linked with before.
  func adopt(_ remote: RemoteCustomer, _ record: RemoteReading.Record, customer: Int64) throws {
    if let old = try writer.link(system, customer: customer), old.isGone { try writer.remove(old) }
    let link = CustomerLink(
      system: system, customer: customer, remoteID: remote.id, remoteNumber: remote.number, agreed: nil,
      record: remote.object.json, changed: remote.changed)
    if let key = try writer.key(ofCustomer: customer), key.number != remote.number {
      run.session.report(
        .pairedByIdentity, number: key.number, remoteID: remote.id,
        MergeTexts.pairedByIdentity(key.number, there: remote.number, label: scope.label))
    }
    try settle(remote, record, link: link)
    // A record that breaks a rule is not paired yet: what was said of it holds until it is.
    if try writer.link(system, remoteID: remote.id) != nil {
      try writer.removeMatchQuestions(system, remoteID: remote.id, customer: customer)
    }
  }

  /// Merges a record with its customer.
  ///
  /// - Parameter isFetched: false for a record as it was last seen, which is no row of this run.
  func settle(
    _ remote: RemoteCustomer, _ record: RemoteReading.Record, link: CustomerLink, isFetched: Bool = true
  ) throws {
    guard let key = try writer.key(ofCustomer: link.customer), let card = try writer.card(ofCustomer: key.id) else {
      return try passOverDeleted(remote, link)
    }
    run.meet(key.id)
    var link = link
    if link.isGone {
      // It was inactive here for having been deleted there: nobody decided that, so nobody is told it as a change.
      link.agreed?.agree(FieldPath(.active), register: nil, erp: nil)
    }
    guard !scope.isLeftOut(card) else { return try passOverLeftOut(remote, link, isFetched: isFetched) }
    let meeting = RecordMeeting(
      remote, key: key, card: card, agreed: link.agreed, furtherNames: furtherNames, rules: rules, run)
    let record = meeting.fitted(record)
    let merge = meeting.merge(record)
    let after = CardDiffer.card(card, applying: merge.changes)
    let problems = meeting.problems(record, after: after)
    // A record whose merge changes nothing here cannot be rejected for what the customer already was.
    if !merge.changes.isEmpty, try telling.isRejected(problems, remote, number: key.number) { return }
    telling.warn(problems, of: record, number: key.number, remoteID: remote.id, pushed: merge.toPush)
    let revision = try carryOut(merge.changes, key, isFetched: isFetched)
    try writer.setConflicts(system, customer: key.id, merge.conflicts, run: run.id)
    telling.tell(merge.conflicts, of: record, key: key, remoteID: remote.id)
    link = link.seen(remote)
    var agreed = merge.agreed
    furtherNames?.agreeOnDisplaced(from: card, to: after, in: &agreed)
    link.agreed = agreed
    link.isGone = false
    link.doubts = scope.reading.doubts(problems, of: record).count
    link.syncedRevision = merge.toPush.isEmpty ? revision : 0
    try writer.save(link)
    try writer.removeFromInbox(system, remoteID: remote.id)
  }

  /// Deleted here, perhaps by an undo that may itself be undone: the record is not brought in again by itself.
  private func passOverDeleted(_ remote: RemoteCustomer, _ link: CustomerLink) throws {
    try writer.save(link.seen(remote))
    try writer.removeFromInbox(system, remoteID: remote.id)
    run.session.outcome.pulled.unchanged += 1
    run.session.report(
      .deletedHere, number: remote.number, remoteID: remote.id,
      MergeTexts.deletedHere(remote.number, label: scope.label))
  }

  /// What changed there meanwhile is merged when the customer is no longer left out.
  private func passOverLeftOut(_ remote: RemoteCustomer, _ link: CustomerLink, isFetched: Bool) throws {
    try writer.removeFromInbox(system, remoteID: remote.id)
    guard isFetched else { return }
    var link = link.seen(remote)
    link.syncedRevision = 0
    try writer.save(link)
    run.session.outcome.pulled.unchanged += 1
  }

  /// - Returns: the customer's revision then.
  private func carryOut(_ changes: [FieldChange], _ key: RegisterReader.Key, isFetched: Bool) throws -> Int {
    guard !changes.isEmpty else {
      if isFetched {
        run.session.outcome.pulled.unchanged += 1
        run.counts.unchanged += 1
      }
      return key.revision
    }
    try run.apply(
      CustomerChange(
        number: key.number, action: CustomerChange.action(of: changes), revision: key.revision, fields: changes))
    run.session.outcome.pulled.updated += 1
    return key.revision + 1
  }
}
