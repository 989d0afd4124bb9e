import RegisterStore
import AccountingSystems
import CustomerModel
import Texts

/// What came of a push, or would.
struct PushResults: Sendable {
  var waiting: ArraySlice<Int64> = []
  /// How many customers were left for the next run, because no more requests may be sent.
  var left = 0
  var pushed = SyncOutcome.Pushed()
  var findings: [SyncFinding] = []
  /// The requests, in a dry run.
  var planned: [PlannedRequest] = []
  /// How many values were sent in plain characters, or would be, and the first of them.
  private(set) var plainValues = 0
  private(set) var firstPlainValue: (number: String, path: FieldPath)?
  /// The customers whose field was not sent, since the system does not show its own value.
  var withheld: [FieldPath: Concerned] = [:]
  /// The customers whose field was not sent, since the record there has no place for it.
  var unmeant: [PushStep.Unmeant: Concerned] = [:]
  /// How many customers in a row could not be written for want of a right or a licence.
  var forbidden = 0
  /// What was said of the last of them, when they were so many that the push ended.
  var whyAllAreForbidden: KundregError?
  /// What of the configuration keeps new customers out, and how many.
  var unfitDefaults = UnfitDefaults()
  /// What ended the push before its end.
  var failure: (any Error)?

  /// Counts a customer that was written, or would be.
  mutating func count(_ plan: PushStep.Plan) {
    if plan.link == nil { pushed.created += 1 } else { pushed.updated += 1 }
    plainValues += plan.writtenPlainly.count
    guard let path = plan.writtenPlainly.first else { return }
    if let first = firstPlainValue, first.number <= plan.key.number { return }
    firstPlainValue = (plan.key.number, path)
  }

  /// Counts what was not begun, when no worker is left.
  mutating func close() {
    if failure == nil { left += waiting.count } else { pushed.queued += waiting.count }
    guard let error = whyAllAreForbidden else { return }
    let text = PushTexts.allAreForbidden(error.text, inARow: forbidden, untried: waiting.count)
    failure = APIFailure.unavailable(
      KundregError(error.status, code: error.code, text, remedies: error.remedies))
  }
}
