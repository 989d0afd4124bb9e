import CustomerModel
import Rows
import Testing
import Validation

@Suite struct ErrorCellRuleTests {
  private func validated(_ context: ValidationContext) throws -> RecordBatch {
    // The third source column fills no field.
    let table = TestTable(
      fields: ["number", "phone"], rows: [["1", "08-123 45 67", "x"], ["2", "#N/A", "#REF!"], ["3", "#N/A", ""]])
    var batch = table.batch
    batch.rows.errorCells = [4, 5, 7]
    try Validator(context: context, columns: batch.columns, headers: ["number", "phone", "x"]).validate(&batch)
    return batch
  }

  @Test("an error in a mapped column rejects its row, once")
  func mapped() throws {
    let batch = try validated(context())
    #expect(batch.problems.map(\.row) == [1, 2])
    #expect(batch.problems.map(\.problem.code) == ["cell.error", "cell.error"])
    #expect(batch.problems.map(\.problem.severity) == [.reject, .reject])
    #expect(batch.problems.map(\.problem.column) == [1, 1])
    #expect(batch.problems.map(\.problem.value) == ["#N/A", "#N/A"])
  }

  @Test("the sentence names the error, and what number signs are")
  func sentence() throws {
    var batch = TestTable(fields: ["number", "phone"], rows: [["1", "#VÄRDEFEL!"], ["2", "#####"]]).batch
    batch.rows.errorCells = [1, 3]
    try Validator(context: context(), columns: batch.columns, headers: ["number", "phone"]).validate(&batch)
    #expect(batch.problems[0].problem.message.contains("#VÄRDEFEL!"))
    #expect(batch.problems[1].problem.message.contains("a column is too narrow"))
  }

  @Test("a warning leaves the value out")
  func warned() throws {
    let batch = try validated(context { $0.severities = ["cell.error": .warn] })
    #expect(batch.problems.map(\.problem.severity) == [.warn, .warn])
    #expect((0..<3).map { batch[column: 1, row: $0].isAbsent } == [false, true, true])
  }
}
