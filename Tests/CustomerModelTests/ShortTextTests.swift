import CustomerModel
import Testing
import Texts

@Suite struct ShortTextTests {
  @Test func aTextThatNobodyReadsToItsEndIsCut() {
    #expect("Kundnr".cutForSentence == "Kundnr")
    let hundred = String(repeating: "å", count: 100)
    #expect(hundred.cutForSentence == hundred)
    #expect((hundred + "x").cutForSentence == hundred + "…")
  }

  @Test func headingsAreListedAsFarAsAPersonReads() {
    #expect(["A", "B"].listedForSentence.english == "A | B")
    #expect([String]().listedForSentence.english == "")
    let many = (1...62).map { "H\($0)" }
    #expect(many.listedForSentence.english.hasSuffix("H59 | H60 and 2 more"))
    #expect(Array(repeating: String(repeating: "x", count: 5000), count: 5000).listedForSentence.english.count < 7000)
  }
}
