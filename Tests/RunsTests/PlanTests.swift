import CustomerModel
import Differ
import Foundation
import RegisterStore
import Runs
import TestSupport
import Testing
import Texts

@Suite struct PlanTests {
  private let office: Office
  init() throws {
    office = try Office()
    try office.importing(text: "Nr;Namn;Telefon;Taggar\n1;A;08-12 34 56;X\n2;B;;\n3;C;;\n4;D;;\n5;E;;\n")
    try office.importing(text: "Nr;Namn;Aktiv\n3;C;Nej\n")
  }

  /// Makes a plan of a file and returns its path.
  private func plan(_ office: Office, _ file: String, _ choose: (inout ImportOptions) -> Void = { _ in }) throws
    -> String
  {
    let path = office.folder.file("plan.json")
    let plan = try PlanFile(path: path, register: office.register, source: file, mapping: "kunder")
    try office.importing(file, changes: plan) {
      choose(&$0)
      $0.isDryRun = true
    }
    try plan.finish()
    return path
  }

  @discardableResult
  private func apply(_ path: String, _ office: Office) throws -> RunOutcome {
    try ApplyRun.perform(plan: path, on: office.register, as: office.actor)
  }

  /// The error of a plan that must be refused, with the register as it was.
  private func refusal(_ path: String, _ office: Office? = nil) throws -> KundregError {
    let office = office ?? self.office
    let before = try office.state()
    let runs = try office.register.read { try $0.runs() }
    do {
      try apply(path, office)
    } catch let error as KundregError {
      let after = try office.state()
      let runsAfter = try office.register.read { try $0.runs() }
      #expect(after == before)
      #expect(runsAfter == runs)
      return error
    }
    throw Unexpected(what: "the plan was applied")
  }

  private static let update =
    "Nr;Namn;Telefon;Taggar;Kst\n1;Ny;08-65 43 21;Y;100\n2;B;;;\n3;C;;;\n5;E;;;\n9;Åke;;;200\n"

  @Test(arguments: [
    ("k.csv", "plan.isInput"), ("./k.csv", "plan.isInput"), ("r.db", "plan.isRegister"), ("m.json", "plan.isMapping"),
    ("p.csv", "plan.isProblems"),
  ])
  func aPlanNeverReplacesAFileOfTheImport(name: String, code: String) throws {
    try office.folder.write(Self.update, to: "k.csv")
    try office.folder.write(Office.mapping, to: "m.json")
    let error = try office.failure("k.csv") {
      $0.isDryRun = true
      $0.mapping = office.folder.file("m.json")
      $0.problems = office.folder.file("p.csv")
      $0.plan = office.folder.file(name)
    }
    #expect(error.status == .usage)
    #expect(error.code == code)
  }

  @Test func applyingDoesWhatThePlanSays() throws {
    try office.folder.write(Self.update, to: "k.csv")
    let path = try plan(office, "k.csv") {
      $0.inactivatesMissing = true
      $0.maximumInactivated = 0.25
    }
    let outcome = try apply(path, office)
    let counts = outcome.counts
    #expect(counts == .init(rows: 4, created: 1, updated: 1, reactivated: 1, inactivated: 1))
    #expect(try office.card("1")?[.customerName] == "Ny")
    #expect(try office.card("4")?[.active] == "0")
    let record = try #require(try office.register.read { try $0.run(outcome.run) })
    #expect(record.kind == .apply)
    #expect(record.mapping == "kunder")
    #expect(record.source == "k.csv (\(path))")
    // Done once, its customers are no longer what it rests on.
    #expect(try refusal(path).code == "plan.stale")
  }

  @Test func aPlanHoldsPersonalNumbersInFullAndIsItsOwnersOnly() throws {
    let person = TestIdentity.person(1)
    try office.folder.write("Nr;Namn;Typ;Orgnr\n9;Eva;Privat;\(person)\n", to: "k.csv")
    let path = try plan(office, "k.csv")
    #expect(try office.read("plan.json").contains(person))
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(mode == 0o600)
    try apply(path, office)
    #expect(try office.card("9")?[.identityNumber] == person)
  }

