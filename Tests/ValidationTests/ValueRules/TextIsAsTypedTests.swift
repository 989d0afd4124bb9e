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

  @Test(
    "a day that is no telephone number is one all the same",
    arguments: ["2026-10-12 00:00:00", "2026-10-12T08:30:00Z", "12/10/2026 00:00", "12-okt", "okt-12", "12-Oct-2026"])
  func daysAsTelephones(day: String) throws {
    for field in ["phone", "mobile", "contactPersons[0].phone"] {
      #expect(try codes(field, day) == ["text.converted"], "\(field)")
    }
    #expect(try codes("phone", day, context { $0.origin = .command }) == ["phone.shape"])
  }

  @Test(
    "what is neither is no telephone number",
    arguments: ["2026-13-12 00:00:00", "08-123 45 67 00:00", "00:00:00", "12-okt-", "08:30", "2026-10-12 eller senare"])
  func otherTelephones(text: String) throws { #expect(try codes("phone", text) == ["phone.shape"]) }

  @Test("a customer number that a day with a time has taken the place of is told what it is")
  func daysAsNumbers() throws {
    let batch = try validated(TestTable(fields: ["number"], rows: [["2026-10-12 00:00:00"], ["2026-10-12 x"]]))
    #expect(batch.problems.map(\.problem.code) == ["number.characters", "number.characters"])
    #expect(batch.problems[0].problem.message.contains("10-12"))
    #expect(!batch.problems[1].problem.message.contains("10-12,"))
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
