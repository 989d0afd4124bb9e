import CustomerModel
import Rows
import Testing

@Suite struct VATNumberFitsIdentityTests {
  @Test(
    "a Swedish VAT number has the identity number's ten digits",
    arguments: [
      ("SE556677889901", "556677-8899", true), ("SE202100548901", "556677-8899", false),
      ("SE556677889901", "202100-5489", false), ("SE121212121201", "19121212-1212", true),
      ("SE556677889901", "19121212-1212", false), ("DK13585628", "556677-8899", true),
    ])
  func digits(vat: String, identity: String, passes: Bool) throws {
    #expect(
      try cardCodes(["vatNumber": vat, "identityNumber": identity]) == (passes ? [] : ["vatNumber.identity"]))
  }

  @Test("a VAT group's number is none of its members', and a company abroad may be registered for VAT here")
  func others() throws {
    #expect(try cardCodes(["vatNumber": "SE663000000501", "identityNumber": "556677-8899"]).isEmpty)
    #expect(
      try cardCodes([
        "vatNumber": "SE202100548901", "identityNumber": "010190-1234", "invoiceAddress.country": "DK",
      ]).isEmpty)
  }

  @Test(
    "a number with a wrong check digit, a group's or not, is told of once",
    arguments: ["SE663000000601", "SE663012345601", "SE556677889801", "SE202100548801"])
  func wrong(vat: String) throws {
    let table = TestTable(
      fields: ["number", "name", "vatNumber", "identityNumber"], rows: [["1", "A", vat, "556677-8899"]])
    let batch = try validated(table)
    #expect((batch.problems + batch.provisional).map(\.problem.code) == ["vatNumber.checksum"])
  }

  @Test("either alone says nothing of the other")
  func alone() throws {
    #expect(try cardCodes(["vatNumber": "SE556677889901"]).isEmpty)
    #expect(try cardCodes(["identityNumber": "556677-8899"]).isEmpty)
  }
}
