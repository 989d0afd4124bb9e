import Foundation
import Testing
import Texts

@testable import AccountingSystems
@testable import HTTP
@testable import KundregCLI
@testable import Runs

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
    let proxy = HTTPTexts.throughProxy(.unknown, "127.0.0.1:1", variable).afterUnknown
    #expect(outcome.stderr.contains(proxy), "\(outcome.stderr)")
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
    let deed = SyncAccountTexts.wasRehearsed("Fortnox", system: "fortnox").english
    #expect(rehearsed.stdout.contains(deed), "\(rehearsed.stdout)")
  }

  /// People are told in their language; programs, and the account that the register keeps, in English.
  @Test func aSyncIsToldInSwedish() throws {
    let it = try SyncPlace(fortnox: #"{"CustomerNumber": "1", "Name": "Ett AB", "Phone1": "ingen"}"#)
    let table = try it.place.expect(0, "sync", "fortnox", "--format", "table", "--language", "sv").stdout
    #expect(table.contains("från Fortnox: 1 hämtade, 1 skapade"), "\(table)")
    #expect(table.contains("- Kund 1: ”Phone1”"), "\(table)")
    let node = try it.place.expect(0, "sync", "fortnox", "--language", "sv").json()
    #expect(node["notes"]?.elements.isEmpty == true)
    let status = try it.place.expect(0, "erp", "status", "--format", "table", "--language", "sv").stdout
    #expect(status.contains("Kopplade"), "\(status)")
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

  private static let bothInVisma = """
    {"CustomerNumber": "3001", "Name": "Bara i Visma AB", "InvoiceAddress1": "Storgatan 9",
     "InvoicePostalCode": "123 45", "InvoiceCity": "Storstad", "IsPrivatePerson": false, "IsActive": true,
     "TermsOfPaymentId": "3f1a0b52-6c1d-4e0f-9a77-000000000030"},
    {"CustomerNumber": "1001", "Name": "Åkerlunds Bygg AB", "InvoiceAddress1": "Storgatan 9",
     "InvoicePostalCode": "123 45", "InvoiceCity": "Storstad", "IsPrivatePerson": false, "IsActive": true,
     "Telephone": "08-333 33 33", "WwwAddress": "https://example.se",
     "TermsOfPaymentId": "3f1a0b52-6c1d-4e0f-9a77-000000000030"}
    """

  /// A rehearsal of all shows what each system would get of the others: what is then done without further confirmation.
  @Test func aDryRunOfAllShowsWhatEachSystemWouldGetOfTheOthers() throws {
    let it = try SyncPlace(fortnox: SyncPlace.twoCustomers, visma: Self.bothInVisma, hasVisma: true)
    try it.importing("Kundnummer;Namn;Adress;Postnr;Ort\n1003;Trean AB;Storgatan 1;123 45;Storstad\n")
    func created(_ outcome: Program.Outcome) throws -> [[String]] {
      try SyncSummaryTests.documents(outcome.stdout).map { object in
        object["changes"]?.elements.filter { $0["method"]?.text == "POST" }.compactMap { $0["number"]?.text }.sorted()
          ?? []
      }
    }
    let dry = try it.place.expect(2, "sync", "--all", "--dry-run")
    #expect(try created(dry) == [["1003", "3001"], ["1002", "1003"]])
    #expect(try it.sandbox.writes().isEmpty)
    let planned = try SyncSummaryTests.documents(dry.stdout)
    let done = try SyncSummaryTests.documents(it.place.expect(2, "sync", "--all").stdout)
    #expect(done.map { $0["pushed"]?["created"] } == [.number(2), .number(2)])
    #expect(done.map { $0["conflicts"] } == planned.map { $0["conflicts"] })
    let posted = try it.sandbox.writes().filter { $0["method"]?.text == "POST" }
    #expect(posted.count == 4)
  }

  /// What a system that is down, or cannot be signed in to, would bring was not shown.
  @Test(arguments: [false, true]) func aDryRunOfAllWithoutOneSystemDoesNotCountAsShown(hasLogin: Bool) throws {
    let it = try SyncPlace(fortnox: SyncPlace.twoCustomers, visma: Self.bothInVisma, hasVisma: true)
    try it.importing("Kundnummer;Namn;Adress;Postnr;Ort\n1003;Trean AB;Storgatan 1;123 45;Storstad\n")
    if hasLogin {
      try it.sandbox.fault(#"{"kind": "status500", "system": "visma", "method": "GET", "count": 3}"#)
    } else {
      try it.credentials("visma", "{}")
    }
    let dry = try it.place.expect(hasLogin ? 69 : 78, "sync", "--all", "--dry-run")
    let fortnox = try SyncSummaryTests.documents(dry.stdout)[0]
    #expect(fortnox["notes"]?.elements.compactMap(\.text).contains(SyncTexts.rehearsalIsNotWhole.english) == true)
    #expect(fortnox["changes"]?.elements.contains { $0["method"]?.text == "POST" } == true)
    #expect(try it.sync(2)["pushed"]?["queued"] == .number(1))
    try it.sync(0, "--dry-run")
    #expect(try it.sync(0)["pushed"]?["created"] == .number(1))
  }

  /// With two systems a conflict is told once for each, with the command that decides it.
  @Test func ofTwoSystemsEachConflictIsToldOnceWithTheCommandThatDecidesIt() throws {
    let it = try SyncPlace(fortnox: SyncPlace.twoCustomers, visma: Self.bothInVisma, hasVisma: true)
    try it.importing(
      "Kundnummer;Namn;Adress;Postnr;Ort;Telefonnummer\n1001;Åkerlunds Bygg AB;Storgatan 9;123 45;Storstad;08-111 11 11\n"
    )
    let outcome = try it.place.expect(2, "sync", "--all", "--yes")
    let objects = try SyncSummaryTests.documents(outcome.stdout)
    // The first system got what the second brought: its conflict was met twice.
    #expect(try it.sandbox.customer("1001")?["WWW"]?.text == "https://example.se")
    for (object, name) in zip(objects, ["fortnox", "visma"]) {
      let messages = object["findings"]?.elements.filter { $0["code"]?.text == "sync.conflict" }.compactMap {
        $0["message"]?.text
      }
      #expect(messages?.count == 1)
      let message = try #require(messages?.first)
      let command = "kundreg conflicts resolve 1001 phone --take register --erp \(name) (or --take erp)"
      #expect(message.hasSuffix(command), "\(message)")
    }
    try it.place.expect(0, "conflicts", "resolve", "1001", "phone", "--take", "register", "--erp", "fortnox")
    try it.place.expect(0, "conflicts", "resolve", "1001", "phone", "--take", "erp", "--erp", "visma")
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
    let noAnswer = SessionTexts.noUsableAnswer("Fortnox (fortnox)", tries: 3, .unknown).untilUnknown
    #expect(try status()["last failure"]?.text?.contains(noAnswer) == true)
    #expect(try status()["waiting"] == .number(1))
    // A customer that was refused, by a run that went on.
    try it.sandbox.fault(#"{"kind": "status400", "system": "fortnox", "method": "PUT", "count": 1}"#)
    try it.sync(2)
    let notTaken = PushTexts.ofCustomer("1002", VendorTexts.notTaken("Fortnox", .unknown)).untilUnknown
    #expect(try status()["last failure"]?.text?.contains(notTaken) == true)
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

  /// A removal has no body that could be shown.
  @Test func aRemovalIsShownWithoutABody() throws {
    let it = try SyncPlace.inStep()
    try it.sandbox.setReferences("1001", "Anna Ek", "Bo Ask")
    try it.sync()
    #expect(try it.place.succeed("customer", "show", "1001").json()["contactPersons"]?.elements.count == 2)
    try it.place.expect(0, "customer", "edit", "1001", "contactPersons[1].name=")
    let shown = try it.place.expect(0, "sync", "fortnox", "--dry-run", "--format", "table").stdout
    let sent = SyncAccountTexts.wouldBeSent("1001", method: "DELETE", path: "/customerreferences/").english
    #expect(shown.contains(sent), "\(shown)")
    #expect(!shown.contains("null"), "\(shown)")
  }
}
