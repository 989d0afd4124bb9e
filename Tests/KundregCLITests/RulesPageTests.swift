import CustomerModel
import Foundation
import Testing
import Validation

/// `docs/rules.md` lists the rules that the program has. Recorded anew with `KUNDREG_RECORD=1 swift test`.
@Suite struct RulesPageTests {
  static let page = Program.checkout + "/docs/rules.md"
  static let marks = ("<!-- rules: recorded -->\n", "<!-- end -->\n")

  static let table: String =
    "| code | by default | may be set to | what it asks |\n|---|---|---|---|\n"
    + RuleCatalogue.all.map { rule in
      let allowed = rule.allowed.count == 1 ? "nothing else" : rule.allowed.map(\.rawValue).joined(separator: ", ")
      return "| `\(rule.code)` | \(rule.severity.rawValue) | \(allowed) | \(rule.sentence) |\n"
    }.joined()

  @Test func pageListsEveryRule() throws {
    let text = try String(contentsOfFile: Self.page, encoding: .utf8)
    let start = try #require(text.range(of: Self.marks.0)).upperBound
    let end = try #require(text.range(of: Self.marks.1)).lowerBound
    if ProcessInfo.processInfo.environment["KUNDREG_RECORD"] != nil {
      try Data((text[..<start] + Self.table + text[end...]).utf8).write(to: URL(fileURLWithPath: Self.page))
    } else {
      #expect(String(text[start..<end]) == Self.table)
    }
  }
}
