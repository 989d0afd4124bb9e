import Readers
import Rows
import TestSupport
import Testing

/// Rows that a workbook declares as totals of its tables, and rows of nothing but blanks.
@Suite struct TableTotalsTests {
  private let folder: TemporaryFolder
  init() throws { folder = try TemporaryFolder() }

  /// A sheet of four rows and three columns, beside which tables are declared.
  private func sheet(_ tables: [String], cells: [[String]] = TableTotalsTests.cells) throws -> SheetTexts {
    let data = cells.enumerated().map { row, texts in
      let cells = texts.map { "<c t=\"inlineStr\"><is><t xml:space=\"preserve\">\($0)</t></is></c>" }
      return "<row r=\"\(row + 1)\">\(cells.joined())</row>"
    }
    var book = RawWorkbook(sheetData: data.joined())
    book["xl/worksheets/_rels/sheet1.xml.rels"] = RawWorkbook.relationshipPart(
      tables.indices.map { ("rId\($0 + 1)", "table", "../tables/table\($0 + 1).xml") })
    for (index, table) in tables.enumerated() {
      book["xl/tables/table\(index + 1).xml"] = table.isEmpty ? nil : "<table xmlns=\"\(RawWorkbook.main)\" \(table)/>"
    }
    return try SheetTexts(path: book.write(to: folder))
  }

  private static let cells = [["Nr", "Namn", "Order"], ["1", "A", "5"], ["2", "B", "7"], ["Summa", "2", "12"]]

  private func declared(_ tables: [String], cells: [[String]] = TableTotalsTests.cells) throws -> [Int] {
    let sheet = try sheet(tables, cells: cells)
    return sheet.positions.indices.filter { sheet.faults[$0] == .declaredTotal }.map { sheet.positions[$0] }
  }

  @Test(
    "the last rows of a table are its totals, as many as it says",
    arguments: [
      (#"ref="A1:C4" totalsRowCount="1""#, [4]), (#"ref="A1:C4" totalsRowCount="2""#, [3, 4]),
      (#"ref="$A$1:$C$4" totalsRowCount="1""#, [4]), (#"ref="A1:B4" totalsRowCount="1""#, [4]),
    ])
  func totals(table: String, rows: [Int]) throws { #expect(try declared([table]) == rows) }

  @Test(
    "what declares no total leaves every row",
    arguments: [
      #"ref="A1:C4""#, #"ref="A1:C4" totalsRowCount="0""#, #"ref="A1:C4" totalsRowShown="1""#,
      #"ref="A1:C4" totalsRowCount="x""#, #"ref="A1" totalsRowCount="1""#, #"totalsRowCount="1""#,
      #"ref="A4:C1" totalsRowCount="1""#, #"ref="A1:C5" totalsRowCount="1""#, "",
    ])
  func none(table: String) throws { #expect(try declared([table]) == []) }

  @Test("the headings of a table are no total, however many it declares")
  func headings() throws { #expect(try declared([#"ref="A1:C4" totalsRowCount="9""#]) == [2, 3, 4]) }

  @Test("a small table beside the list declares nothing of the list's rows")
  func beside() throws {
    let cells = [
      ["Nr", "Namn", "Ort", "", "Pris"], ["1", "A", "X", "", "3"], ["2", "B", "Y", "", "3"], ["3", "C", "Z"],
    ]
    #expect(try declared([#"ref="E1:E3" totalsRowCount="1""#], cells: cells) == [])
    #expect(try declared([#"ref="A1:C4" totalsRowCount="1""#], cells: cells) == [4])
  }

  @Test("of several tables each declares its own")
  func several() throws {
    let rows = try declared([#"ref="A1:C2" totalsRowCount="1""#, #"ref="A3:C4" totalsRowCount="1""#])
    #expect(rows == [2, 4])
  }

  @Test("a damaged table declares nothing")
  func damaged() throws { #expect(try declared([#"ref="A1:C4" totalsRowCount="1"><x"#]) == []) }

  @Test("a row of blanks of every kind is no row, wherever it stands")
  func blanks() throws {
    let cells = [
      [" ", "\u{A0}"], ["Nr", "Namn"], ["\t", ""], ["1", " "], ["\u{200B}", "\u{FEFF} "], ["2", "B"], [" "],
    ]
    let sheet = try sheet([], cells: cells)
    #expect(sheet.positions == [2, 4, 6])
    #expect(sheet.rows == [["Nr", "Namn"], ["1", " "], ["2", "B"]])
  }
}
