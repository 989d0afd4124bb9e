import CustomerModel
import Rows
import Testing
import Texts

@testable import Validation

@Suite struct FractionIsLeftTests {
  @Test(
    "a fraction of zero behind digits is reported", arguments: ["846500410.0", "846500410,0", "846500410.00"],
    ["phone", "contactPersons[0].mobile", "taxReduction.apartmentNumber"])
  func left(text: String, field: String) throws {
    #expect(try codes(field, text).contains("cell.fraction"))
  }

  @Test(
    "what people write passes", arguments: ["08.46.50.04.10", "0846500410", "08-46.0 50 04", "846500410.5", "1.000"])
  func others(text: String) throws {
    #expect(try codes("phone", text).contains("cell.fraction") == (text == "1.000"))
  }

  @Test("a version in a text is none", arguments: ["comments", "orderNumber", "customFields.Fri"])
  func texts(field: String) throws {
    #expect(try !codes(field, "2.0").contains("cell.fraction"))
  }

  @Test("the message names it")
  func message() throws {
    let batch = try validated(TestTable(fields: ["phone", "number"], rows: [["846500410,0", "1001.0"]]))
    let problems = batch.problems.map(\.problem)
    #expect(
      problems.filter { $0.code == "cell.fraction" }.map(\.text) == [
        told("cell.fraction", of: "phone", mark: "fraction", detail: Text(verbatim: ",0"), severity: .warn)
      ])
    #expect(
      problems.filter { $0.code == "number.characters" }.map(\.text) == [
        told("number.characters", of: "number", mark: "fraction", detail: Text(verbatim: ".0"))
      ])
  }
}
