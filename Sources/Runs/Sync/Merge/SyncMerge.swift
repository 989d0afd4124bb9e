import AccountingSystems
import CustomerModel
import Differ
import Documents
import Foundation
import Mapping
import RegisterStore
import Validation

/// Brings the inbox and the register together: one transaction, one run, with the cursor.
final class SyncMerge {
  let session: SyncSession
  let writer: RegisterWriter
  private let start: Date
  private let rules: MergeRules
  private let settings: RegisterSettings
  /// Numbers that customers deleted here had.
  private let reserved: Set<String>
  private var counts = RunRecord.Counts()
  private(set) var run = 0
  /// Customers whose record came in this run.
  private var merged: Set<Int64> = []
  /// Customers with a person's number where the register has an association's.
  private var owners = Concerned()

  var scope: SyncScope { session.scope }
  var system: String { scope.system }

  init(_ session: SyncSession, writer: RegisterWriter, start: Date) throws {
    self.session = session
    self.writer = writer
    self.start = start
    rules = MergeRules(session.scope.context.system)
    settings = try writer.settings()
    reserved = try writer.reservedNumbers()
  }

  func perform(_ fetched: SyncPull.Fetched) throws {
    session.wasRegisterEmpty = try !writer.hasCustomers()
    for record in fetched.records { try writer.receive(record, system) }
    run = try writer.begin(
      RunDescription(
        kind: .pull, source: system, mapping: scope.context.mapping.name, user: scope.actor.name, start: start))
    session.outcome.run = run
    try dropVanished(fetched.gone)
    if scope.options.only == nil { try settleInbox() }
    try inactivate(fetched.gone)
    for id in fetched.gone { try writer.removeChanged(system, remoteID: id) }
    try reportGone(but: fetched.gone)
    try mergeWhatChangedHere()
    try mergeFurtherContacts()
    tellOwners()
    try writer.withdrawSettledMatchQuestions(system)
    if let cursor = fetched.cursor { try writer.setCursor(system, cursor) }
    if let sweep = fetched.cutSweep { try writer.setCutSweep(system, sweep) }
    try writer.endRun(counts, report: session.outcome.report)
  }

  // MARK: The inbox

  /// Records that were rejected once, or not decided, and are now gone need no more be tried; nor is anything asked of them.
  private func dropVanished(_ gone: Set<String>) throws {
    for id in gone {
      try writer.removeMatchQuestions(system, remoteID: id)
      guard let entry = try writer.inboxEntry(system, remoteID: id), entry.state != .fetched else { continue }
      try writer.removeFromInbox(system, remoteID: id)
    }
  }

  /// Records with a link or a customer of their number first: only what is left may be matched by identity.
  private func settleInbox() throws {
    var byIdentity: [String: [String]] = [:]
    let matcher = SyncMatcher(scope, register: writer)
    try writer.forEachInboxEntry(system, state: nil) { entry in
      let remote = try entry.remote()
      let record = scope.reading.read(remote.object)
      counts.rows += 1
      if let link = try writer.link(system, remoteID: remote.id) {
        return try settle(remote, record, link: link)
      }
      switch try matcher.byNumber(remote, record) {
      case .customer(let customer): try adopt(remote, record, customer: customer)
      case .unsure(let questions): try ask(questions, remote)
      case .taken(let question, let owner): try ask(question, remote, takenBy: owner)
      case .apart:
        try writer.removeFromInbox(system, remoteID: remote.id)
        session.outcome.pulled.unchanged += 1
      case .none:
        let identity = record[FieldPath(.identityNumber)].map(IdentityLikeness.key) ?? ""
        byIdentity[identity, default: []].append(remote.id)
      }
    }
    for identity in byIdentity.keys.sorted() {
      let ids = byIdentity[identity]!
      for id in ids {
        guard let remote = try writer.inboxEntry(system, remoteID: id)?.remote() else { continue }
        let record = scope.reading.read(remote.object)
        switch try matcher.byIdentity(remote, record, isAlone: ids.count == 1) {
        case .customer(let customer): try adopt(remote, record, customer: customer)
        case .unsure(let questions): try ask(questions, remote)
        case .apart, .taken, .none: try create(remote, record)
        }
      }
    }
  }

  // MARK: One record

