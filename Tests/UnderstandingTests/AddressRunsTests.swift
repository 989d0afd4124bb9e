import Testing

/// Which address the columns of an address belong to, by where they stand.
@Suite struct AddressRunsTests {
  private let companies = ["Ek Bygg AB", "Alm VVS AB", "Brf Linden"]
  private let boxes = ["Box 44", "Box 45", "Box 46"]
  private let streets = ["Hamngatan 3", "Skaragatan 8", "Kyrkogatan 1"]
  private let codes = ["531 30", "531 32", "533 30"]
  private let towns = ["Lidköping", "Lidköping", "Götene"]

  @Test func whatStandsBehindEachOfSeveralStreetsIsThatStreets() throws {
    let fields = try Probe.fields([
      ("Namn", companies), ("Postadress", boxes), ("Postnr", ["531 02", "531 88", "533 31"]), ("Postort", towns),
      ("Gatuadress", streets), ("Postnr (gata)", codes), ("Ort (gata)", towns),
    ])
    #expect(fields[1...3] == ["invoiceAddress.line1", "invoiceAddress.postalCode", "invoiceAddress.city"])
    #expect(fields[4...] == ["visitingAddress.line1", "visitingAddress.postalCode", "visitingAddress.city"])
  }

  @Test func onePostalCodeGoesWithTheMainAddress() throws {
    let fields = try Probe.fields([
      ("Namn", companies), ("Fakturaadress", boxes), ("Besöksadress", streets), ("Postnr", codes), ("Ort", towns),
    ])
    #expect(fields[3...] == ["invoiceAddress.postalCode", "invoiceAddress.city"])
  }

  @Test func placeUnderAWordThatNobodyKnowsIsWhereTheWorkIs() throws {
    let fields = try Probe.fields(
      [
        ("Namn", companies), ("Adress", boxes), ("Postnr", codes), ("Ort", towns), ("Gata", streets),
        ("Postnr", codes), ("Ort", towns), ("Tel", ["", "", ""]),
      ], band: ["Kund", "", "", "", "Zqxställe", "", "", "Leverans"])
    #expect(fields[1] == "invoiceAddress.line1")
    #expect(fields[4...6] == ["visitingAddress.line1", "visitingAddress.postalCode", "visitingAddress.city"])
  }

  @Test func unitFarFromEveryStreetIsNoLine() throws {
    let fields = try Probe.fields([
      ("Unit", ["1A", "1B", "2A"]), ("Owner", ["Anna Ek", "Bo Alm", "Cia Lind"]),
      ("Owner postal address", ["14 Sea Road", "5 High St", "2 King St"]), ("Town", ["Hove", "Lewes", "Bath"]),
    ])
    #expect(fields == ["", "name", "invoiceAddress.line1", "invoiceAddress.city"])
  }

  @Test func onlyStreetsAreOneUnderAnUnknownWord() throws {
    let fields = try Probe.fields([("Namn", companies), ("Zqx", streets), ("Ort", towns)])
    #expect(fields == ["name", "invoiceAddress.line1", "invoiceAddress.city"])
    #expect(try Probe.fields([("Namn", companies), ("Zqx", streets), ("Gata", streets), ("Ort", towns)])[1].isEmpty)
  }

  @Test func ofSuburbAndTownTheOneThatAllHaveIsTheTown() throws {
    let fields = try Probe.fields([
      ("Name", companies), ("Address", streets), ("Suburb", ["Ponsonby", "", ""]), ("City", towns),
    ])
    #expect(fields[3] == "invoiceAddress.city")
  }

  @Test func whoCleansIsNoTown() throws {
    #expect(
      try Probe.fields([("Namn", companies), ("Gata", streets), ("Städare", ["Fatima", "Ola", "Eva"])])[2]
        != "invoiceAddress.city")
  }

  @Test func townOfTheWorkGoesWithTheStreetWhereTheWorkIs() throws {
    let fields = try Probe.fields([
      ("Navn", companies), ("Arbejdsadresse", streets), ("Arb. postnr", codes), ("Arb. by", towns),
      ("Faktura adresse", boxes), ("Faktura postnr", codes), ("Faktura by", towns),
    ])
    #expect(fields[1...3] == ["visitingAddress.line1", "visitingAddress.postalCode", "visitingAddress.city"])
    #expect(fields[4...] == ["invoiceAddress.line1", "invoiceAddress.postalCode", "invoiceAddress.city"])
  }
}
