import CustomerModel
import Rows
import Testing
import Validation

@Suite struct EscapeRuleTests {
  private func batch(_ severities: [String: Severity] = [:]) throws -> RecordBatch {
    let table = TestTable(
      fields: ["number", "name"], rows: [["1", #"O\'Hara"#], ["2", "Bo"], [#"3\'"#, #"D\'Angelo"#]])
    var batch = table.batch
    batch.rows.escapeCells = [1, 4, 5]
    try Validator(
      context: context { $0.severities = severities }, columns: batch.columns, headers: ["Kundnr", "Namn"]
    ).validate(&batch)
    return batch
  }

  @Test("such a cell is kept and named with its row and column")
  func kept() throws {
    let problems = try batch().problems.filter { $0.problem.code == "cell.escape" }
    #expect(problems.map(\.row) == [0, 2, 2])
    #expect(problems.map(\.problem.severity) == [.warn, .warn, .warn])
    #expect(problems.map(\.problem.column) == [1, 0, 1])
    #expect(problems.map(\.problem.value) == [#"O\'Hara"#, #"3\'"#, #"D\'Angelo"#])
    #expect(problems[0].problem.message.contains("“Namn”"))
    #expect(try batch().text(column: 1, row: 0) == #"O\'Hara"#)
  }

  @Test("the configuration may reject such rows, or say nothing of them")
  func severity() throws {
    let rejected = try batch(["cell.escape": .reject]).problems.filter { $0.problem.code == "cell.escape" }
    #expect(rejected.map(\.problem.severity) == [.reject, .reject, .reject])
    #expect(try batch(["cell.escape": .off]).problems.allSatisfy { $0.problem.code != "cell.escape" })
  }
}
