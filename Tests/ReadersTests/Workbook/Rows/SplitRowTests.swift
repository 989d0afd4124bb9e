import Readers
import Rows
import TestSupport
import Testing
import Texts

/// Row elements that have a number which a row further up had, and do not stand beside it.
@Suite struct SplitRowTests {
  private let folder: TemporaryFolder
  init() throws { folder = try TemporaryFolder() }

  /// A row element with cells in the columns of their letters.
  private func row(_ number: Int, _ cells: KeyValuePairs<String, String>, isNumbered: Bool = true) -> String {
    let cells = cells.map { "<c r=\"\($0.key)\(number)\" t=\"str\"><v>\($0.value)</v></c>" }.joined()
    return "<row\(isNumbered ? " r=\"\(number)\"" : "")>\(cells)</row>"
  }

  private func sheet(_ data: String, batchSize: Int = 4096) throws -> SheetTexts {
    try SheetTexts(path: RawWorkbook(sheetData: data).write(to: folder), batchSize: batchSize)
  }

  private func notes(_ data: String) throws -> [String] {
    let workbook = try Workbook(path: RawWorkbook(sheetData: data).write(to: folder), options: ReadingOptions())
    _ = try SheetTexts(workbook)
    return workbook.notes(ofTable: 0).map(\.english)
  }

  @Test("cells that a row further up left free are a piece of it", arguments: [1, 2, 4096], [true, false])
  func pieces(batchSize: Int, isNumbered: Bool) throws {
    let data =
      row(5, ["A": "1", "B": "Ek"], isNumbered: isNumbered) + row(6, ["A": "2", "B": "Bo"], isNumbered: isNumbered)
      + row(5, ["C": "Lund"], isNumbered: isNumbered) + row(6, ["D": "08", "C": "Kil"], isNumbered: isNumbered)
      + row(7, ["A": "3", "C": "Åmål"], isNumbered: isNumbered)
    let sheet = try sheet(data, batchSize: batchSize)
    #expect(sheet.rows == [["1", "Ek"], ["2", "Bo"], ["", "", "Lund"], ["", "", "Kil", "08"], ["3", "", "Åmål"]])
    #expect(sheet.positions == [5, 6, 5, 6, 7])
    #expect(sheet.faults == [.none, .none, .splitRow, .splitRow, .none])
  }

  @Test func piecesSideBySideAreOneRowOfPieces() throws {
    let sheet = try sheet(
      row(5, ["A": "1"]) + row(6, ["A": "2"]) + row(5, ["B": "Ek"]) + row(5, ["C": "Lund"]) + row(6, ["B": "Bo"]))
    #expect(sheet.rows == [["1"], ["2"], ["", "Ek", "Lund"], ["", "Bo"]])
    #expect(sheet.faults == [.none, .none, .splitRow, .splitRow])
  }

  @Test func aPieceBelowTwoRowsOfOneNumberIsNobodys() throws {
    let sheet = try sheet(row(5, ["A": "1", "B": "Ek"]) + row(5, ["A": "2", "B": "Bo"]) + row(5, ["C": "Lund"]))
    #expect(sheet.rows == [["1", "Ek"], ["2", "Bo"], ["", "", "Lund"]])
    #expect(sheet.faults == [.none, .none, .splitRow])
  }

  @Test("rows that fill the same columns are rows of their own, whatever their numbers", arguments: [1, 4096])
  func numberingThatBeginsAnew(batchSize: Int) throws {
    let block = { (first: Int) in
      (1...3).map { self.row($0, ["A": "\(first + $0)", "B": "Kund", "CV": "x"]) }.joined()
    }
    let sheet = try sheet(block(0) + block(10) + block(20), batchSize: batchSize)
    #expect(sheet.rows.map { $0[0] } == ["1", "2", "3", "11", "12", "13", "21", "22", "23"])
    #expect(sheet.faults.allSatisfy { $0 == .none })
  }

  @Test func rowsThatStandBehindLaterOnesAreRowsAndToldOf() throws {
    let data = row(5, ["A": "1"]) + row(9, ["A": "2"]) + row(7, ["A": "3"]) + row(6, ["B": "x"])
    let sheet = try sheet(data)
    #expect(sheet.rows == [["1"], ["2"], ["3"], ["", "x"]])
    #expect(sheet.faults.allSatisfy { $0 == .none })
    let notes = try notes(data)
    #expect(notes.count == 1 && notes[0].hasPrefix("row 7 stands behind row 9 in the workbook, and 1 more row so"))
    #expect(try self.notes(row(1, ["A": "1"]) + row(2, ["A": "2"]) + row(2, ["B": "x"]) + row(9, ["A": "3"])) == [])
  }

  @Test func blankPiecesSayNothing() throws {
    let sheet = try sheet(row(5, ["A": "1"]) + row(6, ["A": "2"]) + row(5, ["C": " "]) + "<row r=\"5\"/>")
    #expect(sheet.rows == [["1"], ["2"]])
    #expect(sheet.faults == [.none, .none])
  }

  @Test func columnsFarToTheRightAreAskedToo() throws {
    let sheet = try sheet(
      row(5, ["A": "1", "BM": "x"]) + row(6, ["A": "2"]) + row(5, ["BN": "y"]) + row(7, ["CA": "3"])
        + row(7, ["CB": "4"]))
    #expect(sheet.faults == [.none, .none, .splitRow, .none])
    #expect(sheet.rows[3].count == 80)
  }
}
