import CustomerModel
import Rows
import Testing
import Texts

@testable import Validation

@Suite struct OddCellRuleTests {
  /// Validates one row of these fields, in which the cells at these places are of that kind.
  private func batch(
    _ cells: KeyValuePairs<String, String>, _ kind: OddCell.Kind, at places: [UInt32],
    _ context: ValidationContext = context { $0.origin = .workbook }
  ) throws -> RecordBatch {
    let table = TestTable(fields: cells.map(\.key), rows: [cells.map(\.value)])
    var batch = table.batch
    batch.rows.oddCells = places.map { OddCell(cell: $0, kind: kind) }
    try Validator(context: context, columns: batch.columns, headers: table.fields).validate(&batch)
    return batch
  }

  private func codes(_ field: String, _ value: String, _ kind: OddCell.Kind) throws -> [String] {
    try batch(["number": "1", field: value], kind, at: [1]).problems.map(\.problem.code)
  }

  @Test(
    "what tells customers apart rejects its row, once",
    arguments: ["name", "identityNumber", "vatNumber", "taxReduction.associationNumber"],
    [OddCell.Kind.date, .time, .boolean])
  func rejected(field: String, kind: OddCell.Kind) throws {
    let batch = try batch(["number": "1", field: "2026-10-12"], kind, at: [1])
    #expect(batch.problems.map(\.problem.code) == ["cell.type"])
    #expect(batch.problems.map(\.problem.severity) == [.reject])
    #expect(batch.problems.first?.problem.column == 1)
    #expect(batch.problems.first?.problem.value == "2026-10-12")
    #expect(!batch.provisional.contains { $0.problem.path == FieldPath(field) })
  }

  @Test("a number that is a date is not called empty besides")
  func number() throws {
    let batch = try batch(["number": "2026-10-12", "name": "A"], .date, at: [0])
    #expect(batch.problems.map(\.problem.code) == ["cell.type"])
    #expect(batch.provisional.isEmpty)
  }

  @Test(
    "what a customer can do without is left out with a word",
    arguments: [
      "phone", "mobile", "email", "website", "invoiceAddress.postalCode", "visitingAddress.city", "costCenter",
      "contactPersons[0].name", "contactPersons[0].mobile", "taxReduction.apartmentNumber",
    ])
  func leftOut(field: String) throws {
    let batch = try batch(["number": "1", "name": "A", field: "2026-10-12"], .date, at: [2])
    let found = batch.problems.filter { $0.problem.code != "contact.nameMissing" }
    #expect(found.map(\.problem.code) == ["cell.typeLeftOut"])
    #expect(found.map(\.problem.severity) == [.warn])
    let text = told(
      "cell.typeLeftOut", of: field, mark: "\(OddCell.Kind.date.rawValue)", origin: .workbook, severity: .warn)
    #expect(found.first?.problem.text == [text, RuleTexts.leftOut].joined())
    #expect(batch[column: 2, row: 0].isAbsent)
  }

