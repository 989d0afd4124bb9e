import Testing

/// What a list as a whole tells of columns that say little by themselves.
@Suite struct WholeListTests {
  private let companies = ["Ek Bygg AB", "Alm VVS AB", "Brf Linden"]
  private let persons = ["Anna Ek", "Bo Alm", "Cia Lind"]
  private let streets = ["Storgatan 1", "Ågatan 2", "Box 12"]
  private let codes = ["123 45", "222 33", "754 20"]
  private let towns = ["Lund", "Uppsala", "Östersund"]

  @Test func numberBesideStreetsWithoutOneIsTheHouses() throws {
    let after = try Probe.fields([
      ("Name", persons), ("Address", ["Råsundavägen", "Parkgatan", "Ågatan"]), ("No", ["25B", "9", "17"]),
      ("City", towns),
    ])
    #expect(after[1...2] == ["invoiceAddress.line1", "invoiceAddress.line1"])
    let before = try Probe.fields([
      ("Name", persons), ("House", ["12", "", "Rose Cottage"]),
      ("Street", ["Tannery Row", "Harbour Side", "Church Lane"]),
    ])
    #expect(before[1...] == ["invoiceAddress.line1", "invoiceAddress.line1"])
  }

  @Test func numberBesideStreetsThatHaveOneIsNot() throws {
    let fields = try Probe.fields([("Name", persons), ("Address", streets), ("No", ["1", "2", "3"])])
    #expect(fields[2] == "number")
  }

  @Test func addressOfAllComesBeforeThatOfSome() throws {
    let fields = try Probe.fields([
      ("Namn", persons), ("Hemadress", streets), ("Postadress", ["", "Box 3", ""]),
    ])
    #expect(fields[1] == "invoiceAddress.line1")
    #expect(fields[2] != "invoiceAddress.line1")
  }

  @Test func postalCodeAtHomeGoesWithTheOnlyStreet() throws {
    let fields = try Probe.fields([
      ("Name", persons), ("First line of address", streets), ("Home postcode", ["LS1 4AB", "HX1 2BB", "BR7 7LL"]),
    ])
    #expect(fields[1...] == ["invoiceAddress.line1", "invoiceAddress.postalCode"])
  }

  @Test func onlyColumnOfNamesIsTheCustomersUnderAnUnknownWord() throws {
    let fields = try Probe.fields([("Blomvakt", persons), ("Gata", streets), ("Ort", towns)])
    #expect(fields[0] == "name")
    #expect(try Probe.fields([("Blomvakt", persons), ("Zqx", companies), ("Ort", towns)])[0...1] == ["", ""])
  }

  @Test func kindsThatAreNoCompaniesAreGroups() throws {
    #expect(
      try Probe.fields([("Name", companies), ("Customer type", ["Contractor", "Retail", "HOA"])])[1] == "subgroups")
    #expect(try Probe.fields([("Name", companies), ("Customer type", ["Trade", "Trade", "Trade"])])[1].isEmpty)
  }

  @Test func whoGetsTheInvoicesIsAContactBesideTheName() throws {
    let fields = try Probe.fields([
      ("name", companies), ("billing_firstname", ["Irene", "Tomas", "Siv"]),
      ("billing_lastname", ["Ek", "Alm", "Lind"]),
    ])
    #expect(fields == ["name", "contactPersons[0].name", "contactPersons[0].name"])
  }

  @Test func numberOfACoApplicantIsOneWhateverItIsCalled() throws {
    let numbers = ["890909-9809", "680201-2382", "791127-2396"]
    let others = ["870808-2386", "", ""]
    for heading in ["Pnr medsökande", "Medsökandes personnummer"] {
      let fields = try Probe.fields([("Kund", persons), ("Personnr", numbers), (heading, others)])
      #expect(fields[1...] == ["identityNumber", "taxReduction.coApplicants"])
    }
  }

  @Test func nameOfAMotherIsAName() throws {
    let fields = try Probe.fields([("Name", persons), ("Mother's name", ["Eva Ek", "Lisa Alm", "Siv Lind"])])
    #expect(fields == ["name", "contactPersons[0].name"])
  }

  @Test func numberOfContactsIsTheCustomersWhereNoneElseIs() throws {
    #expect(try Probe.fields([("Navn", persons), ("Kontaktnr.", ["1", "2", "3"])])[1] == "number")
    #expect(
      try Probe.fields([("Navn", persons), ("Kundenr", ["7", "8", "9"]), ("Kontaktnr.", ["1", "2", "3"])])[2].isEmpty)
  }
}
