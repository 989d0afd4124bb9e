import CustomerModel
import Foundation
import Mapping
import Testing
import Understanding

/// What headings say beside a mapping, on the lists of `Benchmarks/headings` that a shipped mapping fits.
@Suite struct FurtherColumnsTests {
  private struct Fitting {
    let list: HeadingList
    let file: MappingFile
    var header: [String] { list.columns.map(\.heading) }
  }

  private let words: WordBook
  private let lists: [Fitting]

  init() throws {
    let library = try MappingLibrary(folders: [Probe.mappings])
    words = try WordBook(files: library.wordFiles)
    let folder = URL(fileURLWithPath: Probe.mappings).deletingLastPathComponent().path + "/Benchmarks/headings/building"
    lists = try HeadingList.all(in: folder).filter { $0.hasHeader && $0.band.allSatisfy(\.isEmpty) }.compactMap {
      list in
      guard case .mapping(let file, _) = library.best(for: list.columns.map(\.heading)) else { return nil }
      return Fitting(list: list, file: file)
    }
  }

  private func further(_ fitting: Fitting, _ sample: [[String?]]) -> FurtherColumns? {
    FurtherColumns(
      beside: fitting.file, header: fitting.header, plain: fitting.header, band: [], sample: sample, words: words)
  }

  private func lines(_ further: FurtherColumns?) -> [String] {
    (further?.entries ?? []).map { "\($0.headings) \($0.column.fields)" }
  }

  @Test func thereAreSuchLists() {
    #expect(lists.count >= 20)
    #expect(lists.count { further($0, $0.list.sample) != nil } >= 10)
  }

  @Test func cellsForbidAndNeverGive() {
    for fitting in lists {
      let byHeadings = Set(lines(further(fitting, [])))
      let sample = fitting.list.sample
      // What stands in one column tomorrow may be what stands in another today.
      let shifted = sample.map { Array($0.dropFirst()) + $0.prefix(1) }
      for cells in [sample, shifted, [sample[0]], sample.map { $0.map { _ in "Ring Eva" } }] {
        #expect(Set(lines(further(fitting, cells))).isSubset(of: byHeadings), "\(fitting.list.name)")
      }
    }
  }

  @Test func theMappingsOwnColumnsStayItsOwn() {
    for fitting in lists {
      guard let further = further(fitting, fitting.list.sample) else { continue }
      let own = HeaderMatch(fitting.file, header: fitting.header)
      let all = HeaderMatch(further.mapping, header: fitting.header)
      let count = fitting.file.columns.count
      #expect(all.found.filter { ($0.entry ?? 0) < count } == own.found, "\(fitting.list.name)")
      #expect(all.matchedCount == own.matchedCount + further.entries.reduce(0) { $0 + $1.headings.count })
    }
  }

  @Test func whatIsAddedIsRight() {
    var wrong: [String] = []
    for fitting in lists {
      for entry in further(fitting, fitting.list.sample)?.entries ?? [] {
        for column in fitting.list.columns where entry.headings.contains(column.heading.trimmingBlanks) {
          let verdict = HeadingScore.verdict(column, entry.column.fields.map(\.description))
          if verdict == .wrong || verdict == .falseAlarm { wrong.append("\(fitting.list.name): \(column.heading)") }
        }
      }
    }
    #expect(wrong == [])
  }

  @Test func noHeadingTellsWhoACustomerIs() {
    let never = ["number", "name", "identityNumber", "type", "active"]
    let filled = lists.flatMap { further($0, [])?.entries ?? [] }.flatMap(\.column.fields).map(\.description)
    #expect(Set(filled).isDisjoint(with: never))
  }
}
