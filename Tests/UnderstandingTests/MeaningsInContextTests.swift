import Testing

/// Words that mean something else beside others: what is said of what, which of two persons, and words of other languages.
@Suite struct MeaningsInContextTests {
  private let companies = ["Ek Bygg AB", "Alm VVS AB", "Brf Linden"]
  private let persons = ["Anna Ek", "Bo Alm", "Cia Lind"]
  private let streets = ["Storgatan 1", "Ågatan 2", "Vägen 12"]
  private let codes = ["123 45", "222 33", "754 20"]
  private let towns = ["Lund", "Uppsala", "Östersund"]
  private let phones = ["070-174 06 05", "", "070-174 06 06"]
  private let mails = ["a@example.se", "", "c@example.se"]

  @Test(arguments: [": ", " - ", " – "]) func whatStandsBehindAMarkIsWhatIsSaid(_ mark: String) throws {
    let fields = try Probe.fields([
      ("Namn", companies), ("Faktadress", ["Box 1", "Box 2", "Box 3"]), ("Arbetsort\(mark)gata", streets),
      ("Arbetsort\(mark)postnr", codes), ("Arbetsort\(mark)ort", towns),
    ])
    #expect(fields[2...] == ["visitingAddress.line1", "visitingAddress.postalCode", "visitingAddress.city"])
  }

  @Test func wordBeforeStreetsAndTownsIsWhatTheyAreSaidOf() throws {
    let fields = try Probe.fields([
      ("Namn", companies), ("Faktadress", ["Box 1", "Box 2", "Box 3"]), ("Arbetsort gata", streets),
      ("Arbetsort postnr", codes), ("Arbetsort ort", towns),
    ])
    #expect(fields[2...] == ["visitingAddress.line1", "visitingAddress.postalCode", "visitingAddress.city"])
  }

  @Test func townAloneStaysATown() throws {
    #expect(try Probe.fields([("Namn", companies), ("Gata", streets), ("Arbetsort", towns)])[2].hasSuffix(".city"))
  }

  @Test func telephoneOfAPersonStaysATelephone() throws {
    let fields = try Probe.fields([("Namn", companies), ("Kontakt: Namn", persons), ("Telefon: Kontakt", phones)])
    #expect(fields[1...] == ["contactPersons[0].name", "contactPersons[0].phone"])
  }

  @Test func secondPersonIsAnother() throws {
    let fields = try Probe.fields([
      ("First name", ["Anna", "Bo", "Cia"]), ("Last name", ["Ek", "Alm", "Lind"]), ("Email", mails),
      ("Secondary tenant first name", ["Ulf", "", ""]), ("Secondary tenant last name", ["Ek", "", ""]),
      ("Secondary tenant email", ["u@example.se", "", ""]),
    ])
    #expect(fields[0...2] == ["name", "name", "email"])
    #expect(fields[3...] == ["contactPersons[0].name", "contactPersons[0].name", "contactPersons[0].email"])
  }

  @Test func secondTelephoneOfOnePersonIsNoOthers() throws {
    let fields = try Probe.fields([
      ("Owner", persons), ("Owner phone", ["08-465 004 01", "08-465 004 02", ""]), ("Owner phone 2", phones),
    ])
    #expect(fields[1] == "phone")
    #expect(!fields[2].hasPrefix("contactPersons"))
  }

  @Test func columnsUnderASecondWordAreAnothers() throws {
    let fields = try Probe.fields(
      [
        ("Namn", persons), ("Mobil", phones), ("Namn", ["", "Ada Alm", ""]), ("Mobil", ["", "070-174 06 07", ""]),
      ], band: ["Medlem 1", "", "Medlem 2", ""])
    #expect(fields == ["name", "mobile", "contactPersons[0].name", "contactPersons[0].mobile"])
  }

  @Test func nameThatGoesOnIsNobodyElses() throws {
    let fields = try Probe.fields([("Kundnamn 1", companies), ("Kundnamn 2", ["", "Filial Syd", ""])])
    #expect(fields == ["name", ""])
    let owners = try Probe.fields([("Kundnamn 1", persons), ("Kundnamn 2", ["", "Ada Alm", "Per Lind"])])
    #expect(owners == ["name", "contactPersons[0].name"])
  }

  @Test func wordCutShortIsThatOfAnotherHeading() throws {
    let fields = try Probe.fields([
      ("Namn", companies), ("Fakturaadress", ["Box 1", "Box 2", "Box 3"]), ("F-postnr", codes), ("F-ort", towns),
      ("Besöksadress", streets),
    ])
    #expect(fields[2...3] == ["invoiceAddress.postalCode", "invoiceAddress.city"])
    // What no heading has whole is not known.
    let open = try Probe.fields([
      ("Namn", companies), ("Fakturaadress", ["Box 1", "Box 2", "Box 3"]), ("Ort", towns), ("Z-ort", towns),
    ])
    #expect(open[2...] == ["invoiceAddress.city", ""])
  }

