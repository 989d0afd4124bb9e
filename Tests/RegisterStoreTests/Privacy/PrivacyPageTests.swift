import Foundation
import RegisterStore
import Testing

/// `docs/privacy.md` lists the tables that may hold a person's data. Recorded anew with `KUNDREG_RECORD=1 swift test`.
@Suite struct PrivacyPageTests {
  private static let page = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("docs/privacy.md")
  private static let marks = ("<!-- tables: recorded -->\n", "<!-- end -->\n")

  private static func code(_ names: [String]) -> String { names.map { "`\($0)`" }.joined(separator: ", ") }

  private static func shown(_ table: PersonalTable) -> String {
    switch table.disclosure {
    case .nothing: "no"
    case .within(let keys): code(keys)
    case .rows(let key, _, _, _): code([key])
    }
  }

  /// Tables of which the same is to be said are one row.
  private static let table: String = {
    var rows: [(names: [String], said: String)] = []
    for table in PersonalTable.all {
      let said = "\(table.contents) | \(shown(table)) | \(table.removal)"
      if let index = rows.firstIndex(where: { $0.said == said }) {
        rows[index].names.append(table.name)
      } else {
        rows.append(([table.name], said))
      }
    }
    return "| table | holds | shown by `customer disclose` | removed by `customer forget` |\n|---|---|---|---|\n"
      + rows.map { "| \(code($0.names)) | \($0.said) |\n" }.joined()
  }()

  @Test func pageListsEveryTableThatMayHoldAPersonsData() throws {
    let text = try String(contentsOf: Self.page, encoding: .utf8)
    let start = try #require(text.range(of: Self.marks.0)).upperBound
    let end = try #require(text.range(of: Self.marks.1)).lowerBound
    if ProcessInfo.processInfo.environment["KUNDREG_RECORD"] != nil {
      try Data((text[..<start] + Self.table + text[end...]).utf8).write(to: Self.page)
    } else {
      #expect(String(text[start..<end]) == Self.table)
    }
  }
}
