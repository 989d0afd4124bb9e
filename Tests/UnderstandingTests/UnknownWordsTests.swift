import Testing

/// What other columns tell of headings with words that nobody knows.
@Suite struct UnknownWordsTests {
  private let companies = ["Ek Bygg AB", "Alm VVS AB", "Brf Linden"]
  private let streets = ["Storgatan 1", "Ågatan 2", "Box 12"]
  private let codes = ["123 45", "222 33", "754 20"]
  private let towns = ["Lund", "Uppsala", "Östersund"]
  private let persons = ["Anna Ek", "Bo Alm", "Cia Lind"]
  private let others = ["Eva Björk", "Ali Gran", "Tom Asp"]
  private let mails = ["a@example.se", "b@example.se", "c@example.se"]
  private let phones = ["08-465 004 01", "08-465 004 02", "08-465 004 03"]
  private let mobiles = ["070-174 06 05", "070-174 06 06", "070-174 06 07"]

  @Test func postsTellContactPersonsApart() throws {
    let fields = try Probe.fields([
      ("Namn", companies), ("Kontaktperson", persons), ("Mobil kontaktperson", mobiles), ("Vaktmästare", others),
      ("Vaktm. mobil", mobiles),
    ])
    #expect(
      fields[1...] == [
        "contactPersons[0].name", "contactPersons[0].mobile", "contactPersons[1].name", "contactPersons[1].mobile",
      ])
  }

  @Test func wordOverANameAndATelephoneIsAPerson() throws {
    let fields = try Probe.fields([
      ("Namn", companies), ("Blomvakt", persons), ("Tel blomvakt", phones), ("E-post", mails),
    ])
    #expect(fields[1...] == ["contactPersons[0].name", "contactPersons[0].phone", "email"])
  }

  @Test func compoundWithAKnownEndIsWhatTheEndSays() throws {
    let fields = try Probe.fields([
      ("Namn", companies), ("Fakturaadress", streets),
      ("Gallringsadress", ["Skogsvägen 1", "Skogsvägen 2", "Skogsvägen 3"]),
      ("Postnr gallr.adr", codes), ("Ort gallr.adr", towns),
    ])
    #expect(
      fields[1...] == [
        "invoiceAddress.line1", "visitingAddress.line1", "visitingAddress.postalCode", "visitingAddress.city",
      ])
  }

  @Test func onlyColumnOfItsKindIsTakenWhatElseItsHeadingSays() throws {
    #expect(try Probe.fields([("Namn", persons), ("Simmarens mobil", mobiles)])[1] == "mobile")
    #expect(try Probe.fields([("Namn", persons), ("Mobil", mobiles), ("Simmarens mobil", mobiles)])[2].isEmpty)
  }

  @Test func repeatedHeadingsBelongToThePersonLeftOfThem() throws {
    let fields = try Probe.fields([
      ("Namn", persons), ("Telefon", phones), ("Målsman 1", others), ("Telefon", mobiles), ("Målsman 2", persons),
      ("Telefon", mobiles),
    ])
    #expect(fields[1] == "phone")
    #expect(fields[3].hasPrefix("contactPersons[0]."))
    #expect(fields[5].hasPrefix("contactPersons[1]."))
  }

  @Test func townWithoutAKnownHeadingFollowsItsPostalCode() throws {
    let fields = try Probe.fields([("Namn", companies), ("Gata", streets), ("Postnr", codes), ("Ortx", towns)])
    #expect(fields[3] == "invoiceAddress.city")
  }

  @Test func lettersWithWhichHeadingsBeginAreTheDatabases() throws {
    let fields = try Probe.fields([
      ("QXNAMN", companies), ("QXADR", streets), ("QXPOSTNR", codes), ("QXORT", towns), ("QXTEL", phones),
    ])
    #expect(
      fields == [
        "name", "invoiceAddress.line1", "invoiceAddress.postalCode", "invoiceAddress.city", "phone",
      ])
  }

  @Test func secondAddressIsNotMixedWithTheFirst() throws {
    let fields = try Probe.fields([
      ("Company", companies), ("Address 1 Line 1", streets), ("Address 1 Town", towns), ("Address 2 Line 1", streets),
      ("Address 2 Town", towns),
    ])
    #expect(fields[1...2] == ["invoiceAddress.line1", "invoiceAddress.city"])
    #expect(fields[3...4] == ["visitingAddress.line1", "visitingAddress.city"])
  }

  @Test func questionsOfFormsAreRead() throws {
    let fields = try Probe.fields([
      ("Vad heter du?", persons), ("Vilket telefonnummer når vi dig på?", phones),
      ("Where is it? (street address)", streets),
    ])
    #expect(fields == ["name", "phone", "invoiceAddress.line1"])
  }
}
