import CustomerModel
import Differ
import RegisterStore
import Runs
import TestSupport
import Testing

/// The customers that a run made and nobody has changed since go together; all others are looked at one by one.
@Suite struct UntouchedCreationsTests {
  private let office: Office
  init() throws { office = try Office([:]) }

  private static func list(_ numbers: some Sequence<Int>) -> String {
    "Nr;Namn;Telefon;Taggar;contactPersons[0].name;contactPersons[1].email;customFields.Region;invoiceAddress.line1;Kst;assigned\n"
      + numbers.map {
        "\($0);Kund \($0);\($0 % 3 == 0 ? "08-12 34 56" : "");\($0 % 2 == 0 ? "Ö, A" : "");\($0 % 5 == 0 ? "Eva" : "");"
          + "\($0 % 7 == 0 ? "k@example.se" : "");\($0 % 4 == 0 ? "Norr" : "");\"Väg \\\"\"\($0)\"\"\";"
          + "\($0 % 6 == 0 ? "100" : "");\($0 % 500 == 0 ? "bo" : "")\n"
      }.joined()
  }

  @Test func theirHistoryTellsWhatTheyBeganAndEndedWith() throws {
    try office.importing(text: Self.list(1...30))
    let before = try office.state().cards
    let undo = try office.undo(1).run
    for number in ["1", "4", "7", "10", "30"] {
      let history = try #require(try office.register.read { try $0.history(ofNumber: number) })
      #expect(history.map(\.action) == [.create, .delete])
      #expect(history.map(\.run) == [1, undo])
      let card = try #require(before[number])
      #expect(history[0].fields == card.paths.map { FieldChange($0, old: nil, new: card[$0]) })
      #expect(history[1].fields == card.paths.map { FieldChange($0, old: card[$0], new: nil) })
    }
  }

  @Test func theyComeBackAndGoAgain() throws {
    try office.importing(text: Self.list(1...40))
    let before = try office.state()
    let first = try office.undo(1)
    #expect(first.counts == .init(deleted: 40))
    #expect(try office.state().cards.isEmpty)
    let second = try office.undo(first.run)
    #expect(second.counts == .init(created: 40))
    #expect(before.differences(in: try office.state()) == [])
    #expect(try office.undo(second.run).counts == .init(deleted: 40))
    #expect(try office.undo(1).counts == .init())
    #expect(try office.state().cards.isEmpty)
    #expect(try office.register.read { try $0.integrityProblems() }.isEmpty)
  }

  @Test func severalBatchesGoAroundWhatWasChanged() throws {
    try office.importing(text: Self.list(1...2600))
    try office.edit("5", "email=a@example.se")
    try office.edit("1030", "comments=X")
    // Changed, and changed back: as the run made it.
    try office.edit("2048", "comments=X")
    try office.edit("2048", "comments=")
    _ = try office.editor().delete(["2100"])
    let later = try #require(try office.importing(text: Self.list(2601...2610)).run)
    let outcome = try office.undo(1)
    #expect(outcome.counts == .init(deleted: 2597))
    #expect(outcome.left.map { "\($0.number) \($0.path)" }.sorted() == ["1030 comments", "5 email"])
    let cards = try office.state().cards
    #expect(Set(cards.keys) == Set(["5", "1030"] + (2601...2610).map(String.init)))
    // What refers to a customer goes with it by itself again.
    _ = try office.editor().delete(["2604"])
    #expect(try office.undo(later).counts == .init(deleted: 9))
    #expect(try office.register.read { try $0.integrityProblems() }.isEmpty)
  }

  @Test func usersAreToldOfThoseThatWereTheirs() throws {
    try office.importing(text: Self.list(1...2600))
    try office.clearTold()
    let undo = try office.undo(1).run
    #expect(try office.told() == ["\(undo) bo unassigned: 1000 1500 2000 2500 500"])
    try office.clearTold()
    let again = try office.undo(undo).run
    #expect(try office.told() == ["\(again) bo assigned: 1000 1500 2000 2500 500"])
  }

  /// Never generated again, but free to be given by hand, unless somebody had taken it out of use before.
  @Test func theirNumbersAreUsedAndNotReserved() throws {
    try office.importing(text: Self.list(1...3))
    _ = try office.editor().delete(["2"])
    let second = try #require(try office.importing(text: "Nr;Namn\n4;Fyra\n").run)
    try office.undo(second)
    try office.undo(1)
    let numbers = ["1", "2", "3", "4"]
    #expect(
      try office.register.read { reader in try numbers.map { try reader.isNumberUsed($0) } } == [
        true, true, true, true,
      ])
    #expect(
      try office.register.read { reader in try numbers.map { try reader.isNumberReserved($0) } }
        == [false, true, false, false])
  }

  @Test func theirRowsAreNewWhenTheyComeAgain() throws {
    let text = Self.list(1...1500)
    let first = try office.importing(text: text).counts
    #expect(first.created == 1500)
    let state = try office.state()
    try office.undo(1)
    #expect(try office.importing(text: text).counts == first)
    #expect(state.differences(in: try office.state()) == [])
  }

  @Test func oneThatWasForgottenIsNamed() throws {
    try office.importing(text: Self.list(1...5))
    _ = try ForgetRun.perform("3", on: office.register, as: office.actor)
    let outcome = try office.undo(1)
    #expect(outcome.counts == .init(deleted: 4))
    #expect(outcome.left.count == 1)
    #expect(try office.state().cards.isEmpty)
  }

  @Test(arguments: UInt64(1)...8)
  func importsOfCustomersOfTheirOwnAreTakenBackInAnyOrder(seed: UInt64) throws {
    var random = SeededGenerator(seed)
    try office.importing(text: Self.list(9000...9020))
    let before = try office.state()
    var runs: [Int] = []
    for part in 0..<5 {
      let first = 1000 * (part + 1)
      let last = first + Int.random(in: 1...60, using: &random)
      runs.append(try #require(try office.importing(text: Self.list(first...last)).run))
      if random.chance(0.5) {
        runs.append(try #require(try office.edit("\(9000 + part)", "comments=Del \(part)", "tags+=D\(part)").run))
      }
    }
    for run in runs.shuffled(using: &random) { #expect(try office.undo(run).left.isEmpty) }
    #expect(before.differences(in: try office.state()) == [])
    #expect(try office.register.read { try $0.integrityProblems() }.isEmpty)
  }
}
