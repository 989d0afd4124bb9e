import Foundation
import Testing

/// Each file of `Fixtures/` goes in, or is refused, as `Fixtures/README.md` says.
@Suite struct FixtureImportTests {
  struct Case: CustomTestStringConvertible {
    let file: String
    let created: Int
    var rejected = 0
    var warnings = 0
    /// The rules that were broken.
    var codes: Set<String> = []
    var testDescription: String { file }
  }

  static let taken: [Case] = [
    Case(file: "kunder.xlsx", created: 40),
    Case(
      file: "kunder.csv", created: 36, rejected: 4, warnings: 1,
      codes: ["identity.checksum", "identity.type", "name.missing", "number.duplicate", "email.shape"]),
    Case(
      file: "kunder-nasta-natt.csv", created: 36, rejected: 4, warnings: 1,
      codes: ["identity.checksum", "identity.type", "name.missing", "number.duplicate", "email.shape"]),
    Case(file: "kunder.json", created: 4),
    Case(file: "csv-utf8.csv", created: 3), Case(file: "csv-utf8-bom.csv", created: 3),
    Case(file: "csv-utf16le.csv", created: 3), Case(file: "csv-utf16be.csv", created: 3),
    Case(file: "csv-windows-1252.csv", created: 4), Case(file: "csv-iso8859-1.csv", created: 3),
    Case(file: "csv-iso8859-15.csv", created: 4), Case(file: "csv-cp850.csv", created: 3),
    Case(file: "csv-cp437.csv", created: 3), Case(file: "csv-macroman.csv", created: 3),
    Case(file: "csv-comma.csv", created: 2), Case(file: "csv-tab.tsv", created: 3),
    Case(file: "csv-pipe.txt", created: 3), Case(file: "csv-sep-line.csv", created: 3),
    Case(file: "csv-mixed-line-ends.csv", created: 3), Case(file: "csv-no-final-line-end.csv", created: 3),
    Case(file: "csv-blank-lines.csv", created: 2), Case(file: "csv-newline-in-quotes.csv", created: 2),
    Case(file: "csv-doubled-quotes.csv", created: 1, rejected: 1, codes: ["name.missing"]),
    Case(file: "csv-quote-in-middle.csv", created: 2),
    Case(file: "csv-unterminated-quote.csv", created: 2, rejected: 1, codes: ["row.unterminatedQuote"]),
    Case(file: "csv-short-and-long-rows.csv", created: 2, rejected: 1, codes: ["row.long"]),
    Case(file: "csv-title-lines.csv", created: 3), Case(file: "csv-duplicate-headings.csv", created: 1),
    Case(file: "csv-header-only.csv", created: 0), Case(file: "csv-nul.csv", created: 2),
    Case(
      file: "csv-excel-damage.csv", created: 2, rejected: 1, warnings: 1, codes: ["identity.shape", "phone.shape"]),
    Case(file: "xlsx-dates.xlsx", created: 2), Case(file: "xlsx-1904.xlsx", created: 2),
    Case(file: "xlsx-hidden-sheet.xlsx", created: 3), Case(file: "xlsx-several-sheets.xlsx", created: 3),
    Case(file: "xlsx-scientific-identity.xlsx", created: 3), Case(file: "xlsx-shared-rich-text.xlsx", created: 2),
    Case(file: "xlsx-inline-strings.xlsx", created: 3), Case(file: "xlsx-strict.xlsx", created: 3),
    Case(file: "xlsx-error-cells.xlsx", created: 1, rejected: 1, codes: ["cell.error"]),
    Case(file: "xlsx-percent-and-boolean.xlsx", created: 0, rejected: 2, codes: ["vatPercent.unexpected"]),
    Case(file: "xlsx-formulas.xlsx", created: 1),
    Case(file: "xlsx-without-references.xlsx", created: 1, rejected: 1, codes: ["number.missing"]),
    Case(file: "xlsx-gaps.xlsx", created: 0, rejected: 2, codes: ["name.missing", "number.missing"]),
    Case(file: "xlsx-merged-cells.xlsx", created: 2), Case(file: "xlsx-macros.xlsm", created: 3),
    Case(file: "hostile-declared-size.xlsx", created: 3), Case(file: "hostile-text-named.xlsx", created: 3),
    Case(file: "business-central.xlsx", created: 4), Case(file: "odoo-contacts.xlsx", created: 3),
    Case(file: "e-conomic-customers.csv", created: 2), Case(file: "tripletex-customers.csv", created: 2),
    Case(file: "hubspot-companies.csv", created: 2), Case(file: "hubspot-contacts.csv", created: 2),
    Case(file: "shopify-customers.csv", created: 2), Case(file: "woocommerce-customers.csv", created: 2),
    Case(file: "idrottonline-members.xlsx", created: 2),
  ]

  /// Lists of programs that number no customers.
  static let numberless = ["google-contacts.csv", "outlook-contacts.csv", "woocommerce-analytics.csv"]

  static let refused = [
    "csv-empty.csv", "xls-old.xls", "xlsb-binary.xlsb", "ods-spreadsheet.ods", "xlsx-password.xlsx",
    "hostile-damaged-part.xlsx", "hostile-truncated.xlsx", "hostile-external-entity.xlsx",
    "hostile-billion-laughs.xlsx", "hostile-path-traversal.xlsx", "hostile-external-sheet.xlsx",
    "hostile-broken-xml.xlsx", "hostile-missing-sheet.xlsx", "hostile-no-workbook.xlsx", "hostile-huge-reference.xlsx",
    "hostile-row-number.xlsx", "hostile-shared-string-index.xlsx", "hostile-image-named.csv", "hostile-pdf-named.csv",
    "hostile-deep.json", "hostile-truncated.json",
  ]

