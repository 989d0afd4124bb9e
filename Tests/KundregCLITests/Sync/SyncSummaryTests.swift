import Foundation
import Testing
import Texts

@testable import KundregCLI
@testable import Runs

/// What `sync` prints.
@Suite struct SyncSummaryTests {
  /// The contract's keys, in its order.
  private static let keys = [
    "run", "erp", "fetched", "pulled", "pushed", "conflicts", "requests", "throttled", "dryRun", "seconds",
  ]
  private static let pulled = ["created", "updated", "unchanged", "rejected"]
  private static let pushed = ["created", "updated", "failed", "queued"]

  /// The places of the keys in a printed object: JSON keeps no order, but people read it.
  private func places(_ keys: [String], in text: String) -> [String.Index?] {
    keys.map { text.range(of: "\"\($0)\"")?.lowerBound }
  }

  @Test func summaryHasTheKeysOfTheContractFirstAndRightCounts() throws {
    let it = try SyncPlace(fortnox: SyncPlace.twoCustomers)
    try it.importing(
      """
      Kundnummer;Namn;Organisationsnummer;E-postadress
      1001;Åkerlunds Bygg AB;559999-2004;info@example.se
      1003;Ny Kund AB;559999-2038;ny@example.se

      """)
    let outcome = try it.place.expect(0, "sync", "fortnox", "--yes")
    let summary = try outcome.json()
    #expect(summary.keys == Set(Self.keys + ["more", "findings", "notes"]))
    let found = places(Self.keys + ["more", "findings", "notes"], in: outcome.stdout)
    #expect(found.allSatisfy { $0 != nil })
    #expect(found.compactMap(\.self) == found.compactMap(\.self).sorted())
    #expect(summary["pulled"]?.keys == Set(Self.pulled))
    #expect(summary["pushed"]?.keys == Set(Self.pushed))

    #expect(summary["run"] == .number(2))
    #expect(summary["erp"]?.text == "fortnox")
    #expect(summary["fetched"] == .number(2))
    // 1002 is new here, 1001 gets its address and type from there, 1003 is new there.
    #expect(summary["pulled"] == .counts(["created": 1, "updated": 1, "unchanged": 0, "rejected": 0]))
    #expect(summary["pushed"] == .counts(["created": 1, "updated": 0, "failed": 0, "queued": 0]))
    #expect(summary["conflicts"] == .number(0))
    #expect(summary["throttled"] == .number(0))
    #expect(summary["dryRun"] == .boolean(false))
    #expect(summary["seconds"]?.type == "number")
    #expect(summary["requests"]?.int == (try it.sandbox.requests().count { $0["path"]?.text?.contains("/3/") == true }))
  }

  @Test func twoSystemsAreOneObjectEach() throws {
    let it = try SyncPlace(
      fortnox: SyncPlace.twoCustomers,
      visma: """
        {"CustomerNumber": "1001", "Name": "Åkerlunds Bygg AB", "InvoiceAddress1": "Storgatan 9",
         "InvoicePostalCode": "123 45", "InvoiceCity": "Storstad", "InvoiceCountryCode": "SE",
         "TermsOfPaymentId": "3f1a0b52-6c1d-4e0f-9a77-000000000030", "IsPrivatePerson": false, "IsActive": true,
         "CorporateIdentityNumber": "559999-2004", "EmailAddress": "info@example.se", "Telephone": "08-465 004 00"}
        """, hasVisma: true)
    let outcome = try it.place.expect(0, "sync", "--all", "--yes")
    let objects = try Self.documents(outcome.stdout)
    #expect(objects.map { $0["erp"]?.text } == ["fortnox", "visma"])
    #expect(objects[0]["fetched"] == .number(2))
    #expect(objects[1]["fetched"] == .number(1))
    // What Fortnox brought goes on to Visma in the same night.
    #expect(try it.sandbox.customer("1002", of: "visma")?["Name"]?.text == "Öbergs Hiss AB")
    // Visma knows the country, and Fortnox learns it the next night. Then there is nothing left to tell.
    try it.place.expect(0, "sync", "visma", "fortnox")
    #expect(try it.sandbox.customer("1001")?["CountryCode"]?.text == "SE")
    let asked = try it.sandbox.requestCount()
    try it.place.expect(0, "sync", "visma", "fortnox")
    #expect(try it.sandbox.writes(after: asked).isEmpty)
  }

  /// The objects of a stream of JSON documents.
  static func documents(_ text: String) throws -> [JSON] {
    // A document of its own begins with a brace at the start of a line.
    let parts = ("\n" + text).components(separatedBy: "\n{").dropFirst()
    return try parts.map { try JSON(text: "{" + $0) }
  }

