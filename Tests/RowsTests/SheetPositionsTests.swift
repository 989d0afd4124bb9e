import Rows
import Testing

@Suite struct SheetPositionsTests {
  @Test("rows of the first sheet keep their position")
  func firstSheet() {
    #expect(SheetPositions.position(row: 1, sheet: 0) == 1)
    #expect(SheetPositions.position(row: 1_048_576, sheet: 0) == 1_048_576)
  }

  @Test(
    "the last row of any sheet comes back with its sheet, and no two sheets share a position",
    arguments: [0, 1, 2, 1023, 2047])
  func roundTrip(sheet: Int) {
    for row: UInt32 in [1, 2, 40, 1_048_575, 1_048_576] {
      let position = SheetPositions.position(row: row, sheet: sheet)
      #expect(SheetPositions.row(position) == Int(row))
      #expect(SheetPositions.sheet(position) == sheet)
    }
  }

  @Test("positions ascend from sheet to sheet")
  func order() {
    #expect(SheetPositions.position(row: 1, sheet: 1) > SheetPositions.position(row: 1_048_576, sheet: 0))
    #expect(SheetPositions.maximumSheets == 2048)
  }
}
