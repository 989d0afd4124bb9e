import CustomerModel
import Mapping
import Testing
import Texts
import Understanding

/// Mapping files that are proposed for a list.
@Suite struct SuggestionTests {
  private let library: MappingLibrary

  init() throws {
    library = MappingLibrary([
      try Self.file(
        #"""
        {"name": "known", "otherColumns": "customFields", "columns": [
          {"field": "name", "headers": ["Kundnamn"], "transforms": ["title"]},
          {"field": "type", "headers": ["Typ"], "values": {"Å\"F": "company"}},
          {"fields": ["invoiceAddress.postalCode", "invoiceAddress.city"], "headers": ["Postadress"], "transforms": [{"split": "postalCodeCity"}]},
          {"field": "identityNumber", "firstOf": [["Orgnr"], ["Pnr"]]},
          {"field": "mobile", "headers": ["Mobiltelefon"]}]}
        """#)
    ])
  }

  private static func file(_ json: String) throws -> MappingFile {
    try MappingFile(json: Array(json.utf8), origin: "test.json")
  }

  /// What is proposed where no folder has a file of words.
  private func suggest(_ header: [String], _ rows: [[String?]], of library: MappingLibrary? = nil) throws
    -> MappingSuggestion
  {
    let suggestion = Probe.understand(header, rows, WordBook(), library ?? self.library).suggestion(
      name: "suggested", rows: rows.count)
    // Whatever is suggested must load as it is.
    let file = try Self.file(suggestion.json)
    #expect(file.name == "suggested")
    return suggestion
  }

  private func fields(_ suggestion: MappingSuggestion) -> [String] {
    suggestion.columns.map { $0.fields.map(\.description).joined(separator: "+") }
  }

  @Test func accountingSystemsMappingSuggestsNothing() throws {
    let erp = try Self.file(
      #"{"direction": "both", "columns": [{"field": "number", "headers": ["Zzz"]}, {"field": "name", "headers": ["Yyy"]}]}"#
    )
    #expect(fields(try suggest(["Zzz", "Yyy"], [["a", "b"]], of: MappingLibrary([erp]))) == ["", ""])
  }

  @Test func knownHeadingsAreSureAndKeepWhatTheMappingDoesWithThem() throws {
    let suggestion = try suggest(["Kundnamn", "TYP", "postadress", "Pnr"], [["a", "Å\"F", "c", "5566778899"]])
    #expect(fields(suggestion) == ["name", "type", "invoiceAddress.postalCode+invoiceAddress.city", "identityNumber"])
    #expect(suggestion.columns.map(\.confidence) == [1, 1, 1, 1])
    let file = try Self.file(suggestion.json)
    #expect(file.otherColumns == .customFields)
    #expect(file.columns.map { $0.fields.count } == [1, 1, 1, 2])
    #expect(file.columns[0].transforms == [.title])
    #expect(file.columns[1].values == [WordPair("Å\"F", "company")])
    #expect(file.columns[3].source == .headers(["postadress"]))
  }

  @Test func checkDigitsOutweighAnyHeading() throws {
    let suggestion = try suggest(
      ["Kundnamn", "Ident"], [["x", "5566778899"], ["y", "556677-8899"], ["x", "198001019804"]])
    #expect(fields(suggestion)[1] == "identityNumber")
    #expect(suggestion.columns[1].reason.english == "the cells prove what they are")
  }

  @Test func aColumnOfYesAndNoIsNotGuessed() throws {
    #expect(fields(try suggest(["Kundnamn", "Qqq"], [["a", "Ja"], ["b", "Nej"]])) == ["name", ""])
  }

  @Test func whatHasNoHeadingOrIsPassedOverSaysSo() throws {
    let suggestion = try suggest(["Kundnamn", "", "kundreg_row"], [["a", "c", "1"]])
    #expect(fields(suggestion) == ["name", "", ""])
    #expect(suggestion.columns[1].reason.english == "there is no heading")
    #expect(suggestion.columns[2].reason.english == "an import passes over it")
  }

  @Test func suggestionForNothingLoadsToo() throws {
    #expect(try Self.file(suggest(["§", "Qqq \"x\"\t\u{1}"], []).json).columns.count == 1)
    #expect(try Self.file(suggest([], []).json).columns.count == 1)
  }

  @Test func columnReadsAsALine() throws {
    let suggestion = try suggest(["Kundnamn", "", "Zzz"], [])
    #expect(
      suggestion.columns.map(\.text.english) == [
        "Kundnamn → name, 100 %: the heading is known to known", "column 2: there is no heading",
        "Zzz: no field has such a heading or such cells",
      ])
  }

  @Test func aPersonsNumberAmongTheHeadingsIsMasked() throws {
    let suggestion = try suggest(["Anna Berg", "19800101-9804", "Gatan"], [["Bo Ek", "19800101-9812", "Vägen"]])
    #expect(!suggestion.json.contains("9804"))
    #expect(suggestion.json.contains("19800101-****"))
  }

  @Test func whatSomebodyLookedAtIsNotAddedToUnseen() throws {
    let shipped = try MappingLibrary(folders: [Probe.mappings])
    #expect(try shipped.named("register-sv").otherColumns == .understood)
    let suggestion = try suggest(["Kundnr", "Namn", "Qqq"], [["1", "Ek Bygg AB", "x"]], of: shipped)
    #expect(try Self.file(suggestion.json).otherColumns == .knownCustomFields)
  }
}