  @Test func csvIsOneRowOfCounts() throws {
    let it = try SyncPlace.inStep()
    let outcome = try it.place.expect(0, "sync", "fortnox", "--format", "csv")
    let lines = outcome.stdout.split(whereSeparator: \.isNewline).map(String.init)
    try #require(lines.count == 2)
    let separator: Character = lines[0].contains(";") ? ";" : ","
    let heads = lines[0].trimmingPrefix("\u{FEFF}").split(separator: separator, omittingEmptySubsequences: false)
      .map(String.init)
    let cells = lines[1].split(separator: separator, omittingEmptySubsequences: false).map(String.init)
    try #require(heads.count == cells.count)
    let row = Dictionary(zip(heads, cells)) { first, _ in first }
    #expect(heads.prefix(4) == ["run", "erp", "fetched", "pulled.created"])
    #expect(row["erp"] == "fortnox")
    #expect(row["pushed.failed"] == "0")
    #expect(row["dryRun"] == "false")
  }

  @Test func tableNamesBothDirectionsAndEachRequestOfADryRun() throws {
    let it = try SyncPlace.inStep()
    try it.change("1002", ["E-postadress": "hiss@example.se"])
    let dry = try it.place.expect(0, "sync", "fortnox", "--dry-run", "--format", "table").stdout
    #expect(dry.contains("1002  would be sent: PUT"))
    #expect(dry.contains(#""Email":"hiss@example.se""#) || dry.contains(#""Email": "hiss@example.se""#))
    #expect(dry.contains(SyncAccountTexts.wasRehearsed("Fortnox", system: "fortnox").english))
    let done = try it.place.expect(0, "sync", "fortnox", "--format", "table").stdout
    let pushed = SyncAccountTexts.pushed("Fortnox", created: 0, updated: 1, failed: 0, queued: 0).english
    #expect(done.contains("from Fortnox: ") && done.contains(pushed), "\(done)")
  }

