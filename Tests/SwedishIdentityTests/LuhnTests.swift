import SwedishIdentity
import Testing

@Suite struct LuhnTests {
  @Test(
    "a right check digit is accepted",
    arguments: [5_566_778_899, 2_021_005_489, 6_408_233_234, 1_212_121_212, 0] as [UInt64])
  func right(number: UInt64) { #expect(Luhn.isValid(number)) }

  @Test("every other check digit is refused", arguments: 0...8 as ClosedRange<UInt64>)
  func wrong(lastDigit: UInt64) { #expect(!Luhn.isValid(5_566_778_890 + lastDigit)) }
}
