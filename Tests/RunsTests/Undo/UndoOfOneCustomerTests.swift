import CustomerModel
import Differ
import RegisterStore
import Runs
import TestSupport
import Testing

@Suite struct UndoOfOneCustomerTests {
  private let office: Office
  private let before: RegisterState
  private let run: Int

  /// A night that updates two customers, inactivates one and creates two.
  init() throws {
    office = try Office()
    try office.importing(
      text: "Nr;Namn;Telefon;Taggar\n1;A;08-12 34 56;X\n2;B;08-12 34 57;\n3;C;;\n4;D;;\n5;E;;\n6;F;;\n7;G;;\n8;H;;\n")
    before = try office.state()
    run = try #require(
      try office.importing(
        text: "Nr;Namn;Telefon;Taggar;Aktiv\n1;Ny A;08-65 43 21;Y;\n2;Ny B;;;\n3;C;;;Nej\n9;Nio;;Z;\n10;Tio;;;\n"
      ).run)
  }

  private func undo(_ number: String, run: Int? = nil) throws -> RunOutcome {
    try UndoRun.perform(run ?? self.run, ofCustomer: number, on: office.register, as: office.actor)
  }

  private func code(_ number: String, run: Int? = nil) throws -> String? {
    let (state, runs) = (try office.state(), try office.register.read { try $0.runs() })
    do {
      _ = try undo(number, run: run)
      return nil
    } catch let error as KundregError {
      #expect(try office.state() == state)
      #expect(try office.register.read { try $0.runs() } == runs)
      return error.code
    }
  }

  @Test func theOthersKeepWhatTheRunGaveThem() throws {
    let after = try office.state()
    let outcome = try undo("1")
    #expect(outcome.counts == .init(updated: 1))
    #expect(outcome.left.isEmpty)
    let state = try office.state()
    #expect(state.cards["1"] == before.cards["1"])
    for number in ["2", "3", "4", "9", "10"] { #expect(state.cards[number] == after.cards[number], "\(number)") }
    #expect(try undo("3").counts == .init(reactivated: 1))
    #expect(try undo("9").counts == .init(deleted: 1))
    #expect(try office.card("9") == nil)
    #expect(try office.card("10") != nil)
    #expect(try office.register.read { try $0.integrityProblems() }.isEmpty)
  }

  @Test func theRunIsNotUndoneByIt() throws {
    let part = try undo("1").run
    let records = try office.register.read { try $0.runs() }
    #expect(records[0].id == part)
    #expect(records[0].kind == .undo)
    #expect(records[0].reverts == nil)
    #expect(records[0].revertsPart == run)
    #expect(records.first { $0.id == run }?.revertedBy == nil)
  }

  @Test func itCanBeTakenBackItself() throws {
    let after = try office.state()
    for number in ["1", "3", "9"] {
      let part = try undo(number).run
      #expect(try office.undo(part).left.isEmpty)
      #expect(try office.state() == after, "\(number)")
    }
  }

  @Test func theWholeRunCanStillBeUndoneAfterIt() throws {
    for number in ["1", "9"] { _ = try undo(number) }
    let outcome = try office.undo(run)
    #expect(outcome.left.isEmpty)
    #expect(outcome.counts == .init(updated: 1, reactivated: 1, deleted: 1))
    #expect(try office.state() == before)
  }

  /// As after the undo of a whole run: nobody may find the number taken by a customer that is gone.
  @Test func aNumberThatWasGivenBackCanBeUsedAgain() throws {
    _ = try undo("9")
    #expect(try office.importing(text: "Nr;Namn\n9;Nio igen\n").counts == .init(rows: 1, created: 1))
  }

  @Test func whatChangedAgainIsLeftAndNamed() throws {
    try office.importing(text: "Nr;Namn;Telefon\n1;Tredje;\n2;Tredje B;\n")
    let outcome = try undo("1")
    #expect(outcome.left.map(\.number) == ["1"])
    #expect(outcome.left.map(\.path) == [FieldPath(.customerName)])
    #expect(try office.card("1")?[FieldPath("phone")!] == "08-12 34 56")
    #expect(try office.card("2")?[.customerName] == "Tredje B")
  }

  @Test func aCustomerIsFoundByTheNumberItHadThen() throws {
    _ = try RenumberRun.perform("2", to: "B-2", on: office.register, as: office.actor, today: Office.today)
    #expect(try undo("2").counts == .init(updated: 1))
    #expect(try office.card("B-2")?[.customerName] == "B")
  }

  /// A number that was given back and used again: the run is taken back of the customer that it touched, not of the new holder.
  @Test func ofSeveralWhoHadANumberItIsTheOneThatTheRunTouched() throws {
    let renumbering = try #require(
      try RenumberRun.perform("4", to: "D-4", on: office.register, as: office.actor, today: Office.today).run)
    let naming = try #require(try office.importing(text: "Nr;Namn\nD-4;Ny D\n").run)
    _ = try office.undo(renumbering)
    let later = try #require(try office.importing(text: "Nr;Namn\nD-4;En annan\n").run)
    #expect(try undo("D-4", run: naming).counts == .init(updated: 1))
    #expect(try office.card("4")?[.customerName] == "D")
    #expect(try office.card("D-4")?[.customerName] == "En annan")
    #expect(try undo("D-4", run: later).counts == .init(deleted: 1))
    #expect(try office.card("4")?[.customerName] == "D")
  }

  @Test func aDeletedCustomerComesBackAlone() throws {
    let undone = try office.undo(run).run
    #expect(try office.card("9") == nil)
    #expect(try undo("9", run: undone).counts == .init(created: 1))
    #expect(try office.card("9")?[.customerName] == "Nio")
    #expect(try office.card("10") == nil)
  }

  @Test func whatTheRunDidNotTouchIsRefused() throws {
    #expect(try code("4") == "undo.untouched")
    #expect(try code("77") == "customer.unknown")
    #expect(try code("1", run: 99) == "run.unknown")
  }

  @Test func aMergeIsTakenBackAsAWholeOnly() throws {
    let merge = try #require(
      try MergeRun(today: Office.today).perform("7", into: "8", on: office.register, as: office.actor).run)
    #expect(try code("7", run: merge) == "undo.wholeOnly")
    #expect(try code("8", run: merge) == "undo.wholeOnly")
    #expect(try office.undo(merge).left.isEmpty)
  }

  @Test func aRenumberingConcernsOneCustomerAndIsTakenBack() throws {
    let run = try #require(
      try RenumberRun.perform("4", to: "D-4", on: office.register, as: office.actor, today: Office.today).run)
    #expect(try undo("D-4", run: run).left.isEmpty)
    #expect(try office.card("4")?[.customerName] == "D")
  }

  @Test func forgettingTheCustomerTakesItsNumberFromTheUndo() throws {
    _ = try undo("1")
    _ = try undo("2")
    _ = try ForgetRun.perform("1", on: office.register, as: office.actor)
    let sources = try office.register.read { try $0.runs() }.filter { $0.kind == .undo }.map(\.source)
    #expect(sources == ["run \(run), customer 2", "run \(run), (forgotten)"])
  }
}
