import SwedishIdentity
import Testing

@Suite struct VATCheckDigitsTests {
  /// Check digits worked out by hand from the published rules; the numbers are made up.
  @Test(
    "a number with right check digits is not doubted",
    arguments: [
      "NO999999018", "NO999999018MVA", "CHE999999016MWST", "GB999990021", "GB999990021123", "XI999990021", "GBGD123",
      "EL999999004", "DK99999004", "FI99999001", "SE556677889901", "ATU99999993", "BE0999999922", "DE999999995",
      "EE999999992", "HU99999999", "IT99999999990", "LU99999984", "PL9999999999", "PT999999990", "SK9999999999",
      "HR99999999994", "FR12999999999", "NL999999999B01",
    ])
  func right(number: String) throws {
    #expect(try !withBytes(number) { VATNumber.read($0) }.get().isDoubtful)
  }

  @Test(
    "one with other check digits is",
    arguments: [
      "NO999999019", "NO999999019MVA", "CHE999999017MWST", "GB999990022", "XI999990022123", "EL999999005",
      "ATU99999992",
      "BE0999999923", "DE999999994", "EE999999990", "HU99999990", "IT99999999991", "LU99999947", "PL9999999994",
      "PT999999991", "SK9999999998", "HR99999999990",
    ])
  func wrong(number: String) throws {
    #expect(try withBytes(number) { VATNumber.read($0) }.get().isDoubtful)
  }

  @Test("a Swedish VAT group's number is known by its beginning")
  func group() throws {
    #expect(try withBytes("SE663000000501") { VATNumber.read($0) }.get().isOfGroup)
    #expect(try !withBytes("SE556677889901") { VATNumber.read($0) }.get().isOfGroup)
    #expect(try !withBytes("DK99999004") { VATNumber.read($0) }.get().isOfGroup)
  }

  @Test(
    "what a number is without its SE is known only of a right one",
    arguments: [
      ("556677889901", "SE556677889901"), ("556677-8899 01", "SE556677889901"), ("556677889801", nil),
      ("556677889902", nil), ("5566778899", nil), ("DK99999004", nil), ("", nil),
    ] as [(String, String?)])
  func completed(typed: String, expected: String?) {
    #expect(withBytes(typed) { VATNumber.completed($0) } == expected)
  }
}
