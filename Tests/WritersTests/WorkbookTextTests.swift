import Testing

@testable import Writers

@Suite struct WorkbookTextTests {
  @Test(arguments: [
    ("plain", "plain"), ("a\u{0}b", "a_x0000_b"), ("\u{1}\u{1F}", "_x0001__x001F_"), ("a\r\nb", "a_x000D_\nb"),
    ("a\tb", "a\tb"),
    ("_x0041_", "_x005F_x0041_"), ("_x00e5_", "_x005F_x00e5_"), ("_x41_", "_x41_"), ("_x004", "_x004"), ("a_b", "a_b"),
    ("__x0041_", "__x005F_x0041_"), ("_x0041_x0042_", "_x005F_x0041_x005F_x0042_"),
    ("a\u{FFFF}b\u{FFFE}", "a_xFFFF_b_xFFFE_"),
    ("\u{FFFD}ﾟ", "\u{FFFD}ﾟ"), ("åäö😀", "åäö😀"),
  ])
  func escapesWhatXMLCannotHold(text: String, expected: String) { #expect(WorkbookText.escaped(text) == expected) }

  @Test func commentsHaveBlanksInstead() {
    #expect(WorkbookText.comment("a\u{1}b\nc\u{0}\u{FFFF}") == "a b\nc  ")
    #expect(WorkbookText.comment(String(repeating: "å", count: 2000)).count == 1000)
  }

  @Test func shortensOnlyWhatIsTooLong() {
    let longest = String(repeating: "å", count: 32_767)
    #expect(WorkbookText.shortened(longest) == longest)
    #expect(!WorkbookText.isTooLong(longest))
    #expect(WorkbookText.isTooLong(longest + "å"))
    #expect(WorkbookText.shortened(longest + "å").utf16.count == 32_767)
    let pairs = String(repeating: "😀", count: 16_384)
    #expect(WorkbookText.isTooLong(pairs))
    #expect(WorkbookText.shortened(pairs) == String(repeating: "😀", count: 16_383) + "…")
  }
}
