import AccountingSystems
import CustomerModel
import Differ
import Documents
import Foundation
import Mapping
import RegisterStore
import Synchronization

/// Tells the accounting system what changed here: customer by customer, each request in the journal before it leaves.
final class SyncPush: Sendable {
  /// Requests in flight at once: enough to use the whole pace of a system that answers in a few hundred milliseconds.
  private static let workers = 4
  /// So many customers in a row whose writing is forbidden are all of them, where none was written: the run ends.
  private static let forbiddenInARow = 5

  let scope: SyncScope
  private let run: Int?
  /// What the workers have in common.
  let results: Mutex<Results>

  /// What came of a push, or would.
  struct Results: Sendable {
    var waiting: ArraySlice<Int64> = []
    /// How many customers were left for the next run, because no more requests may be sent.
    var left = 0
    var pushed = SyncOutcome.Pushed()
    var findings: [SyncFinding] = []
    /// The requests, in a dry run.
    var planned: [PlannedRequest] = []
    /// How many values were sent in plain characters, or would be, and the first of them.
    var plainValues = 0
    var firstPlainValue: (number: String, path: FieldPath)?

    mutating func count(plainValuesOf plan: PushStep.Plan) {
      plainValues += plan.writtenPlainly.count
      guard let path = plan.writtenPlainly.first else { return }
      if let first = firstPlainValue, first.number <= plan.key.number { return }
      firstPlainValue = (plan.key.number, path)
    }
    /// Of whom a field was not sent, since the system does not show its own value.
    var withheld: [FieldPath: Concerned] = [:]
    /// Of whom a field was not sent, since the record there has no place for it.
    var unmeant: [PushStep.Unmeant: Concerned] = [:]
    /// How many customers in a row could not be written for want of a right or a licence.
    var forbidden = 0
    /// What was said of the last of them, when they were so many that the push ended.
    var whyAllAreForbidden: KundregError?
    /// What of the configuration keeps new customers out, and how many.
    var unfitDefaults = UnfitDefaults()
    /// What ended the push before its end.
    var failure: (any Error)?
  }

  init(_ scope: SyncScope, run: Int?) {
    self.scope = scope
    self.run = run
    results = Mutex(Results())
  }

  // MARK: Dry run

  /// Finds whom something would be sent of, after the merge that is about to be rolled back.
  func plan(in writer: RegisterWriter) throws -> [PushStep.Plan] {
    try writer.customersToPush(scope.system).compactMap { customer in
      try PushStep(scope, customer: customer, register: writer).plan(report: add, withheld: withhold, unmeant: setApart)
    }
  }

  /// What plans would send. Outside of the register's transaction, since the system may be asked for what a request needs.
  func requests(_ plans: [PushStep.Plan]) throws -> Results {
    for plan in plans {
      guard !plan.values.isEmpty else {
        results.withLock { $0.pushed.failed += 1 }
        continue
      }
      do {
        let request = try PushStep.request(plan, over: plan.link.map { try $0.remote() }, scope)
        let planned = PlannedRequest(
          number: plan.key.number, method: request.method.rawValue, path: request.path,
          body: (try? JSONNode(parsing: request.body)) ?? .null)
        results.withLock { results in
          results.planned.append(planned)
          results.count(plainValuesOf: plan)
          if plan.link == nil { results.pushed.created += 1 } else { results.pushed.updated += 1 }
        }
      } catch APIFailure.record(let code, let message) {
        failUnsent(plan, code, message)
      } catch APIFailure.unfitDefault(let unfit) {
        keepOut(plan, unfit)
      }
    }
    reportWithheld()
    reportUnmeant()
    return results.withLock { $0 }
  }

  // MARK: For real

  /// Pushes everything that waits. A customer's failure does not stop the others; a system that refuses everything does.
  func perform() throws -> Results {
    let budget = scope.context.budget
    budget.beginPushing()
    var (waiting, failing) = try scope.register.read {
      (try $0.customersToPush(scope.system), Set(try $0.failedPushes(scope.system).map(\.customer)))
    }
    if let only = scope.options.only { waiting.removeAll { !only.contains($0) } }
    if budget.isLimited { waiting.shuffle() }
    // Who failed last time must not keep the others from their turn, each time.
    waiting = waiting.filter { !failing.contains($0) } + waiting.filter { failing.contains($0) }
    let count = waiting.count
    results.withLock { [waiting] in $0.waiting = waiting[...] }
    if count > 0 { Workers.run(min(Self.workers, count)) { self.work() } }
    reportWithheld()
    reportUnmeant()
    return results.withLock { results in
      if results.failure == nil {
        results.left += results.waiting.count
      } else {
        results.pushed.queued += results.waiting.count
      }
      if let error = results.whyAllAreForbidden {
        results.failure = APIFailure.unavailable(
          Self.error(error, after: results.forbidden, untried: results.waiting.count))
      }
      return results
    }
  }

