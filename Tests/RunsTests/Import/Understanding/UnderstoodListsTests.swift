import CustomerModel
import Foundation
import Mapping
import RegisterStore
import Rows
import TestSupport
import Testing
import Texts

import Runs

/// Lists whose headings no mapping knows, from the file to the register.
@Suite struct UnderstoodListsTests {
  private let office: Office

  init() throws {
    var office = try Office()
    office.library = try Office.shippedMappings()
    self.office = office
  }

  @Test func listsInOtherLanguagesBringTheirCustomers() throws {
    let outcome = try office.importing(
      text: """
        Asiakasnumero;Nimi;Lähiosoite;Postinumero;Postitoimipaikka;Sähköposti
        1001;Rannikon Sähkö Oy;Sähkötie 8;65100;Vaasa;toimisto@example.com
        1002;Villa Aalto;Aallontie 2;10900;Hanko;aalto@example.com

        """)
    #expect(outcome.counts.created == 2)
    let card = try #require(try office.card("1001"))
    #expect(card[.customerName] == "Rannikon Sähkö Oy")
    #expect(card[FieldPath("invoiceAddress.city")!] == "Vaasa")
    #expect(card[FieldPath("email")!] == "toimisto@example.com")
    // Nobody has looked at how the headings were read: it is told.
    let told = try #require(outcome.report.notes.last)
    #expect(told.english.contains("“Nimi” is Name, ") && told.swedish.contains("”Nimi” är Namn, "), "\(told)")
  }

  @Test func kundThatHoldsNamesIsTheName() throws {
    try office.importing(
      text: "Kundenr;Kunde;Poststed\n1001;Norra Kyl AB;Storstad\n1002;Södra Värme AB;Lillköping\n")
    #expect(try office.card("1002")?[.customerName] == "Södra Värme AB")
  }

  @Test func eachRowHasTheCompanysNameOrThePersons() throws {
    try office.importing(
      text: """
        Kundenr;Firma;Fornavn;Etternavn;Telefon
        1;Ek Bygg AB;Anna;Ek;08-465 004 01
        2;;Bo;Alm;08-465 004 02

        """)
    #expect(try office.card("1")?[.customerName] == "Ek Bygg AB")
    #expect(try office.card("1")?[.contactName] == "Anna Ek")
    #expect(try office.card("2")?[.customerName] == "Bo Alm")
  }

  @Test func aListWithoutNumbersSaysWhatCanBeDone() throws {
    try office.folder.write(
      "Namn;Adress;Ort\nEk Bygg AB;Storgatan 1;Lund\nAlm VVS AB;Ågatan 2;Lund\n", to: "k.csv")
    let error = try office.failure("k.csv")
    #expect(error.code == "mapping.noNumbers")
    #expect(error.status == .configuration)
    #expect(error.remedies.contains(.generateNumbers))
    try office.set([.generateNumber: 1])
    #expect(try office.importing("k.csv").counts.created == 2)
  }

  @Test func aListWithoutNamesIsToldOnce() throws {
    try office.folder.write("Kundenr;Telefon\n1;08-465 004 01\n2;08-465 004 02\n", to: "k.csv")
    #expect(try office.failure("k.csv").code == "mapping.noNames")
  }

  @Test func columnsThatProveWhatTheyAreAreNotPassedOver() throws {
    let outcome = try office.importing(
      text: """
        Kundnr;Namn;E-post;E-post offert
        1;Ek Bygg AB;a@example.se;b@example.se
        2;Alm VVS AB;c@example.se;d@example.se

        """)
    #expect(outcome.report.provenColumns == ["E-post offert"])
    #expect(outcome.needsAttention)
  }

  @Test func aSecondAddressServesWhereTheFirstIsBlank() throws {
    try office.importing(
      text: """
        Kundenr;Navn;E-post;E-post faktura
        1;Ek Bygg AB;;faktura@example.se
        2;Alm VVS AB;c@example.se;d@example.se

        """)
    #expect(try office.card("1")?[FieldPath("email")!] == "faktura@example.se")
    #expect(try office.card("2")?[FieldPath("email")!] == "c@example.se")
  }

  @Test func aListThatAMappingFitsIsImportedAsItEverWas() throws {
    let outcome = try office.importing(
      text: """
        Kundnr;Namn;Telefon;Telefon vaktmästare;Spärrad för leverans;Arbetsgivare
        1;Anna Berg;08-465 004 01;08-465 004 02;Ja;Ek Bygg AB

        """)
    #expect(outcome.report.unmappedColumns == ["Telefon vaktmästare", "Spärrad för leverans", "Arbetsgivare"])
    let card = try #require(try office.card("1"))
    #expect(card[.customerName] == "Anna Berg")
    #expect(card[.active] == "1")
    #expect(card[.contactName] == nil)
  }

