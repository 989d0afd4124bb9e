import CustomerModel
import Differ
import Documents
import Foundation
import RegisterStore
import TestSupport
import Testing
import Texts

@testable import Runs

/// What a merge takes, leaves and undoes: links, permissions, refusals.
@Suite struct MergeTests: MergingSuite {
  @Test func mergingTheSameAgainIsRefusedWithoutARun() throws {
    let office = try office(["email": "a@example.se"], [:])
    try merge(office)
    let before = try office.state()
    let error = #expect(throws: KundregError.self) { try merge(office) }
    #expect(error?.code == "merge.already")
    #expect(try office.state() == before)
  }

  @Test func whoMayEditAndNotSeeIsShownNoValues() throws {
    var office = try office(["email": "a@example.se"], [:])
    try office.register.write { try $0.register(user: "bo", permissions: [.edit]) }
    office.actor = try ActingUser(named: "bo", in: office.register)
    let outcome = try merge(office)
    #expect(outcome.run != nil)
    #expect(outcome.changes.isEmpty)
    #expect(try value(office, "2", "email") == "a@example.se")
  }

  @Test(arguments: [
    ("assigned", "bo\u{1F}"), ("customerUsers", #"[{"login":"eva","email":"eva@example.se"}]"#),
    (
      "documents",
      #"[{"name":"a.pdf","type":"application/pdf","size":1,"hash":"\#(String(repeating: "a", count: 64))"}]"#
    ),
  ])
  func mergingTakesThePermissionsOfWhatItMoves(field: String, value: String) throws {
    var office = try office([field: value], [:])
    try office.register.write { try $0.register(user: "ed", permissions: [.edit, .view]) }
    office.actor = try ActingUser(named: "ed", in: office.register)
    let before = try office.state()
    let error = #expect(throws: KundregError.self) { try merge(office) }
    #expect(error?.status == .notPermitted)
    #expect(try office.state() == before)
    try office.register.write {
      try $0.register(
        user: "ed", permissions: [.edit, .view, .assign, .changeDocuments, .createCustomerUsers, .deleteCustomerUsers])
    }
    #expect(try merge(office).run != nil)
  }

  @Test func linkMovesUnlessTheOtherHasOne() throws {
    let office = try office([:], [:])
    try office.register.write { writer in
      for (system, customer) in [("fortnox", 1), ("visma", 1), ("visma", 2)] as [(String, Int64)] {
        try writer.save(
          CustomerLink(
            system: system, customer: customer, remoteID: "r\(customer)", remoteNumber: "\(customer)", agreed: nil,
            record: "{}"))
      }
    }
    let outcome = try merge(office)
    #expect(outcome.movedLinks == ["fortnox"])
    #expect(outcome.notes == [CustomerMergeTexts.keptLink("visma", customer: "1", record: "1", isGone: false)])
    func links(_ customer: Int64) throws -> [String] {
      try office.register.read { try $0.links(ofCustomer: customer) }.map { "\($0.system) \($0.remoteID)" }
    }
    #expect(try links(1) == ["visma r1"])
    #expect(try links(2) == ["fortnox r1", "visma r2"])
    let undo = try office.undo(try #require(outcome.run))
    #expect(try links(1) == ["fortnox r1", "visma r1"])
    try office.undo(undo.run)
    #expect(try links(2) == ["fortnox r1", "visma r2"])
  }

  @Test func dryRunWritesNothing() throws {
    let office = try office(["email": "a@example.se"], [:])
    let before = try office.state()
    #expect(try merge(office, dryRun: true).changes.map(\.number) == ["1", "2"])
    #expect(try office.state() == before)
  }

  @Test func inactiveCustomerTakesNoOther() throws {
    let office = try office([:], ["active": "0"])
    let error = #expect(throws: KundregError.self) { try merge(office) }
    #expect(error?.code == "merge.inactive")
    #expect(error?.text == CustomerMergeTexts.inactive("2", other: "1"))
    let both = try self.office(["active": "0"], ["active": "0"])
    let other = #expect(throws: KundregError.self) { try merge(both) }
    #expect(other?.text == CustomerMergeTexts.inactive("2", other: nil))
  }

  @Test func theCommandThatIsAdvisedKeepsAnActiveOne() throws {
    for (first, second, into) in [("1", "1", "1"), ("1", "0", "1"), ("0", "1", "2"), ("0", "0", nil)] {
      let office = try office(["active": first], ["active": second])
      let order = try DuplicateSearch.mergeOrder("1", "2", in: office.register)
      #expect(order?.into == into)
      #expect(order?.from == into.map { $0 == "1" ? "2" : "1" })
    }
  }

  @Test func mergingTakesThePermissionToEdit() throws {
    var office = try office([:], [:])
    try office.register.write { try $0.register(user: "bo", permissions: [.view]) }
    office.actor = try ActingUser(named: "bo", in: office.register)
    let error = #expect(throws: KundregError.self) { try merge(office) }
    #expect(error?.status == .notPermitted)
  }

  @Test func mergedPairIsNoLongerListed() throws {
    let office = try office(["email": "a@example.se"], ["email": "a@example.se"])
    #expect(try DuplicateSearch.pairs(in: office.register, as: office.actor).count == 1)
    try merge(office)
    #expect(try DuplicateSearch.pairs(in: office.register, as: office.actor).isEmpty)
  }

  @Test(arguments: 0..<30)
  func mergeThenUndoGivesTheSameRegister(seed: Int) throws {
    var random = SeededGenerator(UInt64(seed))
    let office = try Office([.useTaxReductions: 1])
    try office.register.write { writer in
      try writer.begin(RunDescription(kind: .import, source: "test", user: "anna"))
      for definition in RandomCards.definitions { try writer.addCustomField(definition) }
      for number in 1...2 {
        var card = RandomCards.card(number: "\(number)", ordinal: number, &random)
        card[.active] = "1"
        try writer.apply(creation(card))
      }
      try writer.endRun(RunRecord.Counts())
    }
    let before = try office.state()
    let run: Int
    do {
      run = try #require(try merge(office).run)
    } catch let error as KundregError {
      // Cards that break a rule together are refused, and left as they were.
      #expect(error.status == .failed)
      #expect(try office.state() == before)
      return
    }
    #expect(try office.state() != before)
    #expect(try office.undo(run).left.isEmpty)
    #expect(before.differences(in: try office.state()) == [])
  }
}
