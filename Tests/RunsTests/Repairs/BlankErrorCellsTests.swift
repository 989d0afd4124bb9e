import CustomerModel
import RegisterStore
import Runs
import TestSupport
import Testing
import Validation

/// Errors of a workbook that say that there is no value: what the same text is in a text file.
@Suite struct BlankErrorCellsTests: RepairsSuite {
  let office: Office
  init() throws { office = try .withShippedMappings() }

  private let headings = Office.row(1, ["A": "Kundnr", "B": "Namn", "C": "Telefon", "D": "Ort", "E": "Kommentar"])
  private let phone = FieldPath("phone")!
  private let city = FieldPath("invoiceAddress.city")!

  @Test func noValueIsBlankAndToldOnce() throws {
    try office.write(
      sheetData: headings + Office.row(2, ["A": "1", "B": "Ek AB", "C": "#N/A", "D": "Lund", "E": "#N/A"])
        + Office.row(3, ["A": "2", "B": "Bo AB", "C": "08-465 004 10", "D": "#N/A"]))
    let outcome = try office.importing("k.xlsx")
    #expect(outcome.counts == .init(rows: 2, created: 2))
    #expect(outcome.report.problems.entries.isEmpty)
    let notice = try #require(notices(outcome)["repair.blankWord"])
    #expect(notice.contains("3 cells"))
    #expect(try office.card("1")?[phone] == nil)
    #expect(try office.card("1")?[city] == "Lund")
    #expect(try office.card("2")?[city] == nil)
    // The same list as text.
    let text = try Office.withShippedMappings()
    try text.importing(text: "Kundnr;Namn;Telefon;Ort;Kommentar\n1;Ek AB;#N/A;Lund;#N/A\n2;Bo AB;08-465 004 10;#N/A;\n")
    #expect(try text.state().cards == office.state().cards)
  }

  @Test func aCustomerThatIsThereKeepsItsValue() throws {
    try office.importing(text: "Kundnr;Namn;Telefon;Ort\n1;Ek AB;08-465 004 10;Lund\n")
    try office.write(sheetData: headings + Office.row(2, ["A": "1", "B": "Ek AB", "C": "#N/A", "D": "#N/A"]))
    #expect(try office.importing("k.xlsx").counts == .init(rows: 1, unchanged: 1))
    #expect(try office.card("1")?[phone] == "08-465 004 10")
  }

  @Test("in numbers and names it is an error, and so are errors of other kinds everywhere")
  func errors() throws {
    try office.set([.generateNumber: 1])
    try office.write(
      sheetData: headings + Office.row(2, ["A": "#N/A", "B": "Ek AB"]) + Office.row(3, ["A": "2", "B": "#N/A"])
        + Office.row(4, ["A": "3", "B": "Bo AB", "D": "#REF!"])
        + Office.row(5, ["A": "4", "B": "Al AB", "C": "#VALUE!"])
        + Office.row(6, ["A": "5", "B": "Ada AB", "C": "#N/A", "D": "#DIV/0!"])
        + Office.row(7, ["A": "6", "B": "Åsa AB"]))
    let outcome = try office.importing("k.xlsx")
    #expect(outcome.counts == .init(rows: 6, created: 1, rejected: 5))
    #expect(outcome.report.problems.entries.map { "\($0.code) \($0.count)" } == ["cell.error 5"])
  }

  @Test("a mapping that knows no words for nothing leaves errors what they are")
  func noWords() throws {
    let office = try Office(
      mapping:
        #"{"blankWords": [], "columns": [{"field": "number", "headers": ["Kundnr"]}, {"field": "name", "headers": ["Namn"]}, {"field": "phone", "headers": ["Telefon"]}]}"#
    )
    try office.write(sheetData: headings + Office.row(2, ["A": "1", "B": "Ek AB", "C": "#N/A"]))
    let outcome = try office.importing("k.xlsx")
    #expect(outcome.report.problems.entries.map(\.code) == ["cell.error"])
    #expect(outcome.counts == .init(rows: 1, rejected: 1))
  }

  @Test("errors of both kinds in one sheet are told apart")
  func bothKinds() throws {
    try office.write(
      sheetData: Office.row(1, ["A": "Telefon", "B": "Kundnr", "C": "Ort", "D": "Namn"])
        + Office.row(2, ["A": "#N/A", "B": "1", "C": "#REF!", "D": "Ek AB"])
        + Office.row(3, ["A": "#N/A", "B": "2", "C": "#N/A", "D": "Bo AB"]))
    let outcome = try office.importing("k.xlsx")
    #expect(outcome.counts == .init(rows: 2, created: 1, rejected: 1))
    #expect(
      outcome.report.problems.entries.map { "\($0.code) \($0.examples.compactMap(\.position))" } == ["cell.error [2]"])
  }
}
