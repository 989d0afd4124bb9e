import CustomerModel
import RegisterStore
import Runs
import Testing

@Suite struct UserAdministrationTests {
  private let office: Office
  private let users: UserAdministration
  init() throws {
    office = try Office()
    users = UserAdministration(office.register, as: office.actor)
  }

  @Test func permissionsAreGrantedAndRevoked() throws {
    try users.add("anna", [.administrator])
    try users.add("bo", [.view])
    #expect(code { try users.add("bo", []) } == "user.exists")
    #expect(code { try users.add("a;b", []) } == "user.name")
    #expect(try users.grant("bo", [.edit, .assign]) == [.view, .edit, .assign])
    #expect(try users.revoke("bo", [.view, .delete]) == [.edit, .assign])
    #expect(try users.users().map(\.name) == ["anna", "bo"])
    #expect(code { _ = try users.grant("cia", [.edit]) } == "user.notRegistered")
  }

  @Test func theLastAdministratorStays() throws {
    try users.add("anna", [.administrator])
    #expect(code { _ = try users.revoke("anna", [.administrator]) } == "user.lastAdministrator")
    #expect(code { try users.remove("anna") } == "user.lastAdministrator")
    try users.add("bo", [.administrator])
    try users.remove("anna")
    #expect(code { try users.remove("bo") } == "user.lastAdministrator")
    #expect(try users.users().map(\.name) == ["bo"])
  }

  @Test func aRemovedUserStaysAsANameAndMayDoNothing() throws {
    try users.add("root", [.administrator])
    try users.add("bo", [.view, .edit, .assign])
    let bo = try ActingUser(named: "bo", in: office.register)
    try office.add("1", "name=A", "assigned=bo")
    try office.edit("1", "phone=08-12 34 56", as: bo)
    try users.remove("bo")
    #expect(try office.value("1", "assigned") == "bo\u{1F}")
    #expect(try office.register.read { try $0.history(ofNumber: "1") }?.contains { $0.user == "bo" } == true)
    #expect(code { try office.edit("1", "phone=08-12 34 57", as: bo) } == "user.unknown")
    #expect(code { _ = try UserAdministration(office.register, as: bo).users() } == "user.unknown")
    try users.add("bo", [])
    #expect(code { try office.edit("1", "phone=08-12 34 57", as: bo) } == "user.notPermitted")
  }
}
