import Texts
import AccountingSystems
import CustomerModel
import RegisterStore
import Synchronization

/// What a person is told of a push.
extension SyncPush {
  func withhold(_ path: FieldPath, number: String, remoteID: String?) {
    results.withLock { $0.withheld[path, default: Concerned()].add(number, remoteID: remoteID) }
  }

  func setApart(_ field: PushStep.Unmeant, number: String, remoteID: String?) {
    results.withLock { $0.unmeant[field, default: Concerned()].add(number, remoteID: remoteID) }
  }

  func reportUnmeant() {
    let unmeant = results.withLock { results in
      defer { results.unmeant = [:] }
      return results.unmeant
    }
    for (field, customers) in unmeant.sorted(by: { $0.key.path < $1.key.path }) {
      let why =
        field.isThere
        ? "it is written only where the record in \(scope.label) says \(field.conditions). Once it does, the next sync sends it."
        : "\(scope.label) has no field for it with this company. It stays here."
      add(
        scope.finding(
          "push.noPlace", .warn, number: customers.first, remoteID: customers.remoteID,
          "\(field.path) of customer \(customers.named) was not sent: \(why)"))
    }
  }

  /// One sentence for each field: where a licence lacks it, that is so of all customers.
  func reportWithheld() {
    let withheld = results.withLock { results in
      defer { results.withheld = [:] }
      return results.withheld
    }
    for (path, customers) in withheld.sorted(by: { $0.key < $1.key }) {
      add(
        scope.finding(
          "push.noRight", .warn, number: customers.first, remoteID: customers.remoteID,
          "\(path) of customer \(customers.named) was not sent: \(scope.label) does not show its own value, which the company's "
            + "licence or the rights of the user who signed in do not cover. It is never written over unseen. Once they do, "
            + "kundreg sync \(ShellWord.quoted(scope.system)) --full sees it."))
    }
  }

  func fail(_ plan: PushStep.Plan, _ code: String, _ message: String) {
    results.withLock { $0.pushed.failed += 1 }
    add(finding(code, number: plan.key.number, remoteID: plan.link?.remoteID, message))
  }

  /// A request could not be made.
  func failUnsent(_ plan: PushStep.Plan, _ code: String, _ message: String) {
    fail(plan, "push.\(code)", "Customer \(plan.key.number): \(message)")
  }

  /// What keeps new customers out is told once, not of each.
  func keepOut(_ plan: PushStep.Plan, _ unfit: UnfitDefault) {
    results.withLock { $0.unfitDefaults.add(unfit) }
    guard let message = unfit.ofCustomer else { return results.withLock { $0.pushed.failed += 1 } }
    fail(plan, "push.missing", "Customer \(plan.key.number): \(message)")
  }

  func finding(_ code: String, number: String, remoteID: String?, _ message: String) -> SyncFinding {
    scope.finding(code, number: number, remoteID: remoteID, message)
  }

  func add(_ finding: SyncFinding) { results.withLock { $0.findings.append(finding) } }

  /// What ends a push of which nothing may be written.
  static func error(_ last: KundregError, after forbidden: Int, untried: Int) -> KundregError {
    let others =
      untried == 0
      ? "No other was left to try." : "\(untried.counted("other was", "others were")) not tried: the next sync does it."
    return KundregError(
      last.status, code: last.code,
      "\(last.message) The run ended with that, as \(forbidden) customers in a row were refused so and none was written. \(others)"
    )
  }
}
