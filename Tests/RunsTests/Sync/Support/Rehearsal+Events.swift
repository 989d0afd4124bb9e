import ConfigurationFile
import ERPSandbox
import Foundation
import RegisterStore
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

  /// The same with six customers who are in step, and the place in the stream known.
  static func inStepWithEvents(_ events: String = "{}", _ body: (Rehearsal) async throws -> Void) async throws {
    try await withEvents(events) { rehearsal in
      for number in 2001...2006 { try rehearsal.addHere(String(number), ["name": "Kund \(number) AB"]) }
      try await rehearsal.sync()
      // What was pushed is told, too, and read back once.
      try await rehearsal.nextNight()
      try await body(rehearsal)
    }
  }

  /// How far the stream was read.
  func eventMark() throws -> EventMark? { try register.read { try $0.syncState(system.name) }.eventMark }

  /// The customers whom events told of and who are still to be asked for.
  func toldAndWaiting() throws -> [String] { try register.read { try $0.changedRecords(system.name) } }

  /// What a night asks for beside further names, such as `list` or `2001`.
  func asked(_ body: () async throws -> Void) async throws -> [String] {
    try await requests(during: body).filter { $0.path.hasPrefix("/customers") && $0.method == "GET" }
      .map { $0.path == "/customers" ? "list" : String($0.path.dropFirst("/customers/".count)) }.sorted()
  }
}
