import RegisterStore
import CustomerModel
import Mapping
import Runs
import TestSupport
import Testing
import Validation

/// Cells of a type that their field cannot have, from the workbook to the register.
@Suite struct OddCellsTests {
  private let office: Office
  init() throws {
    office = try Office()
  }

  /// A workbook of the test mapping's headings, made by openpyxl: `D` is a day, `T` a time.
  private func workbook(_ rows: String, _ name: String = "k.xlsx", more: String = "") throws {
    try Script.run(
      """
      import openpyxl, datetime
      D = datetime.date(2026, 10, 12); T = datetime.time(8, 30)
      book = openpyxl.Workbook(); sheet = book.active; sheet.title = "Kunder"
      sheet.append(["Nr", "Namn", "Telefon", "Aktiv", "comments", "customFields.Avtal"])
      for row in [\(rows)]: sheet.append(row)
      \(more)
      book.save(r"\(office.folder.file(name))")
      """)
  }

  @Test func datesAndAnswersAreNoNumbersOrNames() throws {
    try office.register.write { try $0.addCustomField(CustomFieldDefinition(name: "Avtal", kind: .date)) }
    try workbook(
      """
      ["1", "A", "08-123 45 67", True, D, D], [D, "B"], ["3", D], [True, "D"], ["5", True], ["6", "F", D, False],
      ["7", T], ["2026-10-12", "H"]
      """)
    let outcome = try office.importing("k.xlsx")
    #expect(outcome.counts == .init(rows: 8, created: 3, rejected: 5, warnings: 2))
    let state = try office.state()
    #expect(state.cards.keys.sorted() == ["1", "2026-10-12", "6"])
    #expect(state.cards["1"]?[FieldPath("comments")!] == "2026-10-12")
    #expect(state.cards["1"]?[FieldPath(custom: "Avtal")] == "2026-10-12")
    #expect(state.cards["1"]?[.active] == "1")
    #expect(state.cards["6"]?[FieldPath("phone")!] == nil)
    #expect(state.cards["6"]?[.active] == "0")
    let codes = outcome.report.problems.entries.map { "\($0.code) \($0.count)" }
    #expect(codes == ["cell.type 5", "cell.typeLeftOut 1", "text.converted 1"])
  }

  @Test func aRowWithSuchACellIsNeverKnown() throws {
    // As text the name is taken, with a warning that the configuration switches off: its row is then remembered.
    var office = office
    office.severities = ["text.converted": .off]
    try workbook(#"["1", "2026-10-12", None, None, D], ["2", "B", None, True, D]"#)
    #expect(try office.importing("k.xlsx").counts.created == 2)
    #expect(try office.importing("k.xlsx").counts == .init(rows: 2, unchanged: 2))
    try workbook(#"["1", D, None, None, D], ["2", "B", None, True, D]"#)
    #expect(try office.importing("k.xlsx").counts == .init(rows: 2, unchanged: 1, rejected: 1))
  }

  @Test func mendedRejectsAreTaken() throws {
    try workbook(#"[D, "A"], ["2", "B"]"#)
    let outcome = try office.importing("k.xlsx")
    let rejects = try #require(outcome.rejects)
    try Script.run(
      """
      import openpyxl
      book = openpyxl.load_workbook(r"\(rejects)"); sheet = book.active
      sheet["A2"] = "10-12"
      book.save(r"\(office.folder.file("mended.xlsx"))")
      """)
    #expect(try office.importing("mended.xlsx").counts == .init(rows: 1, created: 1))
    #expect(try office.card("10-12")?[.customerName] == "A")
  }

  @Test func jsonsYesAndNoAreNoNames() throws {
    try office.folder.write(
      #"[{"Nr": "1", "Namn": true}, {"Nr": false, "Namn": "B"}, {"Nr": "3", "Namn": "C", "Aktiv": false}]"#,
      to: "k.json")
    let outcome = try office.importing("k.json")
    #expect(outcome.counts == .init(rows: 3, created: 1, rejected: 2))
    #expect(try office.card("3")?[.active] == "0")
  }

  @Test func recordsOfAFileAreJudgedToo() throws {
    try office.importing(text: "Nr;Namn\n1;A\n")
    try Script.run(
      """
      import openpyxl, datetime
      D = datetime.date(2026, 10, 12)
      book = openpyxl.Workbook(); sheet = book.active
      sheet.append(["Kundnr", "Anläggningsnummer", "Anläggning", "Anläggning ort"])
      for row in [["1", D, "Pannrum"], ["1", "P2", "Hiss"], [D, "P3", "Tak"]]: sheet.append(row)
      book.save(r"\(office.folder.file("f.xlsx"))")
      """)
    let options = office.options("f.xlsx")
    let run = try RecordImportRun(
      options, target: RecordTarget(name: "facilities"), context: ImportContext(library: office.library))
    let outcome = try run.perform(on: office.register, as: office.actor, today: Office.today)
    #expect(outcome.counts.rejected == 2)
    #expect(outcome.counts.updated == 1)
    #expect(outcome.report.problems.entries.map(\.code) == ["cell.type"])
    #expect(try office.card("1")?[.facilities] == #"[{"number":"P2","name":"Hiss"}]"#)
  }

  @Test func aNumberWithAnExponentIsRemarkedOnWhereACodeBelongs() throws {
    var office = try Office()
    office.library = try Office.shippedMappings()
    try office.folder.write(
      #"[{"number": 1e3, "name": "A", "costCenter": 1E2, "@url": "https://example.com/1"}, {"number": "1e4", "name": "B"}]"#,
      to: "k.json")
    let outcome = try office.importing("k.json")
    #expect(outcome.counts.created == 2)
    let entry = try #require(outcome.report.problems.entries.first)
    #expect(outcome.report.problems.entries.count == 1 && entry.code == "cell.typeDoubtful" && entry.count == 2)
    #expect(entry.examples.allSatisfy { $0.message.contains("a number with an exponent") })
    #expect(try office.card("1e3")?[Field.named("website")!] == nil)
    #expect(outcome.report.unmappedColumns == ["@url"])
  }
}
