import FoundationEssentials
import ConfigurationFile
import AccountingSystems
import CustomerModel

extension APIFailure {
  /// What ends a run, as a sentence with its exit status.
  func error(of scope: SyncScope) -> KundregError {
    switch self {
    case .unavailable(let error), .forbidden(let error): error
    case .spent, .cancelled: KundregError(.syncCancelled, SyncTexts.wasStopped(scope.label))
    case .unfitDefault(let unfit): KundregError(.erpUnfitDefault, unfit.message)
    case .record(_, let said), .numberTaken(let said):
      KundregError(.erpRefused, SyncTexts.refusesItsList(scope.label, said: said))
    case .gone:
      KundregError(
        .erpNoCustomers, SyncTexts.hasNoCustomers(scope.label, at: scope.context.system.baseURL.absoluteString))
    case .outcomeUnknown(let reason):
      KundregError(.erpUnreachable, SyncTexts.didNotAnswer(scope.label, reason: reason))
    }
  }
}
