import CustomerModel
import Rows
import Testing

@Suite struct TextLengthTests {
  @Test(
    "a text may be as long as its field, counted in characters",
    arguments: [
      ("name", 200, "name.tooLong"), ("comments", 10_000, "text.tooLong"), ("invoiceAddress.city", 100, "text.tooLong"),
      ("contactPersons[1].name", 200, "text.tooLong"), ("taxReduction.apartmentNumber", 20, "text.tooLong"),
    ])
  func limits(field: String, maximum: Int, code: String) throws {
    #expect(try codes(field, String(repeating: "å", count: maximum)).isEmpty)
    #expect(try codes(field, String(repeating: "å", count: maximum + 1)) == [code])
    #expect(try codes(field, String(repeating: "a", count: maximum + 1)) == [code])
  }

  @Test("a long name rejects, any other long text is kept with a warning naming the limit")
  func severities() throws {
    let long = String(repeating: "x", count: 201)
    let batch = try validated(TestTable(fields: ["name", "invoiceAddress.line1"], rows: [[long, long]]))
    #expect(batch.problems.map(\.problem.severity) == [.reject, .warn])
    #expect(batch.problems.allSatisfy { $0.problem.message.contains("200") })
    #expect(batch.text(column: 1, row: 0) == long)
  }
}
