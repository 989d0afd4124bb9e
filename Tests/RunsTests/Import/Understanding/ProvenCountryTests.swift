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

  @Test func besideAMappingThatFitsOnlyRowsWithSuchANumberGetIt() throws {
    let outcome = try office.importing(
      text:
        "Kundnr;Saldo;Kund;Orgnr\n1;1;Fjell AS;310025739\n2;2;Sund AS;310025860\n3;3;Vik AS;310025992\n4;4;Ek AB;\n"
    )
    #expect(outcome.counts.created == 4)
    #expect(outcome.counts.rejected == 0)
    #expect(try ["1", "2", "3", "4"].map(country) == ["NO", "NO", "NO", nil])
    #expect(outcome.report.notes.contains { $0.swedish.contains("Norge") && $0.swedish.contains("”Orgnr”") })
  }

  @Test(
    "a mapping that is named, and one that knows no more of the list, lose no customer of another country",
    arguments: [
      ("Nr;Namn;Orgnr\n1;A;310026018\n2;B;310026026\n3;C;310026034\n4;D;310026035\n5;E;310026042\n", "NO"),
      ("Nr;Namn;Orgnr\n1;A;99999004\n2;B;99999012\n3;C;99999020\n", "DK"),
      ("Nr;Namn;Orgnr\n1;A;9999900-1\n2;B;9999902-8\n3;C;9999903-6\n", "FI"),
    ])
  func named(text: String, country expected: String) throws {
    let office = try Office()
    let outcome = try office.importing(text: text)
    #expect(outcome.counts.rejected == 0)
    #expect(try office.state().cards.values.allSatisfy { $0[FieldPath("invoiceAddress.country")!] == expected })
    #expect(
      try office.card("1")?[.identityNumber]
        == text.split(separator: "\n")[1].split(separator: ";").last.map(String.init))
    // The same list says the same once more.
    #expect(try office.importing(text: text).counts.unchanged == outcome.counts.rows)
  }

  @Test("a wrong digit here and there, and a Swedish customer, do not cost the others their country")
  func nearlyAll() throws {
    let outcome = try office.importing(
      text: Self.norwegian + """
        4;By AS;310026018;0156;Oslo
        5;Dal AS;310026027;0157;Oslo
        6;Ek AB;5599990008;11122;Storstad
        7;Elv AS;310026034;0158;Oslo
        8;Uten AS;;;Oslo
        9;Aas AS;310026050;0159;Oslo
        10;Lund AS;310026042;0159;Oslo
        11;Eng AS;310026069;0159;Oslo

        """)
    #expect(outcome.counts.rejected == 0)
    #expect(try (1...9).map { try country("\($0)") } == ["NO", "NO", "NO", "NO", "NO", nil, "NO", nil, "NO"])
    // What is wrong by the country's own rules is told.
    #expect(outcome.report.problems.entries.map(\.code) == ["identity.foreignChecksum"])
    #expect(outcome.report.problems.entries[0].examples.map(\.position) == [6])
  }

  @Test(
    "a heading that is one country's lets a single number tell",
    arguments: [
      ("Kundenummer;Navn;Organisasjonsnummer\n1;Fjell AS;310025739\n", "NO"),
      ("Kundenr;Navn;CVR-nr.\n1;Sund ApS;99999004\n", "DK"),
      ("Asiakasnumero;Nimi;Y-tunnus\n1;Järvi Oy;9999900-1\n", "FI"),
    ])
  func headings(text: String, country expected: String) throws {
    try office.importing(text: text)
    #expect(try country("1") == expected)
  }

  @Test(
    "a Swedish number that lacks a digit is rejected among Swedish ones, although it reads as a Norwegian one",
    arguments: ["Nr;Namn;Orgnr\n", "Kundenr;Navn;Org.nr\n", "Kundenr;Navn;Organisasjonsnummer\n"])
  func swedishTypingMistake(header: String) throws {
    var office = office
    if header.hasPrefix("Nr;Namn;Orgnr") { office = try Office() }
    let rows = (1...9).map { "\($0);Kund \($0) AB;\(TestIdentity.organisation($0 + 100))\n" }.joined()
    let outcome = try office.importing(text: header + rows + "10;Ek AB;559900001\n11;Al AB;599000089\n")
    #expect(outcome.counts.created == 9)
    #expect(outcome.report.problems.entries.map { "\($0.code) \($0.count)" } == ["identity.shape 2"])
    #expect(try office.state().cards.values.allSatisfy { $0[FieldPath("invoiceAddress.country")!] == nil })
  }

  @Test("rejected rows come back as they were read, however few they are, and those that lack a digit stay rejected")
  func rejectsComeBack() throws {
    let office = try Office()
    let long = String(repeating: "x", count: 201)
    try office.importing(
      text: "Nr;Namn;Orgnr\n1;A;310026018\n2;B;310026026\n3;C;310026034\n4;\(long);310026042\n")
    let rejects = try office.read("kunder.csv.rejects.csv")
    try office.folder.write(rejects.replacing(long, with: "D"), to: "mended.csv")
    #expect(try office.importing("mended.csv").counts.created == 1)
    #expect(try office.card("4")?[FieldPath("invoiceAddress.country")!] == "NO")
    // A Swedish number that lacks a digit was rejected for it.
    let swedish = try Office()
    try swedish.importing(text: "Nr;Namn;Orgnr\n1;A;\(TestIdentity.organisation(1))\n2;B;559900001\n")
    let again = try swedish.importing("kunder.csv.rejects.csv")
    #expect(again.report.problems.entries.map(\.code) == ["identity.shape"])
  }

  @Test("a mapping that fills a country has its say")
  func countryOfMapping() throws {
    let office = try Office(
      mapping: """
        {"name": "kunder", "columns": [
          {"field": "number", "headers": ["Nr"]}, {"field": "name", "headers": ["Namn"]},
          {"field": "identityNumber", "headers": ["Orgnr"]}, {"field": "invoiceAddress.country", "constant": "SE"}]}
        """)
    let outcome = try office.importing(
      text: "Nr;Namn;Orgnr\n1;A;310026018\n2;B;310026026\n3;C;310026034\n")
    #expect(outcome.report.problems.entries.map { "\($0.code) \($0.count)" } == ["identity.shape 3"])
  }
}
