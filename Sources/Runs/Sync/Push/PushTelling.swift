import AccountingSystems
import CustomerModel
import RegisterStore
import Synchronization
import Texts

/// What a person is told of a push, gathered from all workers.
final class PushTelling: Sendable {
  private let scope: SyncScope
  /// What the workers have in common.
  let results = Mutex(PushResults())

  init(_ scope: SyncScope) { self.scope = scope }

  func add(_ finding: SyncFinding) { results.withLock { $0.findings.append(finding) } }

  /// A customer waits: for a retry, or to be merged first.
  func queue() { results.withLock { $0.pushed.queued += 1 } }

  // MARK: Told once for all

  func withhold(_ path: FieldPath, number: String, remoteID: String?) {
    results.withLock { $0.withheld[path, default: Concerned()].add(number, remoteID: remoteID) }
  }

  func setApart(_ field: PushStep.Unmeant, number: String, remoteID: String?) {
    results.withLock { $0.unmeant[field, default: Concerned()].add(number, remoteID: remoteID) }
  }

  /// Tells of fields that were not sent, a sentence for each: where a licence lacks one, that is so of all customers.
  func reportUnsentFields() {
    let (withheld, unmeant) = results.withLock { results in
      defer { (results.withheld, results.unmeant) = ([:], [:]) }
      return (results.withheld, results.unmeant)
    }
    for (path, customers) in withheld.sorted(by: { $0.key < $1.key }) {
      add(
        scope.finding(
          .noRight, number: customers.first, remoteID: customers.remoteID,
          PushTexts.isWithheld(path.columnHeading, of: customers.named, label: scope.label),
          remedies: [.syncFully(system: scope.system)]))
    }
    for (field, customers) in unmeant.sorted(by: { $0.key.path < $1.key.path }) {
      let path = field.path.columnHeading
      add(
        scope.finding(
          .noPlace, number: customers.first, remoteID: customers.remoteID,
          field.isThere
            ? PushTexts.hasNoPlaceYet(path, of: customers.named, conditions: field.conditions, label: scope.label)
            : PushTexts.hasNoPlace(path, of: customers.named, label: scope.label)))
    }
  }

  // MARK: Told of one customer

  func fail(_ plan: PushStep.Plan, _ refusal: PushRefusal) {
    results.withLock { $0.pushed.failed += 1 }
    tell(plan, refusal)
  }

  /// Tells why a customer waits.
  func queue(_ plan: PushStep.Plan, _ refusal: PushRefusal) {
    queue()
    tell(plan, refusal)
  }

  private func tell(_ plan: PushStep.Plan, _ refusal: PushRefusal) {
    add(refusal.finding(plan.key.number, remoteID: plan.link?.remoteID, scope))
  }

  /// What keeps new customers out is told once, not of each.
  func keepOut(_ plan: PushStep.Plan, _ unfit: UnfitDefault) {
    results.withLock { $0.unfitDefaults.add(unfit) }
    guard let text = unfit.ofCustomer else { return results.withLock { $0.pushed.failed += 1 } }
    fail(plan, PushRefusal(.lacking, PushTexts.ofCustomer(plan.key.number, text)))
  }
}
