import CustomerModel
import Differ
import Mapping
import RegisterStore
import Rows
import TestSupport
import Testing
import Texts
import Validation

@testable import Runs

/// Which sheets are read, and what is said of those that are not.
@Suite struct SheetChoiceTests {
  private let office: Office
  init() throws { office = try Office() }

  private func importing(
    _ book: SheetBook, _ choose: (inout ImportOptions) -> Void = { _ in }
  ) throws -> ImportOutcome {
    try book.write(to: office.folder)
    return try office.importing("k.xlsx", choose)
  }

  private static let kunder = [["Nr", "Namn", "Telefon"], ["1", "A"]]

  @Test func aProposalNamesOnlyTheSheetsThatAnImportMayTake() throws {
    var office = try Office()
    office.library = MappingLibrary(office.library.all, wordFiles: try Office.shippedMappings().wordFiles)
    let library = office.library
    func notes(_ book: SheetBook) throws -> [Text] {
      try book.write(to: office.folder)
      return try MappingProposal.make(
        input: office.folder.file("k.xlsx"), sheet: nil, reading: .init(), library: library
      ).notes
    }
    let list = SheetBook().sheet("A", [["Nr", "Namn", "Telefon"], ["1", "Ek", ""]])
    #expect(
      try notes(list.sheet("B", [["Färg", "Form"], ["röd", "rund"]])) == [
        ImportSourceTexts.lookedAt("A", others: ["B"])
      ])
    #expect(try notes(list.sheet("Gamla", [["Nr", "Namn"], ["2", "Al"]], isHidden: true)) == [])
    #expect(try notes(list.sheet("Leverantörer", [["Nr", "Namn"], ["2", "Al"]])) == [])
  }

  @Test func aWorkbookWithoutRowsIsToldByWhereTheyAre() throws {
    let office = try Office()
    let rows = [["Nr", "Namn"], ["1", "Ek"]]
    try SheetBook().sheet("Tom", []).sheet("Kunder", rows, isHidden: true).write(to: office.folder)
    let hidden = try office.failure("k.xlsx")
    #expect(hidden.code == "input.noRows")
    #expect(hidden.text == ImportSourceTexts.onlyHiddenRows(office.folder.file("k.xlsx"), sheets: ["Kunder"]))
    #expect(hidden.remedies == [.chooseSheet])
    let asked = try office.failure("k.xlsx") { $0.sheet = "Tom" }
    #expect(asked.code == "input.noRows")
    #expect(asked.text == ImportSourceTexts.noRows(office.folder.file("k.xlsx"), sheet: "Tom"))
    try SheetBook().sheet("Tom", []).write(to: office.folder)
    #expect(try office.failure("k.xlsx").text == ImportSourceTexts.noRows(office.folder.file("k.xlsx")))
  }

  @Test func aFilledSheetThatDoesNotFitIsNamed() throws {
    let outcome = try importing(
      SheetBook().sheet("Anteckningar", [["Ring alla i maj"], ["och fråga"]]).sheet("Kunder", Self.kunder)
        .sheet("Tom", []).sheet("Telefoner", [["Nr", "Telefon"], ["1", "2"]]))
    #expect(outcome.counts.rows == 1)
    #expect(outcome.report.sheets.isEmpty)
    #expect(outcome.report.sheet == "Kunder")
    #expect(outcome.report.unreadSheets.map(\.name) == ["Anteckningar", "Telefoner"])
    #expect(outcome.report.unreadSheets.allSatisfy { !$0.fits && !$0.isLeft })
    #expect(outcome.report.notes.count == 2)
    #expect(outcome.report.unreadSheets[1].reason == .doesNotFit(missing: ["name"]))
    #expect(outcome.report.json.contains(#""sheetsNotRead":[{"sheet":"Anteckningar","fits":false,"hidden":false"#))
  }

  @Test func aHiddenSheetThatFitsIsNamedAndReadWhenItIsAskedFor() throws {
    let book = SheetBook().sheet("Kunder", Self.kunder).sheet("Gamla", [["Nr", "Namn"], ["2", "B"]], isHidden: true)
      .sheet("Listor", [["Norr"], ["Söder"]], isHidden: true)
    let outcome = try importing(book)
    #expect(outcome.counts.rows == 1)
    #expect(outcome.report.unreadSheets == [UnreadSheet(name: "Gamla", reason: .hidden)])
    #expect(outcome.report.notes.count == 1)
    #expect(try importing(book) { $0.sheet = "Gamla" }.counts == .init(rows: 1, created: 1))
  }

  @Test func headingsWithNothingBelowAreNoInputOfTheirOwn() throws {
    let outcome = try importing(
      SheetBook().sheet("Mall", [["Nr", "Namn", "Telefon", "E-post", "Typ"]]).sheet("Kunder", Self.kunder))
    #expect(outcome.report.sheet == "Kunder")
    #expect(outcome.report.sheets.isEmpty)
    #expect(outcome.report.unreadSheets.isEmpty)
  }

  @Test func theMappingThatTakesMostOfAllSheetsIsTaken() throws {
    var office = office
    let narrow = """
      {"name": "företag", "columns": [{"field": "number", "headers": ["Nr"], "required": true},
       {"field": "name", "headers": ["Namn"], "required": true},
       {"field": "phone", "headers": ["Telefon"], "required": true}]}
      """
    office.library = MappingLibrary(
      office.library.all + [try MappingFile(json: Array(narrow.utf8), origin: "f.json")])
    let book = SheetBook().sheet("Företag", [["Nr", "Namn", "Telefon"], ["1", "A"]])
      .sheet("Privat", [["Nr", "Namn", "E-post"], ["2", "B", "b@example.se"]])
    try book.write(to: office.folder)
    let outcome = try office.importing("k.xlsx")
    #expect(outcome.report.mapping == "kunder")
    #expect(outcome.report.sheets == ["Företag", "Privat"])
  }

  @Test func aSheetThatFitsAnotherMappingIsLeftAndSaid() throws {
    var office = office
    let other = """
      {"name": "leverans", "columns": [{"field": "number", "headers": ["Mottagare"], "required": true},
       {"field": "name", "headers": ["Mottagarens namn"], "required": true}]}
      """
    office.library = MappingLibrary(office.library.all + [try MappingFile(json: Array(other.utf8), origin: "l.json")])
    let book = SheetBook().sheet("Kunder", Self.kunder)
      .sheet("Mottagare", [["Mottagare", "Mottagarens namn"], ["2", "B"]])
    try book.write(to: office.folder)
    let outcome = try office.importing("k.xlsx")
    #expect(outcome.report.unreadSheets == [UnreadSheet(name: "Mottagare", reason: .fitsOther(mapping: "leverans"))])
    #expect(outcome.report.unreadSheets[0].isLeft)
    #expect(try office.failure("k.xlsx") { $0.inactivatesMissing = true }.code == "missing.sheetLeftOut")
    let named = try office.importing("k.xlsx") { $0.mapping = "kunder" }
    #expect(named.report.unreadSheets.map(\.isLeft) == [false])
  }

  @Test func nobodyIsMissingWhoStandsOnAnyOfTheSheets() throws {
    let book = SheetBook().sheet("Norr", Self.kunder).sheet("Söder", [["Namn", "Nr"], ["B", "2"]])
      .sheet("Anteckningar", [["Ring"]])
    _ = try importing(book)
    let outcome = try importing(book) {
      $0.inactivatesMissing = true
      $0.maximumInactivated = 1
    }
    #expect(outcome.counts == .init(rows: 2, unchanged: 2))
  }

  @Test func missingIsRefusedWhenASheetThatFitsIsLeftOut() throws {
    let hidden = SheetBook().sheet("Kunder", Self.kunder).sheet(
      "Gamla", [["Nr", "Namn"], ["2", "B"]], isHidden: true)
    let visible = SheetBook().sheet("Kunder", Self.kunder).sheet("Söder", [["Nr", "Namn"], ["2", "B"]])
    for (book, name, sheet) in [(hidden, "Gamla", nil), (visible, "Söder", "Kunder"), (hidden, "Gamla", "Kunder")] {
      try book.write(to: office.folder)
      for isDryRun in [false, true] {
        let error = try office.failure("k.xlsx") {
          $0.inactivatesMissing = true
          $0.maximumInactivated = 1
          $0.sheet = sheet
          $0.isDryRun = isDryRun
        }
        #expect(error.status == .failed)
        #expect(error.code == "missing.sheetLeftOut")
        #expect(error.message.contains("“\(name)”"))
      }
    }
  }

  @Test func missingGoesAheadWhenWhatIsLeftOutHoldsNoCustomers() throws {
    let book = SheetBook().sheet("Kunder", Self.kunder).sheet("Mall", [["Nr", "Namn"]])
      .sheet("Listor", [["Norr"], ["Söder"]], isHidden: true).sheet("Anteckningar", [["Ring"]])
    for sheet in [nil, "Kunder"] {
      let outcome = try importing(book) {
        $0.inactivatesMissing = true
        $0.sheet = sheet
      }
      #expect(outcome.counts.rows == 1)
    }
  }

  @Test(arguments: ["[]", "[ ]\n", #"{"customers": []}"#, "[{}]"])
  func anEmptyListOfJSONIsCalledSo(json: String) throws {
    let office = try Office()
    try office.folder.write(json, to: "k.json")
    let failure = try office.failure("k.json")
    #expect(failure.code == "input.noRows")
    #expect(failure.message.contains(InputRowsTexts.emptyList(Text.unknown.english).afterUnknown), "\(failure.message)")
  }
}
