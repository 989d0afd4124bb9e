import CustomerModel
import Rows
import Testing
import Validation

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
    #expect(problem.message.hasPrefix("“Mobil” is not one phone number"))
  }

  @Test("where several are filled all are named, and the first is marked")
  func severalFilled() throws {
    let problem = try #require(try problem(phones, ["1", "växel", "hem"], value: "växel hem"))
    #expect(problem.column == 1)
    #expect(problem.value == "växel hem")
    #expect(problem.message.hasPrefix("“Telefon + Mobil” is not one phone number"))
  }

  @Test("a value that the mapping gives is mended there")
  func ofMapping() throws {
    let constant = RecordColumn(path: FieldPath(.type), sources: [], header: "Kundtyp", isGivenByMapping: true)
    let problem = try #require(try problem(constant, ["1", "", ""], value: "okänd"))
    #expect(problem.column == nil)
    #expect(problem.value == "okänd")
    #expect(problem.message.hasSuffix("The mapping gives this value: correct it there."))
    let blank = RecordColumn(path: FieldPath(.type), sources: [1], header: "Typ", isGivenByMapping: true)
    #expect(try self.problem(blank, ["1", "", ""], value: "okänd")?.value == "okänd")
    #expect(try self.problem(blank, ["1", "egen", ""], value: "egen")?.message.contains("The mapping gives") == false)
  }

  @Test("a field that the table has no column for is not called empty, unless the mapping gives it")
  func lacking() throws {
    func message(_ column: RecordColumn) throws -> String {
      let source = TestTable(fields: ["number", "phone"], rows: [["1", "08-465 004 01"]]).batch.rows
      var batch = RecordBatch(rows: source, columns: [column])
      try Validator(context: context(), columns: [column], headers: ["Nr", "Telefon"]).validate(&batch)
      return batch.provisional.first { $0.problem.code == "name.missing" }?.problem.message ?? ""
    }
    let name = FieldPath(.customerName)
    #expect(try message(RecordColumn(path: name, sources: [], header: "Namn")).hasPrefix("No column was taken"))
    #expect(
      try message(RecordColumn(path: name, sources: [], header: "Namn", isGivenByMapping: true)).hasPrefix(
        "“Name” holds no name"))
    #expect(try message(RecordColumn(path: name, sources: [2], header: "Namn")).hasPrefix("“Namn” holds no name"))
  }
}
