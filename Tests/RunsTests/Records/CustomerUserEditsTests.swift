import CustomerModel
import RegisterStore
import TestSupport
import Testing
import Texts
import Validation

@testable import Runs

@Suite struct CustomerUserEditsTests {
  private static let eva = #"[{"login":"eva","email":"eva@example.se","rights":["view"]}]"#

  @Test func newUserHasNoPasswordAndIsInvited() throws {
    let office = try Office.withCustomer()
    let outcome = try office.edit {
      try $0.addCustomerUser(
        ["login": "eva", "email": "eva@example.se", "name": "Eva Ek", "rights": "reportErrors,view"], to: "1001")
    }
    #expect(
      try office.value(.customerUsers)
        == #"[{"login":"eva","name":"Eva Ek","email":"eva@example.se","rights":["view","reportErrors"]}]"#)
    let invitation = try #require(try office.register.read { try $0.undeliveredNotification(after: 0) })
    #expect(invitation.kind == .invitation)
    #expect(invitation.user == "eva")
    #expect(invitation.customers == ["1001"])
    #expect(invitation.run == outcome.run)
  }

  @Test(arguments: ["eva", "EVA"])
  func loginIsUniqueOverTheRegister(login: String) throws {
    let office = try Office.withCustomer(["customerUsers": Self.eva])
    try office.importing(text: "Nr;Namn\n2002;Bo AB\n")
    let code = try office.refusal {
      try $0.addCustomerUser(["login": login, "email": "annan@example.se"], to: "2002")
    }
    #expect(code == "customerUser.loginTaken")
  }

