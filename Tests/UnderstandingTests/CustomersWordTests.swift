import Testing

/// What a list calls its customers, and which of several names and numbers are theirs.
@Suite struct CustomersWordTests {
  private let companies = ["Ek Bygg AB", "Alm VVS AB", "Brf Linden"]
  private let persons = ["Anna Ek", "Bo Alm", "Cia Lind"]
  private let numbers = ["559999-5106", "559999-5171", "559999-5247"]
  private let towns = ["Lund", "Uppsala", "Östersund"]

  @Test(arguments: ["Operatör", "Blomvakt"]) func wordOverNamesAndOverNumbersIsThatForCustomers(_ word: String) throws {
    let fields = try Probe.fields([
      (word, companies), ("Orgnr \(word.lowercased())", numbers), ("Kontakt", persons), ("Ort", towns),
    ])
    #expect(fields == ["name", "identityNumber", "contactPersons[0].name", "invoiceAddress.city"])
  }

  @Test func itIsNotWhereTheListHasCustomers() throws {
    let fields = try Probe.fields([
      ("Kund", companies), ("Operatör", ["Telia Net AB", "Tele Två AB", "Tele Tre AB"]),
      ("Orgnr operatör", numbers),
    ])
    #expect(fields[0] == "name")
    #expect(fields[1].isEmpty)
  }

