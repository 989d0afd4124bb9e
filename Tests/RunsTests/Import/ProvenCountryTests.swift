import CustomerModel
import Foundation
import Mapping
import RegisterStore
import Rows
import TestSupport
import Testing
import Texts

import Runs

/// The country that the numbers of a list prove which no mapping fits: for whom it holds, and that it is told.
@Suite struct ProvenCountryTests {
  private let office: Office

  init() throws {
    var office = try Office()
    office.library = try Office.shippedMappings()
    self.office = office
  }

  private static let header = "Kundenr;Navn;Org.nr;Postnr;Poststed\n"
  private static let norwegian =
    header + """
      1;Fjell AS;310025739;0153;Oslo
      2;Sund AS;310025860;0154;Oslo
      3;Vik AS;310025992;0155;Oslo

      """

  private func country(_ number: String) throws -> String? {
    try #require(try office.card(number))[FieldPath("invoiceAddress.country")!]
  }

  @Test func numbersOfOneCountryGiveItAndTheReportSaysSo() throws {
    let outcome = try office.importing(text: Self.norwegian)
    #expect(outcome.counts.created == 3)
    #expect(try ["1", "2", "3"].map(country) == ["NO", "NO", "NO"])
    let told = try #require(outcome.report.notes.first { $0.swedish.contains("Norge") })
    #expect(told.swedish.contains("”Org.nr”") && told.english.contains("“Org.nr”"), "\(told)")
    #expect(outcome.report.json.contains("Norway"))
  }

  @Test func aRowWhoseNumberIsOfAnotherCountryGetsNoneAndIsReadAsItsOwn() throws {
    // They stand behind the rows that are looked at before the import.
    let blank = (4...60).map { "\($0);Kunde \($0);;;Oslo\n" }.joined()
    let outcome = try office.importing(
      text: Self.norwegian + blank + "61;Ek Bygg AB;5599990008;11122;Storstad\n62;Sund ApS;99999004;;Odense\n")
    let swedish = try #require(try office.card("61"))
    #expect(swedish[FieldPath("invoiceAddress.country")!] == nil)
    #expect(swedish[.identityNumber] == "559999-0008")
    #expect(swedish[FieldPath("invoiceAddress.postalCode")!] == "111 22")
    #expect(try country("60") == "NO")
    // Eight digits are neither a Norwegian nor a Swedish number.
    #expect(try office.card("62") == nil)
    #expect(outcome.counts.rejected == 1)
  }

  @Test func aSwedishPersonGetsTheTypeOfItsNumberThereToo() throws {
    let blank = (4...60).map { "\($0);Kunde \($0);;;Oslo\n" }.joined()
    try office.importing(text: Self.norwegian + blank + "61;Anna Ek;\(TestIdentity.person(5));;Storstad\n") {
      $0.typeFrom = .identityNumber
    }
    #expect(try office.card("61")?[.type] == "private")
    #expect(try country("61") == nil)
  }

  @Test func twoNumbersAmongMoreRowsProveNothing() throws {
    try office.importing(
      text: Self.header
        + "1;Fjell AS;;0153;Oslo\n2;Sund AS;;0154;Oslo\n3;Vik AS;310025992;0155;Oslo\n4;By AS;310025860;;Oslo\n")
    let countries = try office.state().cards.values.compactMap { $0[FieldPath("invoiceAddress.country")!] }
    #expect(countries.isEmpty)
  }

  @Test func customersThatAreThereKeepTheirCountry() throws {
    try office.importing(text: "Kundnr;Namn;Land\n1;Fjell AS;Danmark\n2;Sund AS;\n3;Vik AS;\n")
    try office.importing(text: Self.norwegian.replacing("310025992", with: "") + "4;By AS;310025992;;Oslo\n")
    #expect(try country("1") == "DK")
    // Its own number says it.
    #expect(try country("2") == "NO")
    #expect(try country("3") == nil)
  }

  @Test func besideAMappingThatFitsNothingIsProven() throws {
    let outcome = try office.importing(
      text: "Kundnr;Saldo;Kund;Orgnr\n1;1;Fjell AS;310025739\n2;2;Sund AS;310025860\n3;3;Vik AS;310025992\n4;4;Ek AB;\n"
    )
    #expect(try country("4") == nil)
    #expect(!outcome.report.notes.contains { $0.swedish.contains("Norge") })
  }
}
