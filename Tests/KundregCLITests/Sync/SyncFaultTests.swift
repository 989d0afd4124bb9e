import Foundation
import Glibc
import Testing

/// What breaks around a sync, and what it does about it.
@Suite struct SyncFaultTests {
  /// Holds the register's write lock, as a large import does, until it is killed.
  private func holdRegister(_ it: SyncPlace) throws -> Child {
    let script = """
      import sqlite3, time
      register = sqlite3.connect("kundreg.db", isolation_level=None, timeout=30)
      register.execute("BEGIN IMMEDIATE")
      open("held", "w").close()
      time.sleep(120)
      """
    let child = try Child(
      "/usr/bin/env", ["python3", "-c", script], in: it.place.path, environment: Program.environment())
    let end = Date().addingTimeInterval(30)
    while !it.place.exists("held") {
      try #require(Date() < end)
      usleep(10_000)
    }
    return child
  }

  @Test func registerThatAnImportHoldsIsSeventyFiveAndTheNextRunGoesOn() throws {
    let it = try SyncPlace.inStep()
    try it.sandbox.edit("1001", #"{"Phone1": "08-111 11 11"}"#)
    let holder = try holdRegister(it)
    let outcome = try it.place.run("sync", "fortnox")
    kill(holder.identifier, SIGKILL)
    _ = try holder.finish()
    #expect(outcome.status == 75, "\(outcome.stdout)\(outcome.stderr)")
    try it.sync(0)
    #expect(try it.field("phone", of: "1001") == "08-111 11 11")
  }

  @Test func registerThatIsHeldWhenTheAnswerComesLosesNothing() throws {
    let it = try SyncPlace.inStep()
    try it.importing("Kundnummer;Namn\n1003;Ny Kund AB\n")
    try it.sandbox.fault(#"{"kind": "slow", "system": "fortnox", "method": "POST", "seconds": 3, "count": 1}"#)
    let asked = try it.sandbox.requestCount()
    let sync = try Program.start(["sync", "fortnox"], in: it.place.path)
    let end = Date().addingTimeInterval(30)
    while try it.sandbox.customer("1003") == nil {
      try #require(Date() < end)
      usleep(10_000)
    }
    let holder = try holdRegister(it)
    let outcome = try sync.finish()
    kill(holder.identifier, SIGKILL)
    _ = try holder.finish()
    #expect(outcome.status == 75, "\(outcome.stdout)\(outcome.stderr)")
    // The intent stands in the journal: the record is read back, and not made again.
    #expect(try it.place.query("SELECT count(*) FROM push WHERE state = 'intended'") == ["1"])
    try it.sync(0)
    #expect(try it.sandbox.writes(after: asked).count == 1)
    #expect(try it.place.query("SELECT count(*) FROM link") == ["3"])
  }

  @Test func tokensThatDieInTheMiddleAreRenewedOnTheWay() throws {
    let it = try SyncPlace(arguments: Sandbox.unhurried + ["--token-lifetime", "1"])
    try it.importing("Kundnummer;Namn\n" + (1...20).map { "\($0);Kund \($0) AB\n" }.joined())
    try it.sandbox.fault(#"{"kind": "slow", "system": "fortnox", "method": "POST", "seconds": 0.5, "count": 1000}"#)
    #expect(try it.sync(0, "--yes")["pushed"]?["created"] == .number(20))
    // Each renewal gives a new token and kills the old one: the file holds the last.
    try it.sandbox.clearFaults()
    usleep(1_100_000)
    try it.sync(0)
    try it.sandbox.fault(#"{"kind": "unauthorized", "system": "fortnox", "count": 1}"#)
    try it.sync(0)
    let renewals = try it.sandbox.requests().count { $0["path"]?.text?.hasSuffix("/token") == true }
    #expect(renewals >= 4)
  }

  @Test func throttledRequestIsRepeatedAndCounted() throws {
    let it = try SyncPlace.inStep()
    try it.importing("Kundnummer;Namn\n1003;Ny Kund AB\n")
    try it.sandbox.fault(#"{"kind": "status429", "system": "fortnox", "method": "POST", "count": 1}"#)
    let summary = try it.sync(0)
    #expect(summary["throttled"] == .number(1))
    #expect(summary["pushed"]?["created"] == .number(1))
    #expect(try it.sandbox.customers().count == 3)
  }

  @Test func paceOfTheConfigurationKeepsUnderTheSystemsOwn() throws {
    // A fifth of Fortnox' window, so that the test need not wait for the whole one.
    let it = try SyncPlace(arguments: ["--fortnox-window", "10/1"])
    try it.place.write(
      it.place.text("config.json").replacing("\"requestsPerWindow\": 100000", with: "\"requestsPerWindow\": 10"),
      to: "config.json")
    try it.importing("Kundnummer;Namn\n" + (1...15).map { "\($0);Kund \($0) AB\n" }.joined())
    let summary = try it.sync(0, "--yes")
    #expect(summary["pushed"]?["created"] == .number(15))
    #expect(summary["throttled"] == .number(0))
  }

  @Test func emptyListInactivatesNobody() throws {
    let it = try SyncPlace.inStep()
    try it.sandbox.fault(#"{"kind": "emptyList", "system": "fortnox", "count": 1000}"#)
    let outcome = try it.place.run("sync", "fortnox", "--full")
    #expect([2, 69].contains(outcome.status), "\(outcome.stdout)")
    #expect(try it.place.query("SELECT count(*) FROM customer WHERE active = 1") == ["2"])
  }

  @Test func credentialsOfOneSystemDoNotKeepTheOthersFromTheirTurn() throws {
    let it = try SyncPlace(fortnox: SyncPlace.twoCustomers, hasVisma: true)
    try it.logIn("visma", mode: 0o644)
    let outcome = try it.place.expect(78, "sync", "--all", "--format", "csv")
    #expect(outcome.stderr.contains("chmod 600"))
    #expect(outcome.stdout.split(whereSeparator: \.isNewline).count == 2)
    #expect(try it.field("name", of: "1001") == "Åkerlunds Bygg AB")
  }

  @Test func csvOfTwoSystemsHasItsHeadingsOnce() throws {
    let it = try SyncPlace(fortnox: SyncPlace.twoCustomers, hasVisma: true)
    let outcome = try it.place.run("sync", "--all", "--format", "csv")
    let lines = outcome.stdout.split(whereSeparator: \.isNewline)
    #expect(lines.count == 3)
    #expect(lines.count { $0.hasPrefix("run,erp,") } == 1)
    #expect(Set(lines.map { $0.split(separator: ",", omittingEmptySubsequences: false).count }).count == 1)
  }

  @Test(arguments: [("register", "register@example.se"), ("erp", "fortnox@example.se")])
  func policyOfTheConfigurationDecides(policy: String, expected: String) throws {
    let it = try SyncPlace.inStep(more: "\"conflicts\": \"\(policy)\",")
    try it.sandbox.advanceClock(60)
    try it.sandbox.edit("1001", #"{"Email": "fortnox@example.se"}"#)
    try it.change("1001", ["E-postadress": "register@example.se"])
    #expect(try it.sync(0)["conflicts"] == .number(0))
    #expect(try it.field("email", of: "1001") == expected)
    #expect(try it.sandbox.customer("1001")?["Email"]?.text == expected)
  }

  @Test func undoneRunGoesBackOnBothSides() throws {
    let it = try SyncPlace.inStep()
    try it.sandbox.advanceClock(60)
    try it.sandbox.edit("1001", #"{"Phone1": "08-111 11 11"}"#)
    let run = try #require(it.sync(0)["run"]?.int)
    #expect(try it.field("phone", of: "1001") == "08-111 11 11")
    try it.place.expect(0, "undo", "\(run)")
    #expect(try it.field("phone", of: "1001") == "08-465 004 00")
    try it.sync(0)
    #expect(try it.sandbox.customer("1001")?["Phone1"]?.text == "08-465 004 00")
    let asked = try it.sandbox.requestCount()
    try it.sync(0)
    #expect(try it.sandbox.writes(after: asked).isEmpty)
  }

  @Test func undoneFirstPullIsNotPulledInAgainByItself() throws {
    let it = try SyncPlace(fortnox: SyncPlace.twoCustomers)
    let run = try #require(it.sync(0)["run"]?.int)
    try it.place.expect(0, "undo", "\(run)")
    #expect(try it.place.query("SELECT count(*) FROM customer") == ["0"])
    try it.sync(0)
    #expect(try it.sandbox.customers().count == 2, "nothing is deleted there")
    #expect(try it.sandbox.writes().isEmpty)
  }

  @Test func numbersWithOddCharactersFindTheirRecord() throws {
    let it = try SyncPlace(
      fortnox: #"{"CustomerNumber": "ÅÄ-7", "Name": "Udda Nummer AB", "Type": "COMPANY", "City": "Örsund"}"#)
    try it.sync(0)
    try it.change("ÅÄ-7", ["E-postadress": "udda@example.se"])
    let outcome = try it.place.run("sync", "fortnox")
    #expect(outcome.status == 0, "\(outcome.stdout)")
    #expect(try it.sandbox.customer("ÅÄ-7")?["Email"]?.text == "udda@example.se")
  }

  @Test func metricsThatCannotBeWrittenAreAnError() throws {
    let it = try SyncPlace.inStep()
    let outcome = try it.place.expect(1, "sync", "fortnox", "--metrics", "finns-inte/kundreg.prom")
    #expect(outcome.stderr.contains("finns-inte/kundreg.prom"))
    #expect(try outcome.json()["erp"]?.text == "fortnox", "the sync itself was done and told")
  }
}
