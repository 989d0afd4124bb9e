import Foundation
import Glibc
import Testing

/// One test for each exit status that the contract promises. 69 belongs to the synchronisation.
@Suite struct ExitStatusTests {
  @Test func doneIsZero() throws {
    let place = try Workplace(fixtures: ["csv-utf8.csv"])
    try place.expect(0, "import", "csv-utf8.csv")
    try place.expect(0, "import", "csv-utf8.csv")
    try place.expect(0, "runs")
  }

  @Test func someRejectedIsTwo() throws {
    let place = try Workplace(fixtures: ["kunder.csv"])
    try place.expect(2, "import", "kunder.csv", "--dry-run")
    try place.expect(2, "import", "kunder.csv")
  }

  @Test func fieldsLeftByAnUndoAreTwo() throws {
    let place = try Workplace(fixtures: ["kunder.csv", "kunder-nasta-natt.csv"])
    try place.expect(2, "import", "kunder.csv")
    try place.expect(2, "import", "kunder-nasta-natt.csv")
    let name = "Kundnummer;Namn;Telefon\r\n2003;Jörgen Ågren;08-465 004 77\r\n"
    try place.write(name, to: "rettelse.csv")
    try place.expect(0, "import", "rettelse.csv")
    let undo = try place.expect(2, "undo", "2")
    #expect(try undo.json()["left"]?[0]?["number"] == .string("2003"))
    #expect(try undo.json()["left"]?[0]?["field"] == .string("phone"))
    #expect(try undo.json()["left"]?[0]?["found"] == .string("08-465 004 77"))
  }

  @Test(arguments: ["0", "3", "5%"])
  func tooManyRejectsIsOneAndNothingIsWritten(limit: String) throws {
    let place = try Workplace(fixtures: ["kunder.csv"])
    let before = try place.export()
    try place.refuse("rejects.tooMany", "import", "kunder.csv", "--max-rejects", limit)
    #expect(try place.export() == before)
    #expect(try place.run("runs").json().elements.isEmpty)
    #expect(place.exists("kunder.csv.rejects.csv"), "the rows at fault are worth having all the same")
  }

  @Test(arguments: ["4", "10%"])
  func asManyRejectsAsAllowedAreNoFailure(limit: String) throws {
    let place = try Workplace(fixtures: ["kunder.csv"])
    try place.expect(2, "import", "kunder.csv", "--max-rejects", limit)
  }

  @Test func stalePlanIsOneAndNothingIsWritten() throws {
    let place = try Workplace(fixtures: ["kunder.csv", "kunder-nasta-natt.csv"])
    try place.expect(2, "import", "kunder.csv")
    try place.expect(2, "import", "kunder-nasta-natt.csv", "--plan", "plan.json")
    try place.write("Kundnummer;Namn;Telefon\n2003;Jörgen Ågren;08-465 004 77\n", to: "emellan.csv")
    try place.expect(0, "import", "emellan.csv")
    let before = try place.export()
    #expect(try place.refuse("plan.stale", "apply", "plan.json").stderr.contains("2003"))
    #expect(try place.export() == before)
  }

  @Test func planOfAnotherRegisterIsOne() throws {
    let place = try Workplace(fixtures: ["csv-utf8.csv"])
    try place.expect(0, "import", "csv-utf8.csv", "--plan", "plan.json")
    try place.expect(0, "init", "--register", "annat.db")
    try place.refuse("plan.otherRegister", "apply", "plan.json", "--register", "annat.db")
  }

  @Test(arguments: [
    (["undo", "99"], "run.unknown"), (["runs", "show", "99"], "run.unknown"),
    (["customer", "show", "99"], "customer.unknown"), (["customer", "history", "99"], "customer.unknown"),
    (["runs", "--register", "saknas.db"], "register.missing"), (["init"], "register.exists"),
    (["backup", "kundreg.db"], "backup.exists"),
  ])
  func whatIsNotThereOrThereAlreadyIsOne(arguments: [String], code: String) throws {
    let place = try Workplace()
    #expect(try place.refuse(code, arguments: arguments).stdout.isEmpty)
  }

