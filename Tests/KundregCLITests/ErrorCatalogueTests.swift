import CustomerModel
import Foundation
import Testing

@testable import KundregCLI

/// Every error code is declared once, with its exit status and meaning; `docs/reference.md` lists them. Recorded anew with
/// `KUNDREG_RECORD=1 swift test`.
@Suite struct ErrorCatalogueTests {
  /// The rooms that still write codes where they are thrown. It shrinks until it is empty.
  static let toBeConverted: Set<String> = [
    "AccountingSystems", "CompanyLookup", "KundregCLI", "RegisterStore", "Runs",
  ]

  private static let sources: [(path: String, room: String, text: String)] = {
    let root = URL(fileURLWithPath: Program.checkout + "/Sources")
    let paths = FileManager.default.enumerator(atPath: root.path)?.compactMap { $0 as? String } ?? []
    return paths.filter { $0.hasSuffix(".swift") }.sorted().compactMap { path in
      guard let text = try? String(contentsOf: root.appendingPathComponent(path), encoding: .utf8) else { return nil }
      return (path, path.split(separator: "/").first.map(String.init) ?? "", text)
    }
  }()

  @Test func everyDeclaredCodeIsListedOnce() {
    let declared = Self.sources.flatMap { source in
      source.text.matches(of: /static let \w+ = ErrorCode\(\s*"([^"]+)"/).map { String($0.1) }
    }
    #expect(ErrorCatalogue.all.map(\.name).sorted() == declared.sorted())
    #expect(Set(declared).count == declared.count)
  }

  @Test func codesAreDeclaredAndNotWrittenWhereTheyAreThrown() {
    for source in Self.sources where !Self.toBeConverted.contains(source.room) {
      for match in source.text.matches(of: /\bcode: "[A-Za-z.]+"/) {
        Issue.record("\(source.path): \(match.0) is no declared code")
      }
    }
  }

  @Test func everyCodeHasAMeaningInOneSentence() {
    for code in ErrorCatalogue.all {
      #expect(code.name.wholeMatch(of: /[a-z][A-Za-z]*\.[a-z][A-Za-z0-9]*/) != nil, "\(code.name)")
      #expect(code.meaning.hasSuffix("."), "\(code.name)")
    }
  }

  // MARK: The page

  static let page = Program.checkout + "/docs/reference.md"
  static let marks = ("<!-- error codes: recorded -->\n", "<!-- end of error codes -->\n")

  /// A table for each first word, in the alphabet's order.
  static let tables: String = {
    let groups = Dictionary(grouping: ErrorCatalogue.all) { $0.name.prefix { $0 != "." } }
    return groups.sorted { $0.key < $1.key }.map { _, codes in
      "\n| code | status | meaning |\n|---|---|---|\n"
        + codes.sorted { $0.name < $1.name }.map { "| `\($0.name)` | \($0.status.rawValue) | \($0.meaning) |\n" }
        .joined()
    }.joined() + "\n"
  }()

  @Test func pageListsEveryCode() throws {
    let text = try String(contentsOfFile: Self.page, encoding: .utf8)
    let start = try #require(text.range(of: Self.marks.0)).upperBound
    let end = try #require(text.range(of: Self.marks.1)).lowerBound
    if ProcessInfo.processInfo.environment["KUNDREG_RECORD"] != nil {
      try Data((text[..<start] + Self.tables + text[end...]).utf8).write(to: URL(fileURLWithPath: Self.page))
    } else {
      #expect(String(text[start..<end]) == Self.tables)
    }
  }
}
