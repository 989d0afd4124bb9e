import CustomerModel
import Differ
import Mapping
import RegisterStore
import Runs
import TestSupport
import Testing

@Suite struct UndoTests {
  private let office: Office
  init() throws {
    office = try Office()
    try office.importing(
      text: """
        Nr;Namn;Telefon;Taggar;Kst;contactPersons[0].name;contactPersons[0].email;Aktiv
        1;A;08-12 34 56;X, Y;100;Anna;anna@example.se;
        2;B;;;;;;
        3;C;;Y;;;;Nej

        """)
  }

  private static let second = """
    Nr;Namn;Telefon;Taggar;Kst;contactPersons[0].name;contactPersons[1].name;Aktiv
    1;Ny;;Z;200;Bo;Cilla;
    2;B;08-65 43 21;Y;;Eva;;Nej
    3;C;;;;;;Ja
    4;D;;W;300;Dan;;

    """

  /// A NUL ends a text for SQLite: what followed it was lost in a change, and the change could not be taken back.
  @Test func aValueWithANulIsStoredWithoutItAndTakenBack() throws {
    let before = try office.state()
    let run = try #require(
      try office.importing(
        text:
          "Nr;Namn;Telefon;Kommentar\n1;B\0ygg AB;;\(String(repeating: "en lång text ", count: 40))\n2;\0D;08-12\0 34 56;\n"
      ).run)
    #expect(try ["1", "2"].map { try office.card($0)?[.customerName] } == ["Bygg AB", "D"])
    #expect(try office.undo(run).left.isEmpty)
    #expect(try office.state() == before)
  }

  @Test func takesBackAnImportExactly() throws {
    let before = try office.state()
    let run = try #require(try office.importing(text: Self.second) { $0.empty = .clear }.run)
    let after = try office.state()
    #expect(after != before)
    let outcome = try office.undo(run)
    #expect(try office.state() == before)
    #expect(outcome.left.isEmpty)
    let counts = outcome.counts
    #expect(counts == .init(updated: 1, reactivated: 1, inactivated: 1, deleted: 1))
    let records = try office.register.read { try $0.runs() }
    #expect(records[0].kind == .undo)
    #expect(records[0].reverts == run)
    #expect(records[1].revertedBy == outcome.run)
    // An undo is a run like any other, and so is the undo of it.
    let again = try office.undo(outcome.run)
    #expect(try office.state() == after)
    try office.undo(again.run)
    #expect(try office.state() == before)
    try office.undo(run)
    #expect(try office.state() == before)
  }

  @Test func takesBackTheFirstImportWithAllItsLists() throws {
    let outcome = try office.undo(1)
    #expect(outcome.counts.deleted == 3)
    let state = try office.state()
    #expect(state.cards.isEmpty)
    #expect(state.lists.values.allSatisfy { $0.isEmpty })
    #expect(try office.register.read { try $0.integrityProblems() }.isEmpty)
  }

  @Test func takesBackAnAppliedPlan() throws {
    let before = try office.state()
    try office.folder.write(Self.second, to: "k.csv")
    let path = office.folder.file("plan.json")
    let plan = try PlanFile(path: path, register: office.register, source: "k.csv", mapping: nil)
    try office.importing("k.csv", changes: plan) { $0.isDryRun = true }
    try plan.finish()
    let run = try ApplyRun.perform(plan: path, on: office.register, as: office.actor).run
    #expect(try office.state() != before)
    try office.undo(run)
    #expect(try office.state() == before)
  }

  @Test func leavesAndNamesWhatChangedAgain() throws {
    let run = try #require(try office.importing(text: "Nr;Namn;Telefon\n1;Andra;08-1 11 11\n4;D;\n5;E;\n").run)
    try office.importing(text: "Nr;Namn;E-post\n1;Tredje;\n4;D;d@example.se\n")
    let outcome = try office.undo(run)
    #expect(
      outcome.left
        == [
          InverseChange.Left(number: "1", path: FieldPath(.customerName), expected: "Andra", found: "Tredje"),
          InverseChange.Left(number: "4", path: FieldPath("email")!, expected: nil, found: "d@example.se"),
        ].map(LeftField.init))
    let cards = try office.state().cards
    #expect(cards["1"]?[.customerName] == "Tredje")
    #expect(cards["1"]?[FieldPath("phone")!] == "08-12 34 56")
    #expect(cards["4"] != nil)
    #expect(cards["5"] == nil)
  }

  /// The register's constraints would refuse the card whole.
  @Test func whatCannotGoBackBesideALaterChangeIsLeftAndNamed() throws {
    var office = office
    office.library = try Office.shippedMappings()
    try office.set([.showVATType: 1])
    let path = { FieldPath($0)! }
    let org = TestIdentity.organisation(41)
    try office.importing(
      text: "Kundnr;Namn;Land;facilitiesDisabled\n11;Fjell;SE;\n12;Sund;;\n13;Varm;;\n14;Moms;;\n15;Plats;;Ja\n"
        + "16;Flyttad;;\n")
    let moved = try #require(
      try office.importing(
        text: """
          Kundnr;Namn;Land;Telefon;VAT-nr;vatType;vatPercent;facilitiesDisabled
          11;Fjell AS;NO;+47 22 00 00 01;;;;
          12;Sund ApS;;;DK99999004;;;
          13;Varm;NO;;;;;
          14;Moms;;;;custom;12;
          15;Plats;;;;;;Nej
          16;Flyttad AS;;+47 22 00 00 02;;;;

          """
      ).run)
    // Numbers that are nobody's in Sweden; one customer stays as it was.
    try office.importing(text: "Kundnr;Orgnr\n11;999 999 018\n12;99999004\n13;\(org)\n16;HRB 1\n")
    try office.edit("14", "vatPercent=6")
    try office.edit("15", "facilityRequired=yes")

    let outcome = try office.undo(moved)
    #expect(
      Set(outcome.left.map { "\($0.number) \($0.path) \($0.found ?? "-")" }) == [
        "11 invoiceAddress.country NO", "11 phone +47 22 00 00 01", "12 vatNumber DK99999004", "14 vatPercent 6",
        "14 vatType custom", "15 facilitiesDisabled 0", "16 phone +47 22 00 00 02",
      ])
    let cards = try office.state().cards
    #expect(["11", "12", "16"].map { cards[$0]?[.customerName] } == ["Fjell", "Sund", "Flyttad"])
    #expect(["11", "12", "16"].map { cards[$0]?[.identityNumber] } == ["999 999 018", "99999004", "HRB 1"])
    #expect(cards["11"]?[path("invoiceAddress.country")] == "NO")
    // A Swedish number needs no country abroad.
    #expect(cards["13"]?[path("invoiceAddress.country")] == nil)
    #expect(cards["13"]?[.identityNumber] == org)
    #expect(try office.register.read { try $0.integrityProblems() }.isEmpty)
    // What was left goes back once nothing speaks against it any more.
    try office.edit("11", "identityNumber=")
    try office.undo(outcome.run)
    #expect(try office.undo(moved).left.allSatisfy { $0.number != "11" })
    #expect(try office.card("11")?[path("invoiceAddress.country")] == "SE")
  }

  @Test func aNumberThatCannotComeBackToACustomerInSwedenIsLeft() throws {
    var office = office
    office.library = try Office.shippedMappings()
    try office.importing(text: "Kundnr;Namn;Kundtyp;Orgnr;Land\n21;Norsk;Privat;010190-1234;DK\n")
    let renamed = try #require(
      try office.importing(text: "Kundnr;Orgnr\n21;\(TestIdentity.person(3))\n").run)
    try office.importing(text: "Kundnr;Land\n21;SE\n")
    let outcome = try office.undo(renamed)
    #expect(outcome.left.map(\.path) == [FieldPath(.identityNumber)])
    #expect(try office.card("21")?[.identityNumber] == TestIdentity.person(3))
  }

  @Test func runsUndoneInTheirOrderEndWhereUndoingBackwardsEnds() throws {
    let start = try office.state()
    let runs = try ["Nr;Namn\n1;Andra\n", "Nr;Namn;Telefon\n1;Andra;08-1 11 11\n", "Nr;Namn;Kst\n2;B;900\n"].map {
      try #require(try office.importing(text: $0).run)
    }
    for run in runs { #expect(try office.undo(run).left.isEmpty) }
    #expect(try office.state() == start)
  }

  @Test func aChangeOfACustomerDeletedSinceIsNamed() throws {
    let created = try #require(try office.importing(text: "Nr;Namn\n7;G\n").run)
    let changed = try #require(try office.importing(text: "Nr;Namn\n7;H\n").run)
    let taken = try office.undo(changed).run
    try office.undo(created)
    // What the first undo did cannot be done to a customer that is gone.
    let outcome = try office.undo(taken)
    #expect(
      outcome.left
        == [InverseChange.Left(number: "7", path: FieldPath(.number), expected: "7", found: nil)].map(LeftField.init))
    #expect(try office.card("7") == nil)
  }

  @Test func aDeletedCustomerStaysAwayWhenItsNumberIsTaken() throws {
    let run = try #require(try office.importing(text: "Nr;Namn\n7;G\n").run)
    let undo = try office.undo(run).run
    try office.importing(text: "Nr;Namn\n7;Annan\n")
    let outcome = try office.undo(undo)
    #expect(outcome.left.map(\.number) == ["7"])
    #expect(try office.card("7")?[.customerName] == "Annan")
  }

  @Test func anUnknownRunIsRefusedAndOnlyAdministratorsUndo() throws {
    var office = office
    #expect(throws: KundregError.self) { try office.undo(99) }
    try office.register.write { writer throws in try writer.register(user: "eva", permissions: [.edit]) }
    office.actor = try ActingUser(named: "eva", in: office.register)
    do {
      try office.undo(1)
      Issue.record("eva may not undo")
    } catch let error as KundregError {
      #expect(error.status == .notPermitted)
    }
    #expect(try office.register.read { try $0.runs().count } == 1)
  }

  @Test func anUndoneImportCanBeDoneAgain() throws {
    let after = try office.state()
    let text = try office.read("kunder.csv")
    try office.undo(1)
    #expect(try office.importing(text: text).counts == .init(rows: 3, created: 3))
    #expect(try office.state() == after)
  }

  @Test(arguments: UInt64(141)...156)
  func anyImportsAndUndosThatAreAllUndoneEndAtTheStart(seed: UInt64) throws {
    var random = SeededGenerator(seed)
    let office = try Office(
      random.chance(0.5) ? [.generateNumber: 1] : [:],
      mapping: random.chance(0.5)
        ? Office.mapping
        : Office.mapping.replacing("\"columns\"", with: "\"otherColumns\": \"customFields\", \"columns\""))
    try RandomFile.write(to: office, &random)
    try office.importing("random.csv", RandomFile.options(&random))
    // What each run made of the register, so that undoing backwards can be checked step by step.
    var states = [try office.state()]
    var runs: [Int] = []
    for _ in 0..<5 {
      if let last = runs.last, random.chance(0.25) {
        runs.append(try office.undo(last).run)
      } else {
        try RandomFile.write(to: office, &random)
        runs.append(try #require(try office.importing("random.csv", RandomFile.options(&random)).run))
      }
      states.append(try office.state())
    }
    for run in runs.reversed() {
      #expect(try office.undo(run).left.isEmpty)
      states.removeLast()
      let expected = try #require(states.last)
      let differences = try expected.differences(in: office.state())
      #expect(differences == [])
    }
    #expect(try office.register.read { try $0.integrityProblems() }.isEmpty)
  }
}
