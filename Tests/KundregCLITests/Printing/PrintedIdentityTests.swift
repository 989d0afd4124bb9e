import Foundation
import Testing

/// Personal identity numbers that stand where nobody looks for them: as customer numbers, in comments, and in what a
/// command was given. Nothing that is printed shows one, but what asks for it.
@Suite struct PrintedIdentityTests {
  private static let number = "198001011231"
  /// The last four digits, however the number is written.
  private static let tail = "1231"

  private func place() throws -> Workplace {
    let place = try Workplace()
    try place.succeed(
      "customer", "add", Self.number, "name=Svea Ek", "type=private", "identityNumber=8001011231",
      "comments=pnr 19800101-1231")
    try place.succeed("customer", "add", "2", "name=Svea Ek", "invoiceAddress.city=Umeå")
    try place.succeed("user", "add", "anna", "--grant", "administrator")
    try place.write("Kundnummer;Namn\n\(Self.number);Svea Ek\n800101-1231;Rad\n", to: "k.csv")
    return place
  }

  /// Commands that meet the customer, do something to it, or are refused for it.
  static let commands: [[String]] = [
    ["customer", "show", number], ["customer", "show", "8001011231"], ["customer", "show", number, "extra"],
    ["customer", "list"], ["customer", "list", "--where", "identityNumber=8001011232"],
    ["customer", "list", "--where", "identityNumber8001011231"], ["customer", "history", number],
    ["customer", "add", number, "name=Ny"],
    ["customer", "add", "3", "name=Ny", "type=private", "identityNumber=8001011231"],
    ["customer", "edit", number, "email=x", "--dry-run"], ["customer", "edit", number, "number=3"],
    ["customer", "set", number, "--all", "tags=A"], ["customer", "set", "--all", "tags+=A", "--dry-run"],
    ["customer", "facility", "add", number, "A1"], ["customer", "facility", "edit", number, "A9"],
    ["customer", "reference", "add", number, "order", "1", "--facility", "A9"],
    ["customer", "document", "add", number, "missing.pdf"], ["customer", "document", "get", number, "a", "--out", "b"],
    ["customer", "user", "add", number, "eva", "eva@example.se"], ["customer", "assign", "anna", number],
    ["notifications", "--all"], ["customer", "duplicates"], ["customer", "duplicates", "answer", number, "2", "same"],
    ["customer", "merge", number, "2", "--dry-run"], ["customer", "merge", number, number],
    ["customer", "inactivate", number], ["customer", "delete", "8001011231"], ["customer", "lookup", "8001011231"],
    ["customer", "renumber", number, "8001011231"], ["customer", "renumber", "9001011231", "2"],
    ["import", "k.csv", "--dry-run"], ["import", "k.csv"], ["runs"],
    ["runs", "show", "1"],
    ["filter", "save", "f", "--where", "identityNumber=8001011231"], ["filter", "list"],
    ["conflicts", "resolve", number, "email", "--take", "register"], ["undo", "1"],
    ["user", "add", "8001011231"], ["settings", "set", "8001011231", "yes"],
    ["export", "e.csv", "--filter", "8001011231"],
    ["customer", "forget", number], ["customer", "forget", number, "--yes"],
  ]

  @Test(arguments: ["table", "json", "csv"])
  func noCommandPrintsOne(format: String) throws {
    let place = try place()
    for command in Self.commands {
      let outcome = try Program.run(command + ["--format", format, "--verbose"], in: place.path)
      #expect(!outcome.stdout.contains(Self.tail), "\(command) \(outcome.stdout)")
      #expect(!outcome.stderr.contains(Self.tail), "\(command) \(outcome.stderr)")
    }
  }

