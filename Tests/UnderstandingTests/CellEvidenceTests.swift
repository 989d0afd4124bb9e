import CustomerModel
import Mapping
import Testing
import Understanding

/// What cells tell where headings say less, or something else.
@Suite struct CellEvidenceTests {
  private let companies = ["Ek Bygg AB", "Alm VVS AB", "Brf Linden"]
  private let streets = ["Storgatan 1", "Ågatan 2", "Box 12"]
  private let towns = ["Lund", "Uppsala", "Östersund"]
  private let persons = ["Anna Ek", "Bo Alm", "Cia Lind"]
  private let phones = ["08-465 004 01", "08-465 004 02", "08-465 004 03"]

  @Test func numberOfACustomerStaysOneWhateverItsDigitsAre() throws {
    let fields = try Probe.fields([
      ("Kundnr", ["5599991808", "5599992111", "5599992244"]), ("Namn", companies), ("Ort", towns),
    ])
    #expect(fields[0] == "number")
  }

  @Test func eightDigitsAreADayOnlyWhereItExists() {
    #expect(!CellKind.kinds(of: "20129912").contains(.date))
    #expect(!CellKind.kinds(of: "20121342").contains(.date))
    #expect(CellKind.kinds(of: "20121231").contains(.date))
  }

  @Test func surnameIsNoLegalForm() {
    #expect(CellKind.kinds(of: "Anna Ek").contains(.personName))
    #expect(CellKind.kinds(of: "Skogens Lantmän Ek. för.").contains(.companyName))
    #expect(CellKind.kinds(of: "Fjord Rør AS").contains(.companyName))
    #expect(CellKind.kinds(of: "Per Ola As Lund").contains(.personName))
  }

  @Test(arguments: [
    ("Erhverv/privat", ["Erhverv", "Privat", "Erhverv"]), ("Asiakastyyppi", ["Yritys", "Yksityinen", "Yritys"]),
    ("P/E", ["E", "P", "E"]), ("Företag? (Ja/Nej)", ["Ja", "Ja", "Nej"]), ("Private (Y/N)", ["N", "N", "Y"]),
    ("Zqx", ["Företag", "Privat", "Företag"]), ("CmpPrivate", ["C", "C", "I"]),
  ])
  func kindOfCustomerIsToldByCells(_ heading: String, _ cells: [String]) throws {
    #expect(try Probe.fields([("Namn", companies), (heading, cells)])[1] == "type")
  }

  @Test func lettersOfKindsGetTheirMeaning() throws {
    let found = try understand([("Namn", companies), ("P/E", ["E", "P", "E"])])
    let type = try #require(found.mapping?.columns.first { $0.fields == [FieldPath(.type)] })
    #expect(Set(type.values) == [WordPair("E", "company"), WordPair("P", "private")])
  }

  @Test(arguments: [
    ("Medlemsstatus", ["Aktiv", "Passiv", "Aktiv"]), ("Vilande", ["Ja", "Nej", "Nej"]),
    ("Spärrad för leverans", ["Ja", "Nej", "Nej"]), ("Status", ["Aktiv", "Vilande", "Aktiv"]),
  ])
  func nobodyIsInactiveWhoIsOnlyResting(_ heading: String, _ cells: [String]) throws {
    #expect(try Probe.fields([("Namn", companies), (heading, cells)])[1] != "active")
  }

  @Test func onlyWhoIsBlockedForAllIsInactive() throws {
    let found = try understand([("Name", companies), ("Blocked", ["", "All", "Ship"])])
    let active = try #require(found.mapping?.columns.first { $0.fields == [FieldPath(.active)] })
    #expect(active.transforms.isEmpty)
    #expect(active.values.contains(WordPair("All", "false")))
    #expect(active.values.contains(WordPair("Ship", "")))
  }

  @Test func checkDigitsOfAnotherCountryTellTheCountry() throws {
    let list = [("Navn", companies), ("Org.nr", ["310025739", "310025860", "310025992"]), ("Poststed", towns)]
    #expect(try country(list) == "NO")
    #expect(try country(list + [("Land", ["NO", "NO", "NO"])]) == nil)
    #expect(try country([("Navn", companies), ("Org.nr", ["310025738", "310025860", "310025992"])]) == nil)
    // With a wrong last digit they are no Swedish ones, and have the length of Finnish persons' numbers.
    #expect(try country([("Namn", companies), ("Org.nr", ["559999-1809", "559999-2112", "559999-2245"])]) == nil)
    #expect(try country([("Namn", companies), ("Org.nr", ["559999-1808", "559999-2111", "559999-2244"])]) == nil)
  }

  @Test func firstCodesOfAListWithoutHeadingsNumberTheCustomers() throws {
    let list = [("", ["465004", "465005", "465006"]), ("", companies), ("", streets), ("", phones)]
    let found = try understand(list, hasHeadings: false)
    #expect(
      found.columns.map { $0.fields.map(\.description) } == [["number"], ["name"], ["invoiceAddress.line1"], ["phone"]])
  }

  /// The country that a list's mapping has for all customers.
  private func country(_ columns: [(String, [String])]) throws -> String? {
    let path = try #require(FieldPath("invoiceAddress.country"))
    for entry in try understand(columns).mapping?.columns ?? [] where entry.fields == [path] {
      if case .constant(let value) = entry.source { return value }
    }
    return nil
  }

  private func understand(_ columns: [(String, [String])], hasHeadings: Bool = true) throws -> Understanding {
    let library = try MappingLibrary(folders: [Probe.mappings])
    let sample = (0..<3).map { row in columns.map { Optional($0.1[row]) } }
    return Understanding(
      header: hasHeadings ? columns.map(\.0) : columns.indices.map { "\($0 + 1)" }, sample: sample,
      words: try WordBook(files: library.wordFiles), hasHeadings: hasHeadings)
  }
}