  private static let withoutHeadings = """
    1001;Sotarn i Backa AB;Backavägen 11;422 44;HISINGS BACKA;031-390 06 06;stefan@example.se
    1002;Hisingens Plåt AB;Box 4032;404 21;GÖTEBORG;031-390 06 07;info@example.se

    """

  /// Writes the mapping that is proposed for `k.csv`.
  private func propose() throws -> String {
    let made = try MappingProposal.make(
      input: office.folder.file("k.csv"), sheet: nil, reading: .init(), library: office.library)
    try office.folder.write(made.suggestion.json, to: "egen.json")
    return made.suggestion.json
  }

  @Test func aListWithoutHeadingsIsReadByAMappingThatSaysSo() throws {
    try office.folder.write(Self.withoutHeadings, to: "k.csv")
    #expect(try office.failure("k.csv").code == "mapping.noHeadings")
    #expect(try propose().contains("2 rows"))
    let outcome = try office.importing("k.csv") { $0.mapping = office.folder.file("egen.json") }
    #expect(outcome.counts.created == 2)
    #expect(try office.card("1001")?[FieldPath("invoiceAddress.city")!] == "HISINGS BACKA")
  }

  @Test(arguments: [Language.swedish, .english])
  func rejectedRowsOfAListWithoutHeadingsComeBack(_ language: Language) throws {
    try office.folder.write(Self.withoutHeadings, to: "k.csv")
    _ = try propose()
    try office.folder.write(Self.withoutHeadings.replacing("Hisingens Plåt AB", with: ""), to: "k.csv")
    let first = try office.importing("k.csv") {
      $0.mapping = office.folder.file("egen.json")
      $0.language = language
    }
    #expect(first.counts.rejected == 1)
    let mended = try office.read("k.csv.rejects.csv").replacing("1002;;", with: "1002;Hisingens Plåt AB;")
    try office.folder.write(mended, to: "mended.csv")
    let second = try office.importing("mended.csv") { $0.mapping = office.folder.file("egen.json") }
    #expect((second.counts.rows, second.counts.created) == (1, 1))
    #expect(second.report.passedOver.count == 0)
    #expect(try office.card("1002")?[FieldPath("invoiceAddress.postalCode")!] == "404 21")
  }

  @Test func withoutAFileOfWordsAProposalSaysSo() throws {
    try office.folder.write("Kundnr;Namn;Qqq\n1;Ek Bygg AB;a@example.se\n2;Alm AB;b@example.se\n", to: "k.csv")
    func notes(_ library: MappingLibrary) throws -> Int {
      try MappingProposal.make(input: office.folder.file("k.csv"), sheet: nil, reading: .init(), library: library).notes
        .count { $0.english.contains("*.words.json") }
    }
    #expect(try notes(MappingLibrary(office.library.all)) == 1)
    #expect(try notes(office.library) == 0)
  }

  @Test func wordsOfTheUsersOwnCountFirst() throws {
    var office = office
    try office.folder.write(
      #"{"words": {"customer": {"sv": ["brukare"]}}}"#, to: "egna.words.json")
    let shipped = try Office.shippedMappings()
    office.library = MappingLibrary(
      shipped.all, wordFiles: [office.folder.file("egna.words.json")] + shipped.wordFiles)
    let outcome = try office.importing(text: "Brukarenr;Brukare;Ort\n7;Ek Bygg AB;Lund\n8;Alm AB;Lund\n")
    #expect(outcome.counts.created == 2)
  }

  @Test func aKeptMappingIsFoundByTheSameHeaderAndLeavesWhatItLeaves() throws {
    var office = office
    try office.folder.write("Kundnr;Namn;Ort;Mobil\n1;Ek Bygg AB;Lund;070-174 06 05\n2;Alm AB;Lund;\n", to: "k.csv")
    let made = try MappingProposal.make(
      input: office.folder.file("k.csv"), sheet: nil, reading: .init(), library: office.library, name: "egen")
    let path = try KeptMapping.write(made.suggestion.json, name: "egen", folders: [office.folder.path])
    let kept = try MappingFile.load(path: path)
    #expect(kept.isComplete)
    office.library = MappingLibrary([kept] + office.library.all, wordFiles: office.library.wordFiles)
    #expect(try office.importing("k.csv").report.mapping == "egen")
    #expect(throws: KundregError.self) {
      try KeptMapping.write(made.suggestion.json, name: "egen", folders: [office.folder.path])
    }
  }
}
