import CustomerModel
import Differ
import Mapping
import RegisterStore
import Runs
import TestSupport
import Testing
import Texts
import Validation
import Writers

@Suite struct ForeignCustomersTests {
  private let office: Office

  init() throws {
    var office = try Office()
    office.library = try Office.shippedMappings()
    self.office = office
  }

  private static let header = "Kundnr;Kundtyp;Namn;Orgnr;VAT-nr;Postnr;Ort;Land;Telefon\n"
  private static let list =
    header + """
      1;Företag;Fjell AS;999 999 018;NO999999018MVA;0153;Oslo;Norge;+47 22 00 00 01
      2;Företag;Sund ApS;99999004;DK 99 99 90 04;DK-2100;København;Danmark;+45 33 00 00 01
      3;Företag;Järvi Oy;9999900-1;FI99999001;00100;Helsinki;Finland;+358 9 000 001
      4;Företag;High Street Ltd;;GB 999 9900 21;SW1A 1AA;London;UK;
      5;Företag;Wärme AG;CHE-999.999.016;CHE-999.999.016 MWST;8001;Zürich;Schweiz;
      6;Privat;Kari Nordmann;01019012345;;0154;Oslo;NO;
      7;Privat;Bo Dansk;010190-1234;;2100;København;DK;
      8;Företag;Bayern GmbH;HRB 12345;DE999999995;80331;München;Germany;
      9;Företag;Utan land AS;999999018;NO999999018MVA;0154;Oslo;;
      10;Företag;Nordirland Ltd;NI012345;XI999990021;BT1 1AA;Belfast;XI;
      11;Företag;Svensk AB;\(TestIdentity.organisation(1));;11122;Storstad;;
      12;Företag;Svensk två AB;\(TestIdentity.organisation(2));;11122;Storstad;Sverige;

      """

  private func values(_ number: String, _ names: String...) throws -> [String?] {
    let card = try #require(try office.card(number))
    return names.map { card[FieldPath($0)!] }
  }

  private func codes(_ outcome: ImportOutcome) -> Set<String> { Set(outcome.report.problems.entries.map(\.code)) }

  @Test func nobodyIsRejectedForBeingAbroadAndNumbersAreKeptAsTheyWereTyped() throws {
    let outcome = try office.importing(text: Self.list)
    #expect(outcome.counts.rejected == 0)
    #expect(outcome.counts.created == 12)
    #expect(codes(outcome) == ["identity.notSwedish", "postalCode.shape"])
    #expect(try values("1", "identityNumber", "vatNumber") == ["999 999 018", "NO999999018MVA"])
    #expect(
      try values("2", "identityNumber", "vatNumber", "invoiceAddress.postalCode") == [
        "99999004", "DK99999004", "DK-2100",
      ])
    #expect(try values("3", "identityNumber", "invoiceAddress.postalCode") == ["9999900-1", "00100"])
    #expect(try values("5", "identityNumber", "vatNumber") == ["CHE-999.999.016", "CHE999999016MWST"])
    #expect(try values("6", "identityNumber") == ["01019012345"])
    #expect(try values("7", "identityNumber") == ["010190-1234"])
    #expect(try values("8", "identityNumber", "invoiceAddress.postalCode") == ["HRB 12345", "80331"])
    #expect(try values("9", "identityNumber") == ["999999018"])
    #expect(try values("10", "invoiceAddress.country") == ["GB"])
    #expect(try values("11", "invoiceAddress.postalCode") == ["111 22"])
    #expect(try values("12", "invoiceAddress.postalCode") == ["111 22"])
    #expect(try office.register.read { try $0.integrityProblems() } == [])

