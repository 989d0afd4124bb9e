import CustomerModel
import Rows
import Testing
import Texts
import Validation

@Suite struct RowFindingTests {
  private func problem(
    _ finding: RowFinding, isCertain: Bool = true, _ context: ValidationContext = context()
  ) throws -> Problem? {
    let table = TestTable(fields: ["name", "number"], rows: [])
    return try Validator(context: context, columns: table.columns, headers: table.fields)
      .problem(finding, isCertain: isCertain)
  }

  @Test(
    "each finding becomes a problem that says what the row is and what became of it",
    arguments: [
      (RowFinding.headings, "row.headings", Severity.warn, "was passed over"),
      (.total(declared: true), "row.total", .warn, "The workbook declares"),
      (.total(declared: false), "row.total", .warn, "was passed over"), (.hints, "row.hints", .warn, "passed over"),
      (.lines, "row.lines", .warn, "passed over"),
      (
        .continues(row: RowPlace(row: 2, sheet: "Norr"), number: "1001", contacts: true), "row.continues", .reject,
        "go on with row 2 of sheet “Norr” (customer 1001). If it brings another contact person of that customer, "
          + "let further rows"
      ),
      (
        .continues(row: 2, number: "1001", contacts: false), "row.continues", .reject,
        "name the columns of contactPersons[0] in a mapping"
      ),
      (.mayContinue(row: 2, number: "1001"), "row.mayContinue", .warn, "below row 2 (customer 1001)"),
      (.lookalike(.row(2)), "number.lookalike", .warn, "“number” differs from the number of row 2 in nothing but"),
      (.lookalike(.registered("K-1")), "number.lookalike", .warn, "customer K-1 in the register"),
    ])
  func problems(finding: RowFinding, code: String, severity: Severity, detail: String) throws {
    let problem = try #require(try problem(finding))
    #expect(problem.code == code)
    #expect(problem.severity == severity)
    #expect(problem.message.contains(detail), "\(problem.message)")
    #expect(!problem.message.contains("generateNumber"))
  }

  @Test(
    "what is not certain is rejected, with the way to take it",
    arguments: [.total(declared: false), .hints] as [RowFinding])
  func uncertain(finding: RowFinding) throws {
    let problem = try #require(try problem(finding, isCertain: false))
    #expect(problem.severity == .reject)
    #expect(problem.message.contains("\"\(problem.code)\": \"off\""))
    #expect(!problem.message.contains("passed over"))
  }

  @Test("a row that may repeat the headings is rejected, without the way by which all headings become customers")
  func uncertainHeadings() throws {
    let problem = try #require(try problem(.headings, isCertain: false))
    #expect(problem.severity == .reject)
    #expect(problem.message.contains("delete it"))
    #expect(!problem.message.contains("off"))
  }

  @Test("other headings and the rows below them are rejected, with the way to take them")
  func otherHeadings() throws {
    let headings = try #require(
      try problem(.otherHeadings(first: Text(verbatim: "“E-post” stands where “Ort” stood")), isCertain: false))
    let below = try #require(try problem(.belowOtherHeadings(RowPlace(row: 9, sheet: "Norr")), isCertain: false))
    for problem in [headings, below] {
      #expect(problem.code == "row.headings")
      #expect(problem.severity == .reject)
      #expect(problem.message.contains("a file or a sheet of"))
    }
    #expect(headings.message.contains("“E-post” stands where “Ort” stood."))
    #expect(below.message.contains("row 9 of sheet “Norr”"))
  }

  @Test("a rule that is off says nothing")
  func off() throws {
    #expect(try problem(.headings, context { $0.severities = ["row.headings": .off] }) == nil)
  }
}
