import CustomerModel
import Rows
import Testing
import Texts

@testable import Validation

@Suite struct MatchFindingTests {
  private func problem(_ finding: MatchFinding, _ context: ValidationContext = context()) throws -> Problem? {
    let table = TestTable(fields: ["identityNumber", "number"], rows: [])
    return try Validator(context: context, columns: table.columns, headers: table.fields).problem(finding, value: "1")
  }

  @Test(
    "further rows for contact persons are advised only where the file has columns of them",
    arguments: [
      MatchFinding.numberDuplicate(row: 17), .customerDuplicate(row: 17, number: "1001"), .duplicateNotMended,
    ])
  func contacts(finding: MatchFinding) throws {
    #expect(try problem(finding)?.message.contains("contact person") == false)
    let table = TestTable(fields: ["number", "contactPersons[0].name"], rows: [])
    let message = try Validator(context: context(), columns: table.columns, headers: table.fields)
      .problem(finding, value: "1")?.message
    #expect(message?.contains("(severalRows)") == true)
  }

  @Test(
    "each finding becomes a problem with its place and what the message needs",
    arguments: [
      (MatchFinding.numberDuplicate(row: 17), "number.duplicate", Severity.reject, 1, "17"),
      (.numberTaken, "number.taken", .reject, 1, nil),
      (.numberReserved(number: "41"), "number.reserved", .reject, 1, "41"),
      (.customerDuplicate(row: 17, number: "1001"), "customer.duplicate", .reject, 1, "17 (customer 1001)"),
      (.duplicateNotMended, "duplicate.notMended", .reject, 1, nil),
      (.identityAmbiguous(numbers: ["7", "8"]), "identity.ambiguous", .reject, 0, "7, 8"),
      (
        .numberDuplicate(row: RowPlace(row: 17, sheet: "Norr")), "number.duplicate", .reject, 1, "17 of sheet “Norr”"
      ),
      (.rowDisagrees(row: 17, path: FieldPath(.identityNumber)), "row.disagrees", .reject, 0, "row 17"),
      (.rowDisagrees(row: nil, path: FieldPath(.number)), "row.disagrees", .reject, 1, "the register"),
      (.firstRowRejected(row: 17), "row.firstRejected", .reject, 1, "Row 17"),
      (.furtherRow, "row.further", .reject, 1, nil),
      (.numberDiffers(registered: "1001"), "number.differs", .warn, 1, "customer 1001"),
    ] as [(MatchFinding, String, Severity, Int, String?)])
  func problems(finding: MatchFinding, code: String, severity: Severity, column: Int, detail: String?) throws {
    let problem = try #require(try problem(finding))
    #expect(problem.code == code)
    #expect(problem.severity == severity)
    #expect(problem.column == column)
    #expect(problem.value == "1")
    #expect(problem.detail?.english == detail)
    let field = column == 0 ? "identityNumber" : "number"
    #expect(problem.text == told(code, of: field, detail: problem.detail ?? .empty))
  }

  @Test("a rule that is off says nothing")
  func off() throws {
    #expect(try problem(.numberDiffers(registered: "1"), context { $0.severities = ["number.differs": .off] }) == nil)
  }
}
