import AccountingSystems
import CustomerModel
import Documents
import HTTP
import Mapping
import RegisterStore
import Synchronization

/// Tells the accounting system what changed here: customer by customer, each request in the journal before it leaves.
final class SyncPush: Sendable {
  private let scope: SyncScope
  private let run: Int?
  private let telling: PushTelling

  init(_ scope: SyncScope, run: Int?) {
    self.scope = scope
    self.run = run
    telling = PushTelling(scope)
  }

  // MARK: Dry run

  /// Finds whom something would be sent of, after the merge that is about to be rolled back.
  func plan(in writer: RegisterWriter) throws -> [PushStep.Plan] {
    try writer.customersToPush(scope.system).compactMap { try plan($0, in: writer) }
  }

  /// What plans would send. Outside of the register's transaction, since the system may be asked for what a request needs.
  func requests(_ plans: [PushStep.Plan]) throws -> PushResults {
    for plan in plans {
      guard !plan.values.isEmpty else {
        telling.results.withLock { $0.pushed.failed += 1 }
        continue
      }
      try refusing(plan) {
        let request = try PushStep.request(plan, over: plan.link.map { try $0.remote() }, scope)
        let planned = PlannedRequest(number: plan.key.number, request)
        telling.results.withLock { results in
          results.planned.append(planned)
          results.count(plan)
        }
      }
    }
    telling.reportUnsentFields()
    return telling.results.withLock { $0 }
  }

  // MARK: For real

  /// Pushes everything that waits. A customer's failure does not stop the others; a system that refuses everything does.
  func perform() throws -> PushResults {
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
    telling.results.withLock { [waiting] in $0.waiting = waiting[...] }
    if count > 0 { PushWorkers.run(min(PushWorkers.count, count)) { self.work() } }
    telling.reportUnsentFields()
    return telling.results.withLock { results in
      results.close()
      return results
    }
  }

  private func work() {
    let budget = scope.context.budget
    while budget.claimCustomer() {
      defer { budget.releaseCustomer() }
      guard let customer = telling.results.withLock({ $0.failure == nil ? $0.waiting.popFirst() : nil }) else { return }
      do {
        if scope.context.cancellation.isCancelled { throw APIFailure.cancelled }
        try push(customer)
      } catch APIFailure.spent {
        // More was needed than is kept for a customer: lost answers take more.
        telling.results.withLock { $0.left += 1 }
      } catch {
        telling.results.withLock { results in
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
    guard let plan = try scope.register.read({ try plan(customer, in: $0) }) else {
      try scope.register.write { try PushStep.settleSilently(customer, scope, $0) }
      return
    }
    guard !plan.values.isEmpty else { return telling.results.withLock { $0.pushed.failed += 1 } }
    let preparation = PushPreparation(plan, scope, telling: telling)
    guard try !preparation.isResting(),
      let (request, present) = try refusing(plan, { try preparation.request() }) ?? nil
    else { return }
    // What was refused for all need not be refused of each.
    if let unfit = telling.results.withLock({ $0.unfitDefaults.first(of: request) }) {
      return telling.keepOut(plan, unfit)
    }
    guard let intent = try preparation.intend(request, over: present.record, run: run) else { return }
    let answer = PushAnswer(to: intent, of: plan, over: present.record, scope, telling: telling)
    do {
      try answer.take(scope.service.send(request))
    } catch let failure as APIFailure {
      try answer.settle(failure)
    }
  }

  private func plan(_ customer: Int64, in reader: RegisterReader) throws -> PushStep.Plan? {
    try PushStep(scope, customer: customer, register: reader).plan(
      report: telling.add, withheld: telling.withhold, unmeant: telling.setApart)
  }

  /// Does what makes a request. Nil, and told, for one that cannot be made.
  private func refusing<Result>(_ plan: PushStep.Plan, _ body: () throws -> Result) throws -> Result? {
    do {
      return try body()
    } catch APIFailure.record(let word, let text) {
      telling.fail(plan, PushRefusal(word: word, PushTexts.ofCustomer(plan.key.number, text)))
    } catch APIFailure.unfitDefault(let unfit) {
      telling.keepOut(plan, unfit)
    }
    return nil
  }
}