  @Test(
    "what may be meant is kept with a word",
    arguments: ["orderNumber", "tags", "invoiceAddress.line1", "taxReduction.propertyDesignation"])
  func kept(field: String) throws {
    let batch = try batch(["number": "1", field: "2026-10-12"], .date, at: [1])
    #expect(batch.problems.map(\.problem.code) == ["cell.typeDoubtful"])
    #expect(
      batch.problems.first?.problem.text
        == told(
          "cell.typeDoubtful", of: field, mark: "kept \(OddCell.Kind.date.rawValue)", origin: .workbook,
          severity: .warn))
    #expect(batch[column: 1, row: 0].isPresent)
  }

  @Test("comments, custom fields and yes-or-no fields take what they are given")
  func free() throws {
    for kind in [OddCell.Kind.date, .time, .boolean, .percent] {
      #expect(try codes("comments", "2026-10-12", kind) == [])
    }
    #expect(try codes("active", "1", .boolean) == [])
    #expect(try codes("vatPercent", "25", .percent) == [])
    let custom = context {
      $0.origin = .workbook
      $0.customFields = [CustomFieldDefinition(name: "Avtal", kind: .date)]
    }
    let batch = try batch(["number": "1", "customFields.Avtal": "2026-10-12"], .date, at: [1], custom)
    #expect(batch.problems.isEmpty)
    #expect(batch[column: 1, row: 0].isPresent)
  }

  @Test("a percentage is what somebody typed, where it can be a name")
  func percent() throws {
    #expect(try codes("name", "100%", .percent) == [])
    #expect(try codes("discountLetters", "10%", .percent) == [])
    #expect(try codes("phone", "10%", .percent) == ["cell.typeLeftOut"])
    #expect(try batch(["number": "10%"], .percent, at: [0]).problems.map(\.problem.code) == ["cell.type"])
  }

  @Test("members of records: the number rejects, others are kept, dates and free texts pass")
  func records() throws {
    func codes(_ member: String, _ kind: OddCell.Kind) throws -> [String] {
      let path = FieldPath(.references)
      let column = RecordColumn(path: path, sources: [0, 1], header: "references")
      let source = TestTable(fields: ["number", "name"], rows: [["x", "2026-10-12"]]).batch.rows
      var batch = RecordBatch(rows: source, columns: [column])
      batch.rows.oddCells = [OddCell(cell: 1, kind: kind)]
      try Validator(
        context: context { $0.origin = .workbook }, columns: [column],
        headers: ["references[0].kind", "references[0].\(member)"]
      ).validate(&batch)
      return batch.problems.map(\.problem.code)
    }
    #expect(try codes("number", .date) == ["cell.type"])
    #expect(try codes("facility", .date) == ["cell.typeDoubtful"])
    #expect(try codes("date", .date) == [])
    #expect(try codes("title", .date) == [])
  }

  @Test("the sentence says what the source's program did, and what to do there")
  func sentences() throws {
    func message(_ kind: OddCell.Kind, _ origin: ValueOrigin) throws -> String {
      try batch(["number": "1", "name": "x"], kind, at: [1], context { $0.origin = origin }).problems.first?.problem
        .message
        ?? ""
    }
    #expect(
      try message(.date, .workbook)
        == "“name” holds a cell of the type date, which cannot belong there. Excel makes a date of a code such as 10-12: format "
        + "the column as text and type the value again, or export the list anew.")
    #expect(try message(.boolean, .workbook).contains("Format the column as text"))
    for origin in [ValueOrigin.json, .system] {
      let text = try message(.boolean, origin)
      #expect(text.contains("true or false instead of a text"))
      #expect(!text.contains("Excel") && !text.contains("format"))
    }
  }

  @Test("severities are the configuration's")
  func severities() throws {
    func found(_ severities: [String: Severity], _ field: String) throws -> [Severity] {
      let context = context {
        $0.origin = .workbook
        $0.severities = severities
      }
      let batch = try batch(["number": "1", field: "2026-10-12"], .date, at: [1], context)
      return batch.problems.filter { $0.problem.code.hasPrefix("cell.type") }.map(\.problem.severity)
    }
    #expect(try found(["cell.type": .warn], "name") == [.warn])
    #expect(try found(["cell.typeLeftOut": .reject], "phone") == [.reject])
    #expect(try found(["cell.typeDoubtful": .off], "orderNumber") == [])
  }

  @Test("cells that fit are forgotten, so that their rows can be known")
  func forgetting() throws {
    let table = TestTable(
      fields: ["number", "name", "comments", "active"],
      rows: [["1", "A", "2026-10-12", "1"], ["2", "2026-10-12", "2026-10-12", "0"]])
    var rows = table.batch.rows
    rows.oddCells = [2, 3, 5, 6, 7].map { OddCell(cell: $0, kind: $0 % 4 == 3 ? .boolean : .date) }
    try Validator(context: context(), columns: table.columns, headers: table.fields).forgetFitting(in: &rows)
    #expect(rows.oddCells == [OddCell(cell: 5, kind: .date)])
  }
}
