import Foundation
import Testing

/// Standard output carries the result and nothing else.
@Suite struct OutputTests {
  /// Commands in an order in which each finds what it needs.
  static let commands: [[String]] = [
    ["import", "kunder.xlsx", "--dry-run"], ["import", "kunder.xlsx", "--dry-run", "--summary"],
    ["import", "kunder.xlsx", "--plan", "plan.json"], ["apply", "plan.json"], ["import", "kunder.xlsx"], ["runs"],
    ["runs", "list"], ["runs", "show", "1"], ["customer", "list"], ["customer", "list", "ingen-heter-så"],
    ["customer", "show", "1022"], ["customer", "history", "1022"], ["export", "ut.csv"], ["export", "ut.json"],
    ["mapping", "list"], ["mapping", "show", "register-sv"], ["mapping", "check", "mapping.json"],
    ["mapping", "suggest", "kunder.xlsx"], ["settings"], ["settings", "list"],
    ["settings", "set", "showCostCenter", "yes"], ["field", "list"], ["field", "add", "Region", "text"],
    ["user", "list"], ["user", "add", "anna", "--grant", "administrator"], ["template", "mall.xlsx"],
    ["backup", "kopia.db"], ["doctor"], ["undo", "1"],
  ]

  @Test func everyCommandPrintsOneJSONDocumentInAPipe() throws {
    let place = try Workplace(fixtures: ["kunder.xlsx"])
    try place.write(
      String(contentsOfFile: Program.checkout + "/Mappings/register-sv.json", encoding: .utf8), to: "mapping.json")
    for arguments in Self.commands {
      let outcome = try Program.run(arguments, in: place.path)
      #expect(outcome.status == 0, "\(arguments) \(outcome.stderr)")
      #expect(throws: Never.self, "\(arguments)") { try outcome.json() }
    }
  }

  @Test(arguments: ["table", "csv"])
  func everyCommandPrintsAsAsked(format: String) throws {
    let place = try Workplace(fixtures: ["kunder.xlsx"])
    try place.write(
      String(contentsOfFile: Program.checkout + "/Mappings/register-sv.json", encoding: .utf8), to: "mapping.json")
    for arguments in Self.commands where arguments.prefix(2) != ["mapping", "suggest"] {
      let outcome = try Program.run(arguments + ["--format", format], in: place.path)
      #expect(outcome.status == 0, "\(arguments) \(outcome.stderr)")
      #expect(!outcome.stdout.hasPrefix("{") && !outcome.stdout.hasPrefix("["), "\(arguments)")
    }
  }

  @Test func csvHasAHeadingAndOneLineARow() throws {
    let place = try Workplace(fixtures: ["csv-utf8.csv"])
    try place.expect(0, "import", "csv-utf8.csv")
    let list = try place.succeed("customer", "list", "--columns", "number,name", "--format", "csv").stdout
    #expect(list == "number,name\r\n0007,Åkes Åkeri AB\r\n8,Märtas Kök & Bad AB\r\n9,Björns Plåt i Sjöbro AB\r\n")
    let run = try place.expect(0, "import", "csv-utf8.csv", "--format", "csv").stdout
    #expect(
      run.hasPrefix(
        "run,source,mapping,rows,created,updated,unchanged,reactivated,inactivated,rejected,warnings,dryRun,seconds,rejects,problems\r\n"
          + "2,csv-utf8.csv,register-sv,3,0,0,3,0,0,0,0,false,"))
  }

  @Test func dryRunInCSVIsARowForEachField() throws {
    let place = try Workplace(fixtures: ["csv-utf8.csv"])
    let text = try place.expect(0, "import", "csv-utf8.csv", "--dry-run", "--format", "csv").stdout
    #expect(
      text.hasPrefix("number,action,field,old,new\r\n0007,create,number,,0007\r\n0007,create,name,,Åkes Åkeri AB\r\n"))
  }

  @Test func errorsGoToStandardErrorUnderTheProgramsName() throws {
    let outcome = try Workplace().run("undo", "7")
    #expect(outcome.stdout.isEmpty)
    #expect(outcome.stderr == "kundreg: There is no run 7. `kundreg runs` lists them.\n")
  }

  @Test func verboseLogsToStandardErrorOnly() throws {
    let place = try Workplace(fixtures: ["csv-utf8.csv"])
    let plain = try place.expect(0, "import", "csv-utf8.csv", "--dry-run")
    let verbose = try place.expect(0, "import", "csv-utf8.csv", "--dry-run", "--verbose")
    #expect(plain.stderr.isEmpty)
    #expect(verbose.stderr.contains("kundreg.db"))
    #expect(try verbose.json().keys == plain.json().keys)
  }

  @Test func noProgressWhereStandardErrorIsNoTerminal() throws {
    let place = try Workplace()
    var text = "Kundnummer;Namn\n"
    for row in 1...60_000 { text += "\(row);Kund \(row)\n" }
    try place.write(text, to: "stor.csv")
    let outcome = try place.expect(0, "import", "stor.csv")
    #expect(outcome.stderr.isEmpty)
    #expect(try outcome.json()["created"] == .number(60_000))
  }

  @Test func personalNumbersAreMaskedOnStandardOutputAndWholeInFiles() throws {
    let place = try Workplace(fixtures: ["kunder.csv"])
    let whole = "18921111-9806"
    let plan = try place.expect(2, "import", "kunder.csv", "--plan", "plan.json", "--dry-run")
    try place.expect(2, "import", "kunder.csv")
    // A row that is rejected with a personal number in it: the report and the rejects file differ in what they show.
    try place.write("Kundnummer;Namn;Typ;Personnummer\n1;Rut;Privat;18921111-9807\n", to: "fel.csv")
    let rejected = try place.expect(2, "import", "fel.csv")
    var shown = [plan, rejected]
    for arguments in [
      ["customer", "list", "--columns", "number,identityNumber"], ["customer", "show", "2003"],
      ["customer", "history", "2003"], ["runs", "show", "1"], ["runs", "show", "2"], ["undo", "1"],
      ["runs", "show", "3"], ["customer", "history", "2003"],
    ] {
      for format in ["json", "csv", "table"] where arguments[0] != "undo" || format == "json" {
        shown.append(try Program.run(arguments + ["--format", format], in: place.path))
      }
    }
    for outcome in shown {
      #expect(!(outcome.stdout + outcome.stderr).contains("-980"), "\(outcome.stdout)")
      #expect(!(outcome.stdout + outcome.stderr).contains("189211119807"))
    }
    #expect(shown[2].stdout.contains("18921111-****"))
    #expect(try place.text("plan.json").contains(whole))
    #expect(try place.text("fel.csv.rejects.csv").contains("18921111-9807"))
  }

  @Test func exportHasPersonalNumbersInFull() throws {
    let place = try Workplace(fixtures: ["kunder.csv"])
    try place.expect(2, "import", "kunder.csv")
    #expect(String(decoding: try place.export(), as: UTF8.self).contains("18921111-9806"))
  }
}
