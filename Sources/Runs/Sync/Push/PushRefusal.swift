import AccountingSystems
import CustomerModel
import Foundation
import RegisterStore
import Texts

/// Why something of one customer was not written in the accounting system.
struct PushRefusal {
  let code: String
  let text: Text
  var remedies: [Remedy] = []

  init(_ code: FindingCode, _ text: Text, remedies: [Remedy] = []) {
    self.code = code.name
    self.text = text
    self.remedies = remedies
  }

  /// A refusal by the word that the system, or its client, has for it.
  init(word: String, _ text: Text) {
    code = FindingCode.ofRefusal(word)
    self.text = text
  }

  /// The customer is no longer there.
  static func gone(_ number: String, _ scope: SyncScope) -> PushRefusal {
    PushRefusal(
      .deletedThere, PushTexts.deletedThere(number, label: scope.label),
      remedies: [.syncFully(system: scope.system)])
  }

  /// What was refused not long ago and rests: nil for what may be tried again.
  static func resting(_ failed: PushEntry, _ scope: SyncScope) -> PushRefusal? {
    guard !scope.options.retriesAll, let retry = failed.retryAfter, let time = SyncTime.date(retry),
      time > scope.context.now()
    else { return nil }
    let isGone = failed.code == FindingCode.deletedThere.name
    return PushRefusal(
      code: failed.code ?? FindingCode.failed.name,
      PushTexts.isTriedAgain(failed.reason ?? PushTexts.lastAttemptFailed, after: retry),
      remedies: (isGone ? [.syncFully(system: scope.system)] : []) + [.ofSync(.sendAtOnce(system: scope.system))])
  }

  private init(code: String, _ text: Text, remedies: [Remedy]) {
    self.code = code
    self.text = text
    self.remedies = remedies
  }

  func finding(_ number: String, remoteID: String?, _ scope: SyncScope) -> SyncFinding {
    scope.finding(code: code, number: number, remoteID: remoteID, text, remedies: remedies)
  }

  /// Writes the refusal into the journal.
  ///
  /// - Parameters:
  ///   - attempts: how often in a row the customer was refused, this time included.
  ///   - rests: true for what will most likely be refused again for a while; false for a fault that passes.
  func record(_ entry: Int64, attempts: Int, rests: Bool = true, _ scope: SyncScope) throws {
    let now = scope.context.now()
    try scope.register.write { writer in
      try writer.finishPush(
        entry, as: .failed, code: code, reason: text.maskedThroughout,
        retryAfter: rests ? now.addingTimeInterval(RetryDelay.afterRefusal(attempts: attempts)) : nil, at: now)
    }
  }
}
