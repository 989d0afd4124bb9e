import CustomerModel
import Foundation
import Mapping
import RegisterStore
import Rows
import TestSupport
import Testing
import Texts
import Validation

import Runs

/// Columns that a fitting mapping leaves and whose headings say what they are: new customers get them, nobody else.
@Suite struct FurtherColumnsTests {
  private let office: Office

  init() throws {
    var office = try Office()
    office.library = try Office.shippedMappings()
    self.office = office
  }

  static let list = """
    Kundnr;Namn;Kontaktperson;Kontaktpersonens mobilnr;Webbsajt;Telefon kontor
    1;Ek Bygg AB;Eva Ek;070-174 06 05;www.example.se;08-465 004 01
    2;Alm VVS AB;Bo Alm;070-174 06 06;www.example.org;08-465 004 02

    """

  @Test func newCustomersGetWhatHeadingsSayBesideTheMapping() throws {
    let outcome = try office.importing(text: Self.list)
    #expect(outcome.counts.created == 2)
    #expect(outcome.report.mapping == "register-sv")
    #expect(outcome.report.unmappedColumns.isEmpty)
    let card = try #require(try office.card("1"))
    #expect(card[FieldPath("contactPersons[0].name")!] == "Eva Ek")
    #expect(card[FieldPath("contactPersons[0].mobile")!] == "070-174 06 05")
    #expect(card[FieldPath("website")!] == "www.example.se")
    #expect(card[FieldPath("phone")!] == "08-465 004 01")
  }

  @Test func itIsToldInBothLanguagesAndInTheReport() throws {
    let outcome = try office.importing(text: Self.list)
    let told = try #require(outcome.report.notes.last)
    #expect(told.english.contains("“Webbsajt” is Website, “Telefon kontor” is Phone"), "\(told)")
    #expect(told.swedish.contains("”Webbsajt” är ") && told.swedish.contains("bara för nya kunder"), "\(told)")
    #expect(outcome.report.json.contains("“Webbsajt” is Website"))
  }

  @Test func customersThatAreThereGetOnlyWhatTheMappingKnows() throws {
    try office.importing(text: "Kundnr;Namn;Hemsida\n1;Ek Bygg AB;www.typed.example\n2;Alm VVS AB;\n")
    let outcome = try office.importing(
      text: Self.list.replacingOccurrences(of: "Ek Bygg AB", with: "Ek Bygg i Lund AB"))
    #expect(outcome.counts.updated == 2)
    let card = try #require(try office.card("1"))
    #expect(card[.customerName] == "Ek Bygg i Lund AB")
    #expect(card[FieldPath("contactPersons[0].name")!] == "Eva Ek")
    #expect(card[FieldPath("website")!] == "www.typed.example")
    #expect(card[FieldPath("phone")!] == nil)
    #expect(card[FieldPath("contactPersons[0].mobile")!] == nil)
    #expect(try office.card("2")?[FieldPath("website")!] == nil)
  }

  @Test func theSameListAgainChangesNothing() throws {
    try office.importing(text: Self.list)
    let before = try office.state()
    #expect(try office.importing(text: Self.list).counts.unchanged == 2)
    // A cell of such a column is no change of a customer that is there.
    let other = Self.list.replacingOccurrences(of: "www.example.se", with: "www.example.net")
    #expect(try office.importing(text: other).counts.unchanged == 2)
    #expect(try office.state() == before)
  }

  @Test func customersOfRowsWithoutNumbersAreThereToo() throws {
    try office.set([.generateNumber: 1])
    let rows = "Webbsajt\n;Ek Bygg AB;www.example.se\n"
    // As the register was before anything was read beside the mapping.
    var plain = office
    plain.library = MappingLibrary(office.library.all)
    try plain.importing(text: "Kundnr;Namn;" + rows)
    let outcome = try office.importing(text: "Kundnr;Namn;" + rows)
    #expect(outcome.counts.unchanged == 1)
    let state = try office.state()
    #expect(state.cards.values.allSatisfy { $0[FieldPath("website")!] == nil })
  }

  @Test func aDryRunShowsWhatTheImportDoes() throws {
    try office.importing(text: "Kundnr;Namn\n1;Ek Bygg AB\n")
    let (shown, done) = (Changes(), Changes())
    try office.folder.write(Self.list, to: "k.csv")
    try office.importing("k.csv", changes: shown) { $0.isDryRun = true }
    try office.importing("k.csv", changes: done)
    #expect(shown.lines == done.lines)
    #expect(shown.lines.contains { $0.hasPrefix("create 2: ") && $0.contains("website ->www.example.org") })
    #expect(shown.lines.contains { $0.hasPrefix("update 1: ") && !$0.contains("website") })
  }

