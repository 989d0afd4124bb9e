import CustomerModel
import RegisterStore
import Testing

@testable import Runs

@Suite struct PasswordAdministrationTests {
  private static let cheap = PasswordProof.Cost(rounds: 16, blockSize: 1, parallelism: 1)
  private let office: Office
  private let chef: ActingUser
  private let eva: ActingUser

  init() throws {
    office = try Office()
    chef = try office.grant("chef", .administrator)
    eva = try office.grant("eva", .view)
  }

  private func passwords(as actor: ActingUser) -> PasswordAdministration {
    PasswordAdministration(office.register, as: actor, cost: Self.cheap)
  }

  private func isUser(_ name: String, _ password: String) throws -> Bool {
    try PasswordLogin(office.register, cost: Self.cheap).mark(of: name, with: password) != nil
  }

  @Test func theLastPasswordHolds() throws {
    try passwords(as: chef).set("det första lösenordet", for: "eva")
    #expect(try isUser("eva", "det första lösenordet"))
    try passwords(as: eva).set("det andra lösenordet", for: "eva")
    #expect(try !isUser("eva", "det första lösenordet"))
    #expect(try isUser("eva", "det andra lösenordet"))
    #expect(try !isUser("chef", "det andra lösenordet"))
  }

  @Test func aMarkIsOfOnePasswordOfOneUser() throws {
    let login = PasswordLogin(office.register, cost: Self.cheap)
    try passwords(as: chef).set("det första lösenordet", for: "eva")
    let mark = try #require(try login.mark(of: "eva", with: "det första lösenordet"))
    #expect(try login.isCurrent(mark, of: "eva"))
    #expect(try !login.isCurrent(mark, of: "chef"))
    // The same once more is another one: whoever sets it wants the others out.
    try passwords(as: eva).set("det första lösenordet", for: "eva")
    #expect(try !login.isCurrent(mark, of: "eva"))
    try passwords(as: eva).remove(of: "eva")
    #expect(try !login.isCurrent(mark, of: "eva"))
  }

  @Test func nobodyButAdministratorsGivesOthersPasswords() throws {
    #expect(code { try passwords(as: eva).set("ett långt lösenord", for: "chef") } == "user.notPermitted")
    #expect(code { try passwords(as: eva).remove(of: "chef") } == "user.notPermitted")
    #expect(try !isUser("chef", "ett långt lösenord"))
  }

  @Test func onlyUsersHavePasswords() throws {
    #expect(code { try passwords(as: chef).set("ett långt lösenord", for: "okänd") } == "user.notRegistered")
    #expect(code { try passwords(as: chef).remove(of: "okänd") } == "user.notRegistered")
    #expect(try !isUser("okänd", "ett långt lösenord"))
  }

  /// SQLite reads a name up to its first NUL.
  @Test(arguments: ["eva\0", "eva\0x", "\0eva", "Eva", "eva "]) func whoHasAlmostTheNameIsNobody(name: String) throws {
    try passwords(as: chef).set("ett långt lösenord", for: "eva")
    #expect(try !isUser(name, "ett långt lösenord"))
    #expect(code { _ = try ActingUser(named: name, in: office.register) } == "user.unknown")
    #expect(code { try passwords(as: chef).set("ett annat lösenord", for: name) } == "user.notRegistered")
    #expect(try isUser("eva", "ett långt lösenord"))
    _ = try ActingUser(named: "eva", in: office.register)
  }

  @Test(arguments: [
    "", "elva tecken", "rad\nbrytning i ordet", "tab\ti lösenordet", String(repeating: "x", count: 201),
    "a\u{301}\u{301}", "r\u{FFFD}tt h\u{FFFD}st batteri",
  ])
  func unfitPasswordsAreRefused(password: String) throws {
    #expect(code { try passwords(as: chef).set(password, for: "eva") } == "password.unfit")
    #expect(try !PasswordLogin(office.register, cost: Self.cheap).isPossible)
  }

  @Test func theOwnNameIsNoPassword() throws {
    _ = try office.grant("en lång användare", .view)
    #expect(code { try passwords(as: chef).set("En Lång Användare", for: "en lång användare") } == "password.unfit")
  }

  @Test(arguments: ["tolv tecken!", String(repeating: "å", count: 200)]) func fitOnesAreTaken(password: String) throws {
    try passwords(as: chef).set(password, for: "eva")
    #expect(try isUser("eva", password))
  }

  @Test func takenAwayItOpensNothing() throws {
    try passwords(as: chef).set("ett långt lösenord", for: "eva")
    try passwords(as: eva).remove(of: "eva")
    #expect(try !isUser("eva", "ett långt lösenord"))
    #expect(code { try passwords(as: chef).remove(of: "eva") } == "password.none")
  }

  @Test func whoIsRemovedHasNoneWhenAddedAgain() throws {
    try passwords(as: chef).set("ett långt lösenord", for: "eva")
    let users = UserAdministration(office.register, as: chef)
    _ = try users.remove("eva")
    #expect(try !isUser("eva", "ett långt lösenord"))
    try users.add("eva", [.view])
    #expect(try !isUser("eva", "ett långt lösenord"))
  }
}
