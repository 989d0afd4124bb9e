import CustomerModel
import Mapping
import Testing
import Understanding

/// What is left, or goes elsewhere, because the cells or the other columns are against it.
@Suite struct CautionTests {
  private let companies = ["Ek Bygg AB", "Alm VVS AB", "Brf Linden"]
  private let persons = ["Anna Ek", "Bo Alm", "Cia Lind"]
  private let streets = ["Storgatan 1", "Ågatan 2", "Box 12"]
  private let codes = ["123 45", "222 33", "754 20"]
  private let towns = ["Lund", "Uppsala", "Östersund"]
  private let phones = ["08-465 004 01", "08-465 004 02", "08-465 004 03"]

  /// The fields of columns where the shipped mappings are asked, too.
  private func known(_ columns: [(String, [String])]) throws -> [String] {
    let library = try MappingLibrary(folders: [Probe.mappings])
    let rows = (0..<3).map { row in columns.map { Optional($0.1[row]) } }
    let found = Probe.understand(columns.map(\.0), rows, try WordBook(files: library.wordFiles), library)
    return found.columns.map { $0.fields.map(\.description).joined(separator: "+") }
  }

  @Test(arguments: [
    ("Mobilnummer", ["Ja", "Ja", "Nej"]), ("Telefon", ["2021-03-04", "2022-10-18", "2019-06-01"]),
    ("E-post", ["Nej", "Nej", "Ja"]), ("Ort", ["12,50", "13,00", "9,75"]),
  ])
  func cellsOfAnotherKindSpeakAgainstAMapping(_ heading: String, _ cells: [String]) throws {
    let fields = try known([
      ("Kundnr", ["101", "102", "103"]), ("Namn", companies), ("Gatuadress", streets), ("Postnr", codes),
      (heading, cells),
    ])
    #expect(fields[0...1] == ["number", "name"])
    #expect(fields[4].isEmpty)
  }

  @Test func townsUnderAPostalAddressAreTownsBesideAStreet() throws {
    let fields = try known([
      ("Kundnr", ["101", "102", "103"]), ("Namn", companies), ("Utdelningsadress", streets), ("Postnr", codes),
      ("Postadress", towns),
    ])
    #expect(fields[2] == "invoiceAddress.line1")
    #expect(fields[4] == "invoiceAddress.city")
  }

  @Test func postalCodeOfADeliveryIsNoneOfAVisit() throws {
    let fields = try known([
      ("Kundnr", ["101", "102", "103"]), ("Namn", companies), ("Adress", streets), ("Besöksadress", streets),
      ("Lev.postnr", ["", "572 31", ""]),
    ])
    #expect(fields[3...] == ["visitingAddress.line1", ""])
  }