  /// The file of which a test of its own says what happens, since a limit decides.
  static let limited = ["hostile-zip-bomb.xlsx"]

  @Test func everyFixtureIsCovered() throws {
    // What is in the folder of the sandbox is for another program.
    let files = try FileManager.default.contentsOfDirectory(atPath: Program.fixtures)
      .filter { $0 != "README.md" && $0 != "sandbox" && !$0.contains(".rejects.") }
    #expect(Set(files) == Set(Self.taken.map(\.file) + Self.refused + Self.limited + Self.numberless))
  }

  @Test(arguments: taken)
  func sizedRowsAreTakenAndTheOthersRejectedWithTheirReasons(_ expected: Case) throws {
    let place = try Workplace(fixtures: [expected.file])
    let outcome = try place.expect(expected.rejected == 0 ? 0 : 2, "import", expected.file)
    let summary = try outcome.json()
    #expect(summary["created"]?.int == expected.created)
    #expect(summary["rejected"]?.int == expected.rejected)
    #expect(summary["warnings"]?.int == expected.warnings)
    let codes = summary["report"]?["problems"]?.elements.compactMap { $0["code"]?.text } ?? []
    #expect(Set(codes) == expected.codes)
    #expect(try place.run("customer", "list", "--all").json().elements.count == expected.created)
  }

  @Test(arguments: refused)
  func refusedFilesLeaveTheRegisterAsItWas(_ file: String) throws {
    let place = try Workplace(fixtures: [file])
    let outcome = try place.expect(65, "import", file)
    #expect(outcome.stderr.contains(file))
    #expect(outcome.stderr.split(separator: "\n").count == 1, "one sentence or two, no traces")
    #expect(try place.run("runs").json().elements.isEmpty)
  }

  @Test(arguments: numberless)
  func listsWithoutNumbersWaitForAGenerator(_ file: String) throws {
    let place = try Workplace(fixtures: [file])
    #expect(try place.refuse("mapping.noNumbers", status: 78, "import", file).stderr.contains(file))
    #expect(try place.run("runs").json().elements.isEmpty)
    try place.succeed("settings", "set", "generateNumber", "yes")
    let summary = try place.expect(0, "import", file).json()
    #expect(summary["mapping"] == .string(String(file.dropLast(4))))
    #expect(summary["created"] == .number(2))
  }

  @Test func zipBombStopsAtTheLimit() throws {
    let place = try Workplace(fixtures: ["hostile-zip-bomb.xlsx"])
    try place.write(#"{"limits": {"maximumPartSizeMB": 32}}"#, to: "config.json")
    try place.refuse("xlsx.partTooLarge", status: 65, "import", "hostile-zip-bomb.xlsx")
  }

  /// The same three customers in every encoding that old Swedish programs wrote, and in other dialects and containers.
  @Test(arguments: [
    "csv-utf8-bom.csv", "csv-utf16le.csv", "csv-utf16be.csv", "csv-iso8859-1.csv", "csv-windows-1252.csv",
    "csv-iso8859-15.csv", "csv-cp850.csv", "csv-cp437.csv", "csv-macroman.csv", "csv-tab.tsv", "csv-pipe.txt",
    "csv-sep-line.csv", "csv-mixed-line-ends.csv", "csv-no-final-line-end.csv", "csv-title-lines.csv",
    "hostile-text-named.xlsx",
  ])
  func customersAreTheSameInEveryEncodingAndDialect(file: String) throws {
    let place = try Workplace(fixtures: [file])
    try place.expect(0, "import", file)
    let list = try place.succeed(
      "customer", "list", "--columns", "number,name,identityNumber,invoiceAddress.city", "--format", "csv")
    let lines = list.stdout.split(separator: "\r\n").map(String.init)
    let name = lines.count > 2 ? String(lines[2].split(separator: ",")[1]) : ""
    #expect(["Märtas Kök & Bad AB", "Märtas Kök AB"].contains(name), "\(lines)")
    let cities = lines.dropFirst().prefix(3).map { $0.split(separator: ",").last.map(String.init) ?? "" }
    #expect(cities == ["Örsund", "Älvnäs", "Sjöbro"])
    #expect(lines.dropFirst().first?.hasPrefix("0007,Åkes Åkeri AB,559999-0073") == true, "\(lines)")
  }

  @Test func standardInputIsCSV() throws {
    let place = try Workplace()
    let outcome = try place.expect(0, "import", "-", input: Program.fixtures + "/csv-utf8.csv")
    #expect(try outcome.json()["created"] == .number(3))
    #expect(try outcome.json()["source"] == .string("-"))
  }

  @Test func rejectsOfStandardInputHaveAFile() throws {
    let place = try Workplace()
    let outcome = try place.expect(2, "import", "-", input: Program.fixtures + "/kunder.csv")
    #expect(try outcome.json()["rejects"] == .string("stdin.rejects.csv"))
    #expect(place.exists("stdin.rejects.csv"))
  }

  @Test func standardInputFromAPipeIsRead() throws {
    let place = try Workplace(fixtures: ["kunder.csv"])
    let text = try place.python(
      """
      import subprocess, sys
      run = subprocess.run([sys.argv[1], "import", "-"], input=open("kunder.csv", "rb").read(), stdout=subprocess.PIPE)
      print(run.returncode, run.stdout.decode())
      """, Program.path)
    #expect(text.hasPrefix("2 "))
    #expect(try JSON(text: String(text.dropFirst(2)))["created"] == .number(36))
  }
}
