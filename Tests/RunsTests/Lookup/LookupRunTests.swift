import CompanyLookup
import ConfigurationFile
import CustomerModel
import Differ
import RegisterStore
import Runs
import TestSupport
import Testing
import Texts

@Suite struct LookupRunTests {
  private let office: Office
  private static let (a, b) = (TestIdentity.organisation(1), TestIdentity.organisation(2))
  private static let alfa = ScriptedDirectory.Answer.facts(
    name: "Alfa AB", address: ["c/o Bo", "Storgatan 1", "2 tr", "123 45 STORSTAD"])
  private static var vatNumber: String { "SE" + a.replacing("-", with: "") + "01" }

  init() throws {
    office = try Office()
    try office.importing(text: "Nr;Namn;Orgnr\n1;Egen;\(Self.a)\n2;Utan;\n")
  }

  private func lookup(_ directory: ScriptedDirectory) -> LookupRun { LookupRun(directory, today: Office.today) }

  private func error(_ body: () throws -> Void) -> KundregError? { #expect(throws: KundregError.self) { try body() } }

  @Test(arguments: ["-", " ", ""])
  func findsByTheNumberAsTyped(separator: String) throws {
    let directory = ScriptedDirectory([Self.a: Self.alfa])
    let outcome = try lookup(directory).find(Self.a.replacing("-", with: separator))
    #expect(outcome.identityNumber == Self.a)
    #expect(outcome.facts.name == "Alfa AB")
    #expect(outcome.source == "Registret")
    #expect(outcome.edit == nil)
  }

  @Test func isOffUnlessTheConfigurationNamesAProvider() throws {
    var settings = Lookup()
    let error = error { _ = try LookupRun.directory(settings) }
    #expect(error?.status == .configuration)
    #expect(error?.code == "lookup.off")
    #expect(error?.message.contains(#""lookup": {"provider": "vies"}"#) == true)
    settings.provider = .vies
    #expect(try LookupRun.directory(settings).name == "VIES")
  }

  @Test(arguments: ["", "55667788", "Alfa AB", "556677-8890"])
  func tellsWhatIsNoOrganisationNumber(text: String) throws {
    let directory = ScriptedDirectory([:])
    let error = error { _ = try lookup(directory).find(text) }
    #expect(error?.status == .usage)
    #expect(error?.code == "lookup.wrongNumber")
    #expect(directory.asked.isEmpty)
  }

  @Test func sendsNoPersonsNumberAndDoesNotRepeatIt() throws {
    let directory = ScriptedDirectory([:])
    let person = TestIdentity.person(3)
    let error = error { _ = try lookup(directory).find(person) }
    #expect(error?.status == .usage)
    #expect(error?.code == "lookup.personal")
    #expect(error?.message.contains(person.suffix(4)) == false)
    #expect(directory.asked.isEmpty)
  }

  @Test func tellsWhenNobodyKnowsTheCompany() throws {
    let error = error { _ = try lookup(ScriptedDirectory([:])).find(Self.a) }
    #expect(error?.status == .failed)
    #expect(error?.code == "lookup.notFound")
  }

  @Test func tellsWhenTheDirectoryIsDown() throws {
    let directory = ScriptedDirectory([:], fallback: .fails(.unavailable(Text(verbatim: "TIMEOUT"))))
    let error = error { _ = try lookup(directory).find(Self.a) }
    #expect(error?.status == .unavailable)
    #expect(error?.code == "lookup.unavailable")
  }

  @Test func fillsEmptyFieldsOnlyAsOneRunThatCanBeUndone() throws {
    let before = try office.state()
    let directory = ScriptedDirectory([Self.a: Self.alfa])
    let outcome = try lookup(directory).fill("1", with: Self.a, on: office.register, as: office.actor)
    let card = try #require(try office.card("1"))
    #expect(card[.customerName] == "Egen")
    #expect(card[.vatNumber] == Self.vatNumber)
    let address = ["line1", "line2", "postalCode", "city", "country"].map { card[FieldPath("invoiceAddress.\($0)")!] }
    #expect(address == ["c/o Bo", "Storgatan 1, 2 tr", "123 45", "STORSTAD", nil])
    let edit = try #require(outcome.edit)
    #expect(edit.source == "customer lookup --fill 1")
    #expect(
      edit.changes.flatMap { $0.fields.map { "\($0.path)" } } == [
        "vatNumber", "invoiceAddress.line1", "invoiceAddress.line2", "invoiceAddress.postalCode",
        "invoiceAddress.city",
      ])
    let runs = try office.register.read { try $0.runs().count }
    #expect(try lookup(directory).fill("1", with: Self.a, on: office.register, as: office.actor).edit == nil)
    #expect(try office.register.read { try $0.runs().count } == runs)
    try office.undo(try #require(edit.run))
    #expect(try office.state() == before)
  }

  @Test func anAddressAbroadIsLeftAlone() throws {
    _ = try EditRun("edit", today: Office.today).perform(on: office.register, as: office.actor) { session in
      let values = try session.assignments([.init(FieldPath("invoiceAddress.country")!, "NO")])
      try session.edit(try session.customer("1"), values)
    }
    let outcome = try lookup(ScriptedDirectory([Self.a: Self.alfa]))
      .fill("1", with: Self.a, on: office.register, as: office.actor)
    #expect(outcome.edit?.changes.flatMap { $0.fields.map { "\($0.path)" } } == ["vatNumber"])
  }

  @Test func refusesTheCompanyOfAnotherNumberBeforeAsking() throws {
    let directory = ScriptedDirectory([Self.b: Self.alfa])
    let other = error { _ = try lookup(directory).fill("1", with: Self.b, on: office.register, as: office.actor) }
    #expect(other?.status == .failed)
    #expect(other?.code == "lookup.otherCompany")
    let unknown = error { _ = try lookup(directory).fill("9", with: Self.b, on: office.register, as: office.actor) }
    #expect(unknown?.status == .failed)
    #expect(unknown?.code == "customer.unknown")
    #expect(directory.asked.isEmpty)
  }

  @Test func aCustomerWithoutNumberGetsTheOneThatWasTyped() throws {
    let directory = ScriptedDirectory([Self.a: Self.alfa])
    _ = try lookup(directory).fill("2", with: Self.a, on: office.register, as: office.actor)
    let card = try #require(try office.card("2"))
    #expect(card[FieldPath("invoiceAddress.city")!] == "STORSTAD")
    #expect(card[.identityNumber] == Self.a)
    #expect(card[.vatNumber] == Self.vatNumber)
  }

  @Test func aPrivateCustomerIsNotFilledWithACompany() throws {
    try office.add("3", "name=Svea", "type=private")
    let directory = ScriptedDirectory([Self.a: Self.alfa])
    let error = error { _ = try lookup(directory).fill("3", with: Self.a, on: office.register, as: office.actor) }
    #expect(error?.code == "lookup.privateCustomer")
    #expect(directory.asked.isEmpty)
  }

  @Test(
    arguments: [
      ([.view], "user.notPermitted"), ([.editAssigned], "user.notAssigned"), ([.edit], nil), ([.administrator], nil),
    ] as [(Set<Permission>, String?)])
  func takesThePermissionToEdit(permissions: Set<Permission>, code: String?) throws {
    try office.register.write { writer throws in try writer.register(user: "bo", permissions: permissions) }
    let directory = ScriptedDirectory([Self.a: Self.alfa])
    let bo = try ActingUser(named: "bo", in: office.register)
    do {
      _ = try lookup(directory).fill("1", with: Self.a, on: office.register, as: bo)
      #expect(code == nil)
    } catch let error as KundregError {
      #expect(error.code == code)
      #expect(error.status == .notPermitted)
      #expect(directory.asked.isEmpty)
    }
  }
}
