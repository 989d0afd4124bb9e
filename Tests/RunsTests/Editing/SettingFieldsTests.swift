import CustomerModel
import Differ
import RegisterStore
import Runs
import Testing

@Suite struct SettingFieldsTests {
  private let office: Office
  init() throws {
    office = try Office()
    try office.importing(
      text: """
        Nr;Namn;Taggar;contactPersons[0].name;contactPersons[0].email;contactPersons[1].name
        1;A;X, Y;Eva;eva@example.se;Bo
        2;B;X;;;
        3;C;;;;

        """)
  }

  @Test func aFieldIsSetClearedAndLeft() throws {
    try office.edit("1", "email=a@example.se", "phone=08-12 34 56")
    #expect(try office.value("1", "email") == "a@example.se")
    try office.edit("1", "email=")
    #expect(try office.value("1", "email") == nil)
    #expect(try office.value("1", "phone") == "08-12 34 56")
    #expect(try office.edit("1", "email=").counts == .init(rows: 1, unchanged: 1))
  }

  @Test(arguments: [
    (["tags=B;C"], "B C"), (["tags+=Z;A"], "A X Y Z"), (["tags-=X;Q"], "Y"), (["tags+=Z", "tags-=X"], "Y Z"),
    (["tags+=A", "tags+=B"], "A B X Y"), (["tags="], ""),
  ])
  func aSetIsReplacedAddedToAndTakenFrom(words: [String], expected: String) throws {
    _ = try office.editor().set(.numbers(["1"]), Office.values(words))
    #expect(CustomerCard.names(inSet: try office.value("1", "tags") ?? "").joined(separator: " ") == expected)
  }

  @Test func aContactPersonIsWhoStandsAtThatPlace() throws {
    try office.edit("1", "contactPersons[1].email=eva@example.se")
    #expect(try office.value("1", "contactPersons[0].email") == "eva@example.se")
    #expect(try office.value("1", "contactPersons[1].name") == "Bo")
    #expect(try office.value("1", "contactPersons[1].email") == "eva@example.se")
    try office.edit("1", "contactPersons[0].name=", "contactPersons[0].email=")
    #expect(try office.value("1", "contactPersons[0].name") == "Bo")
    #expect(try office.value("1", "contactPersons[1].name") == nil)
    try office.edit("1", "contactPersons[7].name=Cia")
    #expect(try office.value("1", "contactPersons[1].name") == "Cia")
  }

  @Test func aRunOverManyIsOneRunAndOneUndo() throws {
    let before = try office.state()
    var terms = SearchTerms()
    terms.conditions = ["tags=X"]
    let outcome = try office.editor().set(.search(terms), Office.values(["language=en", "tags-=X"]))
    #expect(outcome.counts == .init(rows: 2, updated: 2, warnings: 1) || outcome.counts.updated == 2)
    #expect(try office.value("3", "language") == nil)
    #expect(try office.value("2", "language") == "en")
    try office.undo(#require(outcome.run))
    #expect(try office.state() == before)
  }

  @Test func aDryRunShowsAndWritesNothing() throws {
    try office.register.write { try _ = $0.addReference("Nytt", to: .costCenter) }
    let before = try office.state()
    let outcome = try office.edit("1 2 3", "costCenter=Nytt", isDryRun: true)
    #expect(outcome.run == nil)
    #expect(outcome.changes.map(\.number) == ["1", "2", "3"])
    #expect(outcome.changes[0].fields == [.init(FieldChange(FieldPath(.costCenter), old: nil, new: "Nytt"))])
    #expect(try office.state() == before)
    #expect(try office.register.read { try $0.runs() }.count == 1)
  }

  @Test func oneRefusalStopsAll() throws {
    try office.edit("2", "identityNumber=556677-8899")
    let before = try office.state()
    #expect(code { try office.edit("1 2", "type=private") } != nil)
    #expect(try office.state() == before)
  }

  @Test func theVATTypeIsSetByHandOnlyWhileItIsShown() throws {
    let office = try Office()
    try office.importing(text: "Nr;Namn;vatType;vatPercent\n1;A;custom;12\n")
    #expect(try office.value("1", "vatPercent") == "12")
    #expect(code { try office.edit("1", "vatType=normal", "vatPercent=") } == "edit.hidden")
    #expect(code { try office.add("2", "name=B", "vatPercent=25") } == "edit.hidden")
    try office.set([.showVATType: 1])
    try office.edit("1", "vatType=normal", "vatPercent=")
    #expect(try office.value("1", "vatType") == "normal")
    try office.set([.showVATType: 0])
    try office.edit("1", "vatType=")
    #expect(try office.value("1", "vatType") == nil)
  }

  @Test func theNumberIsNotSet() throws {
    #expect(code { try office.edit("1", "number=9") } == "edit.number")
    #expect(code { try office.edit("99", "phone=1") } == "customer.unknown")
  }

  @Test func customersAreInactivatedAndActivatedOnce() throws {
    let editor = office.editor()
    #expect(try editor.setActive(false, .numbers(["1", "2", "1"])).counts == .init(rows: 2, inactivated: 2))
    #expect(try editor.setActive(false, .numbers(["1"])).counts == .init(rows: 1, unchanged: 1))
    #expect(try editor.setActive(true, .numbers(["1"])).counts == .init(rows: 1, reactivated: 1))
    #expect(try office.value("2", "active") == "0")
  }
}

@Suite struct EditPermissionTests {
  private let office: Office
  init() throws {
    office = try Office()
    try office.importing(text: "Nr;Namn;assigned\n1;A;bo\n2;B;\n")
  }