  /// A file that is named by day and hour keeps its name, which a script reads.
  @Test func theNamesOfFilesStay() throws {
    let place = try Workplace()
    let name = "kunder-20261127-0200.csv"
    try place.write("Kundnummer;Namn\n1;A\n;B\n", to: name)
    let summary = try place.expect(2, "import", name).json()
    #expect(summary["rejects"] == .string("\(name).rejects.csv"))
    #expect(try place.succeed("runs").json()[0]?["rejects"]?.text?.hasSuffix("/\(name).rejects.csv") == true)
    #expect(try place.succeed("runs", "--format", "table").stdout.contains(name))
    #expect(try place.succeed("backup", "20261127-0200.db", "--format", "table").stdout == "Wrote 20261127-0200.db.\n")
    #expect(try place.expect(1, "export", "no/20261127-0200.csv").stderr.contains("no/20261127-0200.csv"))
  }

  @Test func anAdministratorSeesThemWhenAskingAndFilesHaveThem() throws {
    let place = try place()
    for command in [["customer", "show", Self.number], ["customer", "list"], ["customer", "history", Self.number]] {
      for format in ["table", "json", "csv"] {
        let outcome = try Program.run(command + ["--show-identity", "--format", format], in: place.path)
        #expect(outcome.stdout.contains(Self.number), "\(command) \(format)")
      }
    }
    try place.succeed("export", "e.csv")
    #expect(try place.text("e.csv").contains(Self.number))
    #expect(try place.succeed("customer", "disclose", Self.number).stdout.contains("19800101-1231"))
  }

  /// A program finds the customer by the number that it reads.
  @Test(arguments: ["json", "csv"])
  func aCustomersNumberThatOnlyLooksPersonalStaysWhole(format: String) throws {
    let place = try Workplace()
    try place.write("Kundnummer;Namn\n1001010001;A\n", to: "k.csv")
    for command in [
      ["import", "k.csv", "--dry-run"], ["customer", "add", "1001010001", "name=A"],
      ["customer", "edit", "1001010001", "name=B", "--dry-run"], ["customer", "list"],
      ["customer", "add", "1001010003", "name=A"], ["customer", "merge", "1001010003", "1001010001", "--dry-run"],
      ["customer", "show", "1001010001"], ["customer", "renumber", "1001010001", "1001010002"], ["runs", "show", "3"],
    ] where format == "json" || command.first != "runs" {
      let outcome = try Program.run(command + ["--format", format], in: place.path)
      #expect(outcome.stdout.contains("100101000"), "\(command) \(outcome.stdout)")
      #expect(!outcome.stdout.contains("\"100101****"), "\(command) \(outcome.stdout)")
    }
  }

  @Test func theNamesOfFilesWithBlanksStayForPrograms() throws {
    let place = try Workplace()
    let name = "Kunder 20261127-0200 v2.csv"
    try place.write("Kundnummer;Namn\n1;A\n;pnr 800101-1234\n", to: name)
    try place.expect(2, "import", name)
    let runs = try place.succeed("runs").json()
    #expect(runs[0]?["source"] == .string(name))
    #expect(runs[0]?["rejects"]?.text?.hasSuffix("/\(name).rejects.csv") == true)
    #expect(try place.succeed("runs", "show", "1").json()["source"] == .string(name))
    #expect(try place.succeed("runs", "--format", "table").stdout.contains(name))
    #expect(try place.succeed("customer", "history", "1").json()[0]?["source"] == .string(name))
    let out = "ut 20261127-0200 alla.csv"
    #expect(try place.succeed("export", out).json()["file"] == .string(out))
    #expect(try place.succeed("export", out, "--format", "csv").stdout.contains(out))
    #expect(try place.succeed("backup", "b 20261127-0200 c.db").json()["file"] == .string("b 20261127-0200 c.db"))
    #expect(try place.succeed("undo", "1").json()["source"] == .string(name))
  }

  @Test func aMistypedNumberWithASlashIsNoFile() throws {
    let place = try Workplace()
    let outcome = try place.expect(1, "customer", "show", "800101-1234/Anna")
    #expect(outcome.stderr.contains("800101-****/Anna"), "\(outcome.stderr)")
  }

