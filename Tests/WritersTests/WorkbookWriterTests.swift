import CustomerModel
import Foundation
import TestSupport
import Testing

@testable import Writers

@Suite struct WorkbookWriterTests {
  let folder: TemporaryFolder
  var path: String { folder.file("a.xlsx") }

  init() throws { folder = try TemporaryFolder() }

  @Test func everyCellIsTextAndReadsBack() throws {
    let rows: [[String]] = [
      ["00123", "198001011234", "+4670"], ["1.98E+11", "=1+1", "2026-01-01"], [" a ", "a\nb", "åäö😀"],
      ["<&>\"'", "", "_x41_"],
      ["true", "#N/A", "a\tb"],
    ]
    let writer = try WorkbookWriter(path: path)
    try writer.addSheet("Kunder", columns: [.init("Nr"), .init("B"), .init("C")])
    for row in rows { try writer.append(row) }
    try writer.finish()
    #expect(try Python.rows(ofWorkbook: path, sheet: "Kunder") == [["Nr", "B", "C"]] + rows)
    let formats = try Python.ask(
      "sorted({c.number_format for r in book['Kunder'].iter_rows() for c in r})", ofWorkbook: path)
    #expect(formats == "['@']" || formats == "['@', 'General']")
    #expect(try Python.ask("book['Kunder']['A2'].number_format", ofWorkbook: path) == "@")
    #expect(try Python.ask("book['Kunder']['A2'].data_type", ofWorkbook: path).first != "n")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["a.xlsx"])
  }

