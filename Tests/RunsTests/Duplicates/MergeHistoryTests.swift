import CustomerModel
import Differ
import Documents
import Foundation
import RegisterStore
import TestSupport
import Testing
import Texts

@testable import Runs

/// What is known of a merged customer afterwards: its history, and what is disclosed and forgotten with it.
@Suite struct MergeHistoryTests: MergingSuite {
  @Test func historyOfTheMergedIsPartOfTheOthersUntilTheMergeIsUndone() throws {
    let office = try office(["name": "Ettan"], ["name": "Tvåan"])
    try office.edit("1", "phone=08-1")
    func lines(_ number: String) throws -> [String] {
      try #require(try office.register.read { try $0.history(ofNumber: number) })
        .map { "\($0.number) \($0.action.rawValue)" }
    }
    let merged = try #require(try merge(office).run)
    try office.edit("1", "phone=08-2")
    #expect(try lines("2") == ["2 create", "1 create", "1 update", "2 update", "1 inactivate"])
    #expect(try lines("1") == ["1 create", "1 update", "1 inactivate", "1 update"])
    let undo = try office.undo(merged)
    #expect(try lines("2") == ["2 create", "2 update", "2 update"])
    try office.undo(undo.run)
    #expect(try lines("2").filter { $0.hasPrefix("1") } == ["1 create", "1 update", "1 inactivate"])
  }

  @Test func historyFollowsThroughSeveralMerges() throws {
    let office = try office([:], [:])
    try office.add("3", "name=Trean")
    try merge(office)
    try _ = MergeRun(today: Office.today).perform("2", into: "3", on: office.register, as: office.actor)
    let history = try #require(try office.register.read { try $0.history(ofNumber: "3") })
    #expect(Set(history.map(\.number)) == ["1", "2", "3"])
  }

  @Test func inactiveCustomerThatGivesNothingIsMergedAllTheSame() throws {
    let office = try office(["active": "0"], [:])
    #expect(try merge(office).run != nil)
    let history = try #require(try office.register.read { try $0.history(ofNumber: "2") })
    #expect(history.contains { $0.number == "1" })
  }

  @Test func historyTakesAllUntilTheLatestMerge() throws {
    let office = try office([:], [:])
    try office.add("3", "name=Trean")
    func merge(_ from: String, _ into: String) throws {
      _ = try MergeRun(today: Office.today).perform(from, into: into, on: office.register, as: office.actor)
    }
    try merge("1", "3")
    _ = try office.editor().setActive(true, .numbers(["1"]))
    try office.edit("1", "phone=08-6")
    try merge("1", "2")
    try merge("2", "3")
    let history = try #require(try office.register.read { try $0.history(ofNumber: "3") })
    #expect(
      history.filter { $0.number == "1" }.map(\.action) == [.create, .inactivate, .reactivate, .update, .inactivate])
  }

  @Test func whatWasMergedIntoAnotherAfterwardsIsNotPartOfTheFirst() throws {
    let office = try office([:], [:])
    try office.add("3", "name=Trean")
    _ = try MergeRun(today: Office.today).perform("2", into: "3", on: office.register, as: office.actor)
    _ = try office.editor().setActive(true, .numbers(["2"]))
    try merge(office)
    let numbers = Set(try #require(try office.register.read { try $0.history(ofNumber: "3") }).map(\.number))
    #expect(numbers == ["2", "3"])
  }

  @Test func forgettingLeavesAMergedCustomerThatWasActivatedAgain() throws {
    let office = try office(["name": "Svea Berg"], ["name": "Svea Berg"])
    try merge(office)
    _ = try office.editor().setActive(true, .numbers(["1"]))
    let outcome = try ForgetRun.perform("2", on: office.register, as: office.actor)
    #expect(outcome.customers.count == 1)
    #expect(try office.card("1") != nil)
  }

  @Test func forgettingStopsAtACustomerThatWasActivatedAgain() throws {
    let office = try office([:], [:])
    try office.add("3", "name=Trean")
    try merge(office)
    _ = try MergeRun(today: Office.today).perform("2", into: "3", on: office.register, as: office.actor)
    _ = try office.editor().setActive(true, .numbers(["2"]))
    let outcome = try ForgetRun.perform("3", on: office.register, as: office.actor)
    #expect(outcome.customers.count == 1)
    #expect(outcome.rest.mergedInto == [])
    #expect(try office.card("1") != nil)
  }

  @Test func forgettingTheMergedNamesTheOneThatTookItsData() throws {
    let office = try office(["name": "Svea Berg", "email": "svea@example.se"], ["name": "Svea Berg"])
    try merge(office)
    let document = try Disclosure.document(of: "1", in: office.register, as: office.actor)
    #expect(document["mergedInto"]?.elements.map(\.scalarText) == ["2"])
    #expect(try ForgetRun.perform("1", on: office.register, as: office.actor).rest.mergedInto == ["2"])
    #expect(try value(office, "2", "email") == "svea@example.se")
  }

  @Test func forgettingTheOneThatStaysForgetsTheMergedToo() throws {
    let office = try office(["name": "Svea Berg"], ["name": "Svea Berg"])
    try merge(office)
    let outcome = try ForgetRun.perform("2", on: office.register, as: office.actor)
    #expect(outcome.customers.count == 2)
    #expect(try office.card("1") == nil)
    #expect(try office.register.read { try $0.history(ofNumber: "1") } == nil)
  }

  @Test func disclosureHasWhatIsHeldOnTheMerged() throws {
    let office = try office(["name": "Svea Berg", "email": "svea@example.se"], ["name": "Svea Berg"])
    try merge(office)
    let document = try Disclosure.document(of: "2", in: office.register, as: office.actor)
    let merged = try #require(document["mergedCustomers"]?.elements)
    #expect(merged.map { $0["card"]?["email"]?.scalarText } == ["svea@example.se"])
    let histories = merged.map { $0["history"]?.elements.compactMap { $0["customer"]?.scalarText } ?? [] }
    #expect(histories == [["1", "1"]])
  }
}
