import CustomerModel
import Rows
import Testing

@Suite struct PostalCodeShapeTests {
  @Test(
    "a Swedish address has a Swedish code, any other what its country uses",
    arguments: [
      ("123 45", nil, true), ("123 45", "SE", true), ("1234", nil, false), ("1234", "SE", false), ("0123", "NO", true),
      ("SW1A 1AA", "GB", true), ("SW1A 1AA", nil, false),
    ] as [(String, String?, Bool)])
  func byCountry(code: String, country: String?, passes: Bool) throws {
    let table = TestTable(fields: ["invoiceAddress.postalCode", "invoiceAddress.country"], rows: [[code, country]])
    #expect(try validated(table).problems.map(\.problem.code) == (passes ? [] : ["postalCode.shape"]))
  }

  @Test("the country is that of the same address")
  func sameAddress() throws {
    let table = TestTable(fields: ["visitingAddress.postalCode", "invoiceAddress.country"], rows: [["0123", "NO"]])
    #expect(try validated(table).problems.map(\.problem.code) == ["postalCode.shape"])
  }

  @Test("an odd code is kept")
  func kept() throws {
    #expect(
      try validated(TestTable(fields: ["mailAddress.postalCode"], rows: [["1234"]])).text(column: 0, row: 0) == "1234")
  }
}
