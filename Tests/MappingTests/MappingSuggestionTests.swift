import CustomerModel
import Mapping
import Testing
import Texts

@Suite struct MappingSuggestionTests {
  private let library: MappingLibrary

  init() throws {
    library = MappingLibrary([
      try Probe.file(
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

  @Test func accountingSystemsMappingSuggestsNothing() {
    let erp = try? Probe.file(
      #"{"direction": "both", "columns": [{"field": "number", "headers": ["Zzz"]}, {"field": "name", "headers": ["Yyy"]}]}"#
    )
    let suggestion = MappingSuggestion.suggest(
      header: ["Zzz", "Yyy"], sample: [["a", "b"]], library: MappingLibrary([erp].compactMap(\.self)))
    #expect(erp != nil)
    #expect(
      suggestion.columns.allSatisfy { $0.fields != [FieldPath(.number)] && $0.fields != [FieldPath(.customerName)] })
  }

  private func suggest(_ header: [String], _ rows: [[String?]]) throws -> MappingSuggestion {
    let suggestion = MappingSuggestion.suggest(header: header, sample: rows, library: library)
    // Whatever is suggested must load as it is.
    let file = try Probe.file(suggestion.json)
    #expect(file.name == "suggested")
    return suggestion
  }

  private func fields(_ suggestion: MappingSuggestion) -> [String] {
    suggestion.columns.map { $0.fields.map(\.description).joined(separator: "+") }
  }

  @Test func knownHeadingsAreSure() throws {
    let suggestion = try suggest(["Kundnamn", "TYP", "postadress", "Pnr"], [["a", "b", "c", "5566778899"]])
    #expect(fields(suggestion) == ["name", "type", "invoiceAddress.postalCode+invoiceAddress.city", "identityNumber"])
    #expect(suggestion.columns.map(\.confidence) == [1, 0.95, 0.95, 1])
    let file = try Probe.file(suggestion.json)
    #expect(file.otherColumns == .customFields)
    #expect(file.columns.map { $0.fields.count } == [1, 1, 1, 2])
    #expect(file.columns[0].transforms == [.title])
    #expect(file.columns[1].values == [WordPair("Å\"F", "company")])
    #expect(file.columns[3].source == .headers(["postadress"]))
  }

  @Test func checkDigitsOutweighAnyHeading() throws {
    let suggestion = try suggest(
      ["Kod", "Ident"], [["x", "5566778899"], ["y", "556677-8899"], ["x", "198001019804"]])
    #expect(fields(suggestion)[1] == "identityNumber")
    #expect(suggestion.columns[1].confidence == 0.9)
    #expect(suggestion.columns[1].reason.english.contains("check digit"))
  }

  @Test func knownHeadingOverWrongCellsIsDoubtful() throws {
    let suggestion = try suggest(["Orgnr"], [["1"], ["2"], ["3"]])
    #expect(suggestion.columns[0].confidence == 0.5)
    #expect(suggestion.columns[0].reason.english.contains("0 of 3"))
  }

  @Test func nearlyKnownHeadingIsLikely() throws {
    let suggestion = try suggest(["Kundnman", "Mobiltelefn"], [["a", "b"]])
    #expect(fields(suggestion) == ["name", "mobile"])
    #expect(suggestion.columns.allSatisfy { $0.confidence > 0.5 && $0.confidence < 0.9 })
    #expect(suggestion.columns[0].reason.english.contains("Kundnamn"))
  }

  @Test(arguments: [
    ("email", ["a@b.se", "c@d.se", ""]), ("website", ["www.a.se", "https://b.se"]),
    ("invoiceAddress.postalCode", ["123 45", "54321"]),
    ("mobile", ["070-123 45 67", "+46 73 123 45 67"]), ("phone", ["08-123 45 67", "0920-12 34 56"]),
    ("type", ["Privat", "Företag"]),
    ("vatNumber", ["SE556677889901", "se 556677889901"]), ("number", ["A1", "A2", "A3"]),
    ("invoiceAddress.country", ["Sverige", "NO"]),
    ("", ["Ja", "Nej", "Ja"]), ("", ["vad", "som", "helst"]), ("", ["A1", "A1", "A2"]),
  ])
  func cellsTellWhatAColumnIs(_ field: String, _ cells: [String]) throws {
    let suggestion = try suggest(["Qqq"], cells.map { [$0] })
    #expect(fields(suggestion) == [field])
  }

  @Test func yesAndNoIsSaidButNotGuessed() throws {
    #expect(try suggest(["Qqq"], [["Ja"], ["Nej"]]).columns[0].reason.english.contains("yes or no"))
  }

  @Test func fieldIsSuggestedOnce() throws {
    let suggestion = try suggest(
      ["Q1", "Q2", "Q3"], [["a@b.se", "c@d.se", "e@f.se"], ["g@h.se", "i@j.se", "k@l.se"]])
    #expect(fields(suggestion) == ["email", "contactPersons[0].email", ""])
  }

  @Test func sameOrBlankHeadingCannotBeMeant() throws {
    let suggestion = try suggest(["Kundnamn", "kundnamn", "", "kundreg_row"], [["a", "b", "c", "1"]])
    #expect(fields(suggestion) == ["name", "", "", ""])
    #expect(suggestion.columns[1].reason.english == "column 1 has the same heading")
    #expect(suggestion.columns[2].reason.english == "there is no heading")
  }

  @Test func suggestionForNothingLoadsToo() throws {
    #expect(try Probe.file(suggest(["§", "Qqq \"x\"\t\u{1}"], []).json).columns.count == 1)
    #expect(try Probe.file(suggest([], []).json).columns.count == 1)
  }

  @Test func columnReadsAsALine() throws {
    let suggestion = try suggest(["Kundnamn", "", "Zzz"], [])
    #expect(
      suggestion.columns.map(\.text.english) == [
        "Kundnamn → name, 100 %: the heading is known to known", "column 2: there is no heading",
        "Zzz: no field has such a heading or such cells",
      ])
  }
}
