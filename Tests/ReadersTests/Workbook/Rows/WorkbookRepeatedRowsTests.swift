import CustomerModel
import Rows
import TestSupport
import Testing
import Texts

@testable import Readers

/// Row elements that repeat a number, as programs write them that make an element for every cell.
@Suite struct WorkbookRepeatedRowsTests {
  private let folder: TemporaryFolder
  init() throws { folder = try TemporaryFolder() }

  private func text(_ reference: String, _ value: String) -> String {
    "<c r=\"\(reference)\" t=\"str\"><v>\(value)</v></c>"
  }

  private func sheet(_ data: String, batchSize: Int = 4096) throws -> SheetTexts {
    try SheetTexts(path: RawWorkbook(sheetData: data).write(to: folder), batchSize: batchSize)
  }

  @Test func elementsOfOneNumberAreOneRow() throws {
    let data =
      "<row r=\"2\">\(text("A2", "Nr"))</row><row r=\"2\">\(text("B2", "Namn"))</row><row r=\"2\">\(text("C2", "Ort"))</row>"
      + "<row r=\"3\">\(text("C3", "Åmål"))</row><row r=\"3\">\(text("A3", "1"))</row><row r=\"4\"/>"
      + "<row r=\"5\">\(text("A5", "2"))\(text("B5", "Å"))</row>"
    for batchSize in [1, 2, 4096] {
      let sheet = try sheet(data, batchSize: batchSize)
      #expect(sheet.rows == [["Nr", "Namn", "Ort"], ["1", "", "Åmål"], ["2", "Å"]], "batches of \(batchSize)")
      #expect(sheet.positions == [2, 3, 5])
    }
  }

  @Test func aRowGoesOnBehindAnEmptyOne() throws {
    let sheet = try sheet(
      "<row r=\"2\">\(text("A2", "1"))</row><row r=\"3\"/><row r=\"2\">\(text("B2", "x"))</row>")
    #expect(sheet.rows == [["1", "x"]])
  }

  @Test func elementsWithoutANumberTakeThatOfTheirCells() throws {
    let sheet = try sheet(
      "<row>\(text("A1", "1"))</row><row>\(text("B1", "x"))</row><row>\(text("A2", "2"))</row>")
    #expect(sheet.rows == [["1", "x"], ["2"]])
    #expect(sheet.positions == [1, 2])
  }

  @Test func rowsThatOnlyFollowEachOtherStayApart() throws {
    let cell = "<c t=\"str\"><v>x</v></c>"
    #expect(try sheet("<row>\(cell)</row><row>\(cell)</row>").positions == [1, 2])
    #expect(try sheet("<row r=\"7\">\(cell)</row><row>\(cell)</row>").positions == [7, 8])
  }

  @Test func manyRowsOfManyElementsComeWhole() throws {
    let data = (1...3000).map { row in
      "AB".map { "<row r=\"\(row)\">\(text("\($0)\(row)", "\($0)\(row)"))</row>" }.joined()
    }.joined()
    for batchSize in [7, 1024] {
      let sheet = try sheet(data, batchSize: batchSize)
      #expect(sheet.rows == (1...3000).map { ["A\($0)", "B\($0)"] })
      #expect(sheet.positions == Array(1...3000))
    }
  }

  @Test func aHiddenRowIsCountedOnce() throws {
    let data = "AB".map { "<row r=\"1\" hidden=\"1\">\(text("\($0)1", "x"))</row>" }.joined()
    let workbook = try Workbook(path: RawWorkbook(sheetData: data).write(to: folder), options: ReadingOptions())
    _ = try SheetTexts(workbook)
    #expect(workbook.notes(ofTable: 0) == [SheetReadingTexts.hiddenRows(1)])
  }

  @Test func errorCellsKeepTheirPlace() throws {
    let sheet = try sheet(
      "<row r=\"1\"><c r=\"B1\" t=\"e\"><v>#N/A</v></c></row><row r=\"1\">\(text("A1", "x"))</row>")
    #expect(sheet.rows == [["x", "#N/A"]])
    #expect(sheet.errors == ["1:1"])
  }

