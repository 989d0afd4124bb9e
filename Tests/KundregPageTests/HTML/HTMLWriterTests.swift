import Runs
import Testing
import Texts

@testable import KundregPage

@Suite struct HTMLWriterTests {
  private func written(_ body: (inout HTMLWriter) -> Void) -> String {
    var html = HTMLWriter(.swedish)
    body(&html)
    return String(decoding: html.bytes, as: UTF8.self)
  }

  @Test func elementsEscapeTextsAndAttributes() {
    let page = written { html in
      html.element("a", .link(.customer(.number("a/\"b"))), .id("x\">")) { $0.foreign("<b>") }
      html.void("input", .value("\"'"), .flag("required"))
    }
    #expect(
      page
        == "<a href=\"/customers/a%2F%22b\" id=\"x&quot;&gt;\"><bdi>&lt;b&gt;</bdi></a><input value=\"&quot;&#39;\" required>"
    )
  }

  @Test func tellsInThePagesLanguage() {
    #expect(written { $0.say(Text(en: "yes & no", sv: "ja & nej")) } == "ja &amp; nej")
  }

  @Test(arguments: [
    ("a `kundreg serve` b", "a <code>kundreg serve</code> b"), ("`x`", "<code>x</code>"), ("a ` b", "a &#96; b"),
    ("`a` b ` c", "<code>a</code> b &#96; c"), ("", ""), ("`<i>`", "<code>&lt;i&gt;</code>"),
  ])
  func whatIsToBeTypedIsMarked(text: String, marked: String) {
    #expect(written { $0.sentence(Text(verbatim: text)) } == marked)
  }
}
