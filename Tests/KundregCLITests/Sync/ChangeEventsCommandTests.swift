import Foundation
import Testing

/// A sync that reads Fortnox' events, by the program as it is installed.
@Suite struct ChangeEventsCommandTests {
  @Test func aSyncLearnsFromEventsWithoutAListAndTellsNoSecret() throws {
    let port = try Sandbox.freePort()
    let it = try SyncPlace.inStep(
      more: #""changeEvents": true, "changeEventsURL": "ws://127.0.0.1:\#(port)/fortnox/topics-v1","#,
      arguments: Sandbox.unhurried + ["--events-port", "\(port)"])
    // What is sent comes back as events, by which the place in the stream is known.
    try it.change("1001", ["E-postadress": "a@example.se"])
    try it.change("1002", ["E-postadress": "b@example.se"])
    try it.sync()
    try it.sandbox.edit("1002", #"{"Phone1": "08-111 11 11"}"#)
    try it.sandbox.delete("1001")
    let asked = try it.sandbox.requestCount()
    let outcome = try Program.run(["sync", "fortnox", "--verbose"], in: it.place.path)
    #expect(outcome.status == 0)
    #expect(try outcome.json()["notes"]?.elements.contains { $0.text?.contains("no lists were read") == true } == true)
    let paths = try it.sandbox.requests(after: asked).filter { $0["method"]?.text == "GET" }
      .compactMap { $0["path"]?.text }.filter { $0.hasPrefix("/fortnox/3/customers") && !$0.hasSuffix("references") }
    #expect(paths.sorted() == ["/fortnox/3/customers/1001", "/fortnox/3/customers/1002"])
    #expect(try it.field("phone", of: "1002") == "08-111 11 11")
    #expect(try it.place.succeed("customer", "show", "1001").json()["active"] == .boolean(false))
    #expect(!(outcome.stdout + outcome.stderr).contains("hemlig"))
  }

  /// Nobody tells events there: the sync does what it did without.
  @Test func aStreamThatIsNotThereIsWarnedOfAndChangesNoStatus() throws {
    let port = try Sandbox.freePort()
    let it = try SyncPlace.inStep(
      more: #""changeEvents": true, "changeEventsURL": "ws://127.0.0.1:\#(port)/fortnox/topics-v1","#)
    try it.sandbox.edit("1002", #"{"Phone1": "08-111 11 11"}"#)
    let outcome = try it.sync(0)
    let findings = outcome["findings"]?.elements ?? []
    #expect(findings.map { $0["code"]?.text } == ["sync.changeEvents"])
    #expect(findings.first?["severity"]?.text == "warn")
    #expect(try it.field("phone", of: "1002") == "08-111 11 11")
  }
}