  private func work() {
    let budget = scope.context.budget
    while budget.claimCustomer() {
      defer { budget.releaseCustomer() }
      guard let customer = results.withLock({ $0.failure == nil ? $0.waiting.popFirst() : nil }) else { return }
      do {
        if scope.context.cancellation.isCancelled { throw APIFailure.cancelled }
        try push(customer)
      } catch APIFailure.spent {
        // More was needed than is kept for a customer: lost answers take more.
        results.withLock { $0.left += 1 }
      } catch {
        results.withLock { results in
          results.pushed.queued += 1
          if results.failure == nil { results.failure = error }
        }
      }
    }
  }

  /// Pushes one customer.
  ///
  /// - Throws: what ends the whole push. What concerns this customer alone becomes a finding.
  private func push(_ customer: Int64) throws {
    guard
      let plan = try scope.register.read({ reader in
        try PushStep(scope, customer: customer, register: reader).plan(
          report: add, withheld: withhold, unmeant: setApart)
      })
    else {
      try scope.register.write { try PushStep.settleSilently(customer, scope, $0) }
      return
    }
    guard !plan.values.isEmpty else { return results.withLock { $0.pushed.failed += 1 } }
    guard try !isResting(plan) else { return }
    let (request, present): (PreparedRequest, Present)
    do {
      let creation = plan.link == nil ? try creation(of: plan) : nil
      guard let found = try self.present(plan) else { return }
      present = found
      request = try creation ?? PushStep.request(plan, over: found.record, scope)
    } catch APIFailure.record(let code, let message) {
      return failUnsent(plan, code, message)
    } catch APIFailure.unfitDefault(let unfit) {
      return keepOut(plan, unfit)
    }
    // What was refused for all need not be refused of each.
    if let unfit = results.withLock({ $0.unfitDefaults.first(of: request) }) { return keepOut(plan, unfit) }
    guard let entry = try intend(plan, request, over: present.record) else { return }
    do {
      try succeed(plan, entry, reply: scope.service.send(request), before: present.record)
    } catch let failure as APIFailure {
      try settle(failure, plan, entry, before: present.record)
    }
  }

  /// A creation rests on no record: what it lacks is told before anything is asked. Only where this run listed nothing, a customer
  /// that is there already lacks nothing: it is paired.
  private func creation(of plan: PushStep.Plan) throws -> PreparedRequest? {
    do {
      return try PushStep.request(plan, over: nil, scope)
    } catch let failure as APIFailure {
      switch failure {
      case .record, .unfitDefault:
        guard scope.options.direction == .push, try scope.service.customer(number: plan.key.number) != nil else {
          throw failure
        }
        return nil
      default: throw failure
      }
    }
  }

  /// A request that stands in the journal.
  private struct Intent {
    let id: Int64
    /// Which attempt in a row it is, from 1.
    let attempts: Int
    /// What the request has by the configuration.
    let defaults: [String: String]
  }

  private struct Present {
    /// The record as it is now; nil when there is none yet.
    let record: RemoteCustomer?
  }

  /// Reads the record back before it is written: what changed there meanwhile is merged first. Nil when the customer has
  /// to wait.
  private func present(_ plan: PushStep.Plan) throws -> Present? {
    guard let link = plan.link else {
      // A number that is there already is paired, not created again.
      guard let found = try scope.service.customer(number: plan.key.number) else { return Present(record: nil) }
      return try wait(plan, for: found)
    }
    guard let record = try scope.service.customer(id: link.remoteID) else {
      // Told each night until a full sync, which inactivates it here, or a person settles it.
      fail(plan, "sync.deletedThere", PushStep.deletedThere(plan.key.number, scope))
      return nil
    }
    guard scope.reading.saysTheSame(record.object, try link.remote().object) else { return try wait(plan, for: record) }
    return Present(record: record)
  }