  @Test func assignedOnlyCoversAssignedCustomers() throws {
    let bo = try office.grant("bo", .viewAssigned, .editAssigned)
    try office.edit("1", "phone=08-12 34 56", as: bo)
    #expect(code { try office.edit("2", "phone=08-12 34 56", as: bo) } == "user.notAssigned")
    #expect(code { try office.edit("1 2", "mobile=070-123 45 67", as: bo) } == "user.notAssigned")
    #expect(try office.value("1", "mobile") == nil)
    var all = SearchTerms()
    all.activity = .all
    #expect(try office.editor(as: bo).set(.search(all), Office.values(["website=www.example.se"])).counts.rows == 1)
  }

  @Test(arguments: [
    ([Permission.view], [false, false, false, false]), ([.edit], [true, false, false, false]),
    ([.assign], [false, true, false, false]), ([.create], [false, false, true, false]),
    ([.delete], [false, false, false, true]), ([.administrator], [true, true, true, true]),
  ])
  func eachDeedTakesItsPermission(permissions: [Permission], expected: [Bool]) throws {
    try office.register.write { try $0.register(user: "cia", permissions: Set(permissions)) }
    let cia = try ActingUser(named: "cia", in: office.register)
    let deeds: [() throws -> Void] = [
      { try office.edit("1", "comments=x", as: cia) },
      { _ = try office.editor(as: cia).assign("cia", to: .numbers(["1"])) },
      { try office.add("7", "name=G", as: cia) }, { _ = try office.editor(as: cia).delete(["2"]) },
    ]
    for (deed, isAllowed) in zip(deeds, expected) {
      #expect(code { try deed() } == (isAllowed ? nil : "user.notPermitted"))
    }
  }

  @Test func aStrangerDoesNotLearnWhichCustomersThereAre() throws {
    // Named before the register had users.
    let stranger = try ActingUser(named: "x", in: office.register)
    _ = try office.grant("anna", .administrator)
    #expect(code { try office.edit("99", "comments=x", as: stranger) } == "user.unknown")
    #expect(code { try office.edit("1", "comments=x", as: stranger) } == "user.unknown")
  }

  @Test func onlyUsersAreAssigned() throws {
    _ = try office.grant("anna", .administrator)
    #expect(code { _ = try office.editor().assign("nobody", to: .numbers(["1"])) } == "assign.unknownUser")
    #expect(code { try office.edit("1", "assigned=anna;nobody") } == "assign.unknownUser")
    #expect(try office.editor().assign("anna", to: .numbers(["1"])).counts.updated == 1)
  }
}