  /// An undo says what it left, and what stands there instead.
  @Test(arguments: ["table", "json"])
  func whatAnUndoLeftIsMasked(format: String) throws {
    let place = try Workplace()
    try place.succeed("customer", "add", "1", "name=Svea Ek", "type=private", "identityNumber=8001011231")
    try place.succeed("customer", "edit", "1", "identityNumber=8001012387")
    try place.succeed("customer", "edit", "1", "identityNumber=9001012385")
    let outcome = try place.expect(2, "undo", "2", "--format", format)
    #expect(outcome.stdout.contains("19900101-****"), "\(outcome.stdout)")
    for tail in ["1231", "2387", "2385"] { #expect(!outcome.stdout.contains(tail), "\(outcome.stdout)") }
  }

  /// The names of columns are the file's own, and may hold anything.
  @Test func aReportIsMaskedTextByText() throws {
    let place = try Workplace()
    try place.write("Kundnummer;Namn;pnr 800101-1234\n1;A;x\n", to: "k.csv")
    let summary = try place.expect(0, "import", "k.csv", "--format", "json")
    #expect(!summary.stdout.contains("1234"))
    let outcome = try place.succeed("runs", "show", "1")
    #expect(!outcome.stdout.contains("1234"))
    #expect(try outcome.json()["report"]?["unmappedColumns"]?[0] == .string("pnr 800101-****"))
    #expect(try !place.succeed("runs", "show", "1", "--format", "table").stdout.contains("1234"))
  }

  /// A rule's message names the customer that a row meets.
  @Test(arguments: ["table", "json"])
  func anImportsMessagesAreMasked(format: String) throws {
    let place = try place()
    try place.write("Kundnummer;Namn;Org-/personnummer;Kundtyp\n77;Svea Ek;19800101-1231;Privat\n", to: "p.csv")
    let outcome = try place.run("import", "p.csv", "--match", "number,identity", "--format", format)
    #expect(outcome.stdout.contains("19800101****"), "\(outcome.stdout)")
    #expect(!outcome.stdout.contains(Self.tail), "\(outcome.stdout)")
  }

  /// Side by side, two customers' numbers could read as a person's; each is looked at by itself.
  @Test(arguments: ["table", "csv"])
  func customersNumbersSideBySideStay(format: String) throws {
    let place = try Workplace()
    for number in ["100101", "1002"] { try place.succeed("customer", "add", number, "name=A") }
    try place.succeed("user", "add", "anna", "--grant", "administrator")
    try place.succeed("customer", "assign", "anna", "100101", "1002", "--as", "anna")
    try place.succeed("user", "add", "bo", "--grant", "view", "--as", "anna")
    try place.succeed("customer", "assign", "bo", "100101", "1002", "--as", "anna")
    let outcome = try place.succeed("notifications", "--user", "bo", "--as", "anna", "--format", format)
    #expect(outcome.stdout.contains("100101 1002"), "\(outcome.stdout)")
  }

  /// `0708123456` could be somebody born in August 2007, and is a telephone number.
  @Test(arguments: ["table", "json", "csv"])
  func telephoneNumbersAreShown(format: String) throws {
    let place = try Workplace()
    try place.succeed("customer", "add", "1", "name=A", "mobile=0708123456", "phone=0311211234")
    try place.succeed("customer", "edit", "1", "mobile=0708121238", "contactPersons[0].phone=0708123456")
    for command in [
      ["customer", "show", "1"], ["customer", "list", "--columns", "number,mobile,phone,contactPersons[0].phone"],
      ["customer", "history", "1"],
    ] {
      let outcome = try Program.run(command + ["--format", format], in: place.path)
      for number in ["0708121238", "0311211234", "0708123456"] {
        #expect(outcome.stdout.contains(number), "\(command) \(outcome.stdout)")
      }
    }
    try place.succeed("customer", "add", "2", "name=B", "mobile=070812-3456", "phone=8001011231")
    let shown = try place.succeed("customer", "show", "2", "--format", format).stdout
    #expect(!shown.contains("3456") && !shown.contains("1231"), "\(shown)")
  }
}
