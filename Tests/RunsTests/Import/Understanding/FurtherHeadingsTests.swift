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

/// What decides of columns beside a fitting mapping: the headings, night after night, whatever stands in the cells.
@Suite struct FurtherHeadingsTests {
  private let office: Office

  init() throws {
    var office = try Office()
    office.library = try Office.shippedMappings()
    self.office = office
  }

  @Test func cellsCanForbidAColumnAndGiveNoOtherItsField() throws {
    let header = "Kundnr;Namn;Telefon kontor;Telefon växeln\n"
    let usual = try office.importing(text: header + "1;Ek Bygg AB;08-465 004 01;08-465 004 02\n")
    #expect(usual.counts.created == 1)
    let night = try office.importing(
      text: header + "2;Alm AB;ring aldrig;08-465 004 04\n3;Bok AB;fråga Eva;08-465 004 05\n")
    #expect(night.counts.created == 2)
    // What the first file filled from one column, the second does not fill from another.
    let (first, second) = (try office.card("1"), try office.card("2"))
    #expect(first?[FieldPath("phone")!] == "08-465 004 01")
    #expect(second?[FieldPath("phone")!] == nil)
    #expect(night.report.unmappedColumns.contains("Telefon kontor"))
  }

  @Test func aBlankColumnIsReadAsAFilledOne() throws {
    let header = "Kundnr;Namn;Webbsajt;Telefon kontor\n"
    let night = try office.importing(text: header + "1;Ek Bygg AB;;\n")
    #expect(night.report.unmappedColumns.isEmpty)
  }

  @Test func aHeadingThatTheMappingKnowsForAFilledFieldIsLeft() throws {
    let outcome = try office.importing(
      text: "Kundnr;Namn;Telefon;Tel\n1;Ek Bygg AB;08-465 004 01;08-465 004 02\n")
    #expect(outcome.report.unmappedColumns == ["Tel"])
    #expect(try office.card("1")?[FieldPath("mobile")!] == nil)
  }

  @Test func aPersonIsTheContactOfACompanyAndTheCustomerWhereNoneStands() throws {
    let header = "Kundnr;Företag;Förnamn;Efternamn\n"
    let outcome = try office.importing(text: header + "1;Ek Bygg AB;Eva;Ek\n2;;Bo;Alm\n")
    #expect(outcome.counts.rejected == 0)
    #expect(outcome.report.unmappedColumns.isEmpty)
    #expect(try office.card("1")?[.customerName] == "Ek Bygg AB")
    #expect(try office.card("1")?[.contactName] == "Eva Ek")
    #expect(try office.card("2")?[.customerName] == "Bo Alm")
    // Customers that are there get what the mapping says, and nothing else.
    try office.importing(text: header + "1;;Siv;Lind\n")
    #expect(try office.card("1")?[.customerName] == "Ek Bygg AB")
    #expect(try office.card("1")?[.contactName] == "Eva Ek")
  }

  @Test func aHeadingThatStandsTwiceIsLeft() throws {
    let outcome = try office.importing(
      text: "Kundnr;Namn;Webbsajt;Webbsajt\n1;Ek Bygg AB;www.example.se;www.example.org\n")
    #expect(outcome.report.unmappedColumns == ["Webbsajt", "Webbsajt"])
    #expect(try office.card("1")?[FieldPath("website")!] == nil)
  }

  @Test func belowAWordOfAnotherNothingIsTheCustomers() throws {
    let outcome = try office.importing(
      text: """
        Kund;;Fastighetsägare;;Kontaktperson;
        Kundnr;Namn;Telefon kontor;Webbsajt;Namn;E-post
        1;Ek Bygg AB;08-465 004 01;www.example.se;Eva Ek;eva@example.se

        """)
    #expect(outcome.counts.created == 1)
    let card = try #require(try office.card("1"))
    #expect(card[FieldPath("phone")!] == nil)
    #expect(card[FieldPath("website")!] == nil)
    #expect(card[.contactName] == "Eva Ek")
  }

  @Test func sheetsWithOtherHeadingsGetNothingBesideTheMapping() throws {
    try office.folder.write(
      #"{"Norr": [{"Kundnr": "1", "Namn": "Ek Bygg AB", "Webbsajt": "www.example.se"}], "Söder": [{"Kundnr": "2", "Namn": "Alm AB", "Ort": "Lund"}]}"#,
      to: "k.json")
    let outcome = try office.importing("k.json")
    #expect(outcome.counts.created == 2)
    #expect(outcome.report.unmappedColumns == ["Webbsajt"])
  }

  // MARK: Words are read where they are needed

  @Test func aListThatTheMappingTakesWholeAsksNoWords() throws {
    var office = office
    try office.folder.write("{", to: "fel.words.json")
    office.library = MappingLibrary(office.library.all, wordFiles: [office.folder.file("fel.words.json")])
    #expect(try office.importing(text: "Kundnr;Namn;Ort\n1;Ek Bygg AB;Lund\n").counts.created == 1)
    #expect(try office.importing(text: FurtherColumnsTests.list) { $0.mapping = "register-sv" }.counts.created == 1)
    try office.folder.write(FurtherColumnsTests.list, to: "k.csv")
    #expect(try office.failure("k.csv").code == "words.unreadable")
  }
}