  private func wait(_ plan: PushStep.Plan, for record: RemoteCustomer) throws -> Present? {
    try scope.register.write { try $0.receive(record, scope.system) }
    results.withLock { $0.pushed.queued += 1 }
    return nil
  }

  /// True when the same was refused not long ago: then it waits, and what is known of it is told again. A record that has changed
  /// there since may have been mended: that it is refused is no longer known.
  private func isResting(_ plan: PushStep.Plan) throws -> Bool {
    guard !scope.options.retriesAll else { return false }
    let failed = try scope.register.read { try $0.lastFailedPush(scope.system, customer: plan.key.id) }
    guard let failed, let retry = failed.retryAfter, let time = SyncTime.date(retry), time > scope.context.now(),
      failed.fields == plan.paths, failed.base == plan.link?.record, let updated = plan.card[.updated],
      updated <= failed.createdAt
    else { return false }
    results.withLock { $0.pushed.queued += 1 }
    add(
      finding(
        failed.code ?? "push.failed", number: plan.key.number, remoteID: plan.link?.remoteID,
        "\(failed.reason ?? "The last attempt failed.") It is tried again after \(retry), "
          + "or at once with: kundreg sync \(ShellWord.quoted(scope.system)) --retry"))
    return true
  }

  /// Writes the request into the journal. Nil when the customer changed since the plan was made: then it waits.
  private func intend(_ plan: PushStep.Plan, _ request: PreparedRequest, over record: RemoteCustomer?) throws -> Intent?
  {
    try scope.register.write { writer -> Intent? in
      guard try writer.key(ofCustomer: plan.key.id) == plan.key else {
        results.withLock { $0.pushed.queued += 1 }
        return nil
      }
      let failed = try writer.lastFailedPush(scope.system, customer: plan.key.id)
      let id = try writer.beginPush(
        PushEntry(
          system: scope.system, customer: plan.key.id, number: plan.key.number,
          kind: plan.link == nil ? .create : .update, method: request.method.rawValue, path: request.path,
          body: String(decoding: request.body, as: UTF8.self), base: record?.object.json, fields: plan.paths, run: run),
        at: scope.context.now())
      // What has changed there and is no field here was seen, too: it must not look like a change since this request.
      if let record, let link = try writer.link(scope.system, customer: plan.key.id), link.record != record.object.json
      {
        try writer.save(link.seen(record))
      }
      return Intent(id: id, attempts: (failed?.attempts ?? 0) + 1, defaults: request.defaults)
    }
  }

  /// The system took the request: its answer, mapped back, is what the two agree on now.
  private func succeed(
    _ plan: PushStep.Plan, _ entry: Intent, reply: RemoteCustomer, before: RemoteCustomer?
  ) throws {
    let record = scope.reading.read(reply.object, as: plan.card)
    let earlier = before.map { scope.reading.read($0.object, as: plan.card).incoming } ?? IncomingCard([:])
    let told = Retelling(plan.card, over: reply.object, isCreation: plan.link == nil, scope).incoming
    let notTaken = try scope.register.write { writer in
      let present = try writer.link(scope.system, customer: plan.key.id)
      // What a person decided while the request was on its way stands, and is seen to by the next run.
      let isDecidedMeanwhile = present.map { $0.agreed != plan.link?.agreed } ?? false
      var (agreed, notTaken) = CardMerge.agreedAfterPush(
        present?.agreed ?? AgreedState(), pushed: plan.paths, card: plan.card, reply: record.incoming, before: earlier,
        told: told, incoming: scope.reading.fields)
      if plan.link == nil {
        // What the system fills in by itself is no change that anybody made. What could not be sent is agreed by nobody: it is
        // told until it is mended, and a value that somebody types there meanwhile is a conflict.
        let unsent = scope.outgoing.fields.filter { plan.card[$0] != nil }
        for path in scope.reading.fields.subtracting(plan.paths).subtracting(unsent) {
          agreed.agree(path, register: plan.card[path], erp: record[path])
        }
      }
      var link =
        present
        ?? CustomerLink(
          system: scope.system, customer: plan.key.id, remoteID: reply.id, remoteNumber: reply.number, agreed: nil,
          record: reply.object.json, changed: reply.changed)
      link = link.seen(reply)
      link.agreed = agreed
      if plan.paths.contains(where: { scope.reading.isNumber($0) }) {
        link.doubts = scope.reading.doubts(record.problems, of: record).count
      }
      let isSettled = notTaken.isEmpty && plan.problems.isEmpty && plan.withheld.isEmpty && !isDecidedMeanwhile
      link.syncedRevision = isSettled ? plan.key.revision : 0
      try writer.save(link)
      try writer.finishPush(entry.id, as: .done)
      return notTaken
    }
    results.withLock { results in
      results.forbidden = 0
      results.count(plainValuesOf: plan)
      if plan.link == nil { results.pushed.created += 1 } else { results.pushed.updated += 1 }
      results.unfitDefaults.prove(entry.defaults)
    }
    for path in notTaken {
      add(
        finding(
          "push.notTaken", number: plan.key.number, remoteID: reply.id,
          "\(scope.label) answered that it took \(path) of customer \(plan.key.number), but still has the old "
            + "value. It is sent again next time; change it there by hand if that goes on."))
    }
  }

