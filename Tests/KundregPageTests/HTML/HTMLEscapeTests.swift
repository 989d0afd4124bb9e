import Testing

@testable import KundregPage

@Suite struct HTMLEscapeTests {
  private func escaped(_ text: String) -> String {
    var bytes: [UInt8] = []
    HTMLEscape.append(text, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test func whatMeansSomethingToHTMLStandsForItself() {
    #expect(escaped("<b a=\"1\" b='2'>&amp;`") == "&lt;b a=&quot;1&quot; b=&#39;2&#39;&gt;&amp;amp;&#96;")
  }

  /// A combining mark makes another character of the sign before it, and leaves its byte.
  @Test(arguments: ["\u{338}", "\u{301}", "\u{20DD}", "\u{FE0F}", "\u{200D}", "\u{E0100}"])
  func combiningMarksHideNothing(mark: String) {
    for (sign, written) in [
      ("\"", "&quot;"), ("'", "&#39;"), ("<", "&lt;"), (">", "&gt;"), ("&", "&amp;"), ("`", "&#96;"),
    ] {
      #expect(escaped(sign + mark) == written + mark)
    }
  }

  @Test func controlCharactersAreShownAsUnknown() {
    #expect(escaped("a\u{0}b\u{1B}c\u{7F}") == "a\u{FFFD}b\u{FFFD}c\u{FFFD}")
    #expect(escaped("a\tb\nc\rd\r\n") == "a\tb\nc&#13;d&#13;\n")
  }

  @Test func ordinaryTextStays() {
    let text = "Åsa Öberg-Lind AB, 100 % (a/b); “citat” – 日本 🙂"
    #expect(escaped(text) == text)
  }
}
