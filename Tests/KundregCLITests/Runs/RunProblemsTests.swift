import Foundation
import Runs
import Testing
import Texts

@testable import KundregCLI

/// Every row that was rejected or warned of can be found, by people and by scripts.
@Suite struct RunProblemsTests {
  private static let headings = ["row", "sheet", "column", "value", "code", "severity", "message", "source"]

  /// Twelve rows: eleven countries that are unknown, one of them with what is hard to print, and a row without a name.
  private func place() throws -> Workplace {
    let place = try Workplace()
    let countries = (1...9).map { "Land \($0)" } + ["\"=1+1;\n\"\"x\"\"\"", "ring 800101-1231"]
    let rows = countries.enumerated().map { "\($0 + 1);Kund \($0);\($1)\n" }
    try place.write("Kundnummer;Namn;Land\n" + rows.joined() + "99;;Sverige\n", to: "k.csv")
    return place
  }

  @Test func anEditThatWarnedIsNoImportThatWasForgotten() throws {
    let place = try Workplace()
    let run = try #require(try place.succeed("customer", "add", "1", "name=A", "phone=12x").json()["run"]?.int)
    let told = try place.succeed("runs", "show", "\(run)", "--problems").stderr
    #expect(told.contains(ProblemListingTexts.remark(.noImport, run: run).english), "\(told)")
    #expect(!told.contains("forgotten"))
  }

  @Test func jsonNamesEveryRow() throws {
    let place = try place()
    let summary = try place.expect(2, "import", "k.csv").json()
    #expect(summary["problems"] == .null)
    let run = "\(try #require(summary["run"]?.int))"
    let problems = try place.succeed("runs", "show", run, "--problems").json().elements
    #expect(problems.count == 12)
    #expect(problems.allSatisfy { $0.keys == Set(Self.headings) })
    let unknown = problems.filter { $0["code"] == .string("country.unknown") }
    #expect(unknown.compactMap { $0["row"]?.int } == [2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 13])
    #expect(unknown[9]["value"] == .string("=1+1;␊\"x\""))
    #expect(unknown[10]["value"] == .string("ring 800101-****"))
    #expect(problems[11]["severity"] == .string("reject"))
    #expect(problems[11]["column"] == .string("Namn"))
    #expect(problems[11]["sheet"] == .null)
    #expect(problems[11]["source"] == .string("k.csv"))
    #expect(problems[11]["message"]?.text?.isEmpty == false)
    let one = try place.succeed("runs", "show", run, "--problems", "--code", "name.missing").json().elements
    #expect(one.count == 1)
  }

  @Test func csvAndTableHoldTheSame() throws {
    let place = try place()
    try place.expect(2, "import", "k.csv")
    try place.python(
      """
      import csv, subprocess, sys
      out = subprocess.run([sys.argv[1], "runs", "show", "1", "--problems", "--format", "csv"], capture_output=True)
      rows = list(csv.reader(out.stdout.decode().splitlines(keepends=True), strict=True))
      assert rows[0] == "row sheet column value code severity message source".split(), rows[0]
      assert len(rows) == 13 and rows[10][3] == '=1+1;␊"x"', rows
      """, Program.path)
    let lines = try place.succeed("runs", "show", "1", "--problems", "--format", "table").stdout.split(separator: "\n")
    #expect(lines.count == 14)
    #expect(lines[0].hasPrefix("row  sheet  column  value"))
    #expect(lines[2].contains("Land 1") && lines[2].contains("country.unknown"))
    #expect(lines[11].contains("=1+1;␊\"x\""))
  }

  @Test func summaryNamesTheFileWhichHoldsAllInADryRunToo() throws {
    let place = try place()
    for (name, more) in [
      ("p.csv", ["--dry-run"]), ("p.xlsx", ["--dry-run"]), ("p.csv", []), ("p.csv", ["--plan", "x.json"]),
    ] {
      let summary = try Program.run(["import", "k.csv", "--problems", name] + more, in: place.path).json()
      #expect(summary["problems"] == .string(name))
      #expect(summary["report"]?["problems"]?.elements.count == 2)
      let count = try place.python(
        """
        import csv, openpyxl, sys
        name = sys.argv[1]
        if name.endswith("csv"):
            rows = list(csv.reader(open(name, encoding="utf-8-sig", newline=""), delimiter=";", strict=True))
        else:
            rows = list(openpyxl.load_workbook(name).worksheets[0].values)
        print(len(rows), rows[10][3], end="")
        """, name)
      #expect(count == "13 =1+1;␊\"x\"")
    }
  }

