package import CustomerModel
package import Documents

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
  /// With personal identity numbers masked.
  package var notes: [String] = [] {
    didSet { notes = notes.map(TextKind.words.shown) }
  }
  /// What the register would take, in a dry run.
  package var changes: [ShownChange] = []
  /// What would be sent, in a dry run.
  package var requestsToSend: [PlannedRequest] = []
  /// True when the run ended in good order before all was done, because it may send no more requests.
  package var hasMore = false
  /// Why the run ended before its end; what was not sent stays queued.
  package var interruption: KundregError?

  init(erp: String, isDryRun: Bool) {
    self.erp = erp
    self.isDryRun = isDryRun
  }

  /// Notes that more is to be done than may be sent.
  ///
  /// - Parameter sentence: what is left.
  mutating func leaveRest(_ sentence: String) {
    hasMore = true
    notes.append("More to do, as no more requests may be sent (--max-requests): \(sentence)")
  }

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

/// Something that a person should know of one customer or record. Holds no personal identity number.
package struct SyncFinding: Sendable, Hashable {
  package let code: String
  package let severity: Severity
  /// The customer number, here or, where there is none here, in the system.
  package let number: String
  /// The address of the record in the system; nil when it has none.
  package let link: String?
  package let message: String
  /// The field that it is about; nil where it is about none, or several.
  private let field: FieldPath?

  init(code: String, severity: Severity, number: String, link: String?, field: FieldPath? = nil, message: String) {
    self.field = field
    self.code = code
    self.severity = severity
    self.number = IdentityMask.maskedNumber(number)
    self.link = link
    self.message = IdentityMask.masked(message)
  }

  /// What a finding about one field is about, in whatever words.
  fileprivate struct Place: Hashable {
    let code: String
    let number: String
    let link: String?
    let field: FieldPath
  }

  /// Nil for one that is about no field, or several.
  fileprivate var place: Place? { field.map { Place(code: code, number: number, link: link, field: $0) } }
}

/// A request as it would be sent.
package struct PlannedRequest: Sendable, Equatable {
  package let number: String
  package let method: String
  package let path: String
  package let body: JSONNode
}