  @Test func dayIsNoTelephone() throws {
    #expect(
      try Probe.fields([("Namn", companies), ("Telefon", ["2021-03-04", "2022-10-18", "2019-06-01"])])[1].isEmpty)
    #expect(try Probe.fields([("Namn", companies), ("Registrering", phones)])[1].isEmpty)
  }

  @Test func codesAreNoTelephones() throws {
    #expect(try Probe.fields([("Namn", companies), ("Telefon", ["CUS-00001", "CUS-00002", "CUS-00003"])])[1].isEmpty)
  }

  @Test func numbersOfRecordsAreNoGroups() throws {
    #expect(try Probe.fields([("Name", companies), ("Group", ["100", "100", "104"])])[1].isEmpty)
    #expect(try Probe.fields([("Name", companies), ("Group", ["Gold", "Gold", "Silver"])])[1] == "subgroups")
  }

  @Test func nameOfAPlaceIsNoStreet() throws {
    let fields = try Probe.fields([
      ("Customer", companies), ("Invoice address", streets), ("Site", ["Datahall 2", "Kontor 3", "Plan 4"]),
      ("Site street", ["Servervägen 9", "Kajen 4", "Storgatan 7"]),
    ])
    #expect(fields[2...] == ["", "visitingAddress.line1"])
    let machines = try Probe.fields([
      ("Kunde", companies), ("Adresse", streets), ("Anlæg", ["Luft/vand 9 kW", "Jordvarme 24 kW", "Luft/luft"]),
    ])
    #expect(machines[2].isEmpty)
  }

  @Test func contactOfAnAddressIsAPerson() throws {
    let fields = try Probe.fields([
      ("Name", companies), ("Bill Address Contact", persons), ("Bill Address Line1", streets),
      ("Bill Address Line2", ["Bldg C", "", ""]),
    ])
    #expect(fields[1...] == ["contactPersons[0].name", "invoiceAddress.line1", "invoiceAddress.line2"])
  }

  @Test func secondStreetOfAnAddressIsNoSecondLine() throws {
    let fields = try Probe.fields([
      ("Namn", persons), ("Gata", streets), ("Adress", ["Byvägen 1", "Byvägen 2", "Byvägen 3"]),
    ])
    #expect(fields[1...] == ["invoiceAddress.line1", ""])
  }

  @Test func organisationOfSeveralPersonsIsNoName() throws {
    let fields = try Probe.fields([
      ("Förnamn", ["Siv", "Inga", "Karl"]), ("Efternamn", ["Tapper", "Molin", "Alm"]),
      ("Organisation", ["Hemtjänst Väst", "Hemtjänst Väst", "Hemtjänst Norr"]),
    ])
    #expect(fields == ["name", "name", ""])
  }

  @Test func nameThatFewRowsHaveIsNotTheCustomers() throws {
    let fields = try Probe.fields([
      ("Eier 1", persons), ("Adresse", streets), ("Leietaker", ["", "Kaja Strand", ""]),
    ])
    #expect(fields[0] == "name")
    #expect(fields[2] != "name")
  }

  @Test func nameToShowIsTheCustomersBesideCompaniesThatSomeHave() throws {
    let fields = try Probe.fields([
      ("Display Name", ["Riley Fenwick", "Harbor Dental Group", "Tess Marsh"]),
      ("Company", ["", "Harbor Dental Group", ""]),
      ("First name", ["Riley", "Gordon", "Tess"]), ("Last name", ["Fenwick", "Abbott", "Marsh"]),
    ])
    #expect(fields[0] == "name")
    #expect(fields[1].isEmpty)
  }

  @Test func telephoneOfAnotherPersonIsNotTheFirsts() throws {
    let fields = try Probe.fields([
      ("Brukare", persons), ("Anhörig", ["Per Ek", "Lisa Alm", "Ulf Lind"]), ("Anhörig tel", phones),
      ("God man", ["", "Kurt Asp", ""]), ("God man tel", ["", "070-174 06 16", ""]),
    ])
    #expect(fields[1...2] == ["contactPersons[0].name", "contactPersons[0].phone"])
    #expect(!fields[4].hasPrefix("contactPersons[0]"))
  }

  @Test func blankKindIsNone() throws {
    #expect(try Probe.fields([("Namn", persons), ("Typ", ["", "", ""])])[1].isEmpty)
    #expect(try Probe.fields([("Namn", persons), ("Kundtyp", ["", "", ""])])[1] == "type")
  }

  @Test func classesAreNoKinds() throws {
    let names = ["Ek Bygg AB", "Anna Alm", "Brf Linden"]
    #expect(try Probe.fields([("Namn", names), ("Kundtyp", ["B", "C", "B"])])[1] == "type")
    #expect(try Probe.fields([("Namn", names), ("Kundtyp", ["B", "B", "C"])])[1] != "type")
    #expect(
      try Probe.fields([("Namn", ["Anna Ek", "Bo Alm", "Cia Lind"]), ("Kundtyp", ["B", "C", "B"])])[1] != "type")
    #expect(try Probe.fields([("Namn", names), ("Kundtyp", ["F", "P", "F"])])[1] == "type")
  }

  @Test func codesThatOnlySomeHaveAreNoNumbers() throws {
    let names = ["Ek Bygg AB", "Anna Alm", "Brf Linden"]
    #expect(try Probe.fields([("Namn", names), ("Kod", ["1234", "", "4321"])])[1].isEmpty)
    #expect(try Probe.fields([("Namn", names), ("Kundkod", ["1234", "", "4321"])])[1] == "number")
    #expect(try Probe.fields([("Namn", names), ("Nr", ["1", "2", "3"])])[1] == "number")
  }

  @Test func statusOfBothKindsComesBeforeAStop() throws {
    let names = ["Ek Bygg AB", "Anna Alm", "Brf Linden"]
    let stop = ("On hold", ["No", "No", "Yes"])
    #expect(
      try Probe.fields([("Name", names), ("Status", ["Active", "Inactive", "Active"]), stop])[1...] == ["active", ""])
    #expect(try Probe.fields([("Name", names), ("Status", ["Active", "Active", "Active"]), stop])[2] == "active")
  }
}
