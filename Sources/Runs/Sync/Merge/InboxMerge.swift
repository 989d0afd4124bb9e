import AccountingSystems
import CustomerModel
import Differ
import RegisterStore

/// Finds for each record of the inbox whose it is, and has it merged, made a customer, or asked about.
struct InboxMerge {
  private let run: PullRun
  private let records: RecordMerge
  private let creation: RecordCreation
  private let questions: UnsureMatches
  private var writer: RegisterWriter { run.writer }
  private var system: String { run.system }

  init(_ run: PullRun, records: RecordMerge, creation: RecordCreation) {
    self.run = run
    self.records = records
    self.creation = creation
    questions = UnsureMatches(run)
  }

  /// Records that were rejected once, or not decided, and are now gone need no more be tried; nor is anything asked of them.
  func drop(_ gone: Set<String>) throws {
    for id in gone {
      try writer.removeMatchQuestions(system, remoteID: id)
      guard let entry = try writer.inboxEntry(system, remoteID: id), entry.state != .fetched else { continue }
      try writer.removeFromInbox(system, remoteID: id)
    }
  }

  /// Records with a link or a customer of their number first: only what is left may be matched by identity.
  func settle() throws {
    let matcher = SyncMatcher(run.scope, register: writer)
    var byIdentity: [String: [String]] = [:]
    try writer.forEachInboxEntry(system, state: nil) { entry in
      let remote = try entry.remote()
      let record = run.scope.reading.read(remote.object)
      run.counts.rows += 1
      guard try !settleByNumber(remote, record, matcher) else { return }
      let identity = record[FieldPath(.identityNumber)].map(IdentityLikeness.key) ?? ""
      byIdentity[identity, default: []].append(remote.id)
    }
    for identity in byIdentity.keys.sorted() {
      let ids = byIdentity[identity]!
      for id in ids {
        guard let remote = try writer.inboxEntry(system, remoteID: id)?.remote() else { continue }
        try settleByIdentity(remote, isAlone: ids.count == 1, matcher)
      }
    }
  }

  /// False for a record that neither is linked nor has a customer of its number.
  private func settleByNumber(
    _ remote: RemoteCustomer, _ record: RemoteReading.Record, _ matcher: SyncMatcher
  ) throws -> Bool {
    if let link = try writer.link(system, remoteID: remote.id) {
      try records.settle(remote, record, link: link)
      return true
    }
    switch try matcher.byNumber(remote, record) {
    case .customer(let customer): try records.adopt(remote, record, customer: customer)
    case .unsure(let asked, let why): try questions.ask(asked, remote, why: why)
    case .taken(let question, let owner): try questions.ask(question, remote, takenBy: owner)
    case .apart:
      try writer.removeFromInbox(system, remoteID: remote.id)
      run.session.outcome.pulled.unchanged += 1
    case .none: return false
    }
    return true
  }

  private func settleByIdentity(_ remote: RemoteCustomer, isAlone: Bool, _ matcher: SyncMatcher) throws {
    let record = run.scope.reading.read(remote.object)
    switch try matcher.byIdentity(remote, record, isAlone: isAlone) {
    case .customer(let customer): try records.adopt(remote, record, customer: customer)
    case .unsure(let asked, let why): try questions.ask(asked, remote, why: why)
    case .apart, .taken, .none: try creation.create(remote, record)
    }
  }
}
