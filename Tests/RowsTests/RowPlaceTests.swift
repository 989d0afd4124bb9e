import Rows
import Testing

@Suite struct RowPlaceTests {
  @Test("a row is named by its sheet only where the input has several")
  func text() {
    #expect(RowPlace(row: 17).description == "17")
    #expect(RowPlace(row: 17, sheet: "Privat").description == "17 of sheet “Privat”")
  }
}
