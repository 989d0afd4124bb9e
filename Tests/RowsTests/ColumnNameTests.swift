import Rows
import Testing

@Suite struct ColumnNameTests {
  @Test(
    "columns are called as spreadsheets call them",
    arguments: [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (52, "BA"), (701, "ZZ"), (702, "AAA"), (16_383, "XFD")])
  func letters(column: Int, name: String) {
    #expect(ColumnName.letters(column) == name)
  }
}
