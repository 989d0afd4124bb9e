import TestSupport
import Testing

/// `customer lookup` and `import --fill-missing` against a stand-in for VIES.
@Suite struct CustomerLookupTests {
  private let place: Workplace
  private let server: LoopbackServer

  init() throws {
    place = try Workplace()
    server = try LoopbackServer { _, path in
      switch path.suffix(12) {
      case "556677889901":
        .ok(
          #"{"isValid": true, "userError": "VALID", "name": "Exempel Aktiebolag", "vatNumber": "556677889901", "#
            + #""address": "STORGATAN 1 \n123 45 STORSTAD"}"#)
      case "556000000101": .ok(#"{"isValid": false, "userError": "IP_BLOCKED"}"#)
      default: .ok(#"{"isValid": false, "userError": "INVALID", "name": "---", "address": "---"}"#)
      }
    }
    try place.write(
      #"{"lookup": {"provider": "vies", "baseURL": "\#(server.url)", "requestsPerWindow": 100}}"#, to: "vies.json")
  }

  private func expect(_ status: Int32, _ arguments: [String], config: String = "vies.json") throws -> Program.Outcome {
    let outcome = try Program.run(arguments + ["--config", config], in: place.path)
    #expect(outcome.status == status, "\(arguments)\n\(outcome.stdout)\n\(outcome.stderr)")
    return outcome
  }

  @Test func printsWhatWasFound() throws {
    let table = try expect(0, ["customer", "lookup", "556677-8899", "--format", "table"])
    #expect(
      table.stdout == """
        field           value
        --------------  ------------------
        identityNumber  556677-8899
        vatNumber       SE556677889901
        name            Exempel Aktiebolag
        address         STORGATAN 1
        address         123 45 STORSTAD
        source          VIES

        """)
    let json = try expect(0, ["customer", "lookup", "5566778899", "--format", "json"])
    for member in [
      #""identityNumber": "556677-8899""#, #""vatNumber": "SE556677889901""#, #""name": "Exempel Aktiebolag""#,
      #""postalCode": "123 45""#, #""city": "STORSTAD""#, #""source": "VIES""#, #""run": null"#, #""filled": []"#,
    ] { #expect(json.stdout.contains(member), "\(member)\n\(json.stdout)") }
  }

  @Test func fillsACustomer() throws {
    try place.write("Kundnummer;Namn\n1001;Exempel\n", to: "kunder.csv")
    _ = try expect(0, ["import", "kunder.csv", "--register", "kundreg.db"])
    let filled = try expect(
      0, ["customer", "lookup", "556677-8899", "--fill", "1001", "--format", "table", "--register", "kundreg.db"])
    #expect(
      filled.stdout.hasSuffix(
        "Run 2: customer 1001 got identityNumber, vatNumber, invoiceAddress.line1, invoiceAddress.postalCode, invoiceAddress.city\n"
      ),
      "\(filled.stdout)")
    let again = try expect(
      0, ["customer", "lookup", "556677-8899", "--fill", "1001", "--format", "table", "--register", "kundreg.db"])
    #expect(again.stdout.hasSuffix("Customer 1001 lacks none of these values. Nothing was changed.\n"))
    _ = try expect(0, ["undo", "2"])
  }

  @Test(
    arguments: [
      (1, "556036-0793", "VIES knows no company 556036-0793."), (69, "556000-0001", "it says IP_BLOCKED"),
      (64, "556677-8890", "its last digit does not agree"), (64, "19800115-9808", "a person's number"),
    ] as [(Int32, String, String)])
  func endsWithTheStatusOfTheFailure(status: Int32, number: String, message: String) throws {
    let outcome = try expect(status, ["customer", "lookup", number])
    #expect(outcome.stdout.isEmpty)
    #expect(outcome.stderr.contains(message), "\(outcome.stderr)")
    #expect(!outcome.stderr.contains("9808"))
  }

  @Test func isOffInTheBuiltInConfiguration() throws {
    try place.write("{}", to: "off.json")
    for arguments in [["customer", "lookup", "556677-8899"], ["import", "kunder.csv", "--fill-missing"]] {
      try place.write("Kundnummer;Namn\n1001;Exempel\n", to: "kunder.csv")
      let outcome = try expect(78, arguments, config: "off.json")
      #expect(outcome.stderr.contains(#""lookup": {"provider": "vies"}"#), "\(outcome.stderr)")
    }
    #expect(server.paths.isEmpty)
  }

  @Test func recordsAreNotLookedUp() throws {
    let outcome = try expect(64, ["import", "anlaggningar.csv", "--into", "facilities", "--fill-missing"])
    #expect(outcome.stderr.contains("--fill-missing is for customers"), "\(outcome.stderr)")
  }

  @Test func anImportFillsWhatIsMissing() throws {
    try place.write("Kundnummer;Namn;Organisationsnummer\n1001;;556677-8899\n1002;B;556036-0793\n", to: "kunder.csv")
    let outcome = try expect(0, ["import", "kunder.csv", "--fill-missing", "--format", "json"])
    #expect(outcome.stdout.contains(#""created": 2"#), "\(outcome.stdout)")
    #expect(outcome.stdout.contains("1 found, 1 not known, 0 failed. Rows filled: 1."), "\(outcome.stdout)")
    let card = try expect(0, ["customer", "show", "1001", "--format", "json"])
    #expect(card.stdout.contains("Exempel Aktiebolag"))
    #expect(card.stdout.contains("STORSTAD"))
  }
}
