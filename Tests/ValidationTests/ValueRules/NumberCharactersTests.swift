import Testing

@Suite struct NumberCharactersTests {
  @Test("what the accounting system accepts passes", arguments: ["1", "00017", "AB-1/2_3+4", "åäöÅÄÖ", "É1", "ÿÀ"])
  func accepted(number: String) throws { #expect(try codes("number", number).isEmpty) }

  @Test(
    "any other character is refused",
    arguments: ["10 01", "1.0", "1,0", "a×b", "a÷b", "Ł1", "1\u{A0}2", "#1", "1\n", "a@b", "😀"])
  func refused(number: String) throws { #expect(try codes("number", number) == ["number.characters"]) }
}
