import Foundation
import Testing

/// What is written beside the register: templates, exports, backups.
@Suite struct FilesTests {
  @Test(arguments: ["mall.csv", "mall.xlsx"])
  func emptyTemplateImportsAsNothing(file: String) throws {
    let place = try Workplace()
    try place.succeed("template", file)
    let summary = try place.expect(0, "import", file).json()
    #expect(summary["rows"] == .number(0))
    #expect(summary["report"]?["unmappedColumns"] == .array([]))
  }

  @Test func filledTemplateImportsARow() throws {
    let place = try Workplace()
    try place.succeed("field", "add", "Region", "choice", "--choices", "Norr,Syd")
    try place.succeed("template", "mall.xlsx")
    try place.python(
      """
      import openpyxl
      book = openpyxl.load_workbook("mall.xlsx")
      sheet = book.worksheets[0]
      column = {cell.value: cell.column for cell in sheet[1]}
      for name, value in {"Kundnummer": "0042", "Namn": "Åkes Åkeri AB", "Kundtyp": "Företag",
                          "Org-/personnummer": "559999-0073", "Aktiv": "Ja", "Region": "Norr",
                          "Fakturaadress ort": "Örsund"}.items():
          sheet.cell(2, column[name]).value = value
      book.save("mall.xlsx")
      """)
    #expect(try place.expect(0, "import", "mall.xlsx").json()["created"] == .number(1))
    let card = try place.run("customer", "show", "0042").json()
    #expect(card["identityNumber"] == .string("559999-0073"))
    #expect(card["invoiceAddress"]?["city"] == .string("Örsund"))
    #expect(card["customFields"]?["Region"] == .string("Norr"))
  }

  @Test func templateNeedsNoRegister() throws {
    let place = try Workplace(hasRegister: false)
    try place.succeed("template", "mall.xlsx")
    #expect(place.exists("mall.xlsx"))
  }

  @Test(arguments: ["ut.csv", "ut.xlsx", "ut.json"])
  func exportImportedAgainIsUnchanged(file: String) throws {
    let place = try Workplace(fixtures: ["kunder.csv", "kunder.xlsx", "kunder.json"])
    for input in ["kunder.csv", "kunder.xlsx", "kunder.json"] { try place.run("import", input) }
    let count = try place.run("customer", "list", "--all").json().elements.count
    #expect(count > 70)
    #expect(try place.succeed("export", file, "--all").json()["customers"]?.int == count)
    let summary = try place.run("import", file, "--empty", "clear").json()
    #expect(summary["unchanged"]?.int == count, "\(summary)")
    #expect(summary["rejected"] == .number(0))
  }

  @Test func exportTakesTheSameSelectionAsTheList() throws {
    let place = try Workplace(fixtures: ["kunder.csv"])
    try place.expect(2, "import", "kunder.csv")
    try place.succeed("export", "ut.csv", "--where", "name=Jörgen Ågren", "--columns", "number,name")
    #expect(try place.bytes("ut.csv") == Data("\u{FEFF}Kundnummer;Namn\r\n2003;Jörgen Ågren\r\n".utf8))
  }

  @Test func backupIsARegisterOfItsOwnAndNeverOverwrites() throws {
    let place = try Workplace(fixtures: ["kunder.csv"])
    try place.expect(2, "import", "kunder.csv")
    let before = try place.export()
    try place.succeed("backup", "kopia.db")
    try place.expect(0, "undo", "1")
    try place.succeed("export", "kopia.csv", "--all", "--register", "kopia.db")
    #expect(try place.bytes("kopia.csv") == before)
    try place.expect(1, "backup", "kopia.db")
    try place.succeed("export", "kopia.csv", "--all", "--register", "kopia.db")
    #expect(try place.bytes("kopia.csv") == before)
  }
}