  @Test func noRowIsRejectedForAColumnThatTheMappingDoesNotKnow() throws {
    let outcome = try office.importing(
      text: """
        Kundnr;Namn;Telefon kontor;Momsregnr kund
        1;Ek Bygg AB;08-465 004 01;SE559999000801
        2;Alm VVS AB;08-465 004 02;\(String(repeating: "9", count: 60))
        3;Bok AB;08-465 004 03;SE559999001601

        """)
    #expect(outcome.counts.created == 3)
    #expect(outcome.counts.rejected == 0)
    #expect(outcome.counts.warnings > 0)
    #expect(try office.card("1")?[FieldPath("phone")!] == "08-465 004 01")
    // The row is read as the mapping alone reads it.
    #expect(try office.card("2")?[FieldPath("phone")!] == nil)
    #expect(try office.card("3")?[FieldPath("phone")!] == "08-465 004 03")
    #expect(outcome.report.problems.entries.contains { $0.severity == .warn && $0.count == 1 })
  }

  @Test func rejectedRowsComeBackWithTheSameColumns() throws {
    let rejects = office.folder.file("kunder.csv.rejects.csv")
    let first = try office.importing(
      text: "Kundnr;Namn;Webbsajt\n1;Ek Bygg AB;www.example.se\n2;;www.example.org\n")
    #expect(first.counts.rejected == 1)
    let text = try String(contentsOfFile: rejects, encoding: .utf8).replacingOccurrences(of: "2;;", with: "2;Alm AB;")
    try office.folder.write(text, to: "mended.csv")
    #expect(try office.importing("mended.csv").counts.created == 1)
    #expect(try office.card("2")?[FieldPath("website")!] == "www.example.org")
  }

  // MARK: What is never added to

  @Test func aMappingOfTheUsersOwnIsAllThatCounts() throws {
    var office = office
    let own =
      #"{"name": "egen", "columns": [{"field": "number", "headers": ["Kundnr"]}, {"field": "name", "headers": ["Namn"]}, {"field": "contactPersons[0].name", "headers": ["Kontaktperson"]}, {"field": "costCenter", "headers": ["Telefon kontor"]}]}"#
    office.library = MappingLibrary(
      [try MappingFile(json: Array(own.utf8), origin: "egen.json")]
        + office.library.all.filter { $0.name != "register-sv" },
      wordFiles: office.library.wordFiles)
    let outcome = try office.importing(text: Self.list)
    #expect(outcome.report.mapping == "egen")
    #expect(outcome.report.unmappedColumns == ["Kontaktpersonens mobilnr", "Webbsajt"])
    #expect(try office.card("1")?[FieldPath("website")!] == nil)
  }

  @Test func aMappingThatWasNamedIsAllThatCounts() throws {
    let outcome = try office.importing(text: Self.list) { $0.mapping = "register-sv" }
    #expect(outcome.report.unmappedColumns == ["Kontaktpersonens mobilnr", "Webbsajt", "Telefon kontor"])
    #expect(try office.card("1")?[FieldPath("website")!] == nil)
  }

  @Test func aCustomFieldOfTheRegisterKeepsItsColumn() throws {
    try office.register.write { try $0.addCustomField(CustomFieldDefinition(name: "Webbsajt", kind: .text)) }
    let outcome = try office.importing(text: Self.list)
    let card = try #require(try office.card("1"))
    #expect(card[FieldPath(custom: "Webbsajt")] == "www.example.se")
    #expect(card[FieldPath("website")!] == nil)
    #expect(card[FieldPath("phone")!] == "08-465 004 01")
    #expect(outcome.report.unmappedColumns.isEmpty)
  }

  @Test func whoACustomerIsAndWhetherItIsOneNoHeadingAloneTells() throws {
    let outcome = try office.importing(
      text: """
        Kundnr;Namn;Kundens orgnr;Spärrad kund;Kategori kund privat
        1;Ek Bygg AB;559999-0008;Ja;Nej

        """)
    let card = try #require(try office.card("1"))
    #expect(card[.active] == "1")
    #expect(card[.identityNumber] == nil)
    #expect(outcome.report.unmappedColumns.contains("Kundens orgnr"))
    #expect(outcome.report.unmappedColumns.contains("Spärrad kund"))
  }

  @Test func furtherRowsOfACustomerAreReadAsTheMappingSays() throws {
    let outcome = try office.importing(
      text: """
        Kundnr;Namn;Kontaktperson;Kontaktperson e-post;Webbsajt
        1;Ek Bygg AB;Eva Ek;eva@example.se;www.example.se
        1;;Bo Berg;bo@example.se;www.example.org

        """
    ) { $0.severalRows = .contactPersons }
    #expect(outcome.counts.rejected == 0)
    #expect(outcome.report.unmappedColumns == ["Webbsajt"])
  }
}