  @Test(
    "two values of one cell are refused, and the cell is named",
    arguments: [
      "<row r=\"3\"><c r=\"B3\"><v>1</v></c></row><row r=\"3\"><c r=\"C3\"><v>2</v></c><c r=\"B3\"><v>2</v></c></row>",
      "<row r=\"3\"><c r=\"A3\"><v>1</v></c><c r=\"B3\"><v>1</v></c><c r=\"B3\"><v>2</v></c></row>",
    ])
  func collisions(data: String) throws {
    let path = try RawWorkbook(sheetData: data).write(to: folder)
    let error = #expect(throws: KundregError.self) { try SheetTexts(path: path) }
    #expect(error?.status == .unreadableInput)
    #expect(error?.code == "xlsx.cellTwice")
    #expect(
      error?.text
        == SheetReadingTexts.cellTwice(
          "B3", row: 3, sheet: "Blad1", path: path, part: "xl/worksheets/sheet1.xml", line: 1))
  }

  @Test func theSameValueTwiceIsNoCollision() throws {
    let data = "<row r=\"3\">\(text("A3", "x"))\(text("A3", "x"))<c r=\"A3\"/></row>"
    #expect(try sheet(data).rows == [["x"]])
  }

  /// Some programs give every row the same number, whether or not their cells name themselves.
  @Test(arguments: [true, false], [1, 2, 4096])
  func rowsOfOneNumberWhoseCellsBeginAnewAreRowsInTheirOrder(isNamed: Bool, batchSize: Int) throws {
    let rows = [["Nr", "Namn", "Ort"], ["1", "Å", "Åmål"], ["1", "Ä"], ["3", "", "Ö"]]
    let data = rows.map { row in
      let cells = zip("ABC", row).filter { !$1.isEmpty || !isNamed }.map { column, value in
        isNamed ? text("\(column)1", value) : "<c t=\"str\"><v>\(value)</v></c>"
      }
      return "<row r=\"1\">\(cells.joined())</row>"
    }.joined()
    let sheet = try sheet(data, batchSize: batchSize)
    #expect(sheet.rows == rows)
    #expect(sheet.positions == [1, 2, 3, 4])
    let unnumbered = data.replacing("<row r=\"1\">", with: "<row>")
    #expect(try self.sheet(unnumbered, batchSize: batchSize).rows == rows)
  }

  /// What comes after rows of one number is put beside them by the numbers in the sheet, not by the places that are left.
  @Test(arguments: [1, 2, 4096])
  func noRowGoesOnWithOneThatHasItsPlaceOnly(batchSize: Int) throws {
    let sheet = try sheet(
      "<row r=\"2\">\(text("A2", "1"))\(text("B2", "Ek"))</row><row r=\"2\">\(text("A2", "2"))\(text("B2", "Bo"))</row>"
        + "<row r=\"3\">\(text("C3", "Lund"))</row><row r=\"3\">\(text("A3", "3"))</row>"
        + "<row r=\"4\">\(text("A4", "4"))</row><row r=\"4\">\(text("C4", "Åmål"))</row>"
        + "<row r=\"9\">\(text("A9", "9"))</row><row r=\"9\">\(text("B9", "Nio"))</row>", batchSize: batchSize)
    #expect(
      sheet.rows == [["1", "Ek"], ["2", "Bo"], ["3", "", "Lund"], ["4", "", "Åmål"], ["9", "Nio"]])
    #expect(sheet.positions == [2, 3, 4, 5, 9])
  }

  @Test func severalRowsOfOneNumberPushTheNextOnes() throws {
    let repeated = ["1", "2", "3", "4"].map { "<row r=\"2\">\(text("A2", $0))</row>" }.joined()
    let sheet = try sheet(repeated + "<row r=\"3\">\(text("A3", "5"))</row><row r=\"8\">\(text("A8", "6"))</row>")
    #expect(sheet.rows == ["1", "2", "3", "4", "5", "6"].map { [$0] })
    #expect(sheet.positions == [2, 3, 4, 5, 6, 8])
  }

  @Test func hiddenRowsOfOneNumberAreEachCounted() throws {
    let data = (1...3).map { "<row r=\"1\" hidden=\"1\">\(text("A1", "\($0)"))</row>" }.joined()
    let workbook = try Workbook(path: RawWorkbook(sheetData: data).write(to: folder), options: ReadingOptions())
    #expect(try SheetTexts(workbook).rows == [["1"], ["2"], ["3"]])
    #expect(workbook.notes(ofTable: 0) == [SheetReadingTexts.hiddenRows(3)])
  }
}
