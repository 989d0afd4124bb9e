import CustomerModel
import Rows
import Testing
import Texts

@testable import Validation

@Suite struct VATNumberIsRightTests {
  @Test(
    "right numbers pass",
    arguments: [
      "SE556677889901", "DK13585628", "FI20774740", "DE123456788", "EL094259216",
      "GB999990021", "XI999990021", "NO999999018MVA", "CHE999999016MWST",
    ])
  func right(number: String) throws { #expect(try codes("vatNumber", number).isEmpty) }

  @Test(
    "what is wrong has a code of its own",
    arguments: [
      ("556677889901", "vatNumber.country"), ("US123456789", "vatNumber.country"),
      ("DE123456789", "vatNumber.foreignChecksum"),
      ("NO999999019MVA", "vatNumber.foreignChecksum"), ("SE5566778899", "vatNumber.shape"),
      ("SE556677889902", "vatNumber.shape"), ("SE556677889801", "vatNumber.checksum"),
      ("DK13585627", "vatNumber.foreignChecksum"), ("FI20774741", "vatNumber.foreignChecksum"),
      ("NO VAT", "vatNumber.shape"), ("GB12", "vatNumber.shape"),
    ])
  func wrong(number: String, code: String) throws { #expect(try codes("vatNumber", number) == [code]) }

  @Test("check digits of other countries are no reason to refuse a row")
  func doubtful() throws {
    let batch = try validated(TestTable(fields: ["vatNumber"], rows: [["DE123456789"]]))
    #expect(batch.problems.map(\.problem.severity) == [.warn])
    #expect(batch.text(column: 0, row: 0) == "DE123456789")
  }

  @Test(
    "what a customer abroad has without a known country's letters is kept", arguments: ["999999018MVA", "12-3456789"])
  func unjudged(number: String) throws {
    let table = TestTable(fields: ["vatNumber", "invoiceAddress.country"], rows: [[number, "US"], [number, "SE"]])
    let batch = try validated(table)
    #expect(
      batch.problems.map { "\($0.row) \($0.problem.code) \($0.problem.severity)" } == [
        "0 vatNumber.unjudged warn", "1 vatNumber.country reject",
      ])
    #expect(batch.text(column: 0, row: 0) == number)
  }

  @Test(
    "what a customer abroad has in another shape than its country's is kept",
    arguments: ["NO VAT", "GB12", "ATU1234", "DE12", "CHE-1"])
  func foreignShape(number: String) throws {
    let table = TestTable(
      fields: ["vatNumber", "invoiceAddress.country"],
      rows: [[number, "NO"], [number, "SE"], [number, nil], ["SE123", "NO"]])
    let batch = try validated(table)
    #expect(
      batch.problems.map { "\($0.row) \($0.problem.code) \($0.problem.severity)" } == [
        "0 vatNumber.foreignShape warn", "1 vatNumber.shape reject", "2 vatNumber.shape reject",
        "3 vatNumber.shape reject",
      ])
    #expect(batch.text(column: 0, row: 0) == number)
    // Only what begins as a Swedish number is told what that looks like.
    let abroad = told("vatNumber.shape", of: "vatNumber", mark: "abroad")
    #expect(
      batch.problems.map(\.problem.text) == [
        told("vatNumber.foreignShape", of: "vatNumber", severity: .warn), abroad, abroad,
        told("vatNumber.shape", of: "vatNumber"),
      ])
  }

  @Test(
    "in a row without a country a form that is another country's says that the customer is there",
    arguments: [
      ("999999018MVA", "NO999999018MVA"), ("U12345678", "ATU12345678"), ("999999999B01", "NL999999999B01"),
      ("CHE-999.999.016 MWST", nil), ("USt-IdNr. DE123456788", "DE123456788"),
    ] as [(String, String?)])
  func foreignForms(number: String, advised: String?) throws {
    let table = TestTable(
      fields: ["vatNumber", "identityNumber"], rows: [[number, "310025739"], ["556677889901", "310025739"]])
    let batch = try validated(table)
    let found = batch.problems.filter { $0.row == 0 && $0.problem.path?.field == .vatNumber }.map(\.problem)
    #expect(found.map(\.code) == (advised == nil ? [] : ["vatNumber.unjudged"]))
    #expect(found.allSatisfy { $0.severity == .warn && $0.message.contains(advised ?? "") })
    #expect(found.allSatisfy { !$0.message.contains("SE") })
    #expect(batch.text(column: 0, row: 0) != nil)
    // The identity number is kept, too, as with any other sign that the customer is abroad.
    let identities = batch.problems.filter { $0.problem.path?.field == .identityNumber }
    #expect(identities.map { "\($0.row) \($0.problem.code)" } == ["0 identity.notSwedish", "1 identity.shape"])
  }

  @Test("a word before a Swedish number says nothing of another country", arguments: ["Momsnr SE556677889901"])
  func swedishBehindWord(number: String) throws {
    let batch = try validated(TestTable(fields: ["vatNumber"], rows: [[number]]))
    #expect(batch.problems.map(\.problem.code) == ["vatNumber.country"])
    #expect(batch.problems.first?.problem.message.contains("Write SE556677889901.") == true)
  }

  @Test("a right number that only lacks its SE is told what to write", arguments: ["556677889901", "5566778899 01"])
  func prefix(number: String) throws {
    let batch = try validated(TestTable(fields: ["vatNumber"], rows: [[number]]))
    #expect(batch.problems.map(\.problem.code) == ["vatNumber.country"])
    #expect(
      batch.problems.first?.problem.text
        == told("vatNumber.country", of: "vatNumber", detail: Text(verbatim: "SE556677889901")))
    let wrong = try validated(TestTable(fields: ["vatNumber"], rows: [["556677889801"]]))
    #expect(wrong.problems.first?.problem.text == told("vatNumber.country", of: "vatNumber"))
  }
}
