import CustomerModel
import Rows
import Testing
import Validation

@Suite struct RowFaultRuleTests {
  @Test(
    "a row that the reader could not make out is rejected for that alone",
    arguments: [
      (RowFault.unterminatedQuote, "row.unterminatedQuote"), (.invalidEncoding, "row.encoding"),
      (.tooLarge, "row.tooLarge"),
    ])
  func faults(fault: RowFault, code: String) throws {
    let table = TestTable(fields: ["number", "email"], rows: [["1", "fel"], [nil, "fel"]])
    var batch = table.batch
    batch.rows.rows[1].fault = fault
    try Validator(context: context(), columns: batch.columns, headers: table.fields).validate(&batch)
    #expect(batch.problems.map(\.problem.code) == ["email.shape", code])
    #expect(batch.problems.map(\.row) == [0, 1])
    #expect(batch.provisional.map(\.row) == [0])
  }
}