  @Test func peopleAreToldWhereTheRestIs() throws {
    let place = try place()
    let dry = try place.run("import", "k.csv", "--dry-run", "--summary", "--format", "table").stdout
    #expect(dry.contains("… and 8 more: --problems PATH.csv lists all\n"))
    let file = try place.run("import", "k.csv", "--dry-run", "--problems", "p.csv", "--format", "table").stdout
    #expect(file.contains("… and 8 more: p.csv\n"))
    #expect(file.contains("Every reject and warning: p.csv\n"))
    let run = try place.run("import", "k.csv", "--format", "table").stdout
    #expect(run.contains("… and 8 more: kundreg runs show 1 --problems\n"))
  }

  @Test func whoReadsSwedishIsToldInSwedishWhateverLanguageTheRunWasIn() throws {
    let place = try place()
    let summary = try place.expect(2, "import", "k.csv", "--problems", "p.csv", "--language", "sv").json()
    // Programs are told in English.
    let message = summary["report"]?["problems"]?.elements.first?["examples"]?.elements.first?["message"]?.text
    #expect(message?.contains("a customer must have one") == true)
    #expect(try String(contentsOfFile: place.path + "/p.csv", encoding: .utf8).contains("en kund måste ha ett"))
    let listed = { (language: String, format: String) in
      try place.succeed("runs", "show", "1", "--problems", "--language", language, "--format", format).stdout
    }
    #expect(try listed("sv", "table").contains("en kund måste ha ett"))
    for format in ["table", "csv"] { #expect(try listed("en", format).contains("a customer must have one")) }
    #expect(try listed("sv", "csv") == listed("en", "csv"))
    #expect(try listed("sv", "table").hasPrefix("Rad  Blad  Kolumn  Värde"))
    #expect(try listed("sv", "json") == listed("en", "json"))
    let told = try place.run("import", "k.csv", "--dry-run", "--summary", "--format", "table", "--language", "sv")
      .stdout
    #expect(told.contains("Avvisade name.missing: 1\n") && told.contains("… och 8 till: "), "\(told)")
  }

  @Test func wrongUseIsRefused() throws {
    let place = try place()
    try place.expect(64, "import", "k.csv", "--problems", "p.txt")
    try place.expect(64, "import", "k.csv", "--problems", "k.csv")
    try place.expect(64, "import", "k.csv", "--problems", "p.csv", "--plan", "p.csv")
    try place.expect(64, "runs", "show", "1", "--code", "x")
    try place.expect(1, "runs", "show", "7", "--problems")
    #expect(!place.exists("p.csv"))
  }

  @Test func aFolderThatIsNotThereStopsTheRunBeforeItBegins() throws {
    let place = try place()
    try place.expect(1, "import", "k.csv", "--problems", "no/p.csv")
    #expect(try place.succeed("runs").json().elements.isEmpty)
  }

  @Test func onlyWhoMaySeeTheRunsSeesTheirProblems() throws {
    let place = try place()
    try place.expect(2, "import", "k.csv")
    try place.succeed("user", "add", "chef", "--grant", "administrator")
    try place.succeed("user", "add", "eva", "--grant", "view")
    try place.succeed("user", "add", "bo")
    try place.succeed("runs", "show", "1", "--problems", "--as", "eva")
    try place.expect(77, "runs", "show", "1", "--problems", "--as", "bo")
  }

  @Test func aRunWhoseProblemsAreGoneSaysSo() throws {
    let place = try Workplace()
    try place.write("Kundnummer;Namn;Land\n1;Svea;Ö-riket\n", to: "k.csv")
    try place.succeed("import", "k.csv")
    try place.succeed("customer", "forget", "1", "--yes")
    let outcome = try place.succeed("runs", "show", "1", "--problems")
    #expect(try outcome.json().elements.isEmpty)
    #expect(outcome.stderr.contains(ProblemListingTexts.remark(.notKept, run: 1).english), "\(outcome.stderr)")
  }
}
