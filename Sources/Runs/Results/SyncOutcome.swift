package import CustomerModel
import Documents
import Texts

/// What a sync with one accounting system did, or would do.
package struct SyncOutcome: RunResult {
  package struct Pulled: Sendable, Equatable {
    package var created = 0, updated = 0, unchanged = 0, rejected = 0
  }
  package struct Pushed: Sendable, Equatable {
    package var created = 0, updated = 0, failed = 0, queued = 0
  }

  /// The run; nil for a dry run.
  package var run: Int?
  /// The system's name in the configuration.
  package let erp: String
  package var fetched = 0
  package var pulled = Pulled()
  package var pushed = Pushed()
  /// How many fields are held in conflict with the system, and how many pairs are not decided.
  package var conflicts = 0
  package var requests = 0
  package var throttled = 0
  package let isDryRun: Bool
  package var seconds = 0.0
  package var findings: [SyncFinding] = []
  package private(set) var notes: [ResultNote] = []
  /// What the register would take, in a dry run.
  package var changes: [ShownChange] = []
  /// What would be sent, in a dry run.
  package var requestsToSend: [PlannedRequest] = []
  /// True when the run ended in good order before all was done, because it may send no more requests.
  package var hasMore = false
  /// Why the run ended before its end; what was not sent stays queued. Masked, since an accounting system may quote a value.
  package internal(set) var interruption: KundregError? {
    didSet { interruption = interruption?.masked }
  }

  init(erp: String, isDryRun: Bool) {
    self.erp = erp
    self.isDryRun = isDryRun
  }

  /// Notes that more is to be done than may be sent.
  ///
  /// - Parameter rest: what is left, as a sentence.
  mutating func leaveRest(_ rest: Text) {
    hasMore = true
    note([SyncTexts.hasMore, rest].joined())
  }

  mutating func note(_ text: Text, remedies: [Remedy] = []) { notes.append(ResultNote(text, remedies: remedies)) }

  /// Adds what a later run of the same night sent.
  package mutating func add(_ later: SyncOutcome) {
    pulled.updated += later.pulled.updated
    pushed.created += later.pushed.created
    pushed.updated += later.pushed.updated
    pushed.failed += later.pushed.failed
    pushed.queued += later.pushed.queued
    conflicts = later.conflicts
    requests += later.requests
    throttled += later.throttled
    seconds += later.seconds
    // What the later run tells of the same field of the same customer is what is so now.
    let told = Set(later.findings)
    let fields = Set(later.findings.compactMap(\.place))
    findings.removeAll { earlier in told.contains(earlier) || earlier.place.map(fields.contains) ?? false }
    findings += later.findings
    notes += later.notes.filter { !notes.contains($0) }
    interruption = interruption ?? later.interruption
  }

  /// True when a person should look at something.
  package var needsAttention: Bool {
    pulled.rejected > 0 || pushed.failed > 0 || pushed.queued > 0 || conflicts > 0
      || findings.contains { $0.severity == .reject }
  }
}