    let again = try office.importing(text: Self.list)
    #expect(again.counts.unchanged == 12)
    try office.undo(outcome.run!)
    #expect(try office.state().cards.isEmpty)
  }

  @Test func aWrongSwedishNumberIsRejectedAsEver() throws {
    let wrong = String(TestIdentity.organisation(1).dropLast()) + (TestIdentity.organisation(1).last == "1" ? "2" : "1")
    let outcome = try office.importing(
      text: Self.header + "1;Företag;A;\(wrong);;11122;Storstad;;\n2;Företag;B;\(wrong);;11122;Storstad;Sverige;\n"
        + "3;Företag;C;999999018;;11122;Storstad;SE;+47 22 00 00 01\n")
    #expect(outcome.counts.rejected == 3)
    #expect(codes(outcome) == ["identity.checksum", "identity.shape"])
  }

  @Test func aRowThatIsSilentOfTheCountryIsReadAsItsCustomersIs() throws {
    try office.importing(text: Self.list)
    let outcome = try office.importing(text: "Kundnr;Postnr;Orgnr\n8;80335;HRB 54321\n11;11133;\n")
    #expect(outcome.counts == .init(rows: 2, updated: 2))
    #expect(try values("8", "invoiceAddress.postalCode", "identityNumber") == ["80335", "HRB 54321"])
    #expect(try values("11", "invoiceAddress.postalCode") == ["111 33"])
    // Nothing is said against a code of four digits, either.
    let norwegian = try office.importing(text: "Kundnr;Postnr\n1;0155\n8;80335\n")
    #expect(norwegian.counts == .init(rows: 2, updated: 1, unchanged: 1))
    #expect(try values("1", "invoiceAddress.postalCode") == ["0155"])
  }

  @Test func aSilentRowOfASwedishCustomerIsJudgedAsEver() throws {
    try office.importing(text: Self.list)
    // The telephone alone would leave it open; the card says Sweden.
    let outcome = try office.importing(
      text: "Kundnr;Orgnr;Postnr;Telefon\n12;999999018;11144;+47 22 00 00 01\n")
    #expect(outcome.counts == .init(rows: 1, rejected: 1))
    #expect(codes(outcome) == ["identity.shape"])
    let mended = try office.importing(text: "Kundnr;Postnr;Telefon\n12;11144;+47 22 00 00 01\n")
    #expect(mended.counts.rejected == 0)
    #expect(try values("12", "invoiceAddress.postalCode") == ["111 44"])
  }

  @Test func aMistypedSwedishCountryDoesNotKeepFormsAndTypesFromSwedishCustomers() throws {
    let list = """
      Kundnr;Namn;Orgnr;Postnr;Land
      31;Anna;\(TestIdentity.person(5).replacing("-", with: ""));11122;Sverge
      32;Bolag;\(TestIdentity.organisation(31));11122;Svergie
      33;Utan;;11122;Sverge
      34;Bayern;;80331;Tyksland
      35;Kari;\(TestIdentity.person(6));0154;NO

      """
    let first = try office.importing(text: list)
    #expect(first.report.personsTakenAsCompanies == 1)
    #expect(
      try ["31", "32", "33", "34"].map { try values($0, "invoiceAddress.postalCode").first } == [
        "111 22", "111 22", "11122", "80331",
      ])
    try office.undo(first.run!)
    let typed = try office.importing(text: list) { $0.typeFrom = .identityNumber }
    #expect(typed.counts.created == 5)
    #expect(try ["31", "32", "35"].map { try values($0, "type").first } == ["private", "company", "company"])
  }

  /// The country is left out, so that the export's row says less than the list's.
  @Test func aPostalCodeWhoseCountryNobodyKnowsStaysAsItIsWhicheverFileComesNext() throws {
    let list = "Kundnr;Namn;Postnr;Land\n33;Utan;11122;Sverge\n34;Bayern;80331;Tyksland\n"
    let export = "Kundnr;Namn;Postnr;Land\n33;Utan;11122;\n34;Bayern;80331;\n"
    try office.importing(text: list)
    for text in [export, list, export] {
      #expect(try office.importing(text: text).counts.unchanged == 2)
    }
    // What somebody types so is wanted so, and stays whatever the list says.
    #expect(try office.importing(text: "Kundnr;Postnr\n33;111 22\n").counts.updated == 1)
    #expect(try office.importing(text: list).counts.unchanged == 2)
    #expect(try values("33", "invoiceAddress.postalCode") == ["111 22"])
    // Another code is a change, and so is a form that the country gives.
    #expect(try office.importing(text: "Kundnr;Postnr\n33;11133\n").counts.updated == 1)
    #expect(try office.importing(text: "Kundnr;Postnr;Land\n34;80331;SE\n").counts.updated == 1)
    #expect(try values("34", "invoiceAddress.postalCode") == ["803 31"])
    #expect(try values("33", "invoiceAddress.postalCode") == ["111 33"])
    // The register knows the country better than the list.
    #expect(try office.importing(text: "Kundnr;Postnr;Land\n34;80331;Sverge\n").counts.unchanged == 1)
  }

  @Test func oneNumberInTwoSpellingsIsOneCustomer() throws {
    try office.importing(
      text: "Kundnr;Namn;Orgnr;Land\n1;Norsk;985 615 616;NO\n2;Tysk;HRB 12345;DE\n3;Finsk;131052-308T;FI\n"
        + "4;Annan;985 615 617;NO\n")
    let outcome = try office.importing(
      text:
        "Kundnr;Namn;Orgnr;Land\n;Norsk;985615616;NO\n;Tysk;hrb-12345;DE\n;Finsk;131052308t;FI\n;Ny;HRB 1234;DE\n"
    ) { $0.match = [.number, .identity] }
    #expect(outcome.counts.updated == 3, "\(outcome.counts)")
    #expect(outcome.counts.rejected == 1)
    #expect(try office.register.read { try $0.customers(withIdentity: "985.615.616").count } == 1)
    #expect(try office.register.read { try $0.customers(withIdentity: "98 56 15 617").count } == 1)
    #expect(try office.register.read { try $0.customers(withIdentity: "985615618").isEmpty })
  }

  @Test func twoRowsOfOneNewNumberInTwoSpellingsAreNotBothTaken() throws {
    let rows = { (second: String) in "Kundnr;Namn;Orgnr;Land\n;Norsk;985 615 616;NO\n;Norsk;\(second);NO\n" }
    var office = try Office([.generateNumber: 1])
    office.library = self.office.library
    let same = try office.importing(text: rows("985615616")) { $0.match = [.number, .identity] }
    #expect(same.counts == .init(rows: 2, created: 1, rejected: 1))
    #expect(codes(same) == ["customer.duplicate"])
    try office.undo(same.run!)
    #expect(try office.importing(text: rows("985615617")) { $0.match = [.number, .identity] }.counts.created == 2)
  }

  @Test func aCustomerThatMovesToSwedenCannotKeepItsNumber() throws {
    try office.importing(text: Self.list)
    let outcome = try office.importing(text: "Kundnr;Land\n1;Sverige\n")
    #expect(outcome.counts.rejected == 1)
    #expect(codes(outcome) == ["identity.country"])
    #expect(
      code { try office.edit("1", "invoiceAddress.country=SE") } == "identity.country")
    try office.edit("1", "invoiceAddress.country=SE", "identityNumber=\(TestIdentity.organisation(3))", "vatNumber=")
    #expect(try values("1", "identityNumber") == [TestIdentity.organisation(3)])
  }

  @Test func whatIsTypedForACustomerFollowsItsCountry() throws {
    try office.importing(text: Self.list)
    try office.edit("8", "invoiceAddress.postalCode=80336", "identityNumber=HRB 1")
    #expect(try values("8", "invoiceAddress.postalCode", "identityNumber") == ["80336", "HRB 1"])
    try office.edit("11 8", "invoiceAddress.postalCode=11155")
    #expect(try values("11", "invoiceAddress.postalCode") == ["111 55"])
    #expect(try values("8", "invoiceAddress.postalCode") == ["11155"])
    #expect(code { try office.edit("11", "identityNumber=HRB 1") } == "identity.shape")
    try office.add("20", "name=Nyland Oy", "identityNumber=9999900-1", "invoiceAddress.country=Finland")
    #expect(try values("20", "identityNumber") == ["9999900-1"])
    #expect(code { try office.add("21", "name=A", "identityNumber=9999900-1") } == "identity.shape")
  }

  @Test func aNumberInTheSwedishFormThatIsNoneCannotStayInSweden() throws {
    try office.importing(text: "Kundnr;Namn;Kundtyp;Orgnr;Land\n1;Dansk;Privat;010190-1234;DK\n")
    let outcome = try office.importing(text: "Kundnr;Land\n1;SE\n")
    #expect(outcome.counts.rejected == 1)
    #expect(outcome.report.problems.entries.map(\.code) == ["identity.country"])
    #expect(try office.card("1")?[.identityNumber] == "010190-1234")
  }

  @Test func aNumberFindsItsCustomerInWhicheverFormItStands() throws {
    try office.importing(text: "Kundnr;Namn;Orgnr;Land\n1;Norsk;\(Self.plain);NO\n3;Svensk;\(Self.dashed2);\n")
    let outcome = try office.importing(
      text: "Kundnr;Namn;Orgnr;Land\n;Norsk;\(Self.dashed);NO\n;Svensk;\(Self.dashed2.replacing("-", with: ""));NO\n"
    ) { $0.match = [.number, .identity] }
    #expect(outcome.counts.created == 0, "\(outcome.counts)")
  }

  private static let dashed = TestIdentity.organisation(7)
  private static let plain = dashed.replacing("-", with: "")
  private static let dashed2 = TestIdentity.organisation(8)

  @Test func aNumberFindsItsCustomerAsItWasTyped() throws {
    try office.importing(text: Self.list)
    let outcome = try office.importing(text: "Kundnr;Namn;Orgnr;Ort\n;Bayern GmbH;HRB 12345;Augsburg\n") {
      $0.match = [.number, .identity]
    }
    #expect(outcome.counts == .init(rows: 1, updated: 1))
    #expect(try values("8", "invoiceAddress.city") == ["Augsburg"])
    #expect(try office.register.read { try $0.customers(withIdentity: "HRB 12345").count } == 1)
    #expect(try office.register.read { try $0.customers(withIdentity: "HRB 12346").count } == 0)
  }

  @Test(arguments: [
    ("identityNumber=999999018", ["1", "9"]), ("identityNumber=999.999.018", ["1", "9"]),
    ("identityNumber=\"HRB 12345\"", ["8"]), ("identityNumber=hrb12345", ["8"]),
    // What is a wrong Swedish number by its date or its check digit, and a Dane's.
    ("identityNumber=010190-1234", ["7"]), ("identityNumber=0101901234", ["7"]),
    ("identityNumber=01019012345", ["6"]), ("identityNumber=999999019", []),
  ])
  func aConditionFindsANumberInWhicheverSpelling(condition: String, expected: [String]) throws {
    try office.importing(text: Self.list)
    var terms = SearchTerms()
    terms.conditions = [condition]
    let found = try office.register.read { reader throws in
      try reader.customers(try terms.search(in: reader, as: office.actor))
        .compactMap { try reader.key(ofCustomer: $0)?.number }
    }
    #expect(found.sorted { Int($0)! < Int($1)! } == expected)
  }

  @Test(arguments: ["5599000000", "198001011230"])
  func aConditionOnAMistypedSwedishNumberThatNobodyHasIsRefused(number: String) throws {
    try office.importing(text: Self.list)
    var terms = SearchTerms()
    terms.conditions = ["identityNumber=\(number)"]
    let search = terms
    #expect(
      code {
        _ = try office.register.read { reader throws in try search.search(in: reader, as: office.actor) }
      } == "where.value")
  }

  @Test(arguments: ["csv", "xlsx", "json"])
  func whatIsExportedComesBackAsItWas(ending: String) throws {
    try office.importing(text: Self.list)
    try office.register.read { reader throws in
      let columns = ExportTable.allColumns(contactPersons: 0, definitions: [])
      let file = try ExportFile(
        path: office.folder.file("ut.\(ending)"), columns: columns, definitions: [], language: .swedish)
      var values = try reader.cardValues(of: columns)
      for id in try reader.customers(CustomerSearch()) where try values.move(to: id) {
        try file.append { values.forEach($0) }
      }
      try file.finish()
    }
    var other = try Office()
    other.library = office.library
    let outcome = try other.importing(office.folder.file("ut.\(ending)"))
    #expect(outcome.counts.created == 12)
    #expect(try office.state().differences(in: other.state()) == [])
    #expect(try office.importing("ut.\(ending)").counts.unchanged == 12)
  }
}