  @Test func inactivatingTooManyIsOneAndNothingIsWritten() throws {
    let place = try Workplace(fixtures: ["kunder.csv", "csv-utf8.csv"])
    try place.expect(2, "import", "kunder.csv")
    let before = try place.export()
    try place.refuse("missing.tooMany", "import", "csv-utf8.csv", "--missing", "inactivate")
    #expect(try place.export() == before)
    let allowed = try place.expect(
      0, "import", "csv-utf8.csv", "--missing", "inactivate", "--max-inactivate", "100%")
    #expect(try allowed.json()["inactivated"] == .number(36))
    #expect(try allowed.json()["created"] == .number(3))
  }

  @Test(arguments: [
    ["nosuch"], ["import"], ["import", "kunder.csv", "--missing", "maybe"],
    ["import", "kunder.csv", "--match", "name"],
    ["import", "kunder.csv", "--max-rejects", "many"], ["import", "kunder.csv", "--summary"],
    ["import", "kunder.csv", "--rejects", "rejects.txt"], ["runs", "--format", "xml"], ["undo", "first"],
    ["customer", "list", "--where", "town=Storstad"], ["customer", "list", "--where", "name"],
    ["customer", "list", "--where", "active=perhaps"], ["customer", "list", "--sort", "tags"],
    ["customer", "list", "--sort", "name:up"], ["customer", "list", "--columns", "town"],
    ["settings", "set", "colour", "red"], ["settings", "set", "useTaxReductions", "perhaps"],
    ["settings", "set", "numberMaximumLength", "0"], ["field", "add", "Region", "choice"],
    ["field", "add", "Region", "colour"], ["template", "mall.pdf"], ["template", "mall.json"],
    ["export", "kunder.pdf"], ["user", "add", "anna", "--grant", "everything"],
  ])
  func wrongUsageIsSixtyFour(arguments: [String]) throws {
    let place = try Workplace(fixtures: ["kunder.csv"])
    let outcome = try Program.run(arguments, in: place.path)
    #expect(outcome.status == 64, "\(outcome.stderr)")
    #expect(outcome.stdout.isEmpty)
    #expect(!outcome.stderr.isEmpty)
  }

  @Test(arguments: [
    ("saknas.csv", "input.missing"), ("csv-empty.csv", "input.empty"), ("xls-old.xls", "xlsx.legacyFormat"),
    ("xlsb-binary.xlsb", "xlsx.binaryWorkbook"), ("ods-spreadsheet.ods", "xlsx.openDocument"),
    ("xlsx-password.xlsx", "xlsx.passwordProtected"), ("hostile-pdf-named.csv", "input.binary"),
    ("hostile-image-named.csv", "input.binary"), ("hostile-no-workbook.xlsx", "xlsx.notWorkbook"),
  ])
  func unreadableInputIsSixtyFive(file: String, code: String) throws {
    let place = try Workplace()
    let path = file == "saknas.csv" ? file : Program.fixtures + "/" + file
    #expect(try place.refuse(code, status: 65, "import", path).stdout.isEmpty)
  }

  @Test func unknownSheetIsSixtyFiveAndNamesTheSheets() throws {
    let place = try Workplace(fixtures: ["kunder.xlsx"])
    let outcome = try place.refuse("sheet.unknown", status: 65, "import", "kunder.xlsx", "--sheet", "Leverantörer")
    #expect(outcome.stderr.contains("“Kunder”"))
  }

  @Test func registerHeldByAnotherIsSeventyFive() throws {
    let place = try Workplace(fixtures: ["csv-utf8.csv"])
    // Python's sqlite3 takes the write lock, says so by making a file, and holds it until that file is gone.
    let holder = """
      import os, sqlite3, time
      register = sqlite3.connect("kundreg.db", isolation_level=None)
      register.execute("BEGIN IMMEDIATE")
      open("held", "w").close()
      while os.path.exists("held"): time.sleep(0.01)
      register.execute("ROLLBACK")
      """
    let child = try Child(
      "/usr/bin/env", ["python3", "-c", holder], in: place.path, environment: Program.environment())
    while !place.exists("held") { usleep(10_000) }
    let outcome = try place.expect(75, "import", "csv-utf8.csv")
    #expect(outcome.stderr.contains("try again later"))
    #expect(try place.run("customer", "list").json().elements.isEmpty, "reading goes on meanwhile")
    try FileManager.default.removeItem(atPath: place.file("held"))
    #expect(try child.finish().status == 0)
    try place.expect(0, "import", "csv-utf8.csv")
  }