  @Test func controlCharactersSurviveExcelsEscapes() throws {
    let writer = try WorkbookWriter(path: path)
    try writer.addSheet("Kunder", columns: [.init("A")])
    try writer.append(["a\u{0}b\rc_x000D_d"])
    try writer.finish()
    #expect(
      try Python.run(
        """
        import sys, zipfile, re
        xml = zipfile.ZipFile(sys.argv[1]).read("xl/worksheets/sheet1.xml").decode()
        print(re.findall("<t[^>]*>([^<]*)</t>", xml)[1])
        """, path) == "a_x0000_b_x000D_c_x005F_x000D_d")
  }

  @Test func headingsAreBoldFrozenAndFiltered() throws {
    let writer = try WorkbookWriter(path: path)
    try writer.addSheet("Kunder", columns: [.init("Nummer", width: 20), .init("Namn", wrapsText: true)])
    try writer.append(["1", "A"])
    try writer.append(["2", "B", "extra"])
    try writer.finish()
    let ask = { try Python.ask($0, ofWorkbook: path) }
    #expect(try ask("book['Kunder']['A1'].font.b, book['Kunder']['A2'].font.b") == "True False")
    #expect(try ask("book['Kunder'].freeze_panes, book['Kunder'].auto_filter.ref") == "A2 A1:C3")
    #expect(try ask("round(book['Kunder'].column_dimensions['A'].width)") == "21")
    #expect(try ask("book['Kunder']['B2'].alignment.wrap_text") == "True")
  }

  @Test func markedCellsHaveColourAndComment() throws {
    let writer = try WorkbookWriter(path: path)
    try writer.addSheet("Kunder", columns: [.init("A"), .init("B")])
    try writer.append(["x", nil], marks: [.init(column: 0, comment: "fel\u{1} här"), .init(column: 1)])
    try writer.append(["y", "z"])
    try writer.finish()
    let ask = { try Python.ask($0, ofWorkbook: path) }
    #expect(try ask("[book['Kunder'][c].fill.fgColor.rgb for c in ('A2', 'B2')]") == "['FFFFD9D9', 'FFFFD9D9']")
    #expect(try ask("book['Kunder']['A2'].comment.text, book['Kunder']['B2'].comment") == "fel  här None")
    #expect(try ask("book['Kunder']['A3'].fill.fill_type, book['Kunder']['A3'].comment") == "None None")
  }

  @Test func commentsStopAtTheirLimitAndRowsDoNot() throws {
    let writer = try WorkbookWriter(path: path)
    try writer.addSheet("Kunder", columns: [.init("A")])
    for row in 0..<ExcelLimits.comments + 10 {
      try writer.append(["\(row)"], marks: [.init(column: 0, comment: "fel")])
    }
    try writer.finish()
    #expect(
      try Python.ask(
        "sum(1 for r in book['Kunder'].iter_rows() if r[0].comment), book['Kunder'].max_row", ofWorkbook: path)
        == "5000 5011")
  }

  @Test func dropDownsStandInTheRuleOrInAHiddenSheet() throws {
    let long = (1...60).map { "Kostnadsställe \($0)" }
    let writer = try WorkbookWriter(path: path)
    try writer.addSheet(
      "Kunder",
      columns: [
        .init("Aktiv", choices: ["Ja", "Nej"], onlyChoices: true), .init("Kst", choices: long), .init("Fri"),
        .init("Tagg", choices: ["A, B", "C"]),
      ])
    try writer.finish()
    let rules = try Python.ask(
      "sorted((str(v.sqref), v.formula1, bool(v.showErrorMessage)) for v in book['Kunder'].data_validations.dataValidation)",
      ofWorkbook: path)
    #expect(
      rules == "[('A2:A1048576', '\"Ja,Nej\"', True), ('B2:B1048576', 'Listor!$A$2:$A$61', False), "
        + "('D2:D1048576', 'Listor!$B$2:$B$3', False)]")
    #expect(
      try Python.ask("book.sheetnames, book['Listor'].sheet_state, book.active.title", ofWorkbook: path)
        == "['Kunder', 'Listor'] hidden Kunder")
    let list = try Python.rows(ofWorkbook: path, sheet: "Listor")
    #expect(list.map { $0[0] } == ["Kst"] + long)
    #expect(list.prefix(4).map { $0[1] } == ["Tagg", "A, B", "C", ""])
  }

  @Test(arguments: [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA"), (16_383, "XFD")])
  func columnsHaveLetters(index: Int, letters: String) { #expect(WorkbookWriter.letters(ofColumn: index) == letters) }

  @Test func aTextTooLongForACellIsAnError() throws {
    let writer = try WorkbookWriter(path: path)
    try writer.addSheet("Kunder", columns: [.init("A"), .init("Kommentar")])
    try writer.append(["x", String(repeating: "å", count: 32_767)])
    let error = try #require(throws: KundregError.self) {
      try writer.append(["x", String(repeating: "å", count: 32_768)])
    }
    #expect(error.status == .failed)
    #expect(error.code == "workbook.cellTooLong")
    #expect(
      error.text
        == WriterTexts.cellTooLong(path, row: 3, column: 2, heading: "Kommentar", length: 32_768, limit: 32_767))
    // The escapes make it longer than the library takes.
    let escaped = String(repeating: "\u{1}", count: 30_000)
    #expect(throws: KundregError.self) { try writer.append([escaped]) }
  }

  @Test func tooManyColumnsOrRowsAreAnError() throws {
    let writer = try WorkbookWriter(path: path)
    try writer.addSheet("Kunder", columns: [.init("A")])
    let wide = try #require(throws: KundregError.self) { try writer.append(Array(repeating: "x", count: 16_385)) }
    #expect(wide.code == "workbook.tooManyColumns")
    #expect(wide.text == WriterTexts.tooManyColumns(path, cells: 16_385, limit: 16_384))
    for _ in 1..<ExcelLimits.rows { try writer.append([nil]) }
    let long = try #require(throws: KundregError.self) { try writer.append([nil]) }
    #expect(long.code == "workbook.tooManyRows")
    #expect(long.text == WriterTexts.tooManyRows(path, sheet: "Kunder", limit: 1_048_576))
  }

  @Test func aSheetNameThatIsTakenIsAnError() throws {
    let writer = try WorkbookWriter(path: path)
    try writer.addSheet("Kunder", columns: [])
    let error = try #require(throws: KundregError.self) { try writer.addSheet("KUNDER", columns: []) }
    #expect(error.code == "workbook.sheetName")
  }

  @Test func aFailureLeavesTheOldFileAndNoOpenFiles() throws {
    try folder.write("old", to: "a.xlsx")
    let writer = try WorkbookWriter(path: path)
    try writer.addSheet("Kunder", columns: [.init("A")])
    try writer.append(["x"])
    let prefix = folder.path
    let open = {
      try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").filter {
        (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/fd/\($0)"))?.hasPrefix(prefix) == true
      }.count
    }
    #expect(try open() == 2)
    writer.discard()
    #expect(try open() == 0)
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "old")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["a.xlsx"])
    #expect(throws: KundregError.self) { try WorkbookWriter(path: folder.file("none/a.xlsx")) }
  }
}
