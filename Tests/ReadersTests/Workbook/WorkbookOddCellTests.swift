import Readers
import Rows
import TestSupport
import Testing

/// Cells that are shown as a date, a time, yes or no, or a percentage.
@Suite struct WorkbookOddCellTests {
  private let folder: TemporaryFolder
  init() throws { folder = try TemporaryFolder() }

  private static let styles = """
    <numFmts count="3"><numFmt numFmtId="164" formatCode="[$-41D]d\\ mmmm\\ yyyy;@"/>\
    <numFmt numFmtId="165" formatCode="[h]:mm"/><numFmt numFmtId="166" formatCode="000000\\-0000"/></numFmts>\
    <cellXfs count="8"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="16"/><xf numFmtId="20"/><xf numFmtId="9"/>\
    <xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/></cellXfs>
    """

  /// `row position:column kind`
  private func odd(_ sheetData: String, batchSize: Int = 4096, uses1904: Bool = false) throws -> [String] {
    let path = try RawWorkbook(sheetData: sheetData, styles: Self.styles, uses1904: uses1904).write(to: folder)
    var reader = try Workbook(path: path, options: ReadingOptions()).rows(ofTable: 0)
    var batch = RowBatch()
    var found: [String] = []
    while try reader.read(into: &batch, maximumRows: batchSize) {
      for index in 0..<batch.count {
        let row = batch.rows[index]
        let cells = row.firstCell..<row.firstCell + row.cellCount
        found += batch.oddCells.filter { cells.contains($0.cell) }
          .map { "\(row.position):\($0.cell - row.firstCell) \($0.kind)" }
      }
    }
    return found
  }

  @Test func everyKindIsTold() throws {
    let sheet = """
      <row r="1"><c r="A1" s="1"><v>46307</v></c><c r="B1"><v>46307</v></c><c r="C1" s="2"><v>46307</v></c>\
      <c r="D1" s="3"><v>0.5</v></c><c r="E1" s="4"><v>0.1</v></c><c r="F1" t="b"><v>1</v></c>\
      <c r="G1" t="d"><v>2026-10-12</v></c><c r="H1" t="d"><v>08:30:00</v></c><c r="I1" s="5"><v>46307</v></c>\
      <c r="J1" s="6"><v>1.5</v></c><c r="K1" s="7"><v>5566778899</v></c><c r="L1" t="str"><v>2026-10-12</v></c>\
      <c r="M1" s="1" t="inlineStr"><is><t>10-12</t></is></c><c r="N1" s="1"/></row>
      """
    let kinds = [
      "1:0 date", "1:2 date", "1:3 time", "1:4 percent", "1:5 boolean", "1:6 date", "1:7 time", "1:8 date", "1:9 time",
    ]
    #expect(try odd(sheet) == kinds)
    #expect(try odd(sheet, uses1904: true) == kinds)
  }

  @Test func aNumberThatIsNoDateIsNone() throws {
    let sheet = """
      <row r="1"><c r="A1" s="1"><v>-5</v></c><c r="B1" s="1"><v>8001011231</v></c><c r="C1" s="1"><v>text</v></c></row>
      """
    #expect(try odd(sheet) == [])
  }

  @Test func cellsOutOfTheirOrderKeepWhatTheyAre() throws {
    let sheet = """
      <row r="1"><c r="D1" t="b"><v>1</v></c><c r="B1" s="1"><v>46307</v></c><c r="A1"><v>7</v></c></row>\
      <row r="2"><c r="B2" s="3"><v>0.5</v></c><c r="A2"><v>1</v></c></row>\
      <row r="3"><c r="B3" s="4"><v>0.2</v></c><c r="A3" t="b"><v>0</v></c></row>
      """
    let found = ["1:1 date", "1:3 boolean", "2:1 time", "3:0 boolean", "3:1 percent"]
    #expect(try odd(sheet) == found)
    #expect(try odd(sheet, batchSize: 1) == found)
  }

  @Test(arguments: [1, 2, 7, 1000])
  func batchesOfAnySizeTellTheSame(size: Int) throws {
    let rows = (1...40).map { row in
      "<row r=\"\(row)\"><c r=\"A\(row)\"><v>\(row)</v></c>"
        + (row % 3 == 0 ? "<c r=\"C\(row)\" s=\"1\"><v>46307</v></c>" : "<c r=\"C\(row)\"><v>1</v></c>") + "</row>"
    }
    #expect(
      try odd(rows.joined(), batchSize: size) == stride(from: 3, through: 40, by: 3).map { "\($0):2 date" })
  }
}