  @Test func lackingPermissionIsSeventySeven() throws {
    let place = try Workplace(fixtures: ["csv-utf8.csv"])
    try place.expect(0, "import", "csv-utf8.csv")
    try place.succeed("user", "add", "anna", "--grant", "administrator")
    try place.succeed("user", "add", "ove", "--grant", "view")
    for arguments in [
      ["import", "csv-utf8.csv"], ["import", "csv-utf8.csv", "--dry-run"], ["undo", "1"], ["backup", "b.db"],
      ["settings", "set", "useTaxReductions", "yes"], ["field", "add", "Region", "text"], ["user", "add", "eva"],
      ["user", "list"],
    ] {
      try place.refuse("user.notPermitted", status: 77, arguments: ["--as", "ove"] + arguments)
    }
    try place.expect(0, "customer", "list", "--as", "ove")
    try place.expect(77, "customer", "list", "--as", "okänd")
    try place.expect(0, "import", "csv-utf8.csv", "--as", "anna")
    #expect(try place.run("runs").json()[0]?["user"] == .string("anna"))
  }

  @Test(arguments: [
    (#"{"registr": "x.db"}"#, "config.unknownKey"), (#"{"register": 7}"#, "config.wrongType"),
    (#"{"rules": {"identity.chekcsum": "warn"}}"#, "config.unknownKey"),
    (#"{"rules": {"identity.checksum": "ignore"}}"#, "config.badValue"), (#"{"register": "#, "config.syntax"),
    (#"{"erps": {"fortnox": {"kind": "fortnox", "baseURL": "http://example.com"}}}"#, "config.insecureURL"),
  ])
  func wrongConfigurationIsSeventyEight(config: String, code: String) throws {
    let place = try Workplace(hasRegister: false)
    try place.write(config, to: "config.json")
    #expect(try place.refuse(code, status: 78, "init").stderr.contains("config.json"))
    #expect(!place.exists("kundreg.db"))
  }

  @Test func missingConfigurationThatWasNamedIsSeventyEight() throws {
    try Workplace().expect(78, "runs", "--config", "saknas.json")
  }

  @Test func headerThatNoMappingKnowsIsSeventyEightAndSaysHowToStart() throws {
    let place = try Workplace()
    try place.write("Färg;Vikt\nröd;12\n", to: "okänd.csv")
    let outcome = try place.refuse("mapping.none", status: 78, "import", "okänd.csv")
    #expect(outcome.stderr.contains("kundreg mapping suggest okänd.csv"))
    #expect(outcome.stderr.contains("Färg | Vikt"))
  }

  @Test(arguments: [
    (["import", "csv-utf8.csv", "--mapping", "saknas"], "mapping.unknown"),
    (["import", "csv-utf8.csv", "--mapping", "./trasig.json"], "mapping.wrongType"),
    (["mapping", "check", "trasig.json"], "mapping.wrongType"), (["mapping", "show", "saknas"], "mapping.unknown"),
    (["apply", "annat.json"], "plan.malformed"),
  ])
  func wrongMappingOrPlanIsSeventyEight(arguments: [String], code: String) throws {
    let place = try Workplace(fixtures: ["csv-utf8.csv"])
    try place.write(#"{"name": "trasig", "columns": 7}"#, to: "trasig.json")
    try place.write(#"{"changes": []}"#, to: "annat.json")
    let named = arguments.last == "annat.json" ? "plan" : arguments.last!.split(separator: "/").last!
    #expect(try place.refuse(code, status: 78, arguments: arguments).stderr.contains(named))
  }
}
