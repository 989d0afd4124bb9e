import Foundation
import Testing

/// What is written beside the register: templates, exports, backups.
@Suite struct FilesTests {
  @Test(arguments: ["mall.csv", "mall.xlsx"], ["sv", "en"])
  func emptyTemplateImportsAsNothing(file: String, language: String) throws {
    let place = try Workplace()
    try place.succeed("template", file, "--language", language)
    let summary = try place.expect(0, "import", file).json()
    #expect(summary["rows"] == .number(0))
    #expect(summary["report"]?["unmappedColumns"] == .array([]))
  }

  /// What is filled in, by the template's language.
  static let filled = [
    "sv": """
    {"Kundnummer": "0042", "Namn": "Åkes Åkeri AB", "Kundtyp": "Företag", "Org-/personnummer": "559999-0073", "Aktiv": "Ja", \
    "Region": "Norr", "Fakturaadress ort": "Örsund"}
    """,
    "en": """
    {"Customer number": "0042", "Name": "Åkes Åkeri AB", "Customer type": "Company", "Identity number": "559999-0073", \
    "Active": "Yes", "Region": "Norr", "Invoice address city": "Örsund"}
    """,
  ]

  /// The guide beside it is no list of customers, in whatever language.
  @Test(arguments: ["sv", "en"])
  func filledTemplateImportsARow(language: String) throws {
    let place = try Workplace()
    try place.succeed("field", "add", "Region", "choice", "--choices", "Norr,Syd")
    try place.succeed("template", "mall.xlsx", "--language", language)
    try place.python(
      """
      import json, openpyxl, sys
      book = openpyxl.load_workbook("mall.xlsx")
      sheet = book.worksheets[0]
      column = {cell.value: cell.column for cell in sheet[1]}
      for name, value in json.loads(sys.argv[1]).items():
          sheet.cell(2, column[name]).value = value
      book.save("mall.xlsx")
      """, try #require(Self.filled[language]))
    let summary = try place.expect(0, "import", "mall.xlsx").json()
    #expect(summary["rows"] == .number(1))
    #expect(summary["created"] == .number(1))
    #expect(summary["mapping"] == .string("upload-template"))
    #expect(summary["report"]?["unmappedColumns"] == .array([]))
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

  /// Exports of former versions had Swedish headings and choices as they are stored.
  @Test func formerExportsAreImportedUnchanged() throws {
    let place = try Workplace()
    try place.succeed("settings", "set", "showVATType", "on")
    try place.succeed("customer", "add", "1", "name=A AB", "vatType=normal")
    try place.succeed("customer", "add", "2", "name=Rut", "type=private", "vatType=none")
    try place.succeed("export", "nu.csv", "--all", "--language", "sv")
    let words = [("Företag", "company"), ("Privat", "private"), ("Normal", "normal"), ("Ingen", "none")]
    let now = try place.text("nu.csv")
    let former = words.reduce(now) { $0.replacing(";\($1.0);", with: ";\($1.1);") }
    #expect(words.allSatisfy { former.contains(";\($0.1);") })
    try place.write(former, to: "former.csv")
    let summary = try place.run("import", "former.csv", "--empty", "clear").json()
    #expect(summary["unchanged"]?.int == 2, "\(summary)")
    #expect(summary["mapping"] == .string("upload-template"))
  }

  /// Nothing is lost by the language of a table.
  @Test(arguments: ["ut.csv", "ut.xlsx"], ["sv", "en"])
  func exportInALanguageImportedAgainIsUnchanged(file: String, language: String) throws {
    let place = try Workplace(fixtures: ["kunder.csv", "kunder.json"])
    for input in ["kunder.csv", "kunder.json"] { try place.run("import", input) }
    try place.succeed("field", "add", "Avtal", "boolean")
    try place.succeed("customer", "edit", "2003", "customFields.Avtal=ja", "comments='inom citat")
    for number in 1...4 {
      try place.succeed("customer", "edit", "2003", "contactPersons[\(number - 1)].name=Kontakt \(number)")
    }
    let count = try place.run("customer", "list", "--all").json().elements.count
    try place.succeed("export", file, "--all", "--language", language)
    let summary = try place.run("import", file, "--empty", "clear").json()
    #expect(summary["unchanged"]?.int == count, "\(summary)")
    #expect(summary["mapping"] == .string("upload-template"))
    #expect(summary["report"]?["unmappedColumns"] == .array([]))
  }

  @Test func exportHasTheHeadingsAndWordsOfTheLanguage() throws {
    let place = try Workplace()
    try place.succeed("customer", "add", "1", "name=A")
    let columns = ["--columns", "number,type,active,invoiceAddress.city"]
    func export(_ options: String..., locale: String = "C") throws -> String {
      let outcome = try Program.run(
        ["export", "ut.csv"] + columns + options, in: place.path, environment: ["LC_ALL": locale])
      #expect(outcome.status == 0, "\(outcome.stderr)")
      return try place.text("ut.csv")
    }
    let english = "Customer number;Customer type;Active;Invoice address city\r\n1;Company;Yes;\r\n"
    let swedish = "Kundnummer;Kundtyp;Aktiv;Fakturaadress ort\r\n1;Företag;Ja;\r\n"
    #expect(try export("--language", "en", locale: "sv_SE.UTF-8") == english)
    #expect(try export("--language", "sv") == swedish)
    #expect(try export() == english)
    #expect(try export(locale: "sv_SE.UTF-8") == swedish)
    try place.write(#"{"language": "sv"}"#, to: "config.json")
    #expect(try export() == swedish)
    #expect(try export("--language", "en") == english)
  }

  @Test func exportTakesTheSameSelectionAsTheList() throws {
    let place = try Workplace(fixtures: ["kunder.csv"])
    try place.expect(2, "import", "kunder.csv")
    try place.succeed("export", "ut.csv", "--where", "name=Jörgen Ågren", "--columns", "number,name")
    #expect(try place.bytes("ut.csv") == Data("\u{FEFF}Customer number;Name\r\n2003;Jörgen Ågren\r\n".utf8))
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
