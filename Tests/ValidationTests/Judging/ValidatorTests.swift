import CustomerModel
import Rows
import Testing
import Texts
import Validation

@Suite struct ValidatorTests {
  @Test("a right row has no problems")
  func right() throws {
    let values = [
      "number": "1001", "name": "Rör & Värme AB", "type": "company", "identityNumber": "556677-8899",
      "vatNumber": "SE556677889901", "email": "info@example.se", "phone": "08-123 45 67",
      "invoiceAddress.postalCode": "123 45", "invoiceAddress.country": "SE", "active": "1", "tags": "VIP|Service",
    ]
    let fields = values.keys.sorted()
    let batch = try validated(TestTable(fields: fields, rows: [fields.map { values[$0] }]))
    #expect(batch.problems.isEmpty && batch.provisional.isEmpty)
  }

  @Test("absent and cleared values break no value rule")
  func absent() throws {
    let fields = Field.all.filter { $0 != .customFields }.map {
      $0.name.split(separator: "[]").joined(separator: "[0]")
    }
    let table = TestTable(
      fields: fields, rows: [fields.map { _ in nil }, fields.map { _ in TestTable.clear }, fields.map { _ in "" }])
    #expect(try validated(table).problems.isEmpty)
  }

  @Test("problems stand in the order of rows, then of columns, after what earlier stages found")
  func order() throws {
    let table = TestTable(fields: ["email", "phone"], rows: [["fel", "x"], ["a@b.se", "x"], ["fel", "08-123 45"]])
    var batch = table.batch
    let earlier = Problem(code: "earlier", severity: .warn, path: nil, text: .empty)
    batch.problems = [(2, earlier)]
    try Validator(context: context(), columns: batch.columns, headers: table.fields).validate(&batch)
    #expect(batch.problems.map(\.row) == [2, 0, 0, 1, 2])
    #expect(
      batch.problems.map(\.problem.code) == ["earlier", "email.shape", "phone.shape", "phone.shape", "email.shape"])
    #expect(batch.provisional.map(\.row) == [0, 0, 1, 1, 2, 2])
  }

  @Test("a problem names field, source column, heading and the text of the source")
  func place() throws {
    let column = RecordColumn(path: FieldPath(.named("email")!), sources: [1], header: "E-post (faktura)")
    var batch = TestTable(fields: ["name", "email"], rows: [["A", "fel"]]).batch
    var mapped = RecordBatch(rows: batch.rows, columns: [column])
    mapped.values = [batch[column: 1, row: 0]]
    batch = mapped
    try Validator(context: context(), columns: [column], headers: ["Namn", "E-post (faktura)"]).validate(&batch)
    let problem = try #require(batch.problems.first?.problem)
    #expect(problem.path == FieldPath("email"))
    #expect(problem.column == 1)
    #expect(problem.value == "fel")
    #expect(problem.message.contains("“E-post (faktura)”"))
  }

  @Test("a constant's problem has no column and its own value")
  func constant() throws {
    let column = RecordColumn(path: FieldPath(.type), sources: [], header: "Kundtyp")
    var batch = RecordBatch(rows: TestTable(fields: ["type"], rows: [["okänd"]]).batch.rows, columns: [column])
    batch.values = [batch.rows.cells[0]].map { RecordBatch.Value(start: Int($0.start), length: Int($0.length)) }
    try Validator(context: context(), columns: [column], headers: ["x"]).validate(&batch)
    #expect(batch.problems.map(\.problem.column) == [nil])
    #expect(batch.problems.map(\.problem.value) == ["okänd"])
  }

  @Test("an empty batch has nothing wrong")
  func empty() throws {
    #expect(try validated(TestTable(fields: ["number"], rows: [])).problems.isEmpty)
  }

  @Test("an update is not rejected for what it does not touch")
  func untouched() throws {
    let validator = try Validator(context: on(.useTaxReductions), columns: [], headers: [])
    let old = card(["number": "1", "name": "A", "type": "company", "taxReduction.apartmentNumber": "1101"])
    var touched = old
    touched[.apartmentNumber] = "1102"
    var other = old
    other[FieldPath("phone")!] = "08-123 45 67"
    #expect(validator.validate(card: other, existing: old).map(\.severity) == [.warn])
    #expect(validator.validate(card: touched, existing: old).map(\.severity) == [.reject])
    #expect(validator.validate(card: old, existing: nil).map(\.severity) == [.reject])
  }

  @Test("one contact person's old gap does not hold back another's change, a new gap does")
  func untouchedContact() throws {
    let validator = try Validator(context: context(), columns: [], headers: [])
    let old = card([
      "number": "1", "name": "A", "contactPersons[0].name": "B", "contactPersons[0].sendWorkOrder": "1",
      "contactPersons[1].name": "C",
    ])
    var changed = old
    changed[FieldPath("contactPersons[1].sendWorkOrder")!] = "1"
    #expect(validator.validate(card: changed, existing: old).map(\.severity) == [.warn, .reject])
  }
}
