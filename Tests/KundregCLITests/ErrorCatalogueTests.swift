import CustomerModel
import Foundation
import Runs
import Testing
import Texts

@testable import KundregCLI

/// Every error code is declared once, with its exit status and meaning; `docs/reference.md` lists them. Recorded anew with
/// `KUNDREG_RECORD=1 swift test`.
@Suite struct ErrorCatalogueTests {
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
    for source in Self.sources {
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

  // MARK: What syncs find

  @Test func everyDeclaredFindingIsListedOnce() {
    let declared = Self.sources.flatMap { source in
      source.text.matches(of: /static let \w+ = FindingCode\(\s*"([^"]+)"/).map { String($0.1) }
    }
    #expect(FindingCode.all.map(\.name).sorted() == declared.sorted())
    #expect(Set(declared).count == declared.count)
    for code in FindingCode.all {
      #expect(code.meaning.hasSuffix(".") && !code.severities.isEmpty, "\(code.name)")
    }
  }

  /// What clients of accounting systems and mappings call a refusal stands in the catalogue, too.
  @Test func everyRefusalThatHasANameOfOursIsListed() {
    let known = Set(FindingCode.all.map(\.name))
    let words = Self.sources.filter { $0.path.hasSuffix("/RefusalCode.swift") }.flatMap { source in
      source.text.matches(of: /static let \w+ = "([A-Za-z]+)"/).map { "push.\($0.1)" }
    }
    let ofMappings = Self.sources.filter { $0.room == "Mapping" }.flatMap { source in
      source.text.matches(of: /"(out\.\w+)"/).map { String($0.1) }
    }
    #expect(!words.isEmpty && !ofMappings.isEmpty)
    #expect(Set(words + ofMappings).subtracting(known) == [])
  }

  // MARK: The page

  static let page = Program.checkout + "/docs/reference.md"

  /// What stands between marks of the page, each on a line of its own.
  static let recorded = [
    (name: "error codes", tables: errorTables), (name: "findings of syncs", tables: findingTable),
  ]

  /// A table for each first word, in the alphabet's order.
  static let errorTables: String = {
    let groups = Dictionary(grouping: ErrorCatalogue.all) { $0.name.prefix { $0 != "." } }
    return groups.sorted { $0.key < $1.key }.map { _, codes in
      "\n| code | status | meaning |\n|---|---|---|\n"
        + codes.sorted { $0.name < $1.name }.map { "| `\($0.name)` | \($0.status.rawValue) | \($0.meaning) |\n" }
        .joined()
    }.joined() + "\n"
  }()

  static let findingTable =
    "\n| code | severity | meaning |\n|---|---|---|\n"
    + FindingCode.all.sorted { $0.name < $1.name }.map { code in
      let told = [code.meaning] + [code.remedy?.worded.english].compactMap(\.self)
      return
        "| `\(code.name)` | \(code.severities.map(\.rawValue).joined(separator: ", ")) | \(told.joined(separator: " ")) |\n"
    }.joined() + "\n"

  @Test func pageListsEveryCode() throws {
    var text = try String(contentsOfFile: Self.page, encoding: .utf8)
    let isRecording = ProcessInfo.processInfo.environment["KUNDREG_RECORD"] != nil
    for (name, tables) in Self.recorded {
      let start = try #require(text.range(of: "<!-- \(name): recorded -->\n")).upperBound
      let end = try #require(text.range(of: "<!-- end of \(name) -->\n")).lowerBound
      if !isRecording { #expect(String(text[start..<end]) == tables) }
      text.replaceSubrange(start..<end, with: tables)
    }
    if isRecording { try Data(text.utf8).write(to: URL(fileURLWithPath: Self.page)) }
  }
}
