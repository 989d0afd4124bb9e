import CustomerModel
import RegisterStore
import TestSupport
import Testing
import Texts

@_spi(CommandLine) import Runs

@Suite struct ActingUserTests {
  private let office: Office

  init() throws { office = try Office() }

  @Test func whoIsNamedMustBeAUserOnceTheRegisterHasUsers() throws {
    #expect(try ActingUser(named: "x", in: office.register).name == "x")
    try office.register.write { try $0.register(user: "eva", permissions: [.view]) }
    let error = #expect(throws: KundregError.self) { try ActingUser(named: "x", in: office.register) }
    #expect(error?.status == .notPermitted)
    #expect(error?.code == "user.unknown")
    #expect(try ActingUser(named: "eva", in: office.register).name == "eva")
  }

  @Test func permissionsBindWhoIsNamedAndNobodyElse() throws {
    try office.register.write { try $0.register(user: "eva", permissions: [.view]) }
    let eva = try ActingUser(named: "eva", in: office.register)
    try office.register.read { reader throws in
      #expect(throws: KundregError.self) { try eva.require(.administrator, in: reader, to: Text(verbatim: "do it")) }
      #expect(try !eva.canSeeIdentity(in: reader))
      // Even one that has a user's name.
      let unnamed = ActingUser.unnamed("eva")
      try unnamed.require(.administrator, in: reader, to: Text(verbatim: "do it"))
      #expect(try unnamed.canSeeIdentity(in: reader))
    }
  }
}
