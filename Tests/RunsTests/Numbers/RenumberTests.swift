import CustomerModel
import Differ
import RegisterStore
import Testing
import Texts

@testable import Runs

@Suite struct RenumberTests {
  private func office() throws -> Office {
    let office = try Office()
    try office.importing(text: "Nr;Namn\n1001;Anna AB\n1002;Berg AB\n")
    return office
  }

  private func failure(_ office: Office, _ old: String, _ new: String) throws -> KundregError? {
    let before = try office.state()
    defer { #expect((try? office.state()) == before) }
    do {
      _ = try RenumberRun.perform(old, to: new, on: office.register, as: office.actor, today: Office.today)
      return nil
    } catch let error as KundregError {
      return error
    }
  }

  @discardableResult
  private func renumber(_ office: Office, _ old: String, _ new: String) throws -> RenumberOutcome {
    try RenumberRun.perform(old, to: new, on: office.register, as: office.actor, today: Office.today)
  }

  @Test func customerKeepsItsCardAndHistoryUnderTheNewNumber() throws {
    let office = try office()
    try renumber(office, "1001", "K-7")
    #expect(try office.card("1001") == nil)
    #expect(try office.card("K-7")?[.customerName] == "Anna AB")
    let history = try #require(try office.register.read { try $0.history(ofNumber: "K-7") })
    #expect(history.map(\.action) == [.create, .update])
    #expect(history[1].fields.map(\.path.description) == ["number"])
    #expect(history[1].fields.map(\.old) == ["1001"])
    #expect(history[1].fields.map(\.new) == ["K-7"])
  }

  @Test func historyIsFoundByEveryNumberThatTheCustomerHad() throws {
    let office = try office()
    try renumber(office, "1001", "K-7")
    try renumber(office, "K-7", "K-8")
    func history(_ number: String) throws -> [HistoryEntry]? {
      try office.register.read { try $0.history(ofNumber: number) }
    }
    let whole = try #require(try history("K-8"))
    #expect(whole.map(\.action) == [.create, .update, .update])
    #expect(try history("1001") == whole)
    #expect(try history("K-7") == whole)
    #expect(try history("K-9") == nil)
    // Who has a number now comes before who had it.
    let other = try #require(try history("1002"))
    #expect(other.map(\.customer) != whole.map(\.customer))
    try renumber(office, "K-8", "1001")
    #expect(try history("K-7")?.map(\.number) == ["1001", "1001", "1001", "1001"])
  }

  @Test func undoGivesTheOldNumberBack() throws {
    let office = try office()
    let before = try office.state()
    let run = try #require(try renumber(office, "1001", "9001").run)
    #expect(try office.undo(run).left.isEmpty)
    #expect(try office.state() == before)
    #expect(try renumber(office, "1002", "1003").new == "1003")
  }

  /// So an undo always finds it free.
  @Test func nobodyTakesTheOldNumberMeanwhile() throws {
    let office = try office()
    let run = try #require(try renumber(office, "1001", "9001").run)
    #expect(try office.importing(text: "Nr;Namn\n1001;Ny AB\n").counts == .init(rows: 1, rejected: 1))
    #expect(try office.undo(run).left.isEmpty)
    #expect(try office.card("1001")?[.customerName] == "Anna AB")
  }

  @Test func oldNumberIsReservedForOthersAndNotForItself() throws {
    let office = try office()
    try renumber(office, "1001", "9001")
    #expect(try failure(office, "1002", "1001")?.code == "number.reserved")
    try renumber(office, "9001", "1001")
    #expect(try office.card("1001")?[.customerName] == "Anna AB")
  }

  @Test(arguments: [
    ("1001", "1001", "number.same"), ("1001", "1002", "number.taken"), ("4711", "9", "customer.unknown"),
    ("1001", "", "number.missing"), ("1001", "12 3!", "number.characters"), ("1001", "123456789", "number.length"),
  ])
  func numberKeepsTheRulesOfANewCustomers(old: String, new: String, code: String) throws {
    let office = try office()
    try office.set([.numberMaximumLength: 8])
    #expect(try failure(office, old, new)?.code == code)
  }

  @Test func onlyAnAdministratorRenumbers() throws {
    var office = try office()
    try office.register.write { try $0.register(user: "bo", permissions: [.view, .edit, .create]) }
    office.actor = try ActingUser(named: "bo", in: office.register)
    #expect(try failure(office, "1001", "9")?.status == .notPermitted)
  }

  @Test func linkedSystemKeepsItsNumberAndIsNamed() throws {
    let office = try office()
    try office.register.write { writer in
      try writer.save(
        CustomerLink(
          system: "fortnox", customer: 1, remoteID: "1001", remoteNumber: "1001", agreed: nil, record: "{}"))
    }
    let outcome = try renumber(office, "1001", "9001")
    #expect(
      outcome.notes == [NumberTexts.keptRemotely("fortnox", old: "1001")])
    let link = try office.register.read { try $0.link("fortnox", customer: 1) }
    #expect(link?.remoteID == "1001")
  }

  @Test func rowWithTheNewNumberIsTakenForTheCustomer() throws {
    let office = try office()
    try renumber(office, "1001", "9001")
    let outcome = try office.importing(text: "Nr;Namn\n9001;Anna AB\n")
    #expect(outcome.counts.unchanged == 1)
    #expect(outcome.counts.created == 0)
  }
}
