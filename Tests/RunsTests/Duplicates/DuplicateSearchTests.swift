import CustomerModel
import RegisterStore
import Runs
import Testing

@Suite struct DuplicateSearchTests {
  private func office(_ rows: String) throws -> Office {
    let office = try Office(
      mapping: """
        {"name": "kunder", "columns": [
          {"field": "number", "headers": ["Nr"]}, {"field": "name", "headers": ["Namn"]},
          {"field": "identityNumber", "headers": ["Orgnr"]}, {"field": "invoiceAddress.postalCode", "headers": ["Postnr"]},
          {"field": "email", "headers": ["E-post"]}, {"field": "phone", "headers": ["Telefon"]},
          {"field": "active", "headers": ["Aktiv"]}
        ]}
        """)
    try office.importing(text: "Nr;Namn;Orgnr;Postnr;E-post;Telefon;Aktiv\n" + rows)
    return office
  }

  private func pairs(_ office: Office, limit: Int = .max) throws -> [String] {
    try DuplicateSearch.pairs(in: office.register, as: office.actor, limit: limit).map {
      "\($0.first.number) \($0.second.number) \($0.score)"
    }
  }

  @Test(arguments: [
    // The same organisation, whatever it is called.
    ("1;Berg AB;556677-8899;;;;", "2;Berg & Söner;556677-8899;;;;", "1 2 100"),
    // Another country's number, spelled in two ways.
    ("1;Nord;985 615 616;;;+47 22 00 00 01;", "2;Syd;985615616;;;+47 22 00 00 02;", "1 2 100"),
    // Without case, accents, punctuation, and the form of business.
    ("1;Åkes Bygg AB;;123 45;;;", "2;AKES  BYGG, Aktiebolag;;123 45;;;", "1 2 90"),
    ("1;Berg AB;;;;08-123 456;", "2;Berg;;;;+46 8 123 456;", "1 2 80"),
    ("1;Ett;;;info@example.se;;", "2;Två;;;INFO@example.se;;", "1 2 70"),
    ("1;Anna Lindkvist;;123 45;;;", "2;Anna Lindqvist;;123 45;;;", "1 2 60"),
    ("1;Anna Lindkvist;;123 45;;;", "2;Ana Lindkvist;;123 45;;;", "1 2 60"),
    ("1;Anna Lindkvist;;123 45;;;", "2;Lindkvist Anna;;123 45;;;", "1 2 60"),
    // One of two may be inactive.
    ("1;Berg;;123 45;;;nej", "2;Berg;;123 45;;;", "1 2 90"),
  ])
  func likelyPairIsListedWithItsScore(first: String, second: String, pair: String) throws {
    #expect(try pairs(office(first + "\n" + second + "\n")) == [pair])
  }

  @Test(arguments: [
    ("1;Berg;;123 45;;;", "2;Berg;;543 21;;;"), ("1;Brf Eken 1;;123 45;;;", "2;Brf Eken 2;;123 45;;;"),
    ("1;Anna Lindkvist;;123 45;;;", "2;Anna Lundqvist;;123 45;;;"), ("1;Bo;;123 45;;;", "2;Bi;;123 45;;;"),
    ("1;Berg;;123 45;;;nej", "2;Berg;;123 45;;;nej"), ("1;Ab;;;;;", "2;Ab;;;;;"),
  ])
  func unlikelyPairIsNotListed(first: String, second: String) throws {
    #expect(try pairs(office(first + "\n" + second + "\n")) == [])
  }

  private static let three = """
    1;Berg;;123 45;;;
    2;Berg;;123 45;;;
    3;Ek;;;a@example.se;;
    4;Alm;;;a@example.se;;

    """

  @Test func surestComesFirstAndTheLimitHolds() throws {
    let office = try office(Self.three)
    #expect(try pairs(office) == ["1 2 90", "3 4 70"])
    #expect(try pairs(office, limit: 1) == ["1 2 90"])
  }

  @Test func answersAreRemembered() throws {
    let office = try office(Self.three)
    try DuplicateSearch.answer("2", "1", isSame: false, in: office.register, as: office.actor)
    #expect(try pairs(office) == ["3 4 70"])
    try DuplicateSearch.answer("1", "4", isSame: true, in: office.register, as: office.actor)
    #expect(try pairs(office) == ["1 4 100", "3 4 70"])
    try DuplicateSearch.answer("1", "2", isSame: true, in: office.register, as: office.actor)
    #expect(try pairs(office) == ["1 2 100", "1 4 100", "3 4 70"])
  }

  @Test func groupOfManyNamesEachOnce() throws {
    let rows = (1...50).map { "\($0);Kund;;123 45;;;" }.joined(separator: "\n")
    let found = try pairs(office(rows + "\n"))
    #expect(found.count == 49)
    #expect(found.allSatisfy { $0.hasPrefix("1 ") })
  }

  @Test(arguments: [("1", "1", "duplicates.oneCustomer"), ("1", "99", "customer.unknown")])
  func answerNeedsTwoCustomers(a: String, b: String, code: String) throws {
    let office = try office(Self.three)
    let error = #expect(throws: KundregError.self) {
      try DuplicateSearch.answer(a, b, isSame: true, in: office.register, as: office.actor)
    }
    #expect(error?.code == code)
  }

  @Test func assignedViewerSeesPairsOfAssignedCustomersOnly() throws {
    var office = try office(Self.three)
    try office.register.write { try $0.register(user: "bo", permissions: [.viewAssigned]) }
    office.actor = try ActingUser(named: "bo", in: office.register)
    #expect(try pairs(office) == [])
    let error = #expect(throws: KundregError.self) {
      try DuplicateSearch.answer("1", "2", isSame: true, in: office.register, as: office.actor)
    }
    #expect(error?.status == .notPermitted)
  }
}