  /// Pairs a record with a customer that it was not linked with before.
  private func adopt(_ remote: RemoteCustomer, _ record: RemoteReading.Record, customer: Int64) throws {
    if let old = try writer.link(system, customer: customer), old.isGone {
      try writer.remove(old)
    }
    let link = CustomerLink(
      system: system, customer: customer, remoteID: remote.id, remoteNumber: remote.number, agreed: nil,
      record: remote.object.json, changed: remote.changed)
    if let key = try writer.key(ofCustomer: customer), key.number != remote.number {
      session.report(
        "sync.pairedByIdentity", .warn, number: key.number, remoteID: remote.id,
        "Customer \(key.number) here is customer \(remote.number) in \(scope.label): paired by identity number. "
          + "The numbers stay as they are on both sides.")
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
  private func settle(
    _ remote: RemoteCustomer, _ record: RemoteReading.Record, link: CustomerLink, isFetched: Bool = true
  ) throws {
    guard let key = try writer.key(ofCustomer: link.customer), let card = try writer.card(ofCustomer: key.id) else {
      // Deleted here, perhaps by an undo that may itself be undone: the record is not brought in again by itself.
      try writer.save(link.seen(remote))
      try writer.removeFromInbox(system, remoteID: remote.id)
      session.outcome.pulled.unchanged += 1
      return session.report(
        "sync.deletedHere", .warn, number: remote.number, remoteID: remote.id,
        "Customer \(remote.number) was deleted here and changed in \(scope.label). It is left alone on both sides.")
    }
    merged.insert(key.id)
    var link = link
    if link.isGone {
      // It was inactive here for having been deleted there: nobody decided that, so nobody is told it as a change.
      link.agreed?.agree(FieldPath(.active), register: nil, erp: nil)
    }
    if scope.isLeftOut(card) {
      try writer.removeFromInbox(system, remoteID: remote.id)
      // What changed there meanwhile is merged when the customer is no longer left out.
      var link = link.seen(remote)
      link.syncedRevision = 0
      if isFetched { try writer.save(link) }
      if isFetched { session.outcome.pulled.unchanged += 1 }
      return
    }
    let furtherNames = FurtherNames(scope.outgoing, reading: scope.reading)
    var base = link.agreed
    if var known = base {
      furtherNames?.agreeOnFollower(in: card, &known)
      base = known
    }
    func merging(_ record: RemoteReading.Record) -> CardMerge {
      CardMerge.merge(
        card: card, remote: record.incoming, unkept: record.unkept, agreed: base, incoming: scope.reading.fields,
        outgoing: Set(scope.outgoing.fields), rules: rules, told: scope.told(card, over: remote.object),
        newer: { try? self.newer($0, key: key, remote: remote, link: link) })
    }
    let record = scope.reading.fitted(
      scope.reading.read(record, of: remote.object, as: card), over: card,
      after: { CardDiffer.card(card, applying: merging($0).changes) })
    let merge = merging(record)
    let after = CardDiffer.card(card, applying: merge.changes)
    let problems =
      record.problems.filter { !isLeftThere($0, of: record, agreed: base, after) }
      + scope.reading.validator.validate(card: after, existing: card)
    // A record whose merge changes nothing here cannot be rejected for what the customer already was.
    if !merge.changes.isEmpty, try isRejected(problems, remote, number: key.number) { return }
    warn(problems, of: record, number: key.number, remoteID: remote.id, pushed: merge.toPush)
    var revision = key.revision
    if merge.changes.isEmpty {
      if isFetched {
        session.outcome.pulled.unchanged += 1
        counts.unchanged += 1
      }
    } else {
      try apply(
        CustomerChange(
          number: key.number, action: CustomerChange.action(of: merge.changes), revision: key.revision,
          fields: merge.changes))
      session.outcome.pulled.updated += 1
      revision += 1
    }
    try writer.setConflicts(system, customer: key.id, merge.conflicts, run: run)
    report(merge.conflicts, of: record, key: key, remote: remote)
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

  /// A record that fits no customer becomes a new one.
  private func create(_ remote: RemoteCustomer, _ record: RemoteReading.Record) throws {
    let record = scope.reading.fitted(
      record, over: nil, after: { CardDiffer.newCard($0.incoming, settings: self.settings) })
    let card = CardDiffer.newCard(record.incoming, settings: settings)
    if scope.isLeftOut(card) {
      try writer.removeFromInbox(system, remoteID: remote.id)
      session.outcome.pulled.unchanged += 1
      return
    }
    let number = card[.number] ?? remote.number
    var problems = record.problems + scope.reading.validator.validate(card: card, existing: nil)
    if reserved.contains(number) {
      problems += [scope.reading.validator.problem(.numberReserved(number: number), value: number)].compactMap { $0 }
    }
    if try isRejected(problems, remote, number: remote.number) { return }
    warn(problems, of: record, number: remote.number, remoteID: remote.id)
    let fields = card.paths.map { FieldChange($0, old: nil, new: card[$0]) }
    let id = try apply(CustomerChange(number: number, action: .create, fields: fields))
    session.outcome.pulled.created += 1
    merged.insert(id)
    var agreed = AgreedState()
    for path in Set(scope.reading.fields).union(scope.outgoing.fields) {
      agreed.agree(path, register: card[path], erp: record[path])
    }
    var link = CustomerLink(
      system: system, customer: id, remoteID: remote.id, remoteNumber: remote.number, agreed: agreed,
      record: remote.object.json, changed: remote.changed)
    link.syncedRevision = try writer.key(ofCustomer: id)?.revision ?? 0
    link.doubts = scope.reading.doubts(problems, of: record).count
    try writer.save(link)
    try writer.removeFromInbox(system, remoteID: remote.id)
    reportMistype(card, remote)
  }

  // MARK: The customers here

  /// Merges customers that changed here, are in conflict or have doubtful numbers, and whose record did not come in this
  /// run: with the record as it was last seen.
  private func mergeWhatChangedHere() throws {
    let changed =
      try writer.customersToPush(system) + writer.customersInConflict(system)
      + writer.customersInDoubt(system)
    let due = scope.options.only.map { $0.intersection(changed) } ?? Set(changed)
    for customer in due.subtracting(merged).sorted() {
      guard let link = try writer.link(system, customer: customer), !link.isGone,
        try writer.inboxEntry(system, remoteID: link.remoteID) == nil
      else { continue }
      let remote = try link.remote()
      try settle(remote, scope.reading.read(remote.object), link: link, isFetched: false)
    }
  }

  /// Brings in the persons whose names the system keeps beside its records.
  private func mergeFurtherContacts() throws {
    guard let contacts = session.furtherContacts else { return }
    for customer in try contacts.customers(in: writer) {
      guard var (link, card) = try contacts.subject(customer, in: writer),
        let key = try writer.key(ofCustomer: customer)
      else { continue }
      let decision = contacts.decide(link, card)
      guard !decision.arriving.isEmpty || decision.agreed != link.agreed else { continue }
      if !decision.arriving.isEmpty {
        let before = card
        card = FurtherContacts.card(card, adding: decision.arriving)
        try apply(
          CustomerChange(
            number: key.number, action: .update, revision: key.revision,
            fields: CardDiffer.changes(from: before, to: card)))
        session.outcome.pulled.updated += 1
        if link.syncedRevision == key.revision { link.syncedRevision += 1 }
      }
      link.agreed = decision.agreed
      try writer.save(link)
    }
  }

  private func inactivate(_ gone: Set<String>) throws {
    for id in gone.sorted() {
      guard var link = try writer.link(system, remoteID: id) else { continue }
      link.isGone = true
      try writer.save(link)
      try writer.setConflicts(system, customer: link.customer, [], run: run)
      guard let key = try writer.key(ofCustomer: link.customer), let card = try writer.card(ofCustomer: key.id),
        card[.active] == "1", !scope.isLeftOut(card)
      else { continue }
      try apply(
        CustomerChange(
          number: key.number, action: .inactivate, revision: key.revision,
          fields: [FieldChange(FieldPath(.active), old: "1", new: "0")]))
      session.outcome.pulled.updated += 1
      session.report(
        "sync.deletedThere", .warn, number: key.number, remoteID: id,
        "Customer \(key.number) was deleted in \(scope.label), and "
          + (scope.options.isDryRun
            ? "would be inactive here." : "is inactive here now. `kundreg undo \(run)` makes it active again."))
    }
  }

  /// Tells of customers who are in use here, though they were deleted there: nothing of theirs is synced.
  private func reportGone(but known: Set<String>) throws {
    for customer in try writer.activeCustomersGone(in: system) {
      guard scope.options.only?.contains(customer) ?? true, let link = try writer.link(system, customer: customer),
        !known.contains(link.remoteID), let card = try writer.card(ofCustomer: customer), !scope.isLeftOut(card),
        let number = card[.number]
      else { continue }
      session.report(
        "sync.deletedThere", .warn, number: number, remoteID: link.remoteID,
        "Customer \(number) is active here, but was deleted in \(scope.label): nothing of it is synced. Inactivate it here, or "
          + "give it a number that was never used there (kundreg customer renumber): by that it is created there anew.")
    }
  }

  @discardableResult
  private func apply(_ change: CustomerChange) throws -> Int64 {
    counts.count(change.action)
    if scope.options.isDryRun { session.outcome.changes.append(ShownChange(change)) }
    return try writer.apply(change)
  }

  /// True for what is wrong with a value that both sides agreed to have there only, such as one that the system filled in or got
  /// as a default: it is none of the customer here.
  private func isLeftThere(
    _ problem: Problem, of record: RemoteReading.Record, agreed: AgreedState?, _ after: CustomerCard
  ) -> Bool {
    guard let path = problem.path, let said = record[path], let agreed else { return false }
    return agreed.erp[path] == said && agreed.register[path] == after[path] && after[path] == nil
  }

  // MARK: What a person is told

  private func isRejected(_ problems: [Problem], _ remote: RemoteCustomer, number: String) throws -> Bool {
    let reasons = problems.filter { $0.severity == .reject }
    guard let first = reasons.first else { return false }
    for problem in reasons { session.report(problem.code, number: number, remoteID: remote.id, problem.message) }
    try writer.reject(system, remoteID: remote.id, as: .rejected, reason: "\(first.code): \(first.message)")
    session.outcome.pulled.rejected += 1
    counts.rejected += 1
    return true
  }

  private func warn(
    _ problems: [Problem], of record: RemoteReading.Record, number: String, remoteID: String, pushed: [FieldPath] = []
  ) {
    let warnings = problems.filter { $0.severity == .warn }
    if warnings.contains(where: scope.reading.isOwner) { owners.add(number, remoteID: remoteID) }
    for problem in warnings where !scope.reading.isOwner(problem) {
      counts.warnings += 1
      session.report(
        problem.code, .warn, number: number, remoteID: remoteID, field: problem.path,
        scope.reading.message(problem, of: record, pushed: pushed, label: scope.label))
    }
  }

  /// One sentence for all: where the system keeps owners' numbers, that is so of every customer with a tax reduction.
  private func tellOwners() {
    guard owners.count > 0 else { return }
    session.outcome.notes.append(
      "\(scope.label) has a person's number for the tax reduction of customer \(owners.named), where the register keeps the number of "
        + "the housing association: it was not taken, and nothing is written over it.")
  }

  /// A dry run leaves nothing to be decided: the command is for after a sync.
  var once: String { scope.options.isDryRun ? ", once a sync without --dry-run has found it" : "" }

  private func report(
    _ conflicts: [FieldConflict], of record: RemoteReading.Record, key: RegisterReader.Key, remote: RemoteCustomer
  ) {
    for conflict in conflicts {
      // What the register cannot keep, it cannot take.
      let isKept = record.unkept[conflict.path] == nil
      // Typed as a whole it must do nothing: a bar between the two would have decided for the first.
      let choice = isKept ? " (or --take erp)" : ""
      let other = isKept ? "" : ", or mend it in \(scope.label)"
      let here = Self.shown(conflict.register, conflict.path.field)
      let there = Self.shown(conflict.erp, conflict.path.field)
      session.report(
        "sync.conflict", number: key.number, remoteID: remote.id, field: conflict.path,
        "\(conflict.path) of customer \(key.number) is \(here) here and \(there) in \(scope.label). Both "
          + "stay until you decide\(once)\(other): kundreg conflicts resolve \(ShellWord.quoted(key.number)) "
          + "\(ShellWord.quoted("\(conflict.path)")) --take register"
          + (scope.context.isOneOfSeveral ? " --erp \(ShellWord.quoted(system))" : "") + choice
          + (scope.context.isOneOfSeveral ? "" : "."))
    }
  }

  private static func shown(_ value: String?, _ field: Field) -> String {
    guard let value else { return "nothing" }
    if field.kind == .boolean { return value == "1" ? "yes" : "no" }
    return "\"\(IdentityMask.masked(value, of: field))\""
  }

  /// Before 2025 integrations registered persons as companies: such a customer is reported, never flipped by itself.
  private func reportMistype(_ card: CustomerCard, _ remote: RemoteCustomer) {
    guard card[.type] == "company", let identity = card[.identityNumber], identity.utf8.count == 13 else { return }
    session.report(
      "sync.suspectedMistype", .warn, number: remote.number, remoteID: remote.id,
      "Customer \(remote.number) is a company with a personal identity number in \(scope.label). A sole trader is "
        + "right so; a private person should have the type private there.")
  }

  /// The side that changed a field later; nil when that cannot be known.
  private func newer(
    _ path: FieldPath, key: RegisterReader.Key, remote: RemoteCustomer, link: CustomerLink
  ) throws -> MergeSide? {
    guard let changed = remote.changed.flatMap(SyncTime.date),
      let here = try writer.lastChange(ofCustomer: key.id, field: path).flatMap(SyncTime.date)
    else { return nil }
    return here > changed ? .register : .erp
  }
}

extension CustomerLink {
  /// The link with the record as it is seen now.
  func seen(_ remote: RemoteCustomer) -> CustomerLink {
    var link = self
    link.record = remote.object.json
    link.changed = remote.changed
    link.remoteNumber = remote.number
    return link
  }
}
