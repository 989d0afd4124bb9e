import Foundation
import Testing

/// What a sync and `erp status` tell of a night that did not go well, and of two systems.
@Suite struct SyncToldTests {
  @Test(arguments: ["https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"])
  func aDeadProxyIsNamedWithItsVariableAndWithoutItsPassword(_ variable: String) throws {
    let it = try SyncPlace()
    try it.place.write(SyncPlace.configuration("https://erp.example.com"), to: "config.json")
    var environment = [
      "https_proxy": "", "HTTPS_PROXY": "", "all_proxy": "", "ALL_PROXY": "", "no_proxy": "", "NO_PROXY": "",
    ]
    environment[variable] = "http://anna:hemligt@127.0.0.1:1"
    let outcome = try it.place.expect(69, "sync", "fortnox", environment: environment)
    #expect(
      outcome.stderr.contains("proxy 127.0.0.1:1, which \(variable) in the environment names"), "\(outcome.stderr)")
    #expect(!(outcome.stderr + outcome.stdout).contains("hemligt"))
  }

  @Test(arguments: [
    #"{"kind": "status500", "system": "fortnox", "method": "GET", "count": 20}"#,
    #"{"kind": "status403", "system": "fortnox", "method": "GET", "count": 20}"#,
    #"{"kind": "dropBefore", "system": "fortnox", "count": 20}"#,
  ])
  func aSyncThatFailedSaysNothingOfADryRunUnlessItWasOne(fault: String) throws {
    let it = try SyncPlace.inStep()
    try it.sandbox.fault(fault)
    let failed = try it.place.run("sync", "fortnox", "--format", "table")
    #expect([69, 78].contains(failed.status), "\(failed.stderr)")
    #expect(!failed.stdout.contains("dry run"), "\(failed.stdout)")
    try it.sandbox.fault(fault)
    let rehearsed = try it.place.run("sync", "fortnox", "--dry-run", "--format", "table")
    #expect([69, 78].contains(rehearsed.status))
    #expect(rehearsed.stdout.contains("dry run: nothing was written on either side"), "\(rehearsed.stdout)")
  }

  /// That the digits of its number stand in a finding names no customer.
  @Test func everyFindingNamesItsCustomerAlsoWhereItsNumberStandsInTheText() throws {
    let it = try SyncPlace(
      fortnox: """
        {"CustomerNumber": "1", "Name": "Ett AB", "Phone1": "ingen"},
        {"CustomerNumber": "10", "Name": "Tio AB", "OrganisationNumber": "559999-2153"},
        {"CustomerNumber": "12", "Name": "Tolv AB", "OrganisationNumber": "1234"}
        """)
    let table = try it.place.expect(0, "sync", "fortnox", "--format", "table").stdout
    #expect(table.contains("- Customer 1: “Phone1” is not one phone number"), "\(table)")
    #expect(table.contains("- Customer 10: “OrganisationNumber” has a wrong check digit"))
    // The sentence itself speaks of 10 digits, or 12.
    #expect(table.contains("- Customer 12: “OrganisationNumber” is no Swedish organisation"))
  }

  @Test func whatTheSecondSystemBringsReachesTheFirstTheSameNight() throws {
    let it = try SyncPlace(
      fortnox: SyncPlace.twoCustomers,
      visma: """
        {"CustomerNumber": "3001", "Name": "Bara i Visma AB", "InvoiceAddress1": "Storgatan 9",
         "InvoicePostalCode": "123 45", "InvoiceCity": "Storstad",
         "TermsOfPaymentId": "3f1a0b52-6c1d-4e0f-9a77-000000000030", "IsPrivatePerson": false, "IsActive": true}
        """, hasVisma: true)
    let outcome = try it.place.expect(0, "sync", "--all", "--yes")
    let objects = try SyncSummaryTests.documents(outcome.stdout)
    #expect(objects.map { $0["erp"]?.text } == ["fortnox", "visma"])
    #expect(objects[0]["pushed"] == .counts(["created": 1, "updated": 0, "failed": 0, "queued": 0]))
    #expect(try it.sandbox.customer("3001")?["Name"]?.text == "Bara i Visma AB")
    let sent = try it.sandbox.requests().count { $0["path"]?.text?.contains("/fortnox/3/") == true }
    #expect(objects[0]["requests"]?.int == sent)
    // A dry run, and a night in which nothing came, pass nothing on.
    let asked = try it.sandbox.requestCount()
    try it.place.expect(0, "sync", "--all")
    try it.place.expect(0, "sync", "--all", "--dry-run")
    #expect(try it.sandbox.writes(after: asked).isEmpty)
  }

  /// What the first system refused is not sent a second time the same night, nor told twice.
  @Test func whatTheFirstSystemRefusedIsNotTriedTwiceTheSameNight() throws {
    let it = try SyncPlace(hasVisma: true)
    try it.importing("Kundnummer;Namn;Adress;Postnr;Ort\n1001;Ettan AB;Storgatan 1;123 45;Storstad\n")
    try it.sandbox.fault(#"{"kind": "status400", "system": "fortnox", "method": "POST", "count": 1}"#)
    let outcome = try it.place.expect(2, "sync", "--all", "--yes")
    let objects = try SyncSummaryTests.documents(outcome.stdout)
    #expect(objects[0]["pushed"] == .counts(["created": 0, "updated": 0, "failed": 1, "queued": 0]))
    #expect(objects[0]["findings"]?.elements.count == 1)
  }

  @Test func statusTellsTheLastFailureAndWhatWaits() throws {
    let it = try SyncPlace.inStep()
    func status() throws -> JSON { try #require(it.place.succeed("erp", "status").json()[0]) }
    #expect(try status()["waiting"] == .number(0))
    #expect(try status()["last failure"]?.text ?? "" == "")
    try it.change("1002", ["E-postadress": "hiss@example.se"])
    #expect(try status()["waiting"] == .number(1))
    // A run that ended before its end.
    try it.sandbox.fault(#"{"kind": "status500", "system": "fortnox", "method": "GET", "count": 3}"#)
    try it.sync(69)
    #expect(try status()["last failure"]?.text?.contains("could not be reached in 3 tries") == true)
    #expect(try status()["waiting"] == .number(1))
    // A customer that was refused, by a run that went on.
    try it.sandbox.fault(#"{"kind": "status400", "system": "fortnox", "method": "PUT", "count": 1}"#)
    try it.sync(2)
    #expect(try status()["last failure"]?.text?.contains("Customer 1002: Fortnox does not take the customer") == true)
    #expect(try status()["queued"] == .number(1))
    try it.sync(0, "--retry")
    #expect(try status()["last failure"]?.text ?? "" == "")
    #expect(try status()["waiting"] == .number(0))
  }

  @Test func deepGoesWithFull() throws {
    let it = try SyncPlace.inStep()
    #expect(try it.place.expect(64, "sync", "fortnox", "--deep").stderr.contains("--full"))
    let asked = try it.sandbox.requestCount()
    try it.sync(0, "--full", "--deep")
    let paths = try it.sandbox.requests().dropFirst(asked).compactMap { $0["path"]?.text }
    #expect(paths.count { $0.hasSuffix("/customers/1001") } == 1)
  }
}
