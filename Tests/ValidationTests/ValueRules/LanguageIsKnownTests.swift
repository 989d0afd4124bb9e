import CustomerModel
import Rows
import Testing

@Suite struct LanguageIsKnownTests {
  @Test("two letters of ISO 639-1 pass", arguments: ["sv", "en", "fi", "se", "aa", "zu"])
  func known(code: String) throws { #expect(try codes("language", code).isEmpty) }

  @Test("anything else is left out with a warning", arguments: ["SV", "xx", "svenska", "s", "s1", "zz", "{a"])
  func unknown(code: String) throws {
    let batch = try validated(TestTable(fields: ["language"], rows: [[code]]))
    #expect(batch.problems.map(\.problem.code) == ["language.unknown"])
    #expect(batch.problems.map(\.problem.severity) == [.warn])
    #expect(batch.values == [.absent])
  }
}
