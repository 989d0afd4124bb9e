import HTTP
import AccountingSystems
import ConfigurationFile
import CustomerModel
import Differ
import Documents
import RegisterStore
import TestSupport
import Testing
import Texts

@testable import Runs

/// What runs came to, as every door tells it. Each has a person's number in all places where one may stand.
@Suite struct RunResultTests {
  private static let number = "198001011231"
  private static let person = "19800101-1231"
  /// The last four digits, however the number is written.
  private static let tail = "1231"

  private func expect(
    _ result: some RunResult, _ name: String, in office: Office? = nil, _ location: SourceLocation = #_sourceLocation
  ) throws {
    try Snapshot.expect(result, name, in: office?.folder, location)
    #expect(!result.node.json.contains(Self.tail), sourceLocation: location)
  }

  @Test func anImportAndItsDryRun() throws {
    let office = try Office()
    try office.folder.write(
      """
      Nr;Namn;Typ;Orgnr;Taggar;Pnr \(Self.person)
      \(Self.number);Svea Ek;privat;\(Self.person);VIP;x
      2;;;;;
      3;Kyl AB;;19800101-1232;;
      \(Self.number);Igen;;;;

      """, to: "kunder.csv")
    for isDryRun in [true, false] {
      let outcome = try office.importing("kunder.csv") { $0.isDryRun = isDryRun }
      #expect(outcome.needsAttention)
      try expect(outcome, isDryRun ? "import-dry-run" : "import", in: office)
    }
  }

  @Test func anEdit() throws {
    let office = try Office()
    let added = try office.add(Self.number, "name=Svea Ek", "type=private", "identityNumber=8001011231")
    try expect(added.outcome, "edit-adding")
    let edited = try office.edit(Self.number, "comments=pnr \(Self.person)", isDryRun: true)
    #expect(!edited.needsAttention)
    try expect(edited, "edit-dry-run")
    #expect(edited.changes.map(\.number) == ["19800101****"])
    #expect(edited.changes.flatMap(\.fields).compactMap(\.new) == ["pnr 19800101-****"])
  }

  @Test func anUndoThatLeavesSomething() throws {
    let office = try Office()
    let run = try #require(
      try office.add(Self.number, "name=Svea Ek", "type=private", "identityNumber=8001011231").outcome.run)
    try office.edit(Self.number, "comments=pnr \(Self.person)")
    let outcome = try office.undo(run)
    #expect(outcome.needsAttention)
    #expect(outcome.left.allSatisfy { !$0.number.contains(Self.tail) })
    try expect(outcome, "undo")
  }

  @Test func anApplyThatSkipsSomething() throws {
    let office = try Office()
    try office.add(Self.number, "name=Svea Ek")
    try office.folder.write("Nr;Namn\n\(Self.number);Svea Alm\n2;Kyl AB\n", to: "k.csv")
    let plan = try PlanFile(
      path: office.folder.file("plan.json"), register: office.register, source: "k.csv", mapping: nil)
    try office.importing("k.csv", changes: plan) { $0.isDryRun = true }
    try plan.finish()
    try office.edit(Self.number, "name=Svea Ask")
    let outcome = try ApplyRun.perform(
      plan: office.folder.file("plan.json"), on: office.register, as: office.actor, skipsStale: true)
    #expect(outcome.needsAttention)
    try expect(outcome, "apply", in: office)
  }

  @Test func aSync() throws {
    var outcome = SyncOutcome(erp: "fortnox", isDryRun: false)
    outcome.run = 7
    outcome.fetched = 3
    outcome.pulled.updated = 2
    outcome.pushed.created = 1
    outcome.findings = [
      SyncFinding(
        code: "push.refused", severity: .reject, number: Self.number, link: "https://example.se/1",
        Text(verbatim: "Customer \(Self.number) was refused."))
    ]
    outcome.note(Text(verbatim: "Customer \(Self.number) waits."))
    outcome.leaveRest(Text(verbatim: "Customer \(Self.number) waits, too."))
    #expect(outcome.needsAttention)
    #expect(outcome.notes.allSatisfy { !$0.message.contains(Self.tail) })
    try expect(outcome, "sync")
  }

  @Test func aDryRunOfASync() throws {
    var outcome = SyncOutcome(erp: "fortnox", isDryRun: true)
    let change = CustomerChange(
      number: Self.number, action: .update,
      fields: [FieldChange(FieldPath(.identityNumber), old: nil, new: Self.person)])
    outcome.changes = [ShownChange(change)]
    #expect(!outcome.needsAttention)
    try expect(outcome, "sync-dry-run")
    // Whoever rehearses must see exactly what would leave: requests are shown in full.
    outcome.requestsToSend = [
      PlannedRequest(
        number: "1", PreparedRequest(method: .post, path: "/customers", body: Array("\"\(Self.person)\"".utf8)))
    ]
    #expect(outcome.node.json.contains(Self.person))
  }

  @Test func anExport() throws {
    let office = try Office()
    try office.add("1", "name=Kyl AB")
    let outcome = try ExportRun(CustomerSelection(), to: office.folder.file("ut.csv"))
      .perform(on: office.register, configuration: .init(), as: office.actor)
    try expect(outcome, "export", in: office)
  }

  @Test func listingsAreGivenMaskedChanges() throws {
    final class Reader: ChangeReader {
      var changes: [ShownChange] = []
      func add(_ change: ShownChange) { changes.append(change) }
    }
    let office = try Office()
    try office.folder.write("Nr;Namn;Typ;Orgnr\n\(Self.number);Svea Ek;privat;\(Self.person)\n", to: "k.csv")
    let reader = Reader()
    var request = ImportRequest(input: office.folder.file("k.csv"))
    request.options.isDryRun = true
    _ = try request.perform(
      on: office.register, configuration: .init(), library: office.library, as: office.actor, listing: reader)
    #expect(reader.changes.map(\.number) == ["19800101****"])
    #expect(reader.changes.allSatisfy { !$0.node.json.contains(Self.tail) })
  }
}
