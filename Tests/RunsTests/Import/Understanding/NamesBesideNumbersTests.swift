import CustomerModel
import Foundation
import Mapping
import RegisterStore
import TestSupport
import Testing
import Texts

import Runs

/// Lists that a shipped mapping fits but for the name, which stands under a word for customers.
@Suite struct NamesBesideNumbersTests {
  private let office: Office

  init() throws {
    var office = try Office()
    office.library = try Office.shippedMappings()
    self.office = office
  }

  private static let list = "Kundnr;Saldo;Kund;Ort\n1001;12;Norra Kyl AB;Storstad\n1002;13;Södra Värme AB;Lillköping\n"

  @Test func kundThatHoldsNamesIsTheNameBesideANumber() throws {
    let outcome = try office.importing(text: Self.list)
    #expect(outcome.counts.created == 2)
    #expect(outcome.report.unmappedColumns == ["Saldo"])
    #expect(try office.card("1001")?[.customerName] == "Norra Kyl AB")
    #expect(try office.card("1002")?[FieldPath("invoiceAddress.city")!] == "Lillköping")
    #expect(outcome.report.notes.last?.english.contains("“Kund” is Name") == true, "\(outcome.report.notes)")
  }

  @Test func customersThatAreThereKeepTheirNames() throws {
    try office.importing(text: "Kundnr;Namn\n1001;Norra Kyl i Storstad AB\n")
    let outcome = try office.importing(text: Self.list)
    #expect((outcome.counts.created, outcome.counts.updated) == (1, 1))
    #expect(try office.card("1001")?[.customerName] == "Norra Kyl i Storstad AB")
    #expect(try office.card("1001")?[FieldPath("invoiceAddress.city")!] == "Storstad")
    #expect(try office.card("1002")?[.customerName] == "Södra Värme AB")
  }

  @Test func kundThatHoldsNamesIsNoNumber() throws {
    try office.folder.write(
      "Kund;Adress;Telefon\nNorra Kyl AB;Storgatan 1;08-465 004 01\nSödra Värme AB;Ågatan 2;08-465 004 02\n",
      to: "k.csv")
    #expect(try office.failure("k.csv").code == "mapping.noNumbers")
    try office.set([.generateNumber: 1])
    #expect(try office.importing("k.csv").counts.created == 2)
    #expect(try office.state().cards.values.contains { $0[.customerName] == "Södra Värme AB" })
  }

  @Test func kundThatHoldsCodesStaysTheNumber() throws {
    let outcome = try office.importing(text: "Kund;Namn;Ort\n1001;Norra Kyl AB;Storstad\n1002;Södra AB;Lund\n")
    #expect(outcome.counts.created == 2)
    #expect(outcome.report.mapping == "register-sv")
    #expect(try office.card("1002")?[.customerName] == "Södra AB")
  }

  @Test func aListWithoutNamesIsToldOnceWhereAMappingFitsIt() throws {
    try office.folder.write("Kundnr;Telefon\n1;08-465 004 01\n2;08-465 004 02\n", to: "k.csv")
    #expect(try office.failure("k.csv").code == "mapping.noNames")
  }

  @Test func aListThatOnlyChangesCustomersNeedsNoNames() throws {
    try office.importing(text: "Kundnr;Namn\n1;Ek Bygg AB\n")
    let outcome = try office.importing(text: "Kundnr;Telefon\n1;08-465 004 01\n")
    #expect(outcome.counts.updated == 1)
  }

  @Test func aMappingThatWasNamedMeansWhatItSays() throws {
    let outcome = try office.importing(text: Self.list) { $0.mapping = "register-sv" }
    #expect(outcome.counts.rejected == 2)
  }

  // MARK: Customers that are there

  @Test func aListWhoseNumbersWouldComeFromAnotherColumnIsReadAsTheMappingSays() throws {
    try office.importing(text: "ID;Name\n1;Ek Bygg AB\n2;Alm AB\n")
    let outcome = try office.importing(
      text:
        "ID;Member number;Member;City;Email\n1;M-771;Ek AB;Lund;a@example.se\n2;M-772;Alm VVS AB;Umeå;b@example.se\n")
    #expect((outcome.counts.created, outcome.counts.updated, outcome.counts.rejected) == (0, 2, 0))
    #expect(outcome.report.mapping == "register-en")
    #expect(try office.card("1")?[FieldPath("invoiceAddress.city")!] == "Lund")
    #expect(try office.card("1")?[.customerName] == "Ek Bygg AB")
    #expect(outcome.report.unmappedColumns.contains("Member"))
  }

  @Test func severalRowsOfACustomerAreReadAsTheMappingSays() throws {
    try office.importing(text: "Kundnr;Namn\n1001;Norra Kyl i Storstad AB\n")
    let outcome = try office.importing(
      text: "Kundnr;Kund;Kontaktperson\n1001;Norra Kyl AB;Eva Ek\n1001;Norra Kyl AB;Bo Berg\n"
    ) { $0.severalRows = .contactPersons }
    #expect(outcome.report.mapping == "register-sv")
    #expect(outcome.report.unmappedColumns == ["Kund"])
    #expect(try office.card("1001")?[.customerName] == "Norra Kyl i Storstad AB")
    #expect(try office.card("1001")?[.contactName] == "Eva Ek")
  }

  @Test func sheetsThatDifferAreReadAsTheMappingSays() throws {
    try office.importing(text: "Kundnr;Namn\n1;Ek Bygg AB\n2;Alm AB\n")
    try office.folder.write(
      #"{"Norr": [{"Kundnr": "1", "Kund": "Ek AB", "Ort": "Lund"}], "Söder": [{"Kundnr": "2", "Kund": "Alm VVS AB", "Telefon": "08-465 004 01"}]}"#,
      to: "k.json")
    let outcome = try office.importing("k.json")
    #expect((outcome.counts.created, outcome.counts.updated) == (0, 2))
    #expect(try office.card("1")?[.customerName] == "Ek Bygg AB")
    #expect(try office.card("2")?[FieldPath("phone")!] == "08-465 004 01")
  }

  @Test func aRowThatNewCustomersWouldHaveTheSameStillChangesWhatTheMappingSays() throws {
    let list = "Kundnr;Kund;E-post;E-post hem\n1001;Norra Kyl AB;;hem@example.se\n1002;Södra AB;a@example.se;\n"
    try office.importing(text: list)
    #expect(try office.card("1001")?[FieldPath("email")!] == "hem@example.se")
    // The mapping knows the first column alone, and a blank cell clears.
    let outcome = try office.importing(text: list) { $0.empty = .clear }
    #expect(outcome.counts.updated == 1)
    #expect(try office.card("1001")?[FieldPath("email")!] == nil)
    #expect(try office.importing(text: list) { $0.empty = .clear }.counts.unchanged == 2)
  }
}