  @Test func aPlanIsRefusedWhenACustomerOfItChangedSince() throws {
    for (change, staleness) in [
      ("Nr;Namn;E-post\n1;A;a@example.se\n", ChangeStanding.Staleness.changedSince),
      ("Nr;Namn\n9;Någon\n", .createdSince),
    ] {
      let office = try office.twin()
      try office.folder.write(Self.update, to: "k.csv")
      let path = try plan(office, "k.csv")
      try office.importing(text: change)
      let error = try refusal(path, office)
      #expect(error.status == .failed)
      #expect(error.code == "plan.stale")
      #expect(error.remedies == [.skipStaleChanges])
      let number = staleness == .createdSince ? "9" : "1"
      #expect(error.message.contains(staleness.text(ofCustomer: number).english))
    }
    // A change of somebody else does not matter.
    try office.folder.write(Self.update, to: "k.csv")
    let path = try plan(office, "k.csv")
    try office.importing(text: "Nr;Namn\n5;Annat\n")
    try apply(path, office)
  }

  @Test func whatNoLongerFitsMayBeLeftOutAndIsNamed() throws {
    let run = try #require(try office.importing(text: "Nr;Namn\n7;Tillfällig\n").run)
    try office.folder.write(
      "Nr;Namn;Telefon\n1;Ny;08-65 43 21\n2;B;08-65 43 22\n7;Annan;\n8;Åtta;\n9;Åke;\n", to: "k.csv")
    let path = try plan(office, "k.csv")
    try office.undo(run)
    try office.importing(text: "Nr;Namn;E-post\n1;A;a@example.se\n8;Någon;\n")
    let before = try office.card("1")
    #expect(try refusal(path).code == "plan.stale")

    let outcome = try ApplyRun.perform(plan: path, on: office.register, as: office.actor, skipsStale: true)
    #expect(outcome.skipped.map(\.number) == ["1", "7", "8"])
    #expect(outcome.skipped.allSatisfy { $0.code == "plan.stale" })
    #expect(outcome.counts == .init(rows: 5, created: 1, updated: 1, rejected: 3))
    #expect(try office.card("1") == before)
    #expect(try office.card("2")?[FieldPath("phone")!] == "08-65 43 22")
    #expect(try office.card("7") == nil)
    #expect(try office.card("8")?[.customerName] == "Någon")
    #expect(try office.card("9")?[.customerName] == "Åke")
    // The run tells of them later, too, and can be taken back.
    let report = try #require(try office.register.read { try $0.run(outcome.run) }?.report?.english)
    for number in ["1", "7", "8"] { #expect(report.contains(#""number":"\#(number)""#), "\(report)") }
    #expect(try office.undo(outcome.run).left.isEmpty)
    #expect(try office.card("9") == nil)
  }

  /// Of a plan that fits no more at all, a run names the first and counts the others.
  @Test func howeverManyChangesAreLeftOutAThousandAreNamed() throws {
    let numbers = 1001...2002
    try office.importing(text: "Nr;Namn\n" + numbers.map { "\($0);A\n" }.joined())
    try office.folder.write("Nr;Namn\n" + numbers.map { "\($0);B\n" }.joined(), to: "k.csv")
    let path = try plan(office, "k.csv")
    try office.importing(text: "Nr;Namn\n" + numbers.map { "\($0);C\n" }.joined())
    let outcome = try ApplyRun.perform(plan: path, on: office.register, as: office.actor, skipsStale: true)
    #expect(outcome.skipped.map(\.number) == (1001...2000).map(String.init))
    #expect(outcome.skippedCount == 1002)
    #expect(outcome.counts == .init(rows: 1002, rejected: 1002))
    let report = try #require(try office.register.read { try $0.run(outcome.run) }?.report?.english)
    #expect(report.contains(#""skippedCount":1002"#) && !report.contains(#""number":"2001""#))
  }

  @Test func aPlanThatFitsLeavesNothingOut() throws {
    try office.folder.write(Self.update, to: "k.csv")
    let path = try plan(office, "k.csv")
    let outcome = try ApplyRun.perform(plan: path, on: office.register, as: office.actor, skipsStale: true)
    #expect(outcome.skipped.isEmpty && outcome.skippedCount == 0)
    #expect(outcome.counts.rejected == 0)
  }

  @Test func aPlanOfACustomerThatIsGoneIsRefused() throws {
    let run = try #require(try office.importing(text: "Nr;Namn\n7;Tillfällig\n").run)
    try office.folder.write("Nr;Namn\n7;Annan\n", to: "k.csv")
    let path = try plan(office, "k.csv")
    try office.undo(run)
    let error = try refusal(path)
    #expect(error.code == "plan.stale")
    #expect(error.message.contains(ChangeStanding.Staleness.gone.text(ofCustomer: "7").english))
  }

  @Test func aPlanThatWasAppliedIsToldFromOneThatFitsNoMore() throws {
    try office.folder.write(Self.update, to: "k.csv")
    let path = try plan(office, "k.csv")
    try apply(path, office)
    let error = try refusal(path)
    #expect(error.code == "plan.stale")
    #expect(error.message.contains(ChangeStanding.Staleness.done.text(ofCustomer: "1").english))
  }

  @Test func aPlanOfAnotherRegisterIsRefused() throws {
    let other = try Office()
    try other.folder.write("Nr;Namn\n9;Åke\n", to: "k.csv")
    let path = try plan(other, "k.csv")
    let error = try refusal(path)
    #expect(error.status == .failed)
    #expect(error.code == "plan.otherRegister")
  }

  @Test func whatIsNoPlanIsRefused() throws {
    let register = try office.register.read { try $0.identity() }
    let head = #""format": "kundreg-plan/1", "register": "\#(register)", "source": "k.csv", "mapping": null"#
    func change(_ fields: String, action: String = "update", number: String = "2") -> String {
      #"{\#(head), "changes": [{"number": "\#(number)", "action": "\#(action)", "revision": 1, "fields": {\#(fields)}}]}"#
    }
    let name = #""name": {"old": "B", "new": "Ny"}"#
    for (text, status, what) in [
      ("{", .unreadableInput, "broken JSON"), ("[]", .unreadableInput, "a list"),
      ("{}", .unreadableInput, "no changes"),
      (#"{\#(head)}"#, .unreadableInput, "no changes beside the head"),
      (#"{"changes": []}"#, .configuration, "no head"),
      (#"{"format": "kundreg-plan/2", "register": "\#(register)", "changes": []}"#, .configuration, "a later form"),
      (#"{\#(head), "changes": [7]}"#, .configuration, "a change that is a number"),
      (change(name, action: "explode"), .configuration, "an unknown action"),
      (change(#""nme": {"old": "B", "new": "Ny"}"#), .configuration, "an unknown field"),
      (
        change(name + "," + #""contactPersons.name": {"new": "A"}, "contactPersons[0].name": {"new": "B"}"#),
        .configuration, "a field twice"
      ),
      (
        change(
          #""number": {"new": "99"}, "name": {"new": "X"}, "type": {"new": "company"}"#, action: "create", number: "98"),
        .configuration, "two numbers"
      ),
      (change(#""type": {"old": "company", "new": "firma"}"#), .failed, "a value that the register refuses"),
      (change(#""name": {"old": "B", "new": "N\u0000y"}"#), .configuration, "a text that SQLite would cut"),
      (String(change(name).dropLast(3)), .unreadableInput, "a plan cut off"),
    ] as [(String, KundregError.Status, String)] {
      try office.folder.write(text, to: "plan.json")
      #expect(try refusal(office.folder.file("plan.json")).status == status, "\(what)")
    }
    #expect(try refusal(office.folder.file("finns-inte.json")).status == .unreadableInput)
    try office.folder.write(change(name), to: "plan.json")
    try apply(office.folder.file("plan.json"), office)
    #expect(try office.card("2")?[.customerName] == "Ny")
  }

  @Test func aPlanDropsNothingWhenItIsDiscarded() throws {
    try office.folder.write("old", to: "plan.json")
    let before = try office.files
    let plan = try PlanFile(
      path: office.folder.file("plan.json"), register: office.register, source: "k.csv", mapping: nil)
    try plan.add(CustomerChange(number: "1", action: .update, revision: 1, fields: []))
    plan.discard()
    #expect(try office.files == before)
    #expect(try office.read("plan.json") == "old")
  }

  @Test(arguments: UInt64(61)...72)
  func applyingAPlanEqualsTheImportItWasMadeOf(seed: UInt64) throws {
    var random = SeededGenerator(seed)
    let first = try Office(random.chance(0.5) ? [.generateNumber: 1] : [:])
    try RandomFile.write(to: first, &random)
    try first.importing("random.csv", RandomFile.options(&random))
    let second = try first.twin()
    try RandomFile.write(to: first, &random)
    let options = RandomFile.options(&random)
    let path = try plan(second, "random.csv", options)
    let imported = try first.importing("random.csv", options).counts
    let applied = try apply(path, second).counts
    // A plan defines the custom fields that it fills; the import also those of columns that are all blank.
    let differences = try first.state().differences(in: second.state()).filter { !$0.hasPrefix("fields: ") }
    #expect(differences == [])
    #expect(imported.created == applied.created)
    #expect(imported.reactivated == applied.reactivated)
  }
}
