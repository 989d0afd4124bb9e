import Foundation
import Testing

@Suite struct DoctorTests {
  private func failed(_ outcome: Program.Outcome) throws -> [String] {
    try outcome.json().elements.filter { $0["ok"] == .boolean(false) }.compactMap { $0["checked"]?.text }
  }

  @Test func soundRegisterIsZero() throws {
    let place = try Workplace(fixtures: ["csv-utf8.csv"])
    try place.expect(0, "import", "csv-utf8.csv")
    let outcome = try place.expect(0, "doctor")
    #expect(try failed(outcome).isEmpty)
    #expect(outcome.stdout.contains("3 active"))
  }

  @Test func damagedRegisterIsOne() throws {
    let place = try Workplace(fixtures: ["kunder.csv"])
    try place.expect(2, "import", "kunder.csv")
    // The page that an index begins on, found by SQLite itself, filled with what no page has.
    try place.python(
      """
      import sqlite3
      register = sqlite3.connect("kundreg.db")
      register.execute("PRAGMA wal_checkpoint(TRUNCATE)")
      size = register.execute("PRAGMA page_size").fetchone()[0]
      page = register.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'customer_identity'").fetchone()[0]
      register.close()
      with open("kundreg.db", "r+b") as f:
          f.seek((page - 1) * size + 8)
          f.write(bytes(range(1, 201)))
      """)
    let outcome = try place.expect(1, "doctor")
    #expect(try failed(outcome) == ["register"])
  }

