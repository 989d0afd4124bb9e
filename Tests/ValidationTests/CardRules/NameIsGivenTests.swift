import CustomerModel
import Rows
import Testing

@Suite struct NameIsGivenTests {
  @Test("a row without a name makes no new customer")
  func missing() throws {
    let table = TestTable(fields: ["number", "name"], rows: [["1", "A"], ["2", nil], ["3", TestTable.clear]])
    let batch = try validated(table)
    #expect(batch.provisional.map(\.row) == [1, 2])
    #expect(Set(batch.provisional.map(\.problem.code)) == ["name.missing"])
  }

  @Test("nor does a file without names")
  func noColumn() throws {
    let batch = try validated(TestTable(fields: ["number"], rows: [["1"]]))
    #expect(batch.provisional.map(\.problem.code) == ["name.missing"])
    #expect(
      batch.provisional.first?.problem.text
        == told("name.missing", of: "name", header: FieldPath(.customerName).label, hasColumn: false))
  }
}
