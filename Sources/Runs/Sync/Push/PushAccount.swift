import AccountingSystems
import CustomerModel
import Texts

/// Puts what was sent into the account of a sync.
struct PushAccount {
  private let scope: SyncScope

  init(_ scope: SyncScope) { self.scope = scope }

  func add(_ results: PushResults, to outcome: inout SyncOutcome) {
    outcome.pushed.created += results.pushed.created
    outcome.pushed.updated += results.pushed.updated
    outcome.pushed.failed += results.pushed.failed
    outcome.pushed.queued += results.pushed.queued
    outcome.findings += results.findings.sorted { ($0.number, $0.code) < ($1.number, $1.code) }
    outcome.requestsToSend += results.planned
    outcome.findings += results.unfitDefaults.all.map { unfit, count in
      scope.finding(
        code: FindingCode.ofRefusal(unfit.code), number: "", remoteID: nil,
        [unfit.message, SyncTexts.newCustomersWait(count)].joined())
    }
    if let first = results.firstPlainValue {
      outcome.note(
        SyncTexts.sentPlainly(
          results.plainValues, first: first, label: scope.label, isDryRun: scope.options.isDryRun))
    }
  }

  func add(_ results: FurtherContactsPush.Results, to outcome: inout SyncOutcome) {
    outcome.pushed.failed += results.failed
    outcome.findings += results.findings
    outcome.requestsToSend += results.planned
    guard results.added + results.removed > 0 else { return }
    outcome.note(
      SyncTexts.contactNames(
        scope.label, added: results.added, removed: results.removed, isDryRun: scope.options.isDryRun))
  }
}
