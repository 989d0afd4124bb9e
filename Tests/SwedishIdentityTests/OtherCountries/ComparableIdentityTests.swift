import SwedishIdentity
import Testing

@Suite struct ComparableIdentityTests {
  @Test(
    "a number that its own bytes do not find has a form of its own",
    arguments: [
      ("999 999 018", "999999018"), ("fi-12.34/5", "FI12345"), ("131052-308T", "131052308T"), ("1234", "1234"),
      ("-123", "123"), ("556677-889", "556677889"), ("12-34567", "1234567"), ("å-12", "å12"), ("", ""),
    ])
  func freeSpelling(number: String, form: String) {
    #expect(ComparableIdentity.ofFreeSpelling(number) == form)
  }

  @Test(arguments: ["556677-8899", "19800101-1234", "010190-1234", "-1234", "ab-0000"])
  func aNumberWithAHyphenBeforeFourDigitsHasNone(number: String) {
    #expect(ComparableIdentity.ofFreeSpelling(number) == nil)
  }
}