  @Test func userOfACustomerThatIsNotSavedIsRefused() throws {
    let office = try Office.withCustomer()
    #expect(
      try office.refusal { try $0.addCustomerUser(["login": "eva", "email": "eva@example.se"], to: "9") }
        == "customer.unknown")
  }

  @Test func refusedUserIsNotInvited() throws {
    let office = try Office.withCustomer()
    let refused: [(values: [String: String], code: String)] = [
      (["login": "eva", "email": "trasig"], "customerUser.email"),
      (["login": "eva"], "customerUser.email"),
      (["login": "", "email": "eva@example.se"], "records.memberMissing"),
      (["login": "eva", "email": "eva@example.se", "rights": "allt"], "records.choice"),
    ]
    for (values, code) in refused {
      #expect(try office.refusal { try $0.addCustomerUser(values, to: "1001") } == code)
    }
    #expect(try office.register.read { try $0.undeliveredNotification(after: 0) } == nil)
  }

  @Test func undoTakesBackEachChange() throws {
    let office = try Office.withCustomer(["customerUsers": Self.eva])
    let changes: [(EditSession) throws -> Void] = [
      { try $0.addCustomerUser(["login": "bo", "email": "bo@example.se"], to: "1001") },
      { try $0.changeRights(ofCustomerUser: "eva", to: "", of: "1001") },
      { try $0.removeCustomerUser("eva", of: "1001") },
    ]
    for change in changes {
      let before = try office.state()
      let run = try #require(try office.edit(change).run)
      #expect(try office.state() != before)
      try office.undo(run)
      #expect(try office.state() == before)
    }
  }

  private func waiting(_ office: Office) throws -> [String] {
    try office.register.read { try $0.notifications(of: nil) }.filter { $0.kind == .invitation }.map(\.user)
  }

  @Test func undoWithdrawsTheInvitationAndItsUndoBringsItBack() throws {
    let office = try Office.withCustomer(["customerUsers": Self.eva])
    let added = try #require(
      try office.edit { try $0.addCustomerUser(["login": "bo", "email": "bo@example.se"], to: "1001") }.run)
    #expect(try waiting(office) == ["bo"])
    let undone = try office.undo(added).run
    #expect(try waiting(office) == [])
    #expect(try office.register.read { try $0.undeliveredNotification(after: 0) } == nil)
    let redone = try office.undo(undone).run
    #expect(try waiting(office) == ["bo"])
    try office.undo(redone)
    #expect(try waiting(office) == [])
  }

  /// A login is one customer's, however its user comes; and an import sends nothing to anybody.
  @Test(arguments: [true, false])
  func anImportTakesNoLoginOfAnotherAndInvitesNobody(isDryRun: Bool) throws {
    let office = try Office.withCustomer(["customerUsers": Self.eva])
    let user = { (login: String) in #"[{""login"":""\#(login)"",""email"":""x@example.se""}]"# }
    let text = """
      Nr;Namn;customerUsers
      1001;Kyl AB;"\(user("bo"))"
      2002;Bo AB;"\(user("EVA"))"
      2003;Cia AB;"\(user("cia"))"
      2004;Cia 2 AB;"\(user("Cia"))"

      """
    let outcome = try office.importing(text: text) { $0.isDryRun = isDryRun }
    // 1001 gives up eva, so that 2002 may have it; 2004 may not have what 2003 has.
    #expect(outcome.counts.rejected == 1)
    #expect(outcome.report.problems.entries.map(\.code) == ["customerUser.loginTaken"])
    #expect(outcome.report.notes.contains(NewNameTexts.invitations(3)))
    #expect(try waiting(office) == [])
    guard !isDryRun else { return }
    #expect(try office.importing(text: "Nr;Namn;customerUsers\n3001;D;\"\(user("bo"))\"\n").counts.rejected == 1)
    #expect(try office.importing(text: text).counts.unchanged == 3)
  }

  /// Registers of older versions, and undos, may have a login twice.
  @Test func aCustomerKeepsTheLoginThatItHad() throws {
    let office = try Office.withCustomer(["customerUsers": Self.eva])
    let removed = try #require(try office.edit { try $0.removeCustomerUser("eva", of: "1001") }.run)
    try office.importing(text: "Nr;Namn\n2002;Bo AB\n")
    try office.edit { try $0.addCustomerUser(["login": "eva", "email": "eva@example.se"], to: "2002") }
    try office.undo(removed)
    let users = Self.eva.replacing("]}]", with: "]},{\"login\":\"ny\",\"email\":\"n@example.se\"}]")
      .replacing("\"", with: "\"\"")
    let outcome = try office.importing(text: "Nr;Namn;customerUsers\n1001;Ny AB;\"\(users)\"\n")
    #expect(outcome.counts == .init(rows: 1, updated: 1), "\(outcome.report.problems.entries)")
  }

  @Test func aPlanGivesNoLoginThatWasTakenSince() throws {
    let office = try Office.withCustomer()
    try office.folder.write(
      "Nr;Namn;customerUsers\n2002;Bo AB;\"[{\"\"login\"\":\"\"eva\"\",\"\"email\"\":\"\"x@example.se\"\"}]\"\n",
      to: "k.csv")
    let path = office.folder.file("plan.json")
    let plan = try PlanFile(path: path, register: office.register, source: "k.csv", mapping: "kunder")
    try office.importing("k.csv", changes: plan) { $0.isDryRun = true }
    try plan.finish()
    try office.edit { try $0.addCustomerUser(["login": "eva", "email": "eva@example.se"], to: "1001") }
    let error = #expect(throws: KundregError.self) {
      try ApplyRun.perform(plan: path, on: office.register, as: office.actor)
    }
    #expect(error?.code == "customerUser.loginTaken")
    #expect(try office.card("2002") == nil)
  }

  @Test func aUserIsInvitedOnceMore() throws {
    let office = try Office.withCustomer(["customerUsers": Self.eva])
    try office.edit { try $0.invite(customerUser: "eva", of: "1001") }
    #expect(try waiting(office) == ["eva"])
    let undone = try office.undo(#require(try office.edit { try $0.invite(customerUser: "eva", of: "1001") }.run)).run
    #expect(try waiting(office) == ["eva"])
    try office.undo(undone)
    #expect(try waiting(office) == ["eva", "eva"])
    #expect(try office.refusal { try $0.invite(customerUser: "bo", of: "1001") } == "record.unknown")
  }

  @Test func undoneRemovalInvitesNobody() throws {
    let office = try Office.withCustomer(["customerUsers": Self.eva])
    try office.edit { try $0.addCustomerUser(["login": "bo", "email": "bo@example.se"], to: "1001") }
    try office.register.write { _ = try $0.clearNotifications(of: nil, upTo: .max) }
    for login in ["eva", "bo"] {
      let removed = try #require(try office.edit { try $0.removeCustomerUser(login, of: "1001") }.run)
      try office.undo(removed)
      #expect(try waiting(office) == [])
    }
  }

  @Test func clearedInvitationStaysCleared() throws {
    let office = try Office.withCustomer()
    let added = try #require(
      try office.edit { try $0.addCustomerUser(["login": "bo", "email": "bo@example.se"], to: "1001") }.run)
    try office.register.write { _ = try $0.clearNotifications(of: nil, upTo: .max) }
    try office.undo(try office.undo(added).run)
    #expect(try waiting(office) == [])
  }

  @Test func aTakenLoginNamesNoCustomerThatTheUserMayNotSee() throws {
    let office = try Office.withCustomer(["customerUsers": Self.eva])
    try office.importing(text: "Nr;Namn\n2002;Bo AB\n")
    let seesNobody = try office.user("nils", [.createCustomerUsers, .viewAssigned])
    let seesAll = try office.user("anna", [.createCustomerUsers, .view])
    for (user, owner) in [(seesNobody, nil), (seesAll, "1001")] {
      let error = #expect(throws: KundregError.self) {
        try office.edit(as: user) { try $0.addCustomerUser(["login": "eva", "email": "e@example.se"], to: "2002") }
      }
      #expect(error?.text == RecordTexts.loginTaken("eva", owner: owner))
    }
  }
}
