import CustomerModel
import Rows
import Testing
import Validation

@Suite struct LongRowRuleTests {
  @Test("cells beyond the header are refused unless they are empty")
  func longRows() throws {
    let table = TestTable(
      fields: ["number", "name"],
      rows: [
        ["1", "A"], ["2", "B", "", " "], ["3", "C", "", "rest", "mer"], ["4", "D", "rest"],
        ["5", "E", "\u{A0}\u{3000}"],
      ])
    let batch = try validated(table)
    #expect(batch.problems.map(\.row) == [2, 3])
    #expect(batch.problems.map(\.problem.code) == ["row.long", "row.long"])
    #expect(batch.problems.map(\.problem.column) == [3, 2])
    #expect(batch.problems.map(\.problem.value) == ["rest", "rest"])
  }
}
