import CustomerModel
import Mapping
import Testing

/// Mappings that are for one program's lists: which headers choose them.
@Suite struct RecognisedMappingsTests {
  private static let general =
    #"{"name": "general", "otherColumns": "understood", "columns": [{"field": "number", "headers": ["No", "Shop ID"]}, {"field": "name", "headers": ["Name"]}, {"field": "email", "headers": ["Email"]}, {"field": "phone", "headers": ["Phone"]}]}"#
  private static let shop =
    #"{"name": "shop", "recognisedBy": [["Newsletter"], ["Shop ID", "Shop number"]], "columns": [{"field": "number", "headers": ["Shop ID", "Shop number", "No"]}, {"field": "name", "headers": ["Name"]}]}"#

  private func chosen(_ header: [String], among mappings: String...) throws -> String? {
    try chosen(header, among: mappings.map { try Probe.file($0) })
  }

  private func chosen(_ header: [String], among mappings: [MappingFile]) throws -> String? {
    switch MappingLibrary(mappings).best(for: header) {
    case .mapping(let file, _): file.name
    case .nearest(let file, _): "nearest \(file.name)"
    case .nothing: nil
    }
  }

  @Test("a program's header goes to its mapping where that takes as many columns as one for any list")
  func own() throws {
    let header = ["Shop number", "Name", "Email", "Newsletter"]
    #expect(try chosen(header, among: Self.general, Self.shop) == "shop")
    #expect(try chosen(header, among: Self.shop, Self.general) == "shop")
  }

  @Test("a program's header goes to a mapping for any list that takes more of its columns")
  func poor() throws {
    let header = ["Shop number", "Name", "Email", "Phone", "Newsletter"]
    #expect(try chosen(header, among: Self.general, Self.shop) == "general")
    #expect(try chosen(header, among: Self.shop, Self.general) == "general")
  }

  @Test("a program's header goes to a mapping for any list that finds names where the program's finds none")
  func nameless() throws {
    let nameless =
      #"{"name": "nameless", "recognisedBy": [["Newsletter"]], "columns": [{"field": "number", "headers": ["Shop ID"]}, {"field": "comments", "headers": ["Note"]}, {"field": "email", "headers": ["Email"]}]}"#
    #expect(try chosen(["Shop ID", "Name", "Email", "Note", "Newsletter"], among: Self.general, nameless) == "general")
    #expect(try chosen(["Shop ID", "Email", "Note", "Newsletter"], among: Self.general, nameless) == "nameless")
  }

  @Test("a program's mapping of an earlier folder goes before those of later ones, whatever these take")
  func folders() throws {
    let header = ["Shop ID", "Name", "Email", "Phone", "Newsletter"]
    let other =
      #"{"name": "other", "recognisedBy": [["Newsletter"]], "columns": [{"field": "number", "headers": ["Shop ID"]}, {"field": "name", "headers": ["Name"]}, {"field": "email", "headers": ["Email"]}, {"field": "phone", "headers": ["Phone"]}]}"#
    let own = try Probe.file(Self.shop, origin: "own/shop.json")
    let shipped = [
      try Probe.file(Self.general, origin: "shipped/general.json"), try Probe.file(other, origin: "shipped/other.json"),
    ]
    #expect(try chosen(header, among: [own] + shipped) == "shop")
    #expect(try chosen(header, among: shipped + [own]) == "other")
    #expect(try chosen(["Shop ID", "Name", "Email", "Phone"], among: [own] + shipped) == "general")
  }

  @Test(
    "a header that lacks one of a program's headings is not its, though its mapping takes all columns",
    arguments: [["Shop ID", "Name"], ["Newsletter", "No", "Name"], ["No", "Name"]])
  func foreign(header: [String]) throws {
    #expect(try chosen(header, among: Self.shop, Self.general) == "general")
  }

  @Test("where only a program's mapping would know a header, none is chosen")
  func nothing() throws {
    let far = #"{"name": "far", "columns": [{"field": "number", "headers": ["Q"]}]}"#
    #expect(try chosen(["Shop ID", "Name"], among: Self.shop, far) == nil)
  }

  @Test("a mapping that somebody made keeps the lists that were its before, though the program's takes more columns")
  func made() throws {
    let made =
      #"{"name": "made", "columns": [{"field": "number", "headers": ["Shop ID"]}, {"field": "name", "headers": ["Name"]}, {"field": "comments", "headers": ["Note"]}]}"#
    let wide =
      #"{"name": "wide", "recognisedBy": [["Newsletter"]], "columns": [{"field": "number", "headers": ["Shop ID"]}, {"field": "name", "headers": ["Name"]}, {"field": "comments", "headers": ["Note"]}, {"field": "email", "headers": ["Mail"]}, {"field": "phone", "headers": ["Telephone"]}]}"#
    let header = ["Shop ID", "Name", "Note", "Mail", "Telephone", "Newsletter"]
    #expect(try chosen(header, among: Self.general, wide) == "wide")
    #expect(try chosen(header, among: Self.general, wide, made) == "made")
    #expect(try chosen(["Shop ID", "Name", "Email", "Mail", "Newsletter"], among: Self.general, wide, made) == "wide")
  }

  @Test("a mapping that somebody kept for the list goes before the program's")
  func kept() throws {
    let kept =
      #"{"name": "kept", "complete": true, "columns": [{"field": "number", "headers": ["Shop ID"]}, {"field": "name", "headers": ["Name"]}, {"field": "email", "headers": ["Email"]}]}"#
    let header = ["Shop ID", "Name", "Email", "Newsletter"]
    #expect(try chosen(header, among: Self.general, Self.shop, kept) == "kept")
  }

  @Test("of two programs' mappings the one that takes more columns is chosen")
  func two() throws {
    let other =
      #"{"name": "other", "recognisedBy": [["Newsletter"]], "columns": [{"field": "number", "headers": ["Shop ID"]}, {"field": "name", "headers": ["Name"]}, {"field": "email", "headers": ["Email"]}]}"#
    #expect(try chosen(["Shop ID", "Name", "Email", "Newsletter"], among: Self.shop, other) == "other")
  }

  @Test("a mapping that was named needs no headings of its own")
  func named() throws {
    #expect(try chosen(["No", "Name"], among: Self.shop) == "shop")
    let answer = HeaderFinder.find(in: [["No", "Name"], ["1", "A"]], using: [try Probe.file(Self.shop)])
    #expect(answer?.mapping?.name == "shop")
  }

  @Test("the row of a program's headings is found below a title, and in no row that lacks them")
  func row() throws {
    let mappings = [try Probe.file(Self.general), try Probe.file(Self.shop)]
    let answer = HeaderFinder.find(
      in: [
        ["Export", nil, nil], ["No", "Name", "Email", "Phone"], ["Shop ID", "Name", "Newsletter"], ["1", "A", "yes"],
      ],
      using: mappings)
    #expect(answer?.row == 2)
    #expect(answer?.mapping?.name == "shop")
    #expect(HeaderFinder.find(in: [["Shop ID", "Name"], ["1", "A"]], using: mappings)?.mapping?.name == "general")
  }
}