  @Test func shortWordOfAnotherLanguageCountsForNothing() throws {
    let english = try Probe.fields([
      ("Client name", companies), ("Contact person", persons), ("Best phone", phones), ("Town", towns),
    ])
    #expect(english[2] == "phone")
    let swedish = try Probe.fields([("Kundnamn", companies), ("Beställare", persons), ("Best. telefon", phones)])
    #expect(swedish[2] == "contactPersons[0].phone")
  }

  @Test func wordOfAQuestionThatMayChangeNothingChangesNothing() throws {
    let fields = try Probe.fields([
      ("Ditt namn", persons),
      (
        "Beskriv jobbet så noga du kan",
        ["Vi behöver byta pumpen", "Droppar hela tiden i köket", "Ny panna till villan"]
      ),
    ])
    #expect(fields == ["name", "comments"])
  }

  @Test func whatTheCardHasNoPlaceForHasAddressesAllTheSame() throws {
    let fields = try Probe.fields([
      ("Kund", companies), ("Fakturaadress", ["Box 1", "Box 2", "Box 3"]), ("Projektadress", streets),
      ("Projektpostnr", codes), ("Projektort", towns),
    ])
    #expect(fields[2...] == ["visitingAddress.line1", "visitingAddress.postalCode", "visitingAddress.city"])
    #expect(try Probe.fields([("Kund", companies), ("Gata", streets), ("Projekt", ["A", "B", "C"])])[2].isEmpty)
  }

  @Test func streetForVisitsAndLettersIsTheOnlyOne() throws {
    let fields = try Probe.fields([
      ("Kund", companies), ("Besök/post gata", streets), ("Postnr", codes), ("Ort", towns),
    ])
    #expect(fields[1...] == ["invoiceAddress.line1", "invoiceAddress.postalCode", "invoiceAddress.city"])
    #expect(try Probe.fields([("Kund", companies), ("Besök gata", streets)])[1] == "visitingAddress.line1")
  }

  @Test func emailOfWhomParenthesesNameIsTheirs() throws {
    let fields = try Probe.fields([
      ("Kontonamn", companies), ("Primär kontakt", persons), ("E-post (Primär kontakt) (Kontakt)", mails),
    ])
    #expect(fields[1...] == ["contactPersons[0].name", "contactPersons[0].email"])
    // What parentheses say of something else names nobody.
    let own = try Probe.fields([("Kontonamn", companies), ("Primär kontakt", persons), ("E-post (info)", mails)])
    #expect(own[2] == "email")
  }

  @Test(arguments: ["Var står värmepumpen? (gatuadress)", "Var står pannan? (adress)"])
  func questionForAPlaceIsAnsweredByAnAddress(_ heading: String) throws {
    #expect(try Probe.fields([("Ditt namn", persons), (heading, streets)])[1] == "invoiceAddress.line1")
  }

  @Test func questionForAPlaceThatAsksForNoAddressIsLeft() throws {
    let rooms = ["Källaren", "Garaget", "Vinden"]
    #expect(try Probe.fields([("Ditt namn", persons), ("Var står värmepumpen? (rum)", rooms)])[1].isEmpty)
  }

  @Test func placeIsThatOfTheWorkThoughParenthesesSayWhichAddress() throws {
    let fields = try Probe.fields([
      ("Customer", companies), ("Mailing address", ["Box 1", "Box 2", "Box 3"]),
      ("Tank location (street address)", streets),
    ])
    #expect(fields[2] == "visitingAddress.line1")
  }

  @Test func codeOfInvoicesIsAPostalCodeWhereItIsOne() throws {
    let fields = try Probe.fields([
      ("Account Name", companies), ("Billing Street", streets), ("Billing Code", codes), ("Billing City", towns),
    ])
    #expect(fields[2] == "invoiceAddress.postalCode")
    let terms = try Probe.fields([("Account Name", companies), ("Billing Code", ["A", "B30", "A"])])
    #expect(terms[1].isEmpty)
  }

  @Test func underPropertiesStandsWhereTheWorkIs() throws {
    let fields = try Probe.fields(
      [
        ("Namn", companies), ("Fakturaadress", ["Box 1", "Box 2", "Box 3"]),
        ("Beteckning", ["Eken 2", "Alen 1:1", "Linden 14"]), ("Gata", streets), ("Ort", towns),
      ], band: ["Kund", "", "Fastighet", "", ""])
    #expect(
      fields == [
        "name", "invoiceAddress.line1", "taxReduction.propertyDesignation", "visitingAddress.line1",
        "visitingAddress.city",
      ])
  }

  @Test func placesAreWrittenInWords() throws {
    let spots = ["Gunnarstorp 1, maskinhallen", "Ekvägen 3", "Ättekulla strand"]
    #expect(try Probe.fields([("Kund", companies), ("Uppst.plats", spots)])[1] == "visitingAddress.line1")
    #expect(try Probe.fields([("Kund", companies), ("Uppst.plats", ["Pannrum", "Källare", "Tak"])])[1].isEmpty)
  }

  @Test func wordsAreKnownThoughTheirVowelsMeet() throws {
    let fields = try Probe.fields([("Kund", companies), ("Bra att veta", ["före 10", "larm på helger", "ring först"])])
    #expect(fields[1] == "comments")
  }
}