  @Test func dryRunShowsExactlyTheBodyThatIsThenSent() throws {
    let it = try SyncPlace.inStep()
    try it.change("1002", ["E-postadress": "hiss@example.se", "Telefon": ""])
    let planned = try #require(
      it.sync(0, "--dry-run")["changes"]?.elements.first { $0["direction"]?.text == "push" })
    let asked = try it.sandbox.requestCount()
    try it.sync()
    let sent = try it.sandbox.writes(after: asked)
    try #require(sent.count == 1)
    #expect(sent[0]["method"] == planned["method"])
    #expect(try JSON(text: #require(sent[0]["body"]?.text)) == planned["body"])
    #expect(
      planned["body"]?["Customer"] == .object(["Email": .string("hiss@example.se"), "Phone1": .string("API_BLANK")]))
  }

  @Test func dryRunWithoutChangesIsForSummary() throws {
    let it = try SyncPlace.inStep()
    #expect(try it.sync(0, "--dry-run")["changes"]?.type == "array")
    #expect(try it.sync(0, "--dry-run", "--summary")["changes"] == nil)
  }

  @Test func rejectedRecordIsNamedWithItsLinkAndTriedAgain() throws {
    let it = try SyncPlace(
      fortnox: SyncPlace.twoCustomers + """
        , {"CustomerNumber": "1009", "Name": "Fel Adress AB", "Type": "COMPANY", "Email": "ingen"}
        """)
    let configuration = try it.place.text("config.json")
    try it.place.write(
      configuration.replacing(
        "{\"register\"", with: "{\"rules\": {\"email.shape\": \"reject\"}, \"register\"", maxReplacements: 1),
      to: "config.json")
    let first = try it.sync(2)
    #expect(first["pulled"]?["rejected"] == .number(1))
    let finding = try #require(first["findings"]?.elements.first { $0["severity"]?.text == "reject" })
    #expect(finding["code"]?.text == "email.shape")
    #expect(finding["number"]?.text == "1009")
    #expect(finding["link"]?.text?.hasSuffix("/customers/1009") == true)

    // Still wrong, though nothing changed there: still told, to people with the number that the rule's sentence lacks.
    #expect(try it.sync(2)["pulled"]?["rejected"] == .number(1))
    let table = try it.place.expect(2, "sync", "fortnox", "--format", "table").stdout
    #expect(table.contains("! Customer 1009: “Email”"), "\(table)")
    try it.sandbox.advanceClock(60)
    try it.sandbox.edit("1009", #"{"Email": "fel@example.se"}"#)
    try it.sync(0)
    #expect(try it.field("name", of: "1009") == "Fel Adress AB")
  }

  @Test func aRecordWithAWrongNumberComesInAndIsToldAndCountedUntilItIsMended() throws {
    let it = try SyncPlace(
      fortnox: """
        {"CustomerNumber": "1009", "Name": "Fel Nummer AB", "Type": "COMPANY", "OrganisationNumber": "559999-2153"}
        """)
    // It is a warning: nothing failed, and nobody is woken.
    #expect(try it.sync(0)["pulled"]?["created"] == .number(1))
    #expect(try it.sync(0)["findings"]?.elements.first?["code"]?.text == "identity.checksum")
    let table = try it.place.expect(0, "sync", "fortnox", "--format", "table").stdout
    #expect(table.contains("- Customer 1009: “OrganisationNumber” has a wrong check digit"), "\(table)")
    #expect(table.contains(PullTexts.isNotWrittenOver(.empty, label: "Fortnox").english), "\(table)")
    #expect(try it.place.succeed("erp", "status").json()[0]?["doubtful"] == .number(1))
    try it.sandbox.advanceClock(60)
    try it.sandbox.edit("1009", #"{"OrganisationNumber": "559999-2152"}"#)
    #expect(try it.sync(0)["findings"]?.elements.isEmpty == true)
    #expect(try it.place.succeed("erp", "status").json()[0]?["doubtful"] == .number(0))
  }

  /// What is a warning in a file, too, is no less to be mended.
  @Test func wrongCheckDigitsOfOtherCountriesAreToldAndCountedUntilTheyAreMended() throws {
    let it = try SyncPlace(
      fortnox: """
        {"CustomerNumber": "1009", "Name": "Nordmann AS", "Type": "COMPANY", "OrganisationNumber": "999999019",
         "CountryCode": "NO"},
        {"CustomerNumber": "1010", "Name": "Müller GmbH", "Type": "COMPANY", "VATNumber": "DE123456789",
         "CountryCode": "DE"}
        """)
    for _ in 1...3 {
      let codes = try it.sync(0)["findings"]?.elements.compactMap { $0["code"]?.text }.sorted()
      #expect(codes == ["identity.foreignChecksum", "vatNumber.foreignChecksum"])
      #expect(try it.place.succeed("erp", "status").json()[0]?["doubtful"] == .number(2))
      try it.sandbox.advanceClock(3600)
    }
    try it.sandbox.edit("1009", #"{"OrganisationNumber": "999999018"}"#)
    try it.sandbox.edit("1010", #"{"VATNumber": "DE136695976"}"#)
    #expect(try it.sync(0)["findings"]?.elements.isEmpty == true)
    #expect(try it.place.succeed("erp", "status").json()[0]?["doubtful"] == .number(0))
  }

  @Test func personalIdentityNumbersAreMaskedInAllButTheBodiesOfADryRun() throws {
    let it = try SyncPlace(
      fortnox: """
        {"CustomerNumber": "1001", "Name": "Karin Lindström", "Type": "PRIVATE",
         "OrganisationNumber": "18980521-9806"},
        {"CustomerNumber": "1002", "Name": "Fel Persson", "Type": "PRIVATE", "OrganisationNumber": "18930714-9801"}
        """)
    try it.importing("Kundnummer;Namn;Typ;Organisationsnummer\n1003;Rut Sandén;privat;18930218-9817\n")
    let secret = ["9806", "9801", "9817"]
    let dry = try it.place.expect(0, "sync", "fortnox", "--dry-run", "--verbose")
    let parsed = try dry.json()
    for change in parsed["changes"]?.elements ?? [] where change["direction"]?.text == "pull" {
      #expect(!secret.contains { change.description.contains($0) }, "\(change)")
    }
    let findings = (parsed["findings"]?.description ?? "") + dry.stderr
    #expect(!secret.contains { findings.contains($0) }, "\(findings)")
    #expect(parsed["changes"]?.elements.contains { $0["body"]?.description.contains("9817") == true } == true)

    for format in ["table", "json", "csv"] {
      let outcome = try it.place.run("sync", "fortnox", "--yes", "--verbose", "--format", format)
      let printed = outcome.stdout + outcome.stderr
      #expect(!secret.contains { printed.contains($0) }, "\(printed)")
    }
    // A conflict about the number itself.
    try it.sandbox.advanceClock(60)
    try it.sandbox.edit("1001", #"{"OrganisationNumber": "18940830-9806"}"#)
    try it.change("1001", ["Organisationsnummer": "18961123-9808"])
    for arguments in [["sync", "fortnox"], ["conflicts", "list"], ["conflicts", "list", "--format", "table"]] {
      let outcome = try Program.run(arguments + ["--verbose"], in: it.place.path)
      let printed = outcome.stdout + outcome.stderr
      #expect(!(secret + ["9808"]).contains { printed.contains($0) }, "\(printed)")
    }
    let listed = try it.place.succeed("conflicts", "list", "--show-identity")
    #expect(listed.stdout.contains("9808"), "only who asks for it sees it")
  }
}
