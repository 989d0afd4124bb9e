import CustomerModel
import Rows
import Testing

@Suite struct NumberCharactersTests {
  @Test("what the accounting system accepts passes", arguments: ["1", "00017", "AB-1/2_3+4", "åäöÅÄÖ", "É1", "ÿÀ"])
  func accepted(number: String) throws { #expect(try codes("number", number).isEmpty) }

  @Test(
    "any other character is refused",
    arguments: ["10 01", "1.0", "1,0", "a×b", "a÷b", "Ł1", "1\u{A0}2", "#1", "1\n", "a@b", "😀"])
  func refused(number: String) throws { #expect(try codes("number", number) == ["number.characters"]) }

  @Test("a dash in a hyphen's place is called so", arguments: ["K–1001", "K — 1", "−5", "K\u{2011}1001"])
  func dash(number: String) throws {
    let problem = try #require(try validated(TestTable(fields: ["number"], rows: [[number]])).problems.first).problem
    #expect(problem.code == "number.characters")
    #expect(problem.message.contains("holds a dash (") && problem.message.contains("Write - instead"))
  }

  @Test("what has no dash is told of its characters")
  func noDash() throws {
    let problem = try #require(try validated(TestTable(fields: ["number"], rows: [["1 004"]])).problems.first).problem
    #expect(!problem.message.contains("dash"))
  }

  @Test(
    "the character is named",
    arguments: [
      ("10#01", "“#”"), ("1@b", "“@”"), ("1 004", "a blank"), ("1\u{A0}2", "a blank"), ("Ł1", "“Ł”"),
      ("1\u{7}", "(U+0007)"),
      ("a×b", "“×”"), ("1,98E+11", "“,”"), ("😀", "“😀”"), ("åäö(1", "“(”"),
    ])
  func named(number: String, name: String) throws {
    let problem = try #require(try validated(TestTable(fields: ["number"], rows: [[number]])).problems.first).problem
    #expect(problem.message.contains("holds ") && problem.message.contains(name))
  }
}
