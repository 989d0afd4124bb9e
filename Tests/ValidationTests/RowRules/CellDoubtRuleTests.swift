import CustomerModel
import Rows
import Testing
import Validation

@Suite struct CellDoubtRuleTests {
  private func batch(_ severities: [String: Severity] = [:]) throws -> RecordBatch {
    let table = TestTable(fields: ["number", "name"], rows: [["1", "Bo"], ["2", "None"], ["NULL", "'68 Bar"]])
    var batch = table.batch
    batch.doubts = [
      CellDoubt(.blankWord, row: 1, column: 1), CellDoubt(.textGuard, row: 2, column: 1),
      CellDoubt(.blankWord, row: 2, column: 0),
    ]
    try Validator(
      context: context { $0.severities = severities }, columns: batch.columns, headers: ["Kundnr", "Namn"]
    ).validate(&batch)
    return batch
  }

  @Test("a doubtful cell is kept and named with its row and column")
  func kept() throws {
    let batch = try batch()
    #expect(batch.problems.map(\.row) == [1, 2, 2])
    #expect(batch.problems.map(\.problem.code) == ["cell.blankWord", "cell.guard", "cell.blankWord"])
    #expect(batch.problems.map(\.problem.severity) == [.warn, .warn, .warn])
    #expect(batch.problems.map(\.problem.column) == [1, 1, 0])
    #expect(batch.problems.map(\.problem.value) == ["None", "'68 Bar", "NULL"])
    #expect(batch.problems[0].problem.message.contains("“Namn”"))
    #expect(batch.text(column: 1, row: 1) == "None")
  }

  @Test("the configuration may reject such rows, or say nothing of them")
  func severity() throws {
    let batch = try batch(["cell.blankWord": .reject, "cell.guard": .off])
    #expect(batch.problems.map(\.problem.severity) == [.reject, .reject])
  }
}
