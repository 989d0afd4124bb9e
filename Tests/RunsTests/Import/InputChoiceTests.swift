import CustomerModel
import Mapping
import RegisterStore
import Runs
import TestSupport
import Testing
import Texts
import Validation
import Writers

@Suite struct InputChoiceTests {
  private let office: Office
  init() throws { office = try Office() }

  private func workbook(_ name: String, _ sheets: [(String, [[String?]])]) throws {
    let writer = try WorkbookWriter(path: office.folder.file(name))
    for (sheet, rows) in sheets {
      try writer.addSheet(sheet, columns: rows[0].map { WorkbookWriter.Column($0 ?? "") })
      for row in rows.dropFirst() { try writer.append(row) }
    }
    try writer.finish()
  }

  @Test func aHeaderBelowTitleLinesIsFound() throws {
    let outcome = try office.importing(text: "Kundlista;;\nUtskriven 2026-11-23;;\n;;\nNr;Namn;Telefon\n0010;A;\n")
    #expect(outcome.counts == .init(rows: 1, created: 1))
    #expect(try office.card("0010")?[.customerName] == "A")
    #expect(outcome.report.mapping == "kunder")
    #expect(outcome.report.format.english == "text with \";\" between cells, UTF-8")
  }

  @Test func allSheetsThatFitAreReadUnlessOneIsNamed() throws {
    try workbook(
      "k.xlsx",
      [
        ("Info", [["Rapport", "Datum"], ["x", "y"]]), ("Kunder", [["Nr", "Namn", "Telefon"], ["1", "A", nil]]),
        ("Gamla", [["Nr", "Namn"], ["2", "B"], ["3", "C"]]),
      ])
    let all = try office.importing("k.xlsx")
    #expect(all.counts.created == 3)
    #expect(all.report.sheets == ["Kunder", "Gamla"])
    #expect(all.report.unreadSheets.map(\.name) == ["Info"])
    #expect(try office.importing("k.xlsx") { $0.sheet = "gamla" }.counts == .init(rows: 2, unchanged: 2))
    let error = try office.failure("k.xlsx") { $0.sheet = "Finns inte" }
    #expect(error.status == .unreadableInput)
    #expect(error.code == "sheet.unknown")
    #expect(error.message.contains("“Info”, “Kunder”, “Gamla”"))
    #expect(try office.failure("k.xlsx") { $0.sheet = "Info" }.status == .configuration)
  }

  @Test func theAdviceNamesTheSheetThatWasAskedFor() throws {
    try workbook(
      "k.xlsx", [("Blad 2", [["Rapport", "Datum"], ["x", "y"]]), ("Kunder", [["Nr", "Namn"], ["1", "A"]])])
    let error = try office.failure("k.xlsx") { $0.sheet = "Blad 2" }
    #expect(error.remedies == [.suggestMapping(input: office.folder.file("k.xlsx"), sheet: "Blad 2")])
    #expect(error.code == "mapping.none")
  }

  @Test func aTextHasNoSheets() throws {
    try office.folder.write("Nr;Namn\n1;A\n", to: "k.csv")
    let error = try office.failure("k.csv") { $0.sheet = "Kunder" }
    #expect(error.status == .usage)
    #expect(error.code == "sheet.none")
  }

  @Test func aFileThatNoMappingFitsIsRefusedWithTheWayOn() throws {
    for (text, code) in [
      ("Spam;Egg\n1;2\n", "mapping.none"), ("Nr;Telefon;Kst\n1;;\n", "mapping.incomplete"),
    ] {
      try office.folder.write(text, to: "k.csv")
      let error = try office.failure("k.csv")
      #expect(error.status == .configuration)
      #expect(error.code == code)
      #expect(error.remedies == [.suggestMapping(input: office.folder.file("k.csv"), sheet: nil)])
      #expect(error.message.contains(text.prefix { $0 != "\n" }.replacing(";", with: " | ")))
    }
    #expect(try office.failure("k.csv") { $0.mapping = "kunder" }.code == "mapping.requiredMissing")
    #expect(try office.failure("k.csv") { $0.mapping = "kundr" }.code == "mapping.unknown")
  }

  @Test func withoutMappingsTheImportSaysWhereTheyAreNamed() throws {
    var office = try Office()
    office.library = MappingLibrary([])
    try office.folder.write("Nr;Namn\n1;A\n", to: "k.csv")
    let error = try office.failure("k.csv")
    #expect(error.code == "mapping.none")
    #expect(error.message.contains("KUNDREG_MAPPINGS"))
  }

  @Test func whatHoldsNoTableIsRefused() throws {
    for (name, text) in [("tom.csv", ""), ("blank.csv", "\n\n\n"), ("borta.csv", nil)] as [(String, String?)] {
      if let text { try office.folder.write(text, to: name) }
      #expect(try office.failure(name).status == .unreadableInput, "\(name)")
    }
  }

  @Test func theMappingsEncodingIsUsedForTheFileThatItFits() throws {
    let json = """
      {"name": "gammal", "encoding": "CP850", "columns": [
        {"field": "number", "headers": ["Nr"]}, {"field": "name", "headers": ["Namn"], "required": true}]}
      """
    let office = try Office(mapping: json)
    try office.folder.write(Array("Nr;Namn\n1;".utf8) + [0x8F] + Array("kes\n".utf8), to: "k.csv")
    let outcome = try office.importing("k.csv")
    #expect(try office.card("1")?[.customerName] == "Åkes")
    #expect(outcome.report.format.english.hasSuffix("CP850"))
  }

  @Test func unknownNamesAreAddedAndReportedOrRejectedAsTheMappingSays() throws {
    let text = "Nr;Namn;Taggar;Kst;Rabatt\n1;A;X, Y;100;\n2;B;Y;200;R\n"
    let outcome = try office.importing(text: text)
    #expect(outcome.counts == .init(rows: 2, created: 1, rejected: 1))
    #expect(outcome.report.addedReferences == [.tag: ["X", "Y"], .costCenter: ["100"]])
    #expect(outcome.report.problems.entries.map(\.code) == ["reference.unknown"])
    try office.register.write { writer throws in _ = try writer.addReference("R", to: .discountLetter) }
    #expect(try office.importing(text: text).counts == .init(rows: 2, created: 1, unchanged: 1))
    #expect(try office.card("2")?[FieldPath("discountLetters")!] == "R\u{1F}")
  }
}
