import CustomerModel
import Testing

@Suite struct DialledNumberTests {
  @Test(arguments: [
    "0701234567", "070-123 45 67", "070/1234567", "+46701234567", "+46 (0)70-123 45 67", "0046 70 123 45 67",
    "(070) 123.45.67",
    "+46\u{A0}70\u{2011}123\u{2009}45\u{AD}67",
  ])
  func aNumberIsDialledTheSameHoweverItIsWritten(written: String) {
    #expect(DialledNumber.of(written) == "0701234567")
  }

  @Test(arguments: [
    ("+47 22 12 34 56", "004722123456"), ("0047 22 12 34 56", "004722123456"), ("112", "112"), ("", ""), ("-", ""),
    ("070-12 34 56 Ankn. 3", "070123456ankn3"), ("08+1", "08+1"), ("(0)8-12", "0812"), ("070-\u{20AC}£", "070€£"),
    ("070(", "070"), ("070\u{E9}", "070é"),
  ])
  func whatIsNoSwedishNumberKeepsItsDigitsAndWords(written: String, expected: String) {
    #expect(DialledNumber.of(written) == expected)
  }

  /// A search for a part of a number: four digits in the middle of one are no country.
  @Test(arguments: [("+46", "0"), ("+46 70", "070"), ("0046", "0046"), ("0046 70", "004670"), ("12 34", "1234")])
  func aPartOfANumberIsReadAsItsBeginningOnlyWhenItSaysSo(written: String, expected: String) {
    #expect(DialledNumber.of(written) == expected)
  }

  @Test func theDigitsAreTheSameWhateverIsSaidOfThem() {
    #expect(DialledNumber.digits("+46 70-123 45 67 (hem)") == "0701234567")
    #expect(DialledNumber.digits("Växel").isEmpty)
  }
}
