import Rows
import Testing

@Suite struct DashCharactersTests {
  @Test(
    "dashes and their like are told from hyphens", arguments: ["–", "—", "−", "\u{2011}", "\u{2010}", "－", "﹣", "⁃"])
  func dash(text: String) {
    #expect(Array((text + "1").utf8).withUnsafeBytes(DashCharacters.begins))
    #expect(Array("K\(text)1".utf8).withUnsafeBufferPointer(DashCharacters.first)?.description == text)
  }

  @Test("nothing else is one", arguments: ["-", "_", "å", "•", "…", "€", "", "a–"])
  func other(text: String) { #expect(!Array(text.utf8).withUnsafeBytes(DashCharacters.begins)) }

  @Test("a text without one has none") func none() {
    #expect(Array("K-1001å".utf8).withUnsafeBufferPointer(DashCharacters.first) == nil)
  }
}
