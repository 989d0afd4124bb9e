import CustomerModel
import Rows
import Testing
import Validation

@Suite struct TextIsAsTypedTests {
  @Test("a date in a text file is kept with a warning where no date can be meant")
  func dates() throws {
    for field in [
      "number", "name", "phone", "mobile", "contactPersons[0].phone", "contactPersons[0].name", "invoiceAddress.city",
      "taxReduction.apartmentNumber",
    ] {
      let batch = try validated(TestTable(fields: [field], rows: [["2026-10-12"], ["2026-13-12"]]))
      #expect(batch.problems.filter { $0.problem.code == "text.converted" }.map(\.row) == [0], "\(field)")
      #expect(batch.problems.allSatisfy { $0.problem.severity == .warn }, "\(field)")
      #expect(batch[column: 0, row: 0].isPresent, "\(field)")
    }
  }

  @Test("where a date can be meant nothing is said")
  func elsewhere() throws {
    for field in ["comments", "orderNumber", "invoiceAddress.line1", "taxReduction.propertyDesignation"] {
      #expect(try codes(field, "2026-10-12") == [], "\(field)")
    }
  }

  @Test("days of other forms are doubted, too")
  func otherForms() throws {
    #expect(try codes("number", "12/10/2026") == ["text.converted"])
    #expect(try codes("number", "12-okt-26") == ["text.converted"])
    #expect(try codes("name", "2026-10-12 00:00:00") == ["text.converted"])
    #expect(try codes("phone", "12.10.2026") == ["text.converted"])
    #expect(try codes("invoiceAddress.city", "2026-10-12 00:00:00") == ["text.converted"])
    #expect(try codes("comments", "12-okt") == [])
  }

  @Test("months are doubted in numbers and names, exponents in numbers only")
  func numbers() throws {
    #expect(try codes("number", "12-okt") == ["text.converted"])
    #expect(try codes("number", "1E+05") == ["text.converted"])
    #expect(try codes("number", "K1001") == [])
    #expect(try codes("name", "12-okt") == ["text.converted"])
    #expect(try codes("name", "1E+05") == [])
    #expect(try codes("name", "24-7 Service") == [])
  }

  @Test("what a person types in a command is meant")
  func commands() throws { #expect(try codes("name", "2026-10-12", context { $0.origin = .command }) == []) }
}
