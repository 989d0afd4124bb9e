import CustomerModel
import Testing

@Suite struct IdentityFitsTypeTests {
  @Test(
    "only a private customer with an organisation number is refused",
    arguments: [
      ("company", "556677-8899", []), ("company", "19121212-1212", []), ("private", "19121212-1212", []),
      ("private", "19701063-2391", []), ("private", "556677-8899", ["identity.type"]),
    ])
  func types(type: String, number: String, expected: [String]) throws {
    #expect(try cardCodes(["type": type, "identityNumber": number]) == expected)
  }

  @Test("a person's number of another country may look like an organisation's")
  func abroad() throws {
    let values = ["type": "private", "identityNumber": "012345-1234"]
    #expect(try cardCodes(values.merging(["invoiceAddress.country": "DK"]) { $1 }).isEmpty)
    let swedish = ["type": "private", "identityNumber": "556677-8899", "invoiceAddress.country": "SE"]
    #expect(try cardCodes(swedish) == ["identity.type"])
  }

  @Test("without a type the register's default decides")
  func defaults() throws {
    #expect(try cardCodes(["identityNumber": "556677-8899"]).isEmpty)
    #expect(try cardCodes(["identityNumber": "556677-8899"], on(.privateAsDefault)) == ["identity.type"])
    #expect(try cardCodes(["identityNumber": "556677-8899", "type": "company"], on(.privateAsDefault)).isEmpty)
  }
}