  private func settle(
    _ failure: APIFailure, _ plan: PushStep.Plan, _ entry: Intent, before: RemoteCustomer?
  ) throws {
    switch failure {
    case .record(let code, let message):
      try finish(entry, code: "push.\(code)", "Customer \(plan.key.number): \(message)", plan)
    case .forbidden(let error):
      try finish(entry, code: "push.forbidden", "Customer \(plan.key.number): \(error.message)", plan)
      results.withLock { results in
        results.forbidden += 1
        let isAnyWritten = results.pushed.created + results.pushed.updated > 0
        guard results.forbidden >= Self.forbiddenInARow, !isAnyWritten, results.failure == nil else { return }
        results.failure = APIFailure.unavailable(error)
        results.whyAllAreForbidden = error
      }
    case .unfitDefault(let unfit):
      // It rests for nothing: the configuration may be mended at any time.
      try record(entry, code: "push.\(unfit.code)", unfit.message, rests: false)
      keepOut(plan, unfit)
    case .numberTaken(let message):
      try finish(
        entry, code: "push.numberTaken",
        "\(message) No customer \(plan.key.number) is to be found in \(scope.label) all the same: a deleted one may keep the number, "
          + "or another's differ in case only. Give the customer another number here, or leave it out of the sync.",
        plan)
    case .gone:
      try finish(
        entry, code: "sync.deletedThere", PushStep.deletedThere(plan.key.number, scope), plan)
    case .outcomeUnknown(let reason):
      try readBack(plan, entry, reason: reason, before: before)
    case .unavailable, .spent, .cancelled:
      // Nothing was carried out: the intent has served its time.
      try scope.register.write { try $0.finishPush(entry.id, as: .superseded, reason: "Not sent.") }
      throw failure
    }
  }

  /// The answer was lost: what the record says now tells what became of the request. When even that cannot be asked, the
  /// intent stays in the journal and the next run asks.
  private func readBack(_ plan: PushStep.Plan, _ entry: Intent, reason: String, before: RemoteCustomer?) throws {
    let record =
      if let link = plan.link {
        try scope.service.customer(id: link.remoteID)
      } else {
        try scope.service.customer(number: plan.key.number)
      }
    if let record, before.map({ !scope.reading.saysTheSame($0.object, record.object) }) ?? true {
      return try succeed(plan, entry, reply: record, before: before)
    }
    try finish(
      entry, code: "push.answerLost",
      "The request for customer \(plan.key.number) was not carried out: \(reason). It is sent again next time.", plan,
      rests: false)
  }

  /// - Parameter rests: true for a refusal, which will most likely be the same for a while; false for a fault that passes.
  private func finish(
    _ entry: Intent, code: String, _ message: String, _ plan: PushStep.Plan, rests: Bool = true
  ) throws {
    try record(entry, code: code, message, rests: rests)
    fail(plan, code, message)
  }

  private func record(_ entry: Intent, code: String, _ message: String, rests: Bool) throws {
    let now = scope.context.now()
    try scope.register.write { writer in
      try writer.finishPush(
        entry.id, as: .failed, code: code, reason: IdentityMask.masked(message),
        retryAfter: rests ? now.addingTimeInterval(Self.backoff(attempts: entry.attempts)) : nil, at: now)
    }
  }

  /// How long a refused request rests, in seconds: a quarter of an hour, doubled each time, half a day at most, so that a
  /// nightly job tries each night.
  static func backoff(attempts: Int) -> Double {
    min(900 * Double(1 << min(max(attempts - 1, 0), 10)), 43_200)
  }
}
