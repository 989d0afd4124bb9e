import CustomerModel
import Documents
import Mapping
import Testing

/// Texts in the characters that Fortnox takes. Source: Fortnox developer, "Formats".
@Suite struct PlainCharactersTests {
  private static let column = #"{"field": "comments", "headers": ["K"], "outTransforms": ["plainCharacters"]}"#

  private func written(_ text: String, _ column: String = column, _ field: String = "comments") throws -> JSONNode? {
    let path = try #require(FieldPath(field))
    let mapping = OutgoingMapping(try Probe.file(#"{"direction": "both", "columns": [\#(column)]}"#))
    let card = CustomerCard([path: text])
    let made = mapping.members(for: [path], of: card, isCreation: false) { _, _ in nil }
    let isOtherwise = made.members.first.map { $0.value != .text(text) } ?? true
    #expect(mapping.writtenPlainly([path], of: card) == (isOtherwise ? [path] : []))
    return made.members.first?.value
  }

  @Test(arguments: [
    // Double quotation marks of every kind are dropped, and no blank is left over.
    Case("Bygg \"Norr\" AB", "Bygg Norr AB"), Case("“A” ”B” „C‟ «D» 〝E〞 ＂F", "A B C D E F"), Case("\"A\"", "A"),
    Case("a \" b", "a b"), Case("a \"\"  b", "a b"), Case("a \"\nb", "a\nb"), Case("\" a", "a"), Case("a \"", "a"),
    // Single ones are apostrophes; those that are on the list stay.
    Case("‘Norr’", "’Norr’"), Case("‚x‘ ‹y› O'Brien O’Brien 5′", "’x’ ’y’ O'Brien O’Brien 5’"),
    Case("a—b ― c ‒ d ‐e‑f −7 ﹣ －", "a-b - c - d -e-f -7 - -"), Case("a–b", "a–b"),
    Case("Vänta…", "Vänta..."), Case("a\tb", "a b"), Case("a\u{2009}b\u{202F}c\u{3000}d", "a b c d"),
    Case("a\u{A0}b", "a\u{A0}b"), Case("a\u{2028}b\u{2029}c\u{B}d\u{85}e", "a\nb\nc\nd\ne"),
    Case("a\u{200B}b\u{AD}c\u{FEFF}", "abc"), Case("©\u{FE0F}", "©"),
    Case("• ett\n• två", "* ett\n* två"), Case("2 × 3 ⁄ 4", "2 x 3 / 4"), Case("\"Två  blanka\"", "Två  blanka"),
  ])
  func whatHasAPlainFormGetsIt(_ c: Case) throws {
    #expect(try written(c.cell) == c.result.map(JSONNode.text))
  }

  @Test(arguments: [
    "<", ">", "[", "]", "{", "}", "|", "~", "😀", "✓", "→", "″", "¼", "Åäö 100 % (norr) & co: a/b; #1 @ ½", "a\r\nb",
    "Żółć ÑÇ ß",
    "مرحبا", "A",
  ])
  func whatHasNoneStaysAsItIs(_ text: String) throws { #expect(try written(text) == .text(text)) }

  @Test func aTextOfNothingElseIsToldAndNotSent() throws {
    let path = try #require(FieldPath("comments"))
    let mapping = OutgoingMapping(try Probe.file(#"{"direction": "both", "columns": [\#(Self.column)]}"#))
    let made = mapping.members(for: [path], of: CustomerCard([path: "\"\""]), isCreation: false) { _, _ in nil }
    #expect(made.members.isEmpty)
    #expect(made.problems.map(\.code) == ["out.noCounterpart"])
  }

  @Test func itWorksAfterOtherSteps() throws {
    let column = #"{"field": "tags", "headers": ["K"], "outTransforms": ["names", "plainCharacters"]}"#
    #expect(try written("a \"b\"\u{1F}c\u{1F}", column, "tags") == .text("a b, c"))
    let path = try #require(FieldPath("tags"))
    let mapping = OutgoingMapping(try Probe.file(#"{"direction": "both", "columns": [\#(column)]}"#))
    #expect(mapping.writtenPlainly([path], of: CustomerCard([path: "a\u{1F}b\u{1F}"])) == [])
  }
}

/// Characters as HTML writes them.
@Suite struct EntitiesTests {
  @Test(arguments: [
    Case("AT&amp;T", "AT&T"), Case("&lt;A&gt; &quot;B&quot; &#39;C&#39; &#039;D&#x27; &apos;", "<A> \"B\" 'C' 'D' '"),
    Case("AT&amp;amp;T", "AT&T"), Case("&amp;lt;", "<"), Case("&#229;&#xE5;&#x1F600;", "åå😀"),
    Case("AT&T", "AT&T"), Case("R&D; &amp", "R&D; &amp"), Case("&AMP; &nbsp; &aring;", "&AMP; &nbsp; &aring;"),
    Case("&#0; &#x1F; &#1114112; &#xD800;", "&#0; &#x1F; &#1114112; &#xD800;"), Case("&", "&"),
    Case("&;&#;&#x;", "&;&#;&#x;"),
    Case("A &amp;\nB", "A & B"),
  ])
  func theyAreReadAsWhatTheyStandFor(_ c: Case) throws {
    #expect(try Probe.transformed(c.cell, #""entities""#) == c.result)
  }
}
