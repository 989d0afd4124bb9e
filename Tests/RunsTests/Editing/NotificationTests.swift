import CustomerModel
import Documents
import Foundation
import RegisterStore
import Runs
import TestSupport
import Testing
import Texts
import Validation

@Suite struct NotificationTests {
  private let office: Office
  init() throws { office = try Office() }

  @Test func anImportTellsEachUserOnce() throws {
    try office.importing(text: "Nr;Namn;assigned\n2;B;bo\n1;A;anna, bo\n3;C;\n")
    #expect(try office.told() == ["1 anna assigned: 1", "1 bo assigned: 1 2"])
    try office.clearTold()
    try office.importing(text: "Nr;Namn;assigned\n2;B;anna\n1;A;anna, bo\n4;D;bo\n")
    #expect(try Set(office.told()) == ["2 anna assigned: 2", "2 bo assigned: 4", "2 bo unassigned: 2"])
  }

  @Test func onceThereAreUsersNobodyElseIsToldAndTheImportSaysSo() throws {
    try office.register.write { try $0.register(user: "bo", permissions: [.view]) }
    let text = "Nr;Namn;assigned\n1;A;bo\n2;B;anna, bo\n"
    let outcome = try office.importing(text: text)
    #expect(outcome.counts == .init(rows: 2, created: 2, warnings: 1))
    #expect(outcome.report.problems.entries.map(\.code) == ["assigned.notRegistered"])
    #expect(try office.value("2", "assigned") == "anna\u{1F}bo\u{1F}")
    #expect(try office.told() == ["1 bo assigned: 1 2"])
    try office.importing(text: "Nr;Namn;assigned\n2;B;cia\n")
    #expect(try office.told().last == "2 bo unassigned: 2")
    #expect(try office.told().count == 2)
    try office.register.write { try $0.register(user: "anna", permissions: [.view]) }
    #expect(try office.importing(text: text).counts.warnings == 0)
  }

  @Test func anUndoTellsWhatItTakesBack() throws {
    try office.importing(text: "Nr;Namn;assigned\n1;A;anna\n2;B;\n")
    try office.clearTold()
    let run = try #require(try office.editor().assign("bo", to: .numbers(["1", "2"])).run)
    #expect(try office.told() == ["2 bo assigned: 1 2"])
    try office.clearTold()
    try office.undo(run)
    #expect(try office.told() == ["3 bo unassigned: 1 2"])
    try office.clearTold()
    try office.undo(1)
    #expect(try office.told() == ["4 anna unassigned: 1"])
    try office.clearTold()
    try office.undo(4)
    #expect(try office.told() == ["5 anna assigned: 1"])
  }

  @Test func aDeletionAndAnAdditionTell() throws {
    try office.add("1", "name=A", "assigned=anna")
    #expect(try office.told() == ["1 anna assigned: 1"])
    try office.clearTold()
    _ = try office.editor().delete(["1"])
    #expect(try office.told() == ["2 anna unassigned: 1"])
  }

  @Test func nobodyIsToldOfADryRunOrOfOtherFields() throws {
    try office.importing(text: "Nr;Namn;assigned\n1;A;anna\n")
    try office.clearTold()
    _ = try office.editor().assign("bo", to: .numbers(["1"]), isDryRun: true)
    try office.edit("1", "phone=08-12 34 56")
    _ = try office.editor().assign("anna", to: .numbers(["1"]))
    #expect(try office.told() == [])
  }

  @Test func whoIsAssignedAndTakenAwayInOneRunIsNotTold() throws {
    try office.add("1", "name=A")
    _ = try EditRun("test").perform(on: office.register, as: office.actor) { session in
      for operation in [FieldAssignments.Assignment.Operation.add, .remove] {
        try session.edit(
          session.customer("1"), session.assignments([.init(FieldPath(.assigned), "bo", operation)]))
      }
    }
    #expect(try office.told() == [])
  }

  @Test func onlyTheirOwnAreReadAndCleared() throws {
    try office.importing(text: "Nr;Namn;assigned\n1;A;anna\n2;B;bo\n")
    // Named before the register had users.
    let stranger = NotificationReading(office.register, as: try ActingUser(named: "x", in: office.register))
    let anna = try office.grant("anna", .view)
    _ = try office.grant("root", .administrator)
    let reading = NotificationReading(office.register, as: anna)
    #expect(code { _ = try reading.read(.all, clears: false) } == "user.notPermitted")
    #expect(code { _ = try reading.read(.user("bo"), clears: true) } == "user.notPermitted")
    #expect(try reading.read(.actor, clears: true).map(\.customers) == [["1"]])
    #expect(try reading.read(.user("anna"), clears: false) == [])
    #expect(try office.told() == ["1 bo assigned: 2"])
    #expect(code { _ = try stranger.read(.actor, clears: false) } == "user.unknown")
  }

  @Test func theCommandGetsEachNotificationOnce() throws {
    try office.importing(text: "Nr;Namn;assigned\n1;A;anna\n2;B;bo\n")
    let log = office.folder.file("log")
    let delivery = NotificationDelivery(
      command: ["sh", "-c", "echo $KUNDREG_TOLD $KUNDREG_COUNT $KUNDREG_KIND >> \"$0\"; cat >> \"$0\"", log],
      timeout: 60)
    for expected in [2, 0] {
      let outcome = try delivery.perform(on: office.register)
      #expect(outcome.delivered == expected)
      #expect(outcome.failures == [])
    }
    let text = try office.read("log")
    #expect(text.contains("anna 1 assigned\n{"))
    #expect(text.contains("bo 1 assigned\n{"))
    #expect(text.contains(#""customers": ["2"]"#) || text.contains(#""customers":["2"]"#))
  }

  @Test func theCommandGetsWhomAnInvitationIsFor() throws {
    try office.add("1001", "name=A")
    try office.edit {
      try $0.addCustomerUser(
        ["login": "eva", "email": "eva@example.se", "name": "Eva Ek", "rights": "view"], to: "1001")
    }
    let delivery = NotificationDelivery(command: ["sh", "-c", "cat > \"$0\"", office.folder.file("log")], timeout: 60)
    #expect(try delivery.perform(on: office.register).delivered == 1)
    let message = try JSONNode(parsing: Array(office.read("log").utf8))
    #expect(message["kind"]?.scalarText == "invitation")
    #expect(message["invited"]?["email"]?.scalarText == "eva@example.se")
    #expect(message["invited"]?["name"]?.scalarText == "Eva Ek")
  }

  @Test(arguments: [
    (["false"], 60.0, "ended with status 1"), (["/no/such/program"], 60, "cannot be started"),
    (["sh", "-c", "kill -9 $$"], 60, "signal 9"), (["sleep", "600"], 0.05, "longer than 0.05 s"),
  ])
  func aFailingCommandLeavesItUndelivered(command: [String], timeout: Double, reason: String) throws {
    try office.importing(text: "Nr;Namn;assigned\n1;A;anna\n")
    let outcome = try NotificationDelivery(command: command, timeout: timeout).perform(on: office.register)
    #expect(outcome.delivered == 0)
    #expect(outcome.failures.count == 1)
    #expect(outcome.failures.first?.english.contains(reason) == true, "\(outcome.failures)")
    #expect(try NotificationDelivery(command: ["true"], timeout: 60).perform(on: office.register).delivered == 1)
  }
}
