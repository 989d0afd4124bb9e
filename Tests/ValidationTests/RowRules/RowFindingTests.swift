import CustomerModel
import Rows
import Testing
import Texts

@testable import Validation

@Suite struct RowFindingTests {
  private func problem(
    _ finding: RowFinding, isCertain: Bool = true, _ context: ValidationContext = context()
  ) throws -> Problem? {
    let table = TestTable(fields: ["name", "number"], rows: [])
    return try Validator(context: context, columns: table.columns, headers: table.fields)
      .problem(finding, isCertain: isCertain)
  }

  private static func customer(_ number: String, of row: RowPlace) -> Text { row.text(ofCustomer: number) }

  @Test(
    "each finding of a row that is no customer's is told by its own sentence",
    arguments: [
      (RowFinding.headings, "row.headings", ""), (.total(declared: true), "row.total", "declared"),
      (.total(declared: false), "row.total", ""), (.hints, "row.hints", ""), (.lines, "row.lines", ""),
    ])
  func passedOver(finding: RowFinding, code: String, mark: String) throws {
    let problem = try #require(try problem(finding))
    #expect(problem.code == code)
    #expect(problem.severity == .warn)
    #expect(problem.text == told(code, of: nil, mark: mark))
  }

  @Test(
    "each finding of a customer's number names the other row or customer",
    arguments: [
      (
        RowFinding.continues(row: RowPlace(row: 2, sheet: "Norr"), number: "1001", contacts: true), "row.continues",
        "contacts", customer("1001", of: RowPlace(row: 2, sheet: "Norr"))
      ),
      (.continues(row: 2, number: "1001", contacts: false), "row.continues", "", customer("1001", of: 2)),
      (.mayContinue(row: 2, number: "1001"), "row.mayContinue", "", customer("1001", of: 2)),
      (.mayBeTotal(isNumber: true), "row.mayBeTotal", "", .empty),
      (.lookalike(.row(2)), "number.lookalike", "", Text(en: "row 2", sv: "på rad 2")),
      (
        .lookalike(.registered("K-1")), "number.lookalike", "",
        Text(en: "customer K-1 in the register", sv: "för kund K-1 i registret")
      ),
    ])
  func ofNumbers(finding: RowFinding, code: String, mark: String, detail: Text) throws {
    let problem = try #require(try problem(finding))
    #expect(problem.code == code)
    #expect(problem.severity == (code == "row.continues" ? .reject : .warn))
    #expect(problem.column == 1)
    #expect(problem.text == told(code, of: "number", mark: mark, detail: detail, severity: problem.severity))
  }

  @Test("a name that is a word for totals is told as the name's, where there is no number")
  func totalAsName() throws {
    let problem = try #require(try problem(.mayBeTotal(isNumber: false)))
    #expect(problem.code == "row.mayBeTotal")
    #expect(problem.severity == .warn)
    #expect(problem.text == told("row.mayBeTotal", of: "name", severity: .warn))
  }

  @Test("a row of which no field takes anything is rejected, and its columns are named")
  func untaken() throws {
    let columns = Text(verbatim: "“Summa”")
    let problem = try #require(try problem(.untaken(columns: columns)))
    #expect(problem.code == "row.untaken")
    #expect(problem.severity == .reject)
    #expect(problem.text == told("row.untaken", of: nil, detail: columns))
  }

  @Test(
    "what is not certain is rejected, with the way to take it",
    arguments: [.total(declared: false), .hints] as [RowFinding])
  func uncertain(finding: RowFinding) throws {
    let problem = try #require(try problem(finding, isCertain: false))
    #expect(problem.severity == .reject)
    #expect(problem.text == told(problem.code, of: nil, mark: "uncertain"))
    #expect(problem.message.contains("\"\(problem.code)\": \"off\""))
  }

  @Test("a row that may repeat the headings is rejected, without the way by which all headings become customers")
  func uncertainHeadings() throws {
    let problem = try #require(try problem(.headings, isCertain: false))
    #expect(problem.severity == .reject)
    #expect(problem.text == told("row.headings", of: nil, mark: "uncertain"))
    #expect(!problem.message.contains("off"))
  }

  @Test("other headings and the rows below them are rejected, each with its own sentence")
  func otherHeadings() throws {
    let first = Text(en: "“E-post” stands where “Ort” stood", sv: "”E-post” står där ”Ort” stod")
    let headings = try #require(try problem(.otherHeadings(first: first), isCertain: false))
    let place = RowPlace(row: 9, sheet: "Norr")
    let below = try #require(try problem(.belowOtherHeadings(place), isCertain: false))
    for problem in [headings, below] {
      #expect(problem.code == "row.headings")
      #expect(problem.severity == .reject)
    }
    #expect(headings.text == told("row.headings", of: nil, mark: "other", detail: first))
    #expect(below.text == told("row.headings", of: nil, mark: "below", detail: place.text))
  }

  @Test("a rule that is off says nothing")
  func off() throws {
    #expect(try problem(.headings, context { $0.severities = ["row.headings": .off] }) == nil)
  }
}
