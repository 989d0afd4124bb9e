import SwedishIdentity
import Testing

@Suite struct ForeignIdentityNumberTests {
  typealias Country = ForeignIdentityNumber.Country

  @Test(
    "right numbers, however they are written, and persons' numbers are not doubted",
    arguments: [
      ("999999018", Country.norway), ("999 999 018", .norway), ("NO 999 999 018 MVA", .norway),
      ("999.999.018", .norway),
      ("01019012345", .norway), ("99999004", .denmark), ("99 99 90 04", .denmark), ("DK-99999004", .denmark),
      ("CVR 99999004", .denmark), ("010190-1234", .denmark), ("9999900-1", .finland), ("99999001", .finland),
      ("FI99999001", .finland), ("010190-123A", .finland), ("010190A1234", .finland),
    ])
  func right(number: String, country: Country) {
    #expect(withBytes(number) { ForeignIdentityNumber.doubt($0, in: country) } == nil)
  }

  @Test(
    "others are",
    arguments: [
      ("999999019", Country.norway, ForeignIdentityNumber.Doubt.checksum), ("99999901", .norway, .shape),
      ("999999108", .norway, .checksum), ("okänt", .norway, .shape), ("99999005", .denmark, .checksum),
      ("9999900", .denmark, .shape), ("9999900-2", .finland, .checksum), ("999990-1", .finland, .shape),
    ])
  func wrong(number: String, country: Country, doubt: ForeignIdentityNumber.Doubt) {
    #expect(withBytes(number) { ForeignIdentityNumber.doubt($0, in: country) } == doubt)
  }
}
