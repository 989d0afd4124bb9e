import CustomerModel
import Rows
import Testing
import Texts

@testable import Validation

/// Which cells a problem names when its value is made of several, or of none.
@Suite struct SourceCellsTests {
  private func problem(_ column: RecordColumn, _ cells: [String?], value: String) throws -> Problem? {
    let source = TestTable(fields: ["number", "name", "phone"], rows: [cells]).batch.rows
    var batch = RecordBatch(rows: source, columns: [column])
    batch[column: 0, row: 0] = .init(start: source.arena.count, length: value.utf8.count)
    batch.rows.arena += value.utf8
    try Validator(context: context(), columns: [column], headers: ["Nr", "Telefon", "Mobil"]).validate(&batch)
    return batch.problems.first?.problem
  }

  private let phones = RecordColumn(path: FieldPath("mobile")!, sources: [1, 2], header: "Telefon")

  @Test("of several columns the one that is filled is named, marked and shown")
  func oneFilled() throws {
    let problem = try #require(try problem(phones, ["1", " ", "växel"], value: "växel"))
    #expect(problem.column == 2)
    #expect(problem.value == "växel")
    #expect(problem.text == told("phone.shape", of: "mobile", header: Text(verbatim: "Mobil"), severity: .warn))
  }

  @Test("where several are filled all are named, and the first is marked")
  func severalFilled() throws {
    let problem = try #require(try problem(phones, ["1", "växel", "hem"], value: "växel hem"))
    #expect(problem.column == 1)
    #expect(problem.value == "växel hem")
    #expect(
      problem.text == told("phone.shape", of: "mobile", header: Text(verbatim: "Telefon + Mobil"), severity: .warn))
  }

  @Test("a value that the mapping gives is mended there")
  func ofMapping() throws {
    let constant = RecordColumn(path: FieldPath(.type), sources: [], header: "Kundtyp", isGivenByMapping: true)
    let problem = try #require(try problem(constant, ["1", "", ""], value: "okänd"))
    #expect(problem.column == nil)
    #expect(problem.value == "okänd")
    #expect(
      problem.text
        == [told("type.unknown", of: "type", header: FieldPath(.type).label), RuleTexts.ofMapping].joined())
    let blank = RecordColumn(path: FieldPath(.type), sources: [1], header: "Typ", isGivenByMapping: true)
    #expect(try self.problem(blank, ["1", "", ""], value: "okänd")?.value == "okänd")
    #expect(
      try self.problem(blank, ["1", "egen", ""], value: "egen")?.text
        == told("type.unknown", of: "type", header: Text(verbatim: "Typ")))
  }

  @Test("a field that the table has no column for is not called empty, unless the mapping gives it")
  func lacking() throws {
    func text(_ column: RecordColumn) throws -> Text? {
      let source = TestTable(fields: ["number", "phone"], rows: [["1", "08-465 004 01"]]).batch.rows
      var batch = RecordBatch(rows: source, columns: [column])
      try Validator(context: context(), columns: [column], headers: ["Nr", "Telefon"]).validate(&batch)
      return batch.provisional.first { $0.problem.code == "name.missing" }?.problem.text
    }
    let name = FieldPath(.customerName)
    #expect(
      try text(RecordColumn(path: name, sources: [], header: "Namn"))
        == told("name.missing", of: "name", header: name.label, hasColumn: false))
    #expect(
      try text(RecordColumn(path: name, sources: [], header: "Namn", isGivenByMapping: true))
        == told("name.missing", of: "name", header: name.label))
    #expect(
      try text(RecordColumn(path: name, sources: [2], header: "Namn"))
        == told("name.missing", of: "name", header: Text(verbatim: "Namn")))
  }
}
