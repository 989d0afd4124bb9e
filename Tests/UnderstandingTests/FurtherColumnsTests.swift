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
      let widened = Set(further.entries.compactMap(\.widened))
      let kept = all.found.filter { ($0.entry ?? 0) < count }
      #expect(kept.map(\.fields) == own.found.map(\.fields), "\(fitting.list.name)")
      for (found, before) in zip(kept, own.found) {
        // What is widened begins with what the mapping takes.
        let isWidened = found.entry.map(widened.contains) ?? false
        #expect(isWidened ? found.sources.first == before.sources.first : found == before, "\(fitting.list.name)")
      }
      #expect(all.matchedCount == own.matchedCount + Set(further.entries.flatMap(\.sources)).count)
    }
  }

  @Test func whatIsAddedIsRight() {
    var wrong: [String] = []
    for fitting in lists {
      for entry in further(fitting, fitting.list.sample)?.entries ?? [] where entry.widened == nil {
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
    let entries = lists.flatMap { further($0, [])?.entries ?? [] }
    let filled = entries.filter { $0.widened == nil }.flatMap(\.column.fields).map(\.description)
    #expect(Set(filled).isDisjoint(with: never))
  }

  // MARK: Names

  private func beside(_ header: [String], _ sample: [[String?]] = []) throws -> FurtherColumns? {
    let library = try MappingLibrary(folders: [Probe.mappings])
    guard case .mapping(let file, _) = library.best(for: header) else { return nil }
    return FurtherColumns(beside: file, header: header, plain: header, band: [], sample: sample, words: words)
  }

  @Test func personsNameStandsWhereTheCompanysIsBlank() throws {
    let header = ["Kundnr", "Företag", "Förnamn", "Efternamn", "Ort"]
    let further = try #require(try beside(header))
    let name = try #require(further.entries.first { $0.widened != nil })
    #expect(name.column.fields == [FieldPath(.customerName)])
    #expect(
      name.column.source == .firstOfOrJoin([["Företag"]], join: [["Förnamn"], ["Efternamn"]], separator: " "))
    #expect(name.headings == ["Förnamn", "Efternamn"])
    let found = HeaderMatch(further.mapping, header: header).found
    #expect(found.first { $0.fields == [FieldPath(.customerName)] }?.sources == [1, 2, 3])
    #expect(found.first { $0.fields == [FieldPath(.contactName)] }?.sources == [2, 3])
  }

  @Test func namesOfAllStayAsTheyAre() throws {
    for header in [
      ["Kundnr", "Namn", "Ort"], ["Kundnr", "Förnamn", "Efternamn", "Ort"],
      ["Kundnr", "Företag", "Kontaktperson", "Ort"],
      ["Kundnr", "Företag", "Förnamn", "Förnamn", "Efternamn"],
    ] {
      #expect(try beside(header)?.entries.contains { $0.widened != nil } != true, "\(header)")
    }
  }

  @Test func cellsThatAreNoNamesForbidThem() throws {
    let header = ["Kundnr", "Företag", "Förnamn", "Efternamn", "Ort"]
    let further = try beside(
      header, [["1", "", "2020-01-01", "2020-01-02", "Lund"], ["2", "Ek AB", "2020-01-01", "2020-01-02", "Lund"]])
    #expect(further?.entries.contains { $0.widened != nil } != true)
  }

  // MARK: Columns of which something else is known

  @Test func columnOfACustomFieldIsLeft() throws {
    let header = ["Kundnr", "Namn", "Postadr. besök", "Arbetsplats gata", "Arbetsplats ort", "Er märkning"]
    let further = try #require(try beside(header))
    #expect(further.entries.contains { $0.headings == ["Er märkning"] })
    let left = try #require(further.leaving { $0 == "Er märkning" })
    #expect(!left.entries.contains { $0.headings == ["Er märkning"] })
    #expect(left.entries.map(\.headings) == further.entries.map(\.headings).filter { $0 != ["Er märkning"] })
  }

  @Test func nothingIsLeftWhereAllIsKnown() throws {
    let further = try #require(try beside(["Kundnr", "Namn", "Er märkning"]))
    #expect(further.leaving { _ in true } == nil)
    #expect(further.leaving { _ in false }?.entries.count == further.entries.count)
  }

  @Test func wayToReachAPersonGoesWithTheName() throws {
    let further = try #require(try beside(["Kundnr", "Namn", "Vaktmästare", "Vaktmästare mobil"]))
    #expect(further.entries.count == 2)
    #expect(further.leaving { $0 == "Vaktmästare" } == nil)
  }

  @Test func personIsNoLongerWhereTheFirstNameIsACustomField() throws {
    let further = try #require(try beside(["Kundnr", "Företag", "Förnamn", "Efternamn", "Ort"]))
    let left = further.leaving { $0 == "Förnamn" }
    #expect(left?.entries.contains { $0.widened != nil } != true)
  }
}
