import Readers
import Rows
import TestSupport
import Testing

/// What every reader promises, on a sheet with all that is odd.
@Suite struct WorkbookContractTests {
  private let folder: TemporaryFolder
  private let path: String

  init() throws {
    folder = try TemporaryFolder()
    var rows = ""
    for row in 1...2000 {
      switch row % 7 {
      case 0: rows += "<row r=\"\(row)\"/>"
      case 1:
        rows +=
          "<row r=\"\(row)\"><c r=\"C\(row)\" t=\"s\"><v>\(row % 3)</v></c><c r=\"A\(row)\"><v>\(row)</v></c></row>"
      case 2: rows += "<row r=\"\(row)\"><c r=\"B\(row)\" t=\"e\"><v>#N/A</v></c></row>"
      case 3: rows += "<row><c t=\"inlineStr\"><is><t>rad \(row) åäö</t></is></c><c s=\"1\"><v>\(row).5</v></c></row>"
      case 4: rows += "<row r=\"\(row)\"><c r=\"Z\(row)\" t=\"b\"><v>1</v></c></row>"
      default: rows += "<row r=\"\(row)\"><c t=\"s\"><v>0</v></c><c/><c t=\"e\"><v>#REF!</v></c></row>"
      }
    }
    path = try RawWorkbook(
      sheetData: rows, sharedStrings: "<si><t>noll</t></si><si><t/></si><si><t>två</t></si>",
      styles: "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs>"
    ).write(to: folder)
  }

  @Test func rowsAreWhatTheSheetHas() throws {
    let sheet = try SheetTexts(path: path)
    #expect(sheet.positions == (1...2000).filter { $0 % 7 != 0 })
    #expect(
      sheet.rows.prefix(5) == [
        ["1"], ["", "#N/A"], ["rad 3 åäö", "1900-01-03"], Array(repeating: "", count: 25) + ["true"],
        ["noll", "", "#REF!"],
      ])
    #expect(sheet.rows[6] == ["8", "", "två"])
    #expect(sheet.errors.prefix(3) == ["2:1", "5:2", "6:2"])
    #expect(sheet.errors.count == (1...2000).count { [2, 5, 6].contains($0 % 7) })
  }

  @Test(arguments: [1, 3, 997, 4096]) func theSizeOfABatchChangesNothing(size: Int) throws {
    #expect(try SheetTexts(path: path, batchSize: size) == SheetTexts(path: path, batchSize: 64))
  }

  @Test func aSecondPassIsLikeTheFirst() throws {
    let workbook = try Workbook(path: path, options: ReadingOptions())
    let first = try SheetTexts(workbook)
    var unfinished = try workbook.rows(ofTable: 0)
    var batch = RowBatch()
    #expect(try unfinished.read(into: &batch, maximumRows: 5))
    #expect(try SheetTexts(workbook) == first)
  }

  @Test func aBatchHoldsAtMostWhatWasAskedForAndIsEmptyAtTheEnd() throws {
    var reader = try Workbook(path: path, options: ReadingOptions()).rows(ofTable: 0)
    var batch = RowBatch()
    while try reader.read(into: &batch, maximumRows: 7) {
      #expect((1...7).contains(batch.count))
      #expect(batch.rows.first?.firstCell == 0)
      #expect(batch.rows.reduce(0) { $0 + Int($1.cellCount) } == batch.cells.count)
      #expect(batch.errorCells == batch.errorCells.sorted())
    }
    #expect(batch.count == 0 && batch.cells.isEmpty && batch.arena.isEmpty && batch.errorCells.isEmpty)
    #expect(try !reader.read(into: &batch, maximumRows: 7))
  }

  @Test func passesOnSeveralTasksAtOnceAreAlike() async throws {
    let workbook = try Workbook(path: path, options: ReadingOptions())
    let expected = try SheetTexts(workbook).rows
    let fresh = try Workbook(path: path, options: ReadingOptions())
    try await withThrowingTaskGroup(of: Bool.self) { group in
      for _ in 0..<4 { group.addTask { try SheetTexts(fresh).rows == expected } }
      for try await isAlike in group { #expect(isAlike) }
    }
  }
}
