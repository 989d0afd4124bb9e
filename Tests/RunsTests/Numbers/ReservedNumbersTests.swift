import CustomerModel
import Runs
import TestSupport
import Testing
import Validation

/// The number of a deleted customer is given to no other, whichever way the new customer comes.
@Suite struct ReservedNumbersTests {
  private let office: Office
  init() throws {
    office = try Office()
    try office.add("41", "name=A")
  }

  @discardableResult
  private func delete(_ number: String) throws -> Int { try #require(try office.editor().delete([number]).run) }

  @Test(arguments: [false, true], [true, false])
  func aRowWithADeletedCustomersNumberIsRejected(isDryRun: Bool, hasOthers: Bool) throws {
    if hasOthers { try office.add("7", "name=B") }
    try delete("41")
    let outcome = try office.importing(text: "Nr;Namn\n41;Ny\n42;C\n") { $0.isDryRun = isDryRun }
    #expect(outcome.counts == .init(rows: 2, created: 1, rejected: 1))
    let problem = try #require(outcome.report.problems.entries.first)
    #expect(problem.code == "number.reserved")
    #expect(
      problem.examples.first?.message
        == "“Nr”: 41 was the number of a customer that was deleted, renumbered or forgotten, and stays reserved. "
        + "Choose another number.")
    #expect(try office.card("41") == nil)
  }

  /// Yesterday's file, imported again, must not make the customer anew.
  @Test func theOldNumberOfARenumberedCustomerIsGivenToNoOther() throws {
    let run = try RenumberRun.perform("41", to: "61", on: office.register, as: office.actor, today: Office.today).run
    for isDryRun in [true, false] {
      let outcome = try office.importing(text: "Nr;Namn\n41;A\n42;C\n") { $0.isDryRun = isDryRun }
      #expect(outcome.counts == .init(rows: 2, created: 1, rejected: 1))
      #expect(outcome.report.problems.entries.map(\.code) == ["number.reserved"])
    }
    #expect(code { try office.add("41", "name=Ny") } == "number.reserved")
    try office.undo(try #require(run))
    #expect(try office.card("41")?[.customerName] == "A")
  }

  @Test func theNumberOfAForgottenCustomerIsGivenToNoOther() throws {
    _ = try ForgetRun.perform("41", on: office.register, as: office.actor)
    #expect(code { try office.add("41", "name=Ny") } == "number.reserved")
    #expect(try office.importing(text: "Nr;Namn\n41;Ny\n").counts == .init(rows: 1, rejected: 1))
  }

  @Test func theNumberIsFreeAgainForItsOwnCustomerOnly() throws {
    let deletion = try delete("41")
    try office.undo(deletion)
    #expect(try office.importing(text: "Nr;Namn\n41;Ny\n").counts == .init(rows: 1, updated: 1))
  }

  @Test func theNumberOfACustomerThatAnUndoTookAwayIsFree() throws {
    let run = try #require(try office.importing(text: "Nr;Namn\n50;B\n").run)
    try office.undo(run)
    #expect(try office.importing(text: "Nr;Namn\n50;B\n").counts == .init(rows: 1, created: 1))
  }

  /// What was done last with a number decides: here it is renumbering, after an undo.
  @Test func theNumberIsReservedWhateverHappenedToItBefore() throws {
    try office.undo(1)
    try office.add("41", "name=A")
    let run = try RenumberRun.perform("41", to: "61", on: office.register, as: office.actor, today: Office.today).run
    #expect(code { try office.add("41", "name=Ny") } == "number.reserved")
    #expect(try office.importing(text: "Nr;Namn\n41;Ny\n").counts == .init(rows: 1, rejected: 1))
    try office.undo(try #require(run))
    #expect(try office.card("41") != nil)
    // Nobody ever had 61: the renumbering never was meant to be.
    try office.add("61", "name=B")
  }

  /// An undo of an undo does again what was done: the number is given up again.
  @Test func whatIsDoneAgainReservesTheNumberAgain() throws {
    let deletion = try delete("41")
    let back = try office.undo(deletion).run
    try office.undo(back)
    #expect(code { try office.add("41", "name=Ny") } == "number.reserved")
    try office.add("5", "name=B")
    let run = try #require(
      try RenumberRun.perform("5", to: "6", on: office.register, as: office.actor, today: Office.today).run)
    try office.undo(office.undo(run).run)
    #expect(code { try office.add("5", "name=Ny") } == "number.reserved")
  }

  @Test func anUndoFreesNoNumberThatWasReservedBefore() throws {
    let renumber = { (from: String, to: String) in
      try #require(
        try RenumberRun.perform(from, to: to, on: self.office.register, as: self.office.actor, today: Office.today).run)
    }
    _ = try renumber("41", "42")
    let last = try renumber("42", "41")
    try office.undo(last)
    #expect(code { try office.add("41", "name=Ny") } == "number.reserved")
  }

  @Test func aPlanThatWouldGiveTheNumberAwayIsRefused() throws {
    try office.folder.write("Nr;Namn\n41;Ny\n42;C\n", to: "k.csv")
    let path = office.folder.file("plan.json")
    let twin = try office.twin()
    try twin.undo(1)
    let plan = try PlanFile(path: path, register: twin.register, source: "k.csv", mapping: "kunder")
    try twin.importing("k.csv", changes: plan) { $0.isDryRun = true }
    try plan.finish()
    try delete("41")
    let before = try office.state()
    let found = code { _ = try ApplyRun.perform(plan: path, on: office.register, as: office.actor) }
    #expect(found == "number.reserved")
    #expect(try office.state() == before)
  }
}
