import CustomerModel
import Foundation
import Mapping
import Testing
import Understanding

/// How much of the lists in `Benchmarks/headings` is understood.
@Suite struct HeadingsTests {
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path
  private static let folders = ["building", "checking"].map { "\(root)/Benchmarks/headings/\($0)" }
    .filter { FileManager.default.fileExists(atPath: $0) }

  /// What was reached, in percent: less recall, fewer names, or more of the others, is a step back. Of a half that nobody builds with
  /// a limit may be missing.
  private struct Limits: Decodable {
    let recall: Double?
    let wrong: Double?
    let falseAlarms: Double?
    let named: Double?
  }

  @Test(arguments: folders) func understandsAsMuchAsBefore(_ folder: String) throws {
    let library = try MappingLibrary(folders: ["\(Self.root)/Mappings"])
    let words = try WordBook(files: library.wordFiles)
    var whole = HeadingScore()
    var byLanguage: [String: HeadingScore] = [:]
    var named = 0
    let lists = try HeadingList.all(in: folder).filter(\.hasHeader)
    for list in lists {
      let columns = Probe.understand(list, words, library).columns
      for (column, found) in zip(list.columns, columns) {
        let verdict = HeadingScore.verdict(column, found.fields.map(\.description))
        whole.add(column, verdict)
        byLanguage[list.language, default: HeadingScore()].add(column, verdict)
      }
      if columns.contains(where: { $0.fields.contains { $0.description == "name" } }) { named += 1 }
    }
    for (language, score) in byLanguage.sorted(by: { $0.key < $1.key }) { print(language, score.line) }
    print("all", whole.line, "lists with names: \(named) of \(lists.count)")
    let path = "\(Self.root)/Benchmarks/headings/thresholds.json"
    let limits = try JSONDecoder().decode(
      [String: Limits].self, from: Data(contentsOf: URL(fileURLWithPath: path)))
    guard let limit = limits[URL(fileURLWithPath: folder).lastPathComponent] else { return }
    #expect(whole.recall >= limit.recall ?? 0)
    #expect(whole.wrongPart <= limit.wrong ?? 100)
    #expect(whole.falsePart <= limit.falseAlarms ?? 100)
    #expect(100 * Double(named) / Double(lists.count) >= limit.named ?? 0)
  }
}
