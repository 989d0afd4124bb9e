import Mapping
import Testing
import Understanding

/// How much of a list is read by its words.
@Suite struct UnderstandingLimitsTests {
  private static let known = [
    ("Kundnr", ["1001", "1002", "1003"]), ("Namn", ["Ek Bygg AB", "Alm VVS AB", "Brf Linden"]),
    ("E-post", ["ek@example.se", "alm@example.se", "brf@example.se"]),
  ]

  /// A list of so many columns, of which the first are known.
  private func fields(ofColumns count: Int) throws -> [String] {
    let unknown = (Self.known.count..<count).map { ("Zq\($0)", [String]()) }
    return try Array(Probe.fields(Self.known + unknown).prefix(Self.known.count))
  }

  @Test func aThousandHeadingsAreReadAndOneMoreIsNot() throws {
    #expect(try fields(ofColumns: 1_000) == ["number", "name", "email"])
    #expect(try fields(ofColumns: 1_001) == ["", "", ""])
  }

  @Test func aHeadingOfTwoHundredCharactersIsReadAndALongerOneIsNot() throws {
    func field(points: Int) throws -> String {
      try Probe.fields(Self.known + [("Telefon" + String(repeating: ".", count: points), ["070-174 06 05"])])[3]
    }
    #expect(try field(points: 193) == "phone")
    #expect(try field(points: 194) == "")
  }

  @Test func nothingIsAddedToAMappingForMoreThanAThousandHeadings() throws {
    let library = try MappingLibrary(folders: [Probe.mappings])
    let words = try WordBook(files: library.wordFiles)
    let file = try library.named("register-sv")
    func added(_ count: Int) -> [String] {
      let header = ["Kundnr", "Namn", "Märkning faktura"] + (3..<count).map { "Zq\($0)" }
      let further = FurtherColumns(beside: file, header: header, plain: header, band: [], sample: [], words: words)
      return further?.entries.flatMap(\.headings) ?? []
    }
    #expect(added(1_000) == ["Märkning faktura"])
    #expect(added(1_001) == [])
  }
}
