import CustomerModel
import Rows
import Testing
import Texts

@testable import Validation

@Suite struct NumberCharactersTests {
  @Test("what the accounting system accepts passes", arguments: ["1", "00017", "AB-1/2_3+4", "åäöÅÄÖ", "É1", "ÿÀ"])
  func accepted(number: String) throws { #expect(try codes("number", number).isEmpty) }

  @Test(
    "any other character is refused",
    arguments: ["10 01", "1.0", "1,0", "a×b", "a÷b", "Ł1", "1\u{A0}2", "#1", "1\n", "a@b", "😀"])
  func refused(number: String) throws { #expect(try codes("number", number) == ["number.characters"]) }

  private func text(_ number: String) throws -> Text {
    let problem = try #require(try validated(TestTable(fields: ["number"], rows: [[number]])).problems.first).problem
    #expect(problem.code == "number.characters")
    return problem.text
  }

  @Test(
    "a dash in a hyphen's place is called so",
    arguments: [("K–1001", "–"), ("K — 1", "—"), ("−5", "−"), ("K\u{2011}1001", "\u{2011}")])
  func dash(number: String, sign: String) throws {
    #expect(
      try text(number) == told("number.characters", of: "number", mark: "dash", detail: Text(verbatim: sign)))
  }

  @Test(
    "any other character is named, and nothing said of a dash",
    arguments: [
      ("10#01", Text(en: "“#”", sv: "”#”")), ("1@b", Text(en: "“@”", sv: "”@”")), ("1 004", RuleTexts.blank),
      ("1\u{A0}2", RuleTexts.blank), ("Ł1", Text(en: "“Ł”", sv: "”Ł”")),
      ("1\u{7}", RuleTexts.unseenCharacter("U+0007")), ("a×b", Text(en: "“×”", sv: "”×”")),
      ("😀", Text(en: "“😀”", sv: "”😀”")), ("åäö(1", Text(en: "“(”", sv: "”(”")),
    ])
  func named(number: String, name: Text) throws {
    #expect(try text(number) == told("number.characters", of: "number", detail: name))
  }

  @Test("a number that a spreadsheet shortened is told so")
  func shortened() throws {
    #expect(
      try text("1,98E+11")
        == told("number.characters", of: "number", mark: "shortened", detail: Text(en: "“,”", sv: "”,”")))
  }
}
