import Foundation
import Testing

/// What the README promises of a sync, step by step.
@Suite struct SyncQuickStartTests {
  @Test func firstDryRunShowsBothDirectionsAndWritesNothing() throws {
    let it = try SyncPlace(fortnox: SyncPlace.twoCustomers)
    try it.importing(
      """
      Kundnummer;Namn;Organisationsnummer;E-postadress
      1001;Åkerlunds Bygg AB;559999-2004;info@example.se
      1003;Ny Kund AB;559999-2038;ny@example.se

      """)
    let before = try it.place.export()
    let dry = try it.sync(0, "--dry-run")
    #expect(dry["run"] == .null)
    #expect(dry["dryRun"] == .boolean(true))
    let changes = dry["changes"]?.elements ?? []
    let pulled = changes.filter { $0["direction"]?.text == "pull" }
    let pushed = changes.filter { $0["direction"]?.text == "push" }
    #expect(Set(pulled.compactMap { $0["number"]?.text }) == ["1001", "1002"])
    let creation = try #require(pushed.first { $0["number"]?.text == "1003" })
    #expect(creation["method"]?.text == "POST")
    #expect(creation["body"]?["Customer"]?["Name"]?.text == "Ny Kund AB")
    #expect(try it.sandbox.writes().isEmpty)
    #expect(try it.place.export() == before)
  }

  @Test func firstSyncSendsNothingUntilTheMatchesWereShown() throws {
    let it = try SyncPlace(fortnox: SyncPlace.twoCustomers)
    try it.importing(SyncPlace.twoRows + "1003;Ny Kund AB;F;559999-2038;Gatan 1;123 45;Storstad;;\n")
    let first = try it.sync(2)
    #expect(first["pushed"]?["queued"] == .number(1))
    #expect(first["notes"]?.elements.contains { $0.text?.contains("--dry-run") == true } == true)
    #expect(try it.sandbox.writes().isEmpty)

    try it.sync(0, "--dry-run", "--summary")
    let second = try it.sync(0)
    #expect(second["pushed"]?["created"] == .number(1))
    #expect(try it.sandbox.customer("1003")?["Name"]?.text == "Ny Kund AB")
  }

