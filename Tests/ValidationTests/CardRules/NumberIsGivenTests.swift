import CustomerModel
import Rows
import Testing

@Suite struct NumberIsGivenTests {
  private let table = TestTable(
    fields: ["number", "name"], rows: [["1", "A"], [nil, "B"], ["", "C"], [TestTable.clear, "D"]])

  @Test("a row without a number makes no new customer")
  func missing() throws {
    let batch = try validated(table)
    #expect(batch.provisional.map(\.row) == [1, 2, 3])
    #expect(Set(batch.provisional.map(\.problem.code)) == ["number.missing"])
    #expect(batch.problems.isEmpty)
  }

  @Test("where the register generates numbers, none is needed")
  func generated() throws { #expect(try validated(table, on(.generateNumber)).provisional.isEmpty) }

  @Test("a file without numbers lacks them in every row")
  func noColumn() throws {
    let batch = try validated(TestTable(fields: ["name"], rows: [["A"], ["B"]]))
    #expect(batch.provisional.map(\.row) == [0, 1])
    #expect(batch.provisional.map(\.problem.code) == ["number.missing", "number.missing"])
    #expect(batch.provisional.map(\.problem.column) == [nil, nil])
    #expect(
      batch.provisional.first?.problem.text
        == told("number.missing", of: "number", header: FieldPath(.number).label, hasColumn: false))
  }
}