  @Test func recordsNumberIsNoneBesideTheCustomers() throws {
    #expect(
      try Probe.fields([("KundeID", ["00f1-22a", "00f1-22b", "00f1-391"]), ("Kunde nr", ["30110", "30111", "30205"])])
        == ["", "number"])
    #expect(
      try Probe.fields([("KundeID", ["1", "2", "3"]), ("Navn", companies)]) == ["number", "name"])
  }

  @Test func referenceThatDiffersIsTheNumberWhereNothingElseIs() throws {
    let codes = ["C0041", "C0042", "C0060"]
    #expect(try Probe.fields([("Namn", companies), ("Referens", codes)])[1] == "number")
    #expect(try Probe.fields([("Kundnr", ["1", "2", "3"]), ("Namn", companies), ("Referens", codes)])[2] != "number")
    #expect(try Probe.fields([("Namn", companies), ("Referens", persons)])[1] == "contactPersons[0].name")
  }

  @Test func shortNameToSearchByIsNoTag() throws {
    #expect(try Probe.fields([("Namn", companies), ("Sökord", ["EKBY", "ALM", "BRF"])])[1].isEmpty)
    #expect(try Probe.fields([("Namn", companies), ("Sökord", ["vip", "", "service"])])[1] == "tags")
  }

  @Test func numberOfAssociationsIsTheirsWhereTheyAreTheCustomers() throws {
    #expect(
      try Probe.fields([("Förening", companies), ("Föreningens org.nr", numbers)]) == ["name", "identityNumber"])
    #expect(
      try Probe.fields([
        ("Medlem", persons), ("Brf", ["Brf Ett", "Brf Ett", "Brf Två"]), ("Föreningens org.nr", numbers),
      ])[2]
        == "taxReduction.associationNumber")
  }

  @Test func nameThatEveryRowHasComesBeforeCompaniesThatSomeHave() throws {
    let fields = try Probe.fields([
      ("Customer", ["Anna Griggs", "Baxter Heating", "Olaf Parish"]),
      ("Company name", ["", "Baxter Heating Inc", "Olaf Parish"]),
    ])
    #expect(fields[0] == "name")
  }

  @Test func placesHaveNamesBesideWhoGetsTheInvoices() throws {
    let fields = try Probe.fields([
      ("Bill-To Company", ["", "Keystone Ltd", ""]), ("Bill-To First", ["Amy", "Bob", "Cy"]),
      ("Bill-To Last", ["Ek", "Alm", "Lind"]), ("Site name", ["Home", "Keystone Court", "Cabin"]),
    ])
    #expect(fields[0] == "name")
    #expect(fields[1] == "name+contactPersons[0].name")
    #expect(fields[3].isEmpty)
  }

  @Test func companyThatEveryRowHasLeavesThePersonAContact() throws {
    let names = [("Förnamn", ["Anna", "Bo", "Cia"]), ("Efternamn", ["Ek", "Alm", "Lind"])]
    #expect(
      try Probe.fields([("Företag", companies)] + names)[1...] == ["contactPersons[0].name", "contactPersons[0].name"])
    let gaps = try Probe.fields([("Företag", ["Ek Bygg AB", "", "Brf Linden"])] + names)
    #expect(gaps[1...] == ["name+contactPersons[0].name", "name+contactPersons[0].name"])
  }

  @Test func parentThatIsACompanyIsNoPerson() throws {
    #expect(try Probe.fields([("Company", companies), ("Parent", ["", "", "Nordlund Group"])])[1].isEmpty)
    #expect(
      try Probe.fields([("Name", persons), ("Parent", ["Eva Ek", "", "Ulf Lind"])])[1] == "contactPersons[0].name")
  }

  @Test func whoOrdersIsTheCustomerWhereCompaniesDo() throws {
    let fields = try Probe.fields([
      ("Beställarnr", ["101", "102", "103"]), ("Beställare", companies), ("Beställarens org.nr", numbers),
      ("Beställarens ombud", persons),
    ])
    #expect(fields == ["number", "name", "identityNumber", "contactPersons[0].name"])
    let contact = try Probe.fields([("Kundnr", ["1", "2", "3"]), ("Kund", companies), ("Beställare", persons)])
    #expect(contact == ["number", "name", "contactPersons[0].name"])
  }

  @Test func tenantsOfWhomMoreIsKnownThanOfTheOwnerAreTheCustomers() throws {
    let phones = ["070-174 06 05", "070-174 06 06", "070-174 06 07"]
    let mails = ["a@example.com", "b@example.com", "c@example.com"]
    let tenants = try Probe.fields([
      ("Tenant", persons), ("Tenant email", mails), ("Tenant phone", phones), ("Landlord", companies),
    ])
    #expect(tenants == ["name", "email", "mobile", ""] || tenants == ["name", "email", "phone", ""])
    let owners = try Probe.fields([
      ("Owner", companies), ("Owner email", mails), ("Tenant", ["", "Bo Alm", "Cia Lind"]),
      ("Tenant phone", ["", "070-174 06 06", "070-174 06 07"]),
    ])
    #expect(owners == ["name", "email", "contactPersons[0].name", "contactPersons[0].phone"])
  }

  @Test func wayToReachAPostWithoutANameIsNotTheCustomers() throws {
    let mails = ["a@example.se", "b@example.se", "c@example.se"]
    let fields = try Probe.fields([("Kund", companies), ("Platschef", persons), ("Ekonomi mail", mails)])
    #expect(fields[1...] == ["contactPersons[0].name", ""])
  }

  @Test func numberOfTheTaxOfficeIsWhatItsCellsAre() throws {
    let vat = ["SE559999510601", "SE559999517101", "SE559999524701"]
    #expect(try Probe.fields([("Namn", companies), ("Skattenummer", numbers)])[1] == "identityNumber")
    #expect(try Probe.fields([("Namn", companies), ("Skattenummer", vat)])[1] == "vatNumber")
  }

  @Test func whoGivesTheTaskIsTheCustomer() throws {
    let fields = try Probe.fields([
      ("Uppdragsgivare", ["Ulricehamns Pastorat", "Ek Anna", "Campingen"]), ("Kontaktperson", persons),
    ])
    #expect(fields == ["name", "contactPersons[0].name"])
  }

  @Test func numberOfPersonsBesideCompaniesIsNotTheCompanys() throws {
    let first = ("Förnamn", ["Anna", "Bo", "Cia"])
    let last = ("Efternamn", ["Ek", "Alm", "Lind"])
    let ids = ("Contact ID", ["71", "72", "96"])
    #expect(try Probe.fields([ids, last, first, ("Företag", companies)])[0].isEmpty)
    #expect(try Probe.fields([ids, ("Namn", companies)])[0] == "number")
  }

  @Test func keysThatProgramsMadeAreNoNumbers() throws {
    let keys = ["4c1e-01", "4c1e-02", "77b0-13"]
    #expect(try Probe.fields([("id", keys), ("Name", companies)])[0].isEmpty)
    #expect(try Probe.fields([("id", ["1001-01", "1001-02", "1002-01"]), ("Name", companies)])[0] == "number")
    #expect(try Probe.fields([("Customer id", keys), ("Name", companies)])[0] == "number")
  }

  @Test func placesThatHaveNamesAreTheCustomersWhereNobodyElseIs() throws {
    let places = ["Guldsmed Ahl", "Räven garage", "Gamla Tingshuset"]
    #expect(try Probe.fields([("Objektkod", ["A1", "A2", "A3"]), ("Objektnamn", places)])[1] == "name")
    #expect(try Probe.fields([("Kund", companies), ("Objektnamn", places)])[1] != "name")
  }

  @Test func bandOfWhoOrdersIsTheCustomersBesideOneOfContacts() throws {
    let fields = try Probe.fields(
      [("Kundnr", ["90", "91", "120"]), ("Namn", companies), ("Orgnr", numbers), ("Namn", persons)],
      band: ["Beställare", "", "", "Kontakt på plats"])
    #expect(fields == ["number", "name", "identityNumber", "contactPersons[0].name"])
  }

  @Test func employerIsNoCustomer() throws {
    let fields = try Probe.fields([
      ("Förnamn", ["Anna", "Bo", "Cia"]), ("Efternamn", ["Ek", "Alm", "Lind"]),
      ("Arbetsgivare", ["", "Ek Bygg AB", ""]),
    ])
    #expect(fields == ["name", "name", ""])
  }
}
