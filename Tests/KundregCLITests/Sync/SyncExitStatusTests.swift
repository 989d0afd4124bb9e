import Foundation
import Glibc
import Testing
import Texts

@testable import AccountingSystems
@testable import KundregCLI

/// Which exit status a sync ends with, and what it says.
@Suite struct SyncExitStatusTests {
  @Test(arguments: [
    ["sync"], ["sync", "--all", "fortnox"], ["sync", "fortnox", "--summary"],
    ["sync", "fortnox", "--direction", "sidled"], ["sync", "fortnox", "--max-inactivate", "mycket"],
    ["conflicts", "resolve", "1001", "email"], ["conflicts", "resolve", "1001", "match", "--take", "erp"],
    ["conflicts", "resolve", "1001", "email", "--take", "erp", "--value", "x@example.se"],
    ["conflicts", "resolve", "1001", "match", "--value", "maybe"], ["erp", "login"],
  ])
  func wrongUsageIsSixtyFour(arguments: [String]) throws {
    let place = try Workplace()
    let outcome = try Program.run(arguments, in: place.path)
    #expect(outcome.status == 64, "\(outcome.stdout)\(outcome.stderr)")
    #expect(outcome.stdout.isEmpty)
  }

  @Test func unknownSystemIsSeventyEightAndNamesThoseThereAre() throws {
    let place = try Workplace()
    for arguments in [
      ["sync", "fortnix"], ["erp", "login", "fortnix"], ["erp", "logout", "fortnix"],
      ["conflicts", "list", "--erp", "fortnix"],
    ] {
      let outcome = try place.refuse("erp.unknown", status: 78, arguments: arguments)
      #expect(outcome.stderr.contains("“fortnix”") && outcome.stderr.contains("fortnox, visma"))
    }
  }

  @Test func noCredentialsAreSeventyEightAndSayHowToGetThem() throws {
    let it = try SyncPlace(hasLogin: false)
    let named = try it.place.expect(78, "sync", "fortnox")
    #expect(named.stderr.contains("kundreg erp login fortnox"))
    try it.place.refuse("erp.none", status: 78, "sync", "--all")
    #expect(try it.sandbox.requestCount() == 0)
  }

  @Test func credentialsThatOthersCanReadAreSeventyEight() throws {
    let it = try SyncPlace(fortnox: SyncPlace.twoCustomers)
    try it.logIn("fortnox", mode: 0o640)
    let outcome = try it.place.expect(78, "sync", "fortnox")
    #expect(outcome.stderr.contains("chmod 600"))
    #expect(try it.sandbox.requestCount() == 0)
  }

