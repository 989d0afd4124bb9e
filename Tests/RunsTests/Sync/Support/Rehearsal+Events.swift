import ConfigurationFile
import ERPSandbox
import Foundation
import Runs
import Testing

extension Rehearsal {
  /// Runs `body` with a Fortnox that tells events, and a system that asks for them.
  ///
  /// - Parameter events: what is not known of them, as a seed has it.
  static func withEvents(_ events: String = "{}", _ body: (Rehearsal) async throws -> Void) async throws {
    try await run(.fortnox, seed: #"{"fortnox": {"events": \#(events)}}"#, sandbox: { $0.eventsPort = 0 }) {
      rehearsal in
      let port = try #require(try await rehearsal.control("GET", "/state")["eventsPort"]?.integer)
      rehearsal.system.changeEvents = true
      rehearsal.system.changeEventsURL = URL(string: "ws://127.0.0.1:\(port)/fortnox/topics-v1")
      try await body(rehearsal)
    }
  }
}