  @Test func fileThatIsNoRegisterIsOne() throws {
    let place = try Workplace()
    try place.write(String(repeating: "inget register ", count: 400), to: "kundreg.db")
    let outcome = try place.expect(1, "doctor")
    #expect(try failed(outcome) == ["register"])
    let results = try outcome.json().elements.compactMap { $0["result"]?.text }
    #expect(
      results.contains { $0.hasSuffix("kundreg.db is no register, or it is damaged. Restore a backup.") }, "\(results)")
  }

  @Test func missingRegisterIsOne() throws {
    #expect(try failed(Workplace(hasRegister: false).expect(1, "doctor")) == ["register"])
  }

  @Test func wrongConfigurationIsSeventyEight() throws {
    let place = try Workplace()
    try place.write(#"{"registr": "x"}"#, to: "config.json")
    #expect(try failed(place.expect(78, "doctor")).first == "configuration")
  }

  @Test func wrongMappingIsSeventyEight() throws {
    let place = try Workplace()
    try place.python("import os; os.mkdir('Mappings')")
    try place.write(
      #"{"name": "trasig", "columns": [{"field": "colour", "from": "Färg"}]}"#, to: "Mappings/trasig.json")
    let outcome = try place.expect(78, "doctor")
    #expect(try failed(outcome) == ["mappings"])
    #expect(outcome.stdout.contains("trasig.json"))
  }

  @Test func noMappingsIsSeventyEight() throws {
    // A copy stands where no mapping folder is near.
    let place = try Workplace()
    // Copied by another process: one that this process has open for writing, even for a moment in another test's child,
    // could not be started.
    try place.python("import shutil, sys; shutil.copy(sys.argv[1], 'kundreg')", Program.path)
    let child = try Child(
      place.file("kundreg"), ["doctor"], in: place.path,
      environment: Program.environment(["KUNDREG_MAPPINGS": place.file("finns-inte")]))
    let outcome = try child.finish()
    #expect(outcome.status == 78)
    #expect(outcome.stdout.contains("KUNDREG_MAPPINGS"))
  }

  @Test func aDefaultThatEveryNewCustomerNeedsIsMissedBeforeTheFirstPush() throws {
    let place = try Workplace()
    try place.python("import os; os.mkdir('credentials')")
    try place.write(#"{"clientId": "a", "clientSecret": "b"}"#, to: "credentials/visma.json")
    try place.python("import os; os.chmod('credentials/visma.json', 0o600)")
    let visma = { (more: String) in
      #"{"erps": {"visma": {"kind": "visma-eaccounting", "credentials": "credentials/visma.json"\#(more)}}}"#
    }
    try place.write(visma(""), to: "config.json")
    let outcome = try place.expect(78, "doctor")
    #expect(try failed(outcome) == ["defaults of visma"])
    #expect(outcome.stdout.contains("erps.visma.defaults.TermsOfPayment"))
    #expect(try place.expect(0, "erp", "status").stdout.contains("erps.visma.defaults.TermsOfPayment"))
    try place.write(visma(#", "defaults": {"TermsOfPayment": "30 dagar"}"#), to: "config.json")
    // What a card may have itself is no mistake of the configuration's, and is told.
    #expect(try place.expect(0, "doctor").stdout.contains("InvoiceCity or InvoicePostalCode"))
    #expect(try !place.expect(0, "erp", "status").stdout.contains("TermsOfPayment"))
  }

  @Test func credentialsThatOthersCanReadAreSeventyEight() throws {
    let place = try Workplace()
    try place.python("import os; os.mkdir('credentials')")
    try place.write(#"{"clientId": "a", "clientSecret": "b"}"#, to: "credentials/fortnox.json")
    try place.python("import os; os.chmod('credentials/fortnox.json', 0o644)")
    let outcome = try place.expect(78, "doctor")
    #expect(outcome.stdout.contains("chmod 600"))
    try place.python("import os; os.chmod('credentials/fortnox.json', 0o600)")
    try place.expect(0, "doctor")
  }

  @Test func missingDefaultsAreAListInJSONAlsoWhereNoneIsMissing() throws {
    let place = try Workplace()
    let visma = { (more: String) in #"{"erps": {"visma": {"kind": "visma-eaccounting"\#(more)}}}"# }
    try place.write(visma(""), to: "config.json")
    func missing() throws -> JSON? { try place.succeed("erp", "status").json()[0]?["missing"] }
    #expect(try missing() == .array([.string("erps.visma.defaults.TermsOfPayment")]))
    try place.write(visma(#", "defaults": {"TermsOfPayment": "30 dagar"}"#), to: "config.json")
    #expect(try missing() == .array([]))
  }

  /// Terms of payment that the configuration gives and the company does not have.
  @Test func defaultsThatTheLastSyncFoundUnknownThereAreToldUntilTheyAreMended() throws {
    let it = try SyncPlace(hasVisma: true)
    try it.importing("Kundnummer;Namn;Adress;Postnr;Ort\n1001;Ettan AB;Storgatan 1;123 45;Storstad\n")
    let text = try it.place.text("config.json")
    try it.place.write(text.replacing("30 dagar", with: "60 dagar"), to: "config.json")
    try it.place.expect(0, "doctor")
    try it.place.expect(2, "sync", "visma", "--yes")
    let told = try it.place.expect(78, "doctor")
    #expect(try failed(told) == ["defaults of visma"])
    #expect(
      told.stdout.contains(
        "The last sync that had new customers could not create them: Visma (visma) has no terms of payment “60 dagar” for sales; it "
          + "has “30 dagar”. Correct erps.visma.defaults.TermsOfPayment."), "\(told.stdout)")
    // Another night that cannot create anybody knows no better.
    try it.place.expect(2, "sync", "visma")
    try it.place.expect(78, "doctor")
    try it.place.write(text, to: "config.json")
    try it.place.expect(0, "doctor")
    try it.place.expect(0, "sync", "visma")
    try it.place.expect(0, "doctor")
  }

  @Test func eventsOfTheVendorBesideCustomersOfAnotherHostAreSeventyEight() throws {
    let place = try Workplace()
    let fortnox = { (more: String) in
      #"{"erps": {"fortnox": {"kind": "fortnox", "baseURL": "http://127.0.0.1:9/fortnox/3", "changeEvents": true\#(more)}}}"#
    }
    try place.write(fortnox(""), to: "config.json")
    let outcome = try place.expect(78, "doctor")
    #expect(try failed(outcome).contains("configuration"))
    #expect(outcome.stdout.contains("erps.fortnox.changeEventsURL is missing"), "\(outcome.stdout)")
    try place.write(fortnox(#", "changeEventsURL": "ws://127.0.0.1:9/fortnox/topics-v1""#), to: "config.json")
    try place.expect(0, "doctor")
  }
}
