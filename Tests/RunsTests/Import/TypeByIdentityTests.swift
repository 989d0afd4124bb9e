import RegisterStore
import TestSupport
import Validation
import CustomerModel
import Mapping
import Testing
import Texts

@testable import Runs

/// The type of customers whose list does not tell it.
@Suite struct TypeByIdentityTests {
  private let office: Office
  init() throws { office = try Office() }

  private static let person = TestIdentity.person(1)
  private static let list = """
    Nr;Namn;Orgnr
    1;Bo Ek;\(person)
    2;Bygg AB;\(TestIdentity.organisation(2))
    3;Cilla AB;\(TestIdentity.person(3))
    4;Utan;
    """

  private func types() throws -> [String: String] { try office.state().cards.compactMapValues { $0[.type] } }

  @Test func personsTakenAsCompaniesAreCountedAndTold() throws {
    let outcome = try office.importing(text: Self.list)
    #expect(try types() == ["1": "company", "2": "company", "3": "company", "4": "company"])
    #expect(outcome.report.personsTakenAsCompanies == 2)
    #expect(outcome.report.notes.contains(NewNameTexts.personsTakenAsCompanies(2)))
    // Nobody is new the second time.
    #expect(try office.importing(text: Self.list).report.personsTakenAsCompanies == 0)
  }

  @Test func aListThatTellsTypesIsNotRemarked() throws {
    let outcome = try office.importing(
      text: "Nr;Namn;Orgnr;Typ\n1;Bo Ek;\(Self.person);EF\n2;Bygg AB;\(TestIdentity.organisation(2));\n")
    #expect(outcome.report.personsTakenAsCompanies == 0)
    #expect(outcome.report.notes == [])
  }

  @Test(arguments: [true, false])
  func theNumberDecidesWhereItIsAskedTo(byOption: Bool) throws {
    var office = office
    if !byOption {
      let json = Office.mapping.replacing("\"columns\"", with: "\"typeFrom\": \"identityNumber\", \"columns\"")
      office.library = MappingLibrary([try MappingFile(json: Array(json.utf8), origin: "kunder.json")])
    }
    func choose(_ options: inout ImportOptions) { if byOption { options.typeFrom = .identityNumber } }
    let outcome = try office.importing(text: Self.list, choose)
    #expect(try types() == ["1": "private", "2": "company", "3": "private", "4": "company"])
    #expect(outcome.report.personsTakenAsCompanies == 0)
    #expect(try office.importing(text: Self.list, choose).counts == .init(rows: 4, unchanged: 4))
  }

  @Test func customersThatAreThereKeepTheirType() throws {
    try office.importing(text: Self.list)
    let changes = Changes()
    let outcome = try office.importing("kunder.csv", changes: changes) { $0.typeFrom = .identityNumber }
    #expect(outcome.counts == .init(rows: 4, unchanged: 4))
    #expect(changes.all.isEmpty)
    // Another value changes, and the type is still not touched.
    try office.importing(text: Self.list.replacing("Bo Ek", with: "Bo Berg")) { $0.typeFrom = .identityNumber }
    #expect(try office.card("1")?[.customerName] == "Bo Berg")
    #expect(try office.card("1")?[.type] == "company")
  }

  @Test func aTypeInTheRowWins() throws {
    let person = Self.person
    try office.importing(text: "Nr;Namn;Orgnr;Typ\n1;Bo;\(person);Företag\n2;Cilla;\(TestIdentity.person(3));\n") {
      $0.typeFrom = .identityNumber
    }
    #expect(try types() == ["1": "company", "2": "private"])
    try office.importing(text: "Nr;Namn;Orgnr;Typ\n1;Bo;\(person);Privat\n") { $0.typeFrom = .identityNumber }
    #expect(try types()["1"] == "private")
  }

  @Test func organisationsAreCompaniesWherePrivateIsTheDefault() throws {
    try office.set([.privateAsDefault: 1])
    let outcome = try office.importing(text: Self.list)
    #expect(outcome.counts == .init(rows: 4, created: 3, rejected: 1))
    #expect(
      outcome.report.problems.entries.first?.examples.first?.message.contains(
        "let the identity number decide the type") == true)
    let again = try office.importing(text: Self.list) { $0.typeFrom = .identityNumber }
    #expect(again.counts == .init(rows: 4, created: 1, unchanged: 3))
    #expect(try types()["2"] == "company")
  }

  @Test func aDryRunShowsTheTypeThatIsTold() throws {
    try office.folder.write(Self.list, to: "k.csv")
    let changes = Changes()
    try office.importing("k.csv", changes: changes) {
      $0.isDryRun = true
      $0.typeFrom = .identityNumber
    }
    #expect(changes.lines.filter { $0.contains("type ->private") }.count == 2)
  }
}
