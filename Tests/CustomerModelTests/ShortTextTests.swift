import CustomerModel
import Testing

@Suite struct ShortTextTests {
  @Test func aTextThatNobodyReadsToItsEndIsCut() {
    #expect("Kundnr".cutForSentence == "Kundnr")
    let hundred = String(repeating: "å", count: 100)
    #expect(hundred.cutForSentence == hundred)
    #expect((hundred + "x").cutForSentence == hundred + "…")
  }

  @Test func headingsAreListedAsFarAsAPersonReads() {
    #expect(["A", "B"].listedForSentence == "A | B")
    #expect([String]().listedForSentence == "")
    let many = (1...62).map { "H\($0)" }
    #expect(many.listedForSentence.hasSuffix("H59 | H60 and 2 more"))
    #expect(Array(repeating: String(repeating: "x", count: 5000), count: 5000).listedForSentence.count < 7000)
  }
}
