import CustomerModel
import Mapping
import Testing
import Texts
import Understanding

@Suite struct UnderstandingTests {
  private let numbers = ["1001", "1002", "1003"]
  private let companies = ["Ek Bygg AB", "Alm VVS AB", "Brf Linden"]
  private let streets = ["Storgatan 1", "Ågatan 2", "Box 12"]
  private let codes = ["123 45", "222 33", "754 20"]
  private let towns = ["Lund", "Uppsala", "Östersund"]
  private let persons = ["Anna Ek", "Bo Alm", "Cia Lind"]
  private let mails = ["a@example.se", "b@example.se", "c@example.se"]
  private let phones = ["08-465 004 01", "08-465 004 02", "08-465 004 03"]

  @Test func compoundsAreReadByTheirWords() throws {
    let fields = try Probe.fields([
      ("kundnr", numbers), ("kundnamn", companies), ("kundadress", streets), ("kundpostnr", codes),
      ("kundpostort", towns),
      ("kundtelefon", phones),
    ])
    #expect(
      fields == ["number", "name", "invoiceAddress.line1", "invoiceAddress.postalCode", "invoiceAddress.city", "phone"])
  }

  @Test func wordsOfTheProgramAtTheStartAreDropped() throws {
    let fields = try Probe.fields([
      ("ADK_CUSTOMER_NUMBER", numbers), ("ADK_CUSTOMER_NAME", companies), ("ADK_CUSTOMER_CITY", towns),
      ("ADK_CUSTOMER_FAX", phones),
    ])
    #expect(fields == ["number", "name", "invoiceAddress.city", ""])
  }

  @Test(arguments: [
    ("Medlemsnr.", "Navn", "By"), ("Kundenr", "Navn", "Poststed"), ("Asiakasnumero", "Nimi", "Postitoimipaikka"),
    ("Account Number", "Account Name", "City"), ("Kontonummer", "Navn", "By"),
  ])
  func headingsOfOtherLanguagesAreKnown(_ number: String, _ name: String, _ city: String) throws {
    let fields = try Probe.fields([(number, numbers), (name, companies), (city, towns)])
    #expect(fields == ["number", "name", "invoiceAddress.city"])
  }

  @Test func cellsTellWhetherKundIsANameOrANumber() throws {
    #expect(try Probe.fields([("Kund", companies), ("Ort", towns)])[0] == "name")
    #expect(try Probe.fields([("Kund", numbers), ("Namn", companies)]) == ["number", "name"])
  }

  @Test func postalAddressThatHoldsTownsIsSplitOrTheTown() throws {
    let places = ["123 45 Lund", "222 33 Malmö", "754 20 Uppsala"]
    let fields = try Probe.fields([("Namn", companies), ("Adress", streets), ("Postadress", places)])
    #expect(fields[2] == "invoiceAddress.postalCode+invoiceAddress.city")
  }

  @Test func statusWithNotesIsNotActive() throws {
    #expect(try Probe.fields([("Namn", companies), ("Status", ["Klar", "Ring igen", "Offert"])])[1].isEmpty)
    #expect(try Probe.fields([("Namn", companies), ("Status", ["Aktiv", "Spärrad", "Aktiv"])])[1] == "active")
  }

  @Test func columnOfNamesIsNeverANumber() throws {
    #expect(try Probe.fields([("Kundnr", persons), ("Ort", towns)])[0] != "number")
  }

  @Test func companysNameComesBeforeThePersonsInEachRow() throws {
    let library = try MappingLibrary(folders: [Probe.mappings])
    let found = Understanding(
      header: ["Nr", "Företag", "Förnamn", "Efternamn"],
      sample: [["1", "Ek Bygg AB", "Anna", "Ek"], ["2", "", "Bo", "Alm"]],
      words: try WordBook(files: library.wordFiles))
    #expect(found.columns[1].fields.map(\.description) == ["name"])
    #expect(found.columns[2].fields.map(\.description) == ["name", "contactPersons[0].name"])
    let name = try #require(found.mapping?.columns.first { $0.fields[0].description == "name" })
    #expect(name.source == .firstOfOrJoin([["Företag"]], join: [["Förnamn"], ["Efternamn"]], separator: " "))
  }

  @Test func partsOfAnAddressGoWithTheStreetLeftOfThem() throws {
    let fields = try Probe.fields([
      ("Namn", companies), ("Fakt.adress", streets), ("Fakt.postnr", codes), ("Fakt.ort", towns),
      ("Anläggningsadress", streets), ("Ort", towns),
    ])
    #expect(fields[4...] == ["visitingAddress.line1", "visitingAddress.city"])
  }

  @Test func wordsAboveHeadingsSayWhoseTheyAre() throws {
    let fields = try Probe.fields(
      [("Nr", numbers), ("Namn", companies), ("Namn", persons), ("Telefon", phones)],
      band: ["Kund", "", "Kontaktperson", ""])
    #expect(fields == ["number", "name", "contactPersons[0].name", "contactPersons[0].phone"])
  }

  @Test func whatIsAboutTheSellerIsLeft() throws {
    let fields = try Probe.fields([
      ("Namn", companies), ("Account Owner", persons), ("Vår referens", persons), ("Säljare", persons),
      ("Fax", phones),
    ])
    #expect(fields == ["name", "", "", "", ""])
  }

  @Test func columnsThatProveWhatTheyAreNeedNoHeading() throws {
    #expect(try Probe.fields([("Namn", companies), ("Xyzzy", mails)])[1] == "email")
  }

  @Test func mistypedHeadingsAreMendedWhereTheCellsAgree() throws {
    let fields = try Probe.fields([
      ("Företagsnamm", companies), ("E-psot", mails), ("Portkod", ["1958", "1959", "2001"]),
    ])
    #expect(fields == ["name", "email", ""])
  }
}