  @Test func editOnEachSideCrossesAndTheNextRunIsSilent() throws {
    let it = try SyncPlace.inStep()
    try it.sandbox.advanceClock(60)
    try it.sandbox.edit("1001", #"{"Phone1": "08-111 11 11"}"#)
    try it.change("1002", ["E-postadress": "hiss@example.se"])
    let crossed = try it.sync()
    #expect(crossed["pulled"]?["updated"] == .number(1))
    #expect(crossed["pushed"]?["updated"] == .number(1))
    #expect(try it.field("phone", of: "1001") == "08-111 11 11")
    #expect(try it.sandbox.customer("1002")?["Email"]?.text == "hiss@example.se")

    // Fortnox' list may show the customers once more, within the overlap; that is no change.
    let before = try it.place.export()
    let asked = try it.sandbox.requestCount()
    let silent = try it.sync()
    #expect(silent["pulled"]?["updated"] == .number(0))
    #expect(silent["pushed"] == JSON.counts(["created": 0, "updated": 0, "failed": 0, "queued": 0]))
    #expect(try it.sandbox.writes(after: asked).isEmpty)
    #expect(try it.place.export() == before)
  }

  @Test func conflictIsHeldListedAndResolved() throws {
    let it = try SyncPlace.inStep()
    try it.sandbox.advanceClock(60)
    try it.sandbox.edit("1001", #"{"Email": "fortnox@example.se", "Phone1": "08-222 22 22"}"#)
    try it.change("1001", ["E-postadress": "register@example.se"])
    let held = try it.sync(2)
    #expect(held["conflicts"] == .number(1))
    #expect(try it.field("email", of: "1001") == "register@example.se")
    #expect(try it.field("phone", of: "1001") == "08-222 22 22", "the customer's other fields keep flowing")
    #expect(try it.sandbox.customer("1001")?["Email"]?.text == "fortnox@example.se")

    let listed = try it.place.succeed("conflicts", "list").json()
    #expect(listed.elements.count == 1)
    #expect(listed[0]?["number"]?.text == "1001")
    #expect(listed[0]?["field"]?.text == "email")
    #expect(listed[0]?["register"]?.text == "register@example.se")
    #expect(listed[0]?["erp value"]?.text == "fortnox@example.se")

    try it.place.succeed("conflicts", "resolve", "1001", "email", "--take", "register")
    let resolved = try it.sync()
    #expect(resolved["conflicts"] == .number(0))
    #expect(resolved["pushed"]?["updated"] == .number(1))
    #expect(try it.sandbox.customer("1001")?["Email"]?.text == "register@example.se")
    #expect(try it.place.succeed("conflicts", "list").json().elements.isEmpty)
  }

  @Test(arguments: [
    (["--take", "erp"], "fortnox@example.se"), (["--value", "tredje@example.se"], "tredje@example.se"),
  ])
  func conflictIsResolvedTheOtherWays(decision: [String], expected: String) throws {
    let it = try SyncPlace.inStep()
    try it.sandbox.advanceClock(60)
    try it.sandbox.edit("1001", #"{"Email": "fortnox@example.se"}"#)
    try it.change("1001", ["E-postadress": "register@example.se"])
    try it.sync(2)
    let resolved = try Program.run(
      ["conflicts", "resolve", "1001", "email"] + decision + ["--erp", "fortnox"], in: it.place.path)
    #expect(resolved.status == 0, "\(resolved.stderr)")
    try it.sync()
    #expect(try it.field("email", of: "1001") == expected)
    #expect(try it.sandbox.customer("1001")?["Email"]?.text == expected)
    let asked = try it.sandbox.requestCount()
    try it.sync()
    #expect(try it.sandbox.writes(after: asked).isEmpty)
  }

  @Test(arguments: ["same", "different"])
  func pairThatMayBeWrongIsAskedAndNeitherSideIsTouched(answer: String) throws {
    let it = try SyncPlace(
      fortnox: """
        {"CustomerNumber": "1001", "Name": "Helt Annan AB", "Type": "COMPANY", "OrganisationNumber": "559999-7011",
         "Email": "annan@example.se"}
        """)
    try it.importing("Kundnummer;Namn;Organisationsnummer\n1001;Åkerlunds Bygg AB;559999-2004\n")
    let asked = try it.sync(2, "--yes")
    #expect(asked["conflicts"] == .number(1))
    #expect(try it.sandbox.writes().isEmpty)
    #expect(try it.field("name", of: "1001") == "Åkerlunds Bygg AB")
    let listed = try it.place.succeed("conflicts", "list").json()
    #expect(listed[0]?["field"]?.text == "match")
    #expect(listed[0]?["erp value"]?.text == "1001 Helt Annan AB")

    try it.place.succeed("conflicts", "resolve", "1001", "match", "--value", answer)
    let outcome = try Program.run(["sync", "fortnox", "--full"], in: it.place.path)
    // The same: their fields are in conflict now. Different: both stay as they are.
    #expect(outcome.status == (answer == "same" ? 2 : 0), "\(outcome.stdout)")
    #expect(try it.sandbox.writes().isEmpty)
    let fields = try it.place.succeed("conflicts", "list").json().elements.compactMap { $0["field"]?.text }
    #expect(fields.contains("match") == false)
    #expect(fields.contains("name") == (answer == "same"))
  }

  @Test func deletedThereIsFoundByAFullSyncAndInactivatedHere() throws {
    let it = try SyncPlace.inStep()
    try it.sandbox.delete("1002")
    try it.sync(0)
    #expect(try it.place.succeed("customer", "show", "1002").json()["active"] == .boolean(true))
    let refused = try it.sync(2, "--full", "--max-inactivate", "0%")
    #expect(refused["findings"]?.elements.contains { $0["code"]?.text == "sync.missing" } == true)
    #expect(try it.place.succeed("customer", "show", "1002").json()["active"] == .boolean(true))
    // One is more than a fifth of two, and may be inactivated all the same.
    try it.sync(0, "--full")
    #expect(try it.place.succeed("customer", "show", "1002").json()["active"] == .boolean(false))
  }

  @Test func pullAndPushGoOneWayEach() throws {
    let it = try SyncPlace.inStep()
    try it.sandbox.advanceClock(60)
    try it.sandbox.edit("1001", #"{"Phone1": "08-111 11 11"}"#)
    try it.change("1002", ["E-postadress": "hiss@example.se"])
    try it.sync(0, "--direction", "pull")
    #expect(try it.field("phone", of: "1001") == "08-111 11 11")
    #expect(try it.sandbox.writes().isEmpty)
    try it.sandbox.edit("1001", #"{"Phone1": "08-333 33 33"}"#)
    try it.sync(0, "--direction", "push")
    #expect(try it.sandbox.customer("1002")?["Email"]?.text == "hiss@example.se")
    #expect(try it.field("phone", of: "1001") == "08-111 11 11")
  }
}

extension JSON {
  static func counts(_ values: [String: Int]) -> JSON { .object(values.mapValues { .number(Decimal($0)) }) }
}
