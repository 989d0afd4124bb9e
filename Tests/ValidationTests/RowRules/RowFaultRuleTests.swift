import CustomerModel
import Rows
import Testing
import Texts

@testable import Validation

@Suite struct RowFaultRuleTests {
  @Test(
    "a row that the reader could not make out is rejected for that alone",
    arguments: [
      (RowFault.unterminatedQuote, "row.unterminatedQuote"), (.invalidEncoding, "row.encoding"),
      (.tooLarge, "row.tooLarge"), (.escapedQuote, "row.escapedQuote"), (.cellTooLong, "row.cellTooLong"),
      (.strayQuote, "row.strayQuote"),
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

  @Test("a row of another encoding is shown as it reads there, without the digits of a person's number")
  func reading() throws {
    let table = TestTable(
      fields: ["number", "name"], rows: [["1", "A"], ["2", "Västra 19800101-1234\nRör"], ["3", "B"]])
    var batch = table.batch
    for row in 0..<3 { batch.rows.rows[row].position = UInt32(row + 7) }
    batch.rows.rows[1].fault = .invalidEncoding
    batch.rows.rows[2].fault = .invalidEncoding
    batch.rows.readings = [
      RowReading(position: 8, encoding: .windows1252, column: 1, text: "Västra 19800101-1234\nRör")
    ]
    try Validator(context: context(), columns: batch.columns, headers: table.fields).validate(&batch)
    #expect(batch.problems.map(\.problem.code) == ["row.encoding", "row.encoding"])
    let reading = Text(
      en: "Windows-1252: “Västra 19800101-**** Rör”", sv: "Windows-1252: ”Västra 19800101-**** Rör”")
    #expect(batch.problems[0].problem.text == told("row.encoding", of: nil, detail: reading))
    #expect(batch.problems.map(\.problem.column) == [1, nil])
    #expect(batch.problems[1].problem.text == told("row.encoding", of: nil))
  }

  @Test func aCellWhoseQuotesAreNotDoubledIsShownInItsReading() throws {
    let table = TestTable(fields: ["number", "name"], rows: [["1", "Bygg \"Kalle\" AB"]])
    var batch = table.batch
    batch.rows.rows[0].fault = .strayQuote
    let position = batch.rows.rows[0].position
    batch.rows.readings = [RowReading(position: position, encoding: nil, column: 1, text: "Bygg \"Kalle\" AB")]
    try Validator(context: context(), columns: batch.columns, headers: table.fields).validate(&batch)
    #expect(batch.problems.map(\.problem.column) == [1])
    #expect(
      batch.problems[0].problem.text
        == told("row.strayQuote", of: nil, detail: Text(en: "“Bygg \"Kalle\" AB”", sv: "”Bygg \"Kalle\" AB”")))
  }

  @Test func theCellThatWasCutOffIsNamed() throws {
    let long = String(repeating: "å", count: 32_767)
    let table = TestTable(fields: ["number", "name", "comments"], rows: [["1", "A", long], ["2", long, "b"]])
    var batch = table.batch
    batch.rows.rows[0].fault = .cellTooLong
    batch.rows.rows[1].fault = .cellTooLong
    try Validator(context: context(), columns: batch.columns, headers: table.fields).validate(&batch)
    #expect(batch.problems.map(\.problem.column) == [2, 1])
    #expect(batch.problems.allSatisfy { $0.problem.severity == .reject && $0.problem.message.contains("32767") })
  }
}
