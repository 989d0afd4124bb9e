import Foundation
import Glibc
import TestSupport
import Testing
import Texts

@testable import KundregCLI
@testable import RegisterStore

/// A sync that is stopped, killed, or met by another program.
@Suite(.serialized) struct SyncInterruptionTests {
  /// Rows of customers that only the register has.
  private static func rows(_ numbers: ClosedRange<Int>) -> String {
    "Kundnummer;Namn;E-postadress\n" + numbers.map { "\($0);Kund \($0) AB;kund\($0)@example.se\n" }.joined()
  }

  /// Numbers and names as both sides have them.
  private static func sides(_ it: SyncPlace) throws -> (here: [String], there: [String]) {
    let here = try it.place.query(
      "SELECT number || '|' || name || '|' || coalesce(email, '') FROM customer ORDER BY number")
    let there = try it.sandbox.customers().map { customer in
      ["CustomerNumber", "Name", "Email"].map { customer[$0]?.text ?? "" }.joined(separator: "|")
    }.sorted()
    return (here, there)
  }

  @Test(arguments: [SIGTERM, SIGINT])
  func politeStopFinishesTheRequestInFlightAndTheNextRunGoesOn(signal: Int32) throws {
    let it = try SyncPlace(fortnox: SyncPlace.twoCustomers)
    try it.importing(Self.rows(2001...2040))
    try it.sandbox.fault(
      #"{"kind": "slow", "system": "fortnox", "method": "POST", "seconds": 0.5, "count": 1000}"#)
    let child = try Program.start(["sync", "fortnox", "--yes"], in: it.place.path)
    let end = Date().addingTimeInterval(30)
    while try it.sandbox.writes().isEmpty {
      try #require(Date() < end)
      usleep(10_000)
    }
    kill(child.identifier, signal)
    let outcome = try child.finish()
    #expect(outcome.status == 69, "\(outcome.stdout)\n\(outcome.stderr)")
    #expect(outcome.stderr.contains(SyncAccountTexts.isStopping.english))
    let summary = try outcome.json()
    let created = try #require(summary["pushed"]?["created"]?.int)
    #expect((1..<40).contains(created))
    #expect(try it.sandbox.writes().count == created, "what was sent is recorded")
    #expect(summary["pushed"]?["queued"]?.int == 40 - created)
    // Nothing is left unknown.
    #expect(try it.place.query("SELECT count(*) FROM push WHERE state = 'intended'") == ["0"])

    try it.sandbox.clearFaults()
    let next = try it.sync(0)
    #expect(next["pushed"]?["created"]?.int == 40 - created)
    let sides = try Self.sides(it)
    #expect(sides.here == sides.there)
  }

  /// Killed without warning at moments all over the run, again and again until it goes through.
  @Test func killedSyncsConverge() throws {
    let it = try SyncPlace(
      fortnox: (1001...1030).map {
        #"{"CustomerNumber": "\#($0)", "Name": "Kund \#($0) AB", "Type": "COMPANY", "Email": "kund\#($0)@example.se"}"#
      }.joined(separator: ",\n"))
    try it.importing(Self.rows(2001...2030))
    // A renewal token can be used once: whoever is killed before the answer to it comes has lost the login, and only a person
    // can give a new one. So the login is renewed before.
    try it.sync(0, "--dry-run")
    // Every answer takes a little, so that there is something to be cut off.
    try it.sandbox.fault(#"{"kind": "slow", "system": "fortnox", "seconds": 0.02, "count": 1000000}"#)
    var generator = SeededGenerator(3)
    var killed = 0
    for _ in 0..<12 {
      let child = try Program.start(["sync", "fortnox", "--yes"], in: it.place.path)
      usleep(UInt32(Double.random(in: 0.05...1.0, using: &generator) * 1_000_000))
      kill(child.identifier, SIGKILL)
      if try child.finish().status == -SIGKILL { killed += 1 }
      #expect(try it.place.query("PRAGMA integrity_check") == ["ok"])
    }
    #expect(killed > 0, "none was killed before its end")
    try it.sandbox.clearFaults()
    try it.sync(0, "--yes")
    let sides = try Self.sides(it)
    #expect(sides.here.count == 60)
    #expect(sides.here == sides.there)
    let creations = try it.sandbox.writes().filter { $0["method"]?.text == "POST" }
    #expect(creations.count == 30, "nobody was created twice, nor refused as there already")
    let asked = try it.sandbox.requestCount()
    try it.sync(0)
    #expect(try it.sandbox.writes(after: asked).isEmpty)
  }

  @Test func killedBetweenSendingAndRecordingSendsNothingTwice() throws {
    let it = try SyncPlace.inStep()
    try it.importing("Kundnummer;Namn\n1003;Ny Kund AB\n")
    let asked = try it.sandbox.requestCount()
    // The change is made at once, and its answer comes never as far as the program is concerned.
    try it.sandbox.fault(#"{"kind": "slow", "system": "fortnox", "method": "POST", "seconds": 5, "count": 1}"#)
    let child = try Program.start(["sync", "fortnox"], in: it.place.path)
    let end = Date().addingTimeInterval(30)
    while try it.sandbox.customer("1003") == nil {
      try #require(Date() < end)
      usleep(10_000)
    }
    kill(child.identifier, SIGKILL)
    #expect(try child.finish().status == -SIGKILL)
    try it.sync(0)
    #expect(try it.sandbox.writes(after: asked).count == 1)
    #expect(try it.place.query("SELECT count(*) FROM link") == ["3"])
  }

  @Test(arguments: ["dropAfter", "truncate", "status500After"])
  func lostAnswerIsReadBackInTheSameRun(fault: String) throws {
    let it = try SyncPlace.inStep()
    try it.importing("Kundnummer;Namn\n1003;Ny Kund AB\n")
    try it.change("1002", ["E-postadress": "hiss@example.se"])
    for method in ["POST", "PUT"] {
      try it.sandbox.fault(#"{"kind": "\#(fault)", "system": "fortnox", "method": "\#(method)", "count": 1}"#)
    }
    let asked = try it.sandbox.requestCount()
    let summary = try it.sync(0)
    #expect(summary["pushed"] == .counts(["created": 1, "updated": 1, "failed": 0, "queued": 0]))
    #expect(try it.sandbox.writes(after: asked).count == 2)
    #expect(try it.sandbox.customer("1002")?["Email"]?.text == "hiss@example.se")
  }

  @Test func ofTwoSyncsAtOnceOneIsSeventyFive() throws {
    let it = try SyncPlace.inStep()
    try it.sandbox.fault(#"{"kind": "slow", "system": "fortnox", "seconds": 3, "count": 1}"#)
    let asked = try it.sandbox.requestCount()
    let first = try Program.start(["sync", "fortnox"], in: it.place.path)
    try it.sandbox.wait(forRequest: asked)
    let second = try it.place.expect(75, "sync", "fortnox")
    let syncing = SyncStoreTexts.isSyncing(Text.unknown.english, with: "fortnox")
    #expect(second.stderr.contains(syncing.untilUnknown), "\(second.stderr)")
    #expect(second.stderr.contains(syncing.afterUnknown), "\(second.stderr)")
    #expect(second.stdout.isEmpty)
    #expect(try first.finish().status == 0)
  }

  @Test func importWorksWhileASyncWaitsForTheNetwork() throws {
    let it = try SyncPlace.inStep()
    try it.change("1002", ["E-postadress": "hiss@example.se"])
    try it.sandbox.fault(#"{"kind": "slow", "system": "fortnox", "seconds": 3, "count": 1}"#)
    let asked = try it.sandbox.requestCount()
    let sync = try Program.start(["sync", "fortnox"], in: it.place.path)
    try it.sandbox.wait(forRequest: asked)
    try it.importing("Kundnummer;Namn\n1003;Ny Kund AB\n")
    #expect(kill(sync.identifier, 0) == 0, "the sync was still waiting")
    let outcome = try sync.finish()
    #expect(outcome.status == 0, "\(outcome.stderr)")
    #expect(try it.sandbox.customer("1003")?["Name"]?.text == "Ny Kund AB")
  }
}