  @Test func incompleteCredentialsAreSeventyEight() throws {
    let it = try SyncPlace()
    try it.credentials("fortnox", #"{"clientId": "klient"}"#)
    #expect(try it.place.expect(78, "sync", "fortnox").stderr.contains("clientSecret"))
  }

  @Test func plainHTTPToAnotherHostIsSeventyEight() throws {
    let it = try SyncPlace()
    try it.place.write(SyncPlace.configuration("http://erp.example.com"), to: "config.json")
    let outcome = try it.place.expect(78, "sync", "fortnox")
    #expect(outcome.stderr.contains("https"))
  }

  @Test(arguments: ["register-sv", "finns-inte"])
  func mappingThatGoesOneWayOrIsNotThereIsSeventyEight(mapping: String) throws {
    let it = try SyncPlace(fortnox: SyncPlace.twoCustomers, more: "\"mapping\": \"\(mapping)\",")
    let outcome = try it.place.expect(78, "sync", "fortnox")
    #expect(outcome.stderr.contains(mapping))
    #expect(try it.sandbox.requestCount() == 0)
  }

  @Test func userWithoutThePermissionIsSeventySevenAndNothingIsAsked() throws {
    let it = try SyncPlace(fortnox: SyncPlace.twoCustomers)
    try it.place.succeed("user", "add", "siv", "--grant", "view")
    #expect(try it.place.expect(77, "sync", "fortnox", "--as", "siv").stderr.contains("siv"))
    #expect(try it.place.expect(77, "erp", "login", "fortnox", "--as", "siv").stderr.contains("siv"))
    #expect(try it.place.expect(77, "erp", "logout", "fortnox", "--as", "siv").stderr.contains("siv"))
    #expect(try it.sandbox.requestCount() == 0)
  }

  @Test func systemThatIsDownIsSixtyNineAndWhatWasNotSentStaysQueued() throws {
    let it = try SyncPlace.inStep()
    try it.change("1002", ["E-postadress": "hiss@example.se"])
    // From the first write on, everything is refused.
    try it.sandbox.fault(#"{"kind": "status500", "system": "fortnox", "count": 1000}"#)
    let outcome = try it.place.expect(69, "sync", "fortnox")
    #expect(outcome.stderr.contains("Fortnox"))
    try it.sandbox.clearFaults()
    #expect(try it.sync()["pushed"]?["updated"] == .number(1))
    #expect(try it.sandbox.customer("1002")?["Email"]?.text == "hiss@example.se")

    it.sandbox.stop()
    let down = try it.place.expect(69, "sync", "fortnox")
    let unreachable = SessionTexts.unreachable("Fortnox (fortnox)", tries: 3, .unknown).untilUnknown
    #expect(down.stderr.contains(unreachable), "\(down.stderr)")
    #expect(try down.json()["interrupted"]?.text?.contains(unreachable) == true)
  }

  @Test func deadLoginIsSixtyNineAndSaysWhatToDo() throws {
    let it = try SyncPlace.inStep()
    try it.change("1002", ["E-postadress": "hiss@example.se"])
    try it.logIn("fortnox", refreshToken: "for-gammal")
    let outcome = try it.place.expect(69, "sync", "fortnox")
    #expect(outcome.stderr.contains("kundreg erp login fortnox"))
    #expect(!outcome.stderr.contains("for-gammal"))
    #expect(outcome.stderr.split(separator: "\n").count == 1, "\(outcome.stderr)")
  }

  @Test func aFailedSyncDoesNotPassForADryRun() throws {
    let it = try SyncPlace()
    try it.logIn("fortnox", refreshToken: "for-gammal")
    let outcome = try it.place.expect(69, "--format", "table", "sync", "fortnox")
    #expect(!outcome.stdout.contains("dry run"))
    let deed = SyncAccountTexts.didNotMerge("Fortnox", system: "fortnox").english
    #expect(!outcome.stdout.contains("fortnox") || outcome.stdout.contains(deed), "\(outcome.stdout)")
  }

  @Test func whatIsRefusedIsTwoAndRestsUntilItsTime() throws {
    let it = try SyncPlace.inStep()
    try it.importing("Kundnummer;Namn\n1003;Ny Kund AB\n")
    // A deleted customer of that number keeps it.
    try it.sandbox.edit("1003", #"{"Name": "Försvunnen AB"}"#)
    try it.sandbox.delete("1003")
    let refused = try it.sync(2)
    #expect(refused["pushed"]?["failed"] == .number(1))
    #expect(refused["findings"]?.elements.contains { $0["code"]?.text == "push.numberTaken" } == true)
    let asked = try it.sandbox.requestCount()
    let rested = try it.sync(2)
    #expect(rested["pushed"]?["queued"] == .number(1))
    #expect(try it.sandbox.writes(after: asked).isEmpty)
    let status = try it.place.succeed("erp", "status").json()
    #expect(status[0]?["queued"] == .number(1))
  }

  @Test func deadSystemDoesNotKeepTheOthersFromTheirTurn() throws {
    let it = try SyncPlace(
      fortnox: SyncPlace.twoCustomers,
      visma: """
        {"CustomerNumber": "1007", "Name": "Visma-kunden AB", "InvoiceCity": "Storstad", "InvoicePostalCode": "123 45",
         "TermsOfPaymentId": "3f1a0b52-6c1d-4e0f-9a77-000000000030", "IsPrivatePerson": false, "IsActive": true}
        """, hasVisma: true)
    try it.logIn("fortnox", refreshToken: "for-gammal")
    let outcome = try it.place.expect(69, "sync", "--all", "--metrics", "kundreg.prom")
    #expect(outcome.stderr.contains("kundreg erp login fortnox"))
    #expect(try it.field("name", of: "1007") == "Visma-kunden AB")
    let metrics = try it.place.text("kundreg.prom")
    #expect(metrics.contains("kundreg_sync_exit_status{erp=\"fortnox\"} 69"))
    #expect(metrics.contains("kundreg_sync_exit_status{erp=\"visma\"} 0"))
  }

  @Test func conflictThatIsNotThereIsOne() throws {
    let it = try SyncPlace.inStep()
    try it.place.refuse("conflict.none", "conflicts", "resolve", "1001", "email", "--take", "erp")
    try it.place.refuse("customer.unknown", "conflicts", "resolve", "9", "email", "--take", "erp")
    try it.place.expect(1, "conflicts", "resolve", "1001", "match", "--value", "same")
  }

  @Test func valueThatBreaksARuleResolvesNothing() throws {
    let it = try SyncPlace.inStep()
    try it.sandbox.advanceClock(60)
    try it.sandbox.edit("1001", #"{"OrganisationNumber": "559999-7011"}"#)
    try it.change("1001", ["Organisationsnummer": "559999-2038"])
    try it.sync(2)
    try it.place.expect(1, "conflicts", "resolve", "1001", "identityNumber", "--value", "559999-2153")
    #expect(try it.field("identityNumber", of: "1001") == "559999-2038")
    #expect(try it.place.succeed("conflicts", "list").json().elements.count == 1)
  }
}
