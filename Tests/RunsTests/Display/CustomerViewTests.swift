import CustomerModel
import Documents
import RegisterStore
import Runs
import Testing
import Texts

/// What a user sees of a customer, whatever door asks.
@Suite struct CustomerViewTests {
  private let office: Office
  private static let person = "19800101-1231"

  init() throws {
    office = try Office()
    try office.add(
      "1", "name=Svea Ek", "type=private", "identityNumber=8001011231", "comments=pnr 19800101-1231", "costCenter=")
    try office.add("2", "name=Kyl AB")
  }

  private func view(
    _ number: String, showsIdentity: Bool = false, as actor: ActingUser? = nil
  ) throws -> CustomerView {
    try office.register.read {
      try CustomerView(ofNumber: number, showsIdentity: showsIdentity, in: $0, as: actor ?? office.actor)
    }
  }

  @Test func identityNumbersAreMaskedEverywhere() throws {
    let view = try view("1")
    #expect(view.card[.identityNumber] == "19800101-****")
    #expect(view.allFields.allSatisfy { !$0.text.english.contains("1231") })
    #expect(!String(decoding: view.json, as: UTF8.self).contains("1231"))
  }

  @Test func anAdministratorWhoAsksSeesThemInFullAndNobodyElseDoes() throws {
    #expect(try view("1", showsIdentity: true).card[.identityNumber] == Self.person)
    let root = try office.grant("root", .administrator)
    #expect(try view("1", showsIdentity: true, as: root).card[.identityNumber] == Self.person)
    let eva = try office.grant("eva", .view)
    #expect(code { _ = try view("1", showsIdentity: true, as: eva) } == "user.notPermitted")
    #expect(
      code { _ = try office.register.read { try IdentityDisplay(inFull: true, in: $0, as: eva) } }
        == "user.notPermitted")
  }

  @Test func onlyTheCustomersThatAUserMaySeeAreShown() throws {
    let eva = try office.grant("eva", .viewAssigned)
    try office.edit("2", "assigned+=eva")
    #expect(try view("2", as: eva).displayName == "Kyl AB")
    #expect(code { _ = try view("1", as: eva) } == "user.notAssigned")
    let olle = try office.grant("olle", .edit)
    // A stranger does not even learn which customers there are.
    #expect(code { _ = try view("99", as: olle) } == "user.notPermitted")
    #expect(code { _ = try view("99", as: eva) } == "customer.unknown")
  }

  /// Who may not see a customer is not told the person's number either, whatever asked for it.
  @Test func whoIsNotAssignedIsNotToldThePersonsNumber() throws {
    try office.add("19800101-1231", "name=Tolv Ek", "type=private")
    let eva = try office.grant("eva", .viewAssigned)
    for (number, shown) in [("19800101-1231", "19800101-****"), ("2", "2")] {
      let error = #expect(throws: KundregError.self) { try view(number, as: eva) }
      #expect(error?.code == "user.notAssigned")
      for text in [error?.text.english, error?.text.swedish] {
        #expect(text?.contains(" \(shown) ") == true && text?.contains("1231") == false)
      }
    }
  }

  @Test func whatASettingHidesIsNamed() throws {
    try office.edit("2", "language=en")
    #expect(try view("2").hiddenFields == [Field.named("language")!])
    #expect(try !view("2").shownFields.contains { $0.path.field == Field.named("language")! })
    try office.set([.showLanguage: 1])
    #expect(try view("2").hiddenFields == [])
    #expect(try view("2").shownFields.contains { $0.path.field == Field.named("language")! && $0.text.english == "en" })
  }

  @Test func wordsOfValuesAreInEachLanguage() throws {
    let fields = try view("1").shownFields
    #expect(fields.first { $0.path.field == .type }?.text == Text(en: "private", sv: "Privat"))
    #expect(fields.first { $0.path.field == .active }?.text == Text(en: "yes", sv: "Ja"))
  }

  @Test func theCardStandsBeforeWhatItIsShownAs() throws {
    let document = try JSONNode(parsing: view("2").json)
    #expect(document.members.map(\.key).suffix(2) == ["displayName", "vatOnOrders"])
    #expect(document["name"] == .text("Kyl AB"))
    #expect(document["vatOnOrders"]?["shown"] == .boolean(true))
  }

  @Test func referencesAreSortedByWhatTheyHave() throws {
    #expect(code { _ = try RecordTable.Order("färg") } == "sort.unknown")
    #expect(code { _ = try RecordTable.Order("date:up") } == "sort.unknown")
    #expect(try RecordTable.Order("date:desc") == .newestFirst)
  }

  @Test func aListShowsPeopleWhatCustomersAreCalledAndProgramsTheirNames() throws {
    try office.set([.numberInDisplayName: 1])
    func rows(_ reader: CustomerList.Reader, showsIdentity: Bool = false) throws -> [[String?]] {
      try office.register.read { register in
        var terms = SearchTerms()
        terms.columns = "name,identityNumber"
        let list = try CustomerList(
          CustomerSelection(terms), for: reader, showsIdentity: showsIdentity, in: register, as: office.actor)
        var rows: [[String?]] = []
        try list.forEachRow { rows.append($0.map { $0?.english }) }
        return rows
      }
    }
    #expect(try rows(.person) == [["1 Svea Ek", "19800101-****"], ["2 Kyl AB", nil]])
    #expect(try rows(.program, showsIdentity: true) == [["Svea Ek", Self.person], ["Kyl AB", nil]])
  }

  @Test func theHistoryIsMaskedAndSeenByWhomMaySeeTheCustomer() throws {
    func history(_ actor: ActingUser, showsIdentity: Bool = false) throws -> [String] {
      let history = try office.register.read {
        try CustomerHistory(ofNumber: "1", showsIdentity: showsIdentity, in: $0, as: actor)
      }
      return history.entries.flatMap(\.fields).compactMap(\.new?.english)
    }
    #expect(try history(office.actor).contains("19800101-****"))
    #expect(try history(office.actor, showsIdentity: true).contains(Self.person))
    let eva = try office.grant("eva", .viewAssigned)
    #expect(code { _ = try history(eva) } == "user.notAssigned")
  }
}
