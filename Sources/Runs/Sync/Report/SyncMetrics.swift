import Foundation
package import RegisterStore
import Writers

/// The sync's state in the text format that Prometheus's node exporter reads from files.
///
/// Source: Prometheus, "Exposition formats", text-based format 0.0.4.
package enum SyncMetrics {
  /// One accounting system's part.
  package struct Sample: Sendable {
    package let erp: String
    /// Nil when the sync could not begin.
    package let outcome: SyncOutcome?
    package let state: SyncState
    package let queueLength: Int
    package let exitStatus: Int32

    package init(erp: String, outcome: SyncOutcome?, state: SyncState, queueLength: Int, exitStatus: Int32) {
      self.erp = erp
      self.outcome = outcome
      self.state = state
      self.queueLength = queueLength
      self.exitStatus = exitStatus
    }
  }

  /// Replaces a file with the samples.
  package static func write(_ samples: [Sample], to path: String) throws {
    let file = try ReplacementFile(path: path)
    try Array(text(samples).utf8).withUnsafeBytes { try file.write($0) }
    try file.finish()
  }

  package static func text(_ samples: [Sample]) -> String {
    var text = ""
    func metric(_ name: String, _ help: String, _ value: (Sample) -> [(label: String, value: Double)]) {
      let lines = samples.flatMap { sample in
        value(sample).map { "kundreg_sync_\(name){erp=\"\(sample.erp)\"\($0.label)} \(number($0.value))\n" }
      }
      guard !lines.isEmpty else { return }
      text += "# HELP kundreg_sync_\(name) \(help)\n# TYPE kundreg_sync_\(name) gauge\n" + lines.joined()
    }
    metric("last_success_timestamp_seconds", "When the last sync went through to its end.") { sample in
      sample.state.lastSuccessAt.flatMap(SyncTime.date).map { [("", $0.timeIntervalSince1970)] } ?? []
    }
    metric("exit_status", "The exit status of the last sync.") { [("", Double($0.exitStatus))] }
    metric("queue_length", "Requests that failed and are tried again.") { [("", Double($0.queueLength))] }
    metric("duration_seconds", "How long the last sync took.") { sample in
      sample.outcome.map { [("", $0.seconds)] } ?? []
    }
    metric("conflicts", "Fields and pairs that wait for a person's decision.") { sample in
      sample.outcome.map { [("", Double($0.conflicts))] } ?? []
    }
    metric("requests", "Requests sent in the last sync.") { sample in
      sample.outcome.map { [("", Double($0.requests))] } ?? []
    }
    metric("throttled", "Requests of the last sync that the system answered with 429.") { sample in
      sample.outcome.map { [("", Double($0.throttled))] } ?? []
    }
    metric("more", "1 when the last sync left more to do, because it might send no more requests.") { sample in
      sample.outcome.map { [("", $0.hasMore ? 1 : 0)] } ?? []
    }
    metric("customers", "Customers of the last sync, by what became of them.") { sample in
      guard let outcome = sample.outcome else { return [] }
      let counts: KeyValuePairs = [
        "pulled_created": outcome.pulled.created, "pulled_updated": outcome.pulled.updated,
        "pulled_unchanged": outcome.pulled.unchanged, "pulled_rejected": outcome.pulled.rejected,
        "pushed_created": outcome.pushed.created, "pushed_updated": outcome.pushed.updated,
        "pushed_failed": outcome.pushed.failed, "pushed_queued": outcome.pushed.queued,
      ]
      return counts.map { (",result=\"\($0.key)\"", Double($0.value)) }
    }
    return text
  }

  private static func number(_ value: Double) -> String {
    value == value.rounded() ? String(Int(value)) : String(value)
  }
}
