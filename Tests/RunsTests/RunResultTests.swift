import HTTP
import AccountingSystems
import CompanyLookup
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

  @Test func customFieldsOfAnImportAreNamedMasked() {
    var report = ImportReport(headers: [])
    report.addedDefinitions = [
      CustomFieldDefinition(name: "Avtal \(Self.person)", kind: .choice, choices: ["A", Self.person], isRemoved: true),
      CustomFieldDefinition(name: "Zon 1231", kind: .number),
    ]
    #expect(
      report.masked.addedDefinitions == [
        CustomFieldDefinition(
          name: "Avtal 19800101-****", kind: .choice, choices: ["A", "19800101-****"], isRemoved: true),
        CustomFieldDefinition(name: "Zon 1231", kind: .number),
      ])
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

  @Test func theCommandOfAnEditIsMasked() {
    let outcome = EditOutcome(
      run: nil, source: "customer edit \(Self.number)", counts: .init(), changes: [], warnings: [], seconds: 0,
      canBeTakenBack: false)
    #expect(outcome.source == "customer edit 19800101****")
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

  @Test func whatEndedASyncIsMasked() {
    var outcome = SyncOutcome(erp: "fortnox", isDryRun: false)
    outcome.interruption = KundregError(
      .unavailable, code: "fortnox.2000", Text(verbatim: "Bad value \(Self.person)."),
      remedies: [.ofSync(.listConflicts)])
    #expect(
      outcome.interruption
        == KundregError(
          .unavailable, code: "fortnox.2000", Text(verbatim: "Bad value 19800101-****."),
          remedies: [.ofSync(.listConflicts)]))
    var earlier = SyncOutcome(erp: "fortnox", isDryRun: false)
    earlier.add(outcome)
    #expect(earlier.interruption == outcome.interruption)
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
    let outcome = try ExportRun(CustomerSelection(), to: office.folder.file("ut.csv"), language: .swedish)
      .perform(on: office.register, configuration: .init(), as: office.actor)
    try expect(outcome, "export", in: office)
  }

  @Test func aMergeAndItsDryRun() throws {
    let office = try Office()
    try office.add(Self.number, "name=Svea Ek", "type=private", "identityNumber=8001011231")
    try office.add("2", "name=Svea", "type=private", "comments=pnr \(Self.person)")
    for isDryRun in [true, false] {
      let outcome = try MergeRun(isDryRun: isDryRun, today: Office.today)
        .perform("2", into: Self.number, on: office.register, as: office.actor)
      #expect(!outcome.needsAttention)
      try expect(outcome, isDryRun ? "merge-dry-run" : "merge")
    }
  }

  @Test func aRenumbering() throws {
    let office = try Office()
    try office.add("1", "name=Svea Ek", "type=private")
    try office.register.write { writer in
      try writer.begin(RunDescription(kind: .pull, source: "fortnox", user: "anna"))
      try writer.save(
        CustomerLink(
          system: "fortnox", customer: 1, remoteID: Self.number, remoteNumber: Self.number, agreed: nil, record: "{}"))
      try writer.endRun(.init())
    }
    let outcome = try RenumberRun.perform(
      "1", to: "2", on: office.register, as: office.actor, today: Office.today)
    try expect(outcome, "renumber")
    let back = try RenumberRun.perform(
      "2", to: Self.number, on: office.register, as: office.actor, today: Office.today)
    #expect(back.old == "2" && back.new == "19800101****")
    #expect(!back.node.json.contains(Self.tail))
  }

  @Test func aLookupAndWhatItFills() throws {
    let office = try Office()
    let company = TestIdentity.organisation(1)
    let facts = ScriptedDirectory.Answer.facts(
      name: "Firma \(Self.person)", address: ["c/o \(Self.person)", "123 45 STORSTAD"])
    let lookup = LookupRun(ScriptedDirectory([company: facts]), today: Office.today)
    try expect(try lookup.find(company), "lookup")
    try office.add("1", "name=Kyl AB", "identityNumber=\(company)")
    let filled = try lookup.fill("1", with: company, on: office.register, as: office.actor)
    #expect(filled.facts.name == "Firma 19800101-****")
    try expect(filled, "lookup-filling")
    // Nothing is lacking any more.
    let again = try lookup.fill("1", with: company, on: office.register, as: office.actor)
    #expect(again.filled.isEmpty && again.edit == nil)
  }

  @Test func namesOfLists() throws {
    let office = try Office()
    let names = NameAdministration(office.register, as: office.actor)
    try expect(try names.add(["Norr", Self.person], to: .costCenter), "names-added")
    #expect(try names.add(["Norr"], to: .costCenter).names == [])
    try expect(try names.remove([Self.person], from: .costCenter), "names-removed")
  }

  @Test func aDisclosureTellsOfItsFile() throws {
    let office = try Office()
    try office.add(Self.number, "name=Svea Ek", "type=private")
    let outcome = try Disclosure.write(
      everythingOn: Self.number, in: office.register, as: office.actor, to: office.folder.file("svea.json"))
    #expect(outcome.documents == 0)
    try expect(outcome, "disclosure", in: office)
    #expect(try office.read("svea.json").contains(Self.number), "the file has everything in full")
  }

  @Test func aForgettingTellsWhatIsLeft() throws {
    let office = try Office()
    try office.add(Self.number, "name=Svea Ek", "type=private", "email=svea@example.se")
    try office.add("2", "name=Kyl AB", "contactPersons[0].name=S", "contactPersons[0].email=svea@example.se")
    try office.folder.write("Nr;Namn\n3;\n", to: "3.csv")
    try office.importing("3.csv")
    var search = CustomerSelection()
    search.terms.text = "svea@example.se"
    #expect(try office.register.write { try search.save(as: "hon \(Self.person)", in: $0, by: office.actor) } > 0)
    let outcome = try ForgetRun.perform(Self.number, on: office.register, as: office.actor)
    #expect(outcome.erasure == .done && !outcome.needsAttention && outcome.failure == nil)
    try expect(outcome, "forget", in: office)
    guard case .clearFields(let fields, number: "2")? = outcome.left.first?.remedies.first else {
      throw Unexpected(what: "nothing is told of the contact person")
    }
    #expect(Set(fields).isSuperset(of: ["contactPersons[0].name", "contactPersons[0].email"]))
    #expect(outcome.left.count == 4, "the contact person, the rejects file, the filter, and files that nobody knows")
    // A door adds its words to the sentences, and nothing else.
    var worded = outcome.node { _ in Text(verbatim: "Do it.") }
    #expect(worded["left"]?.elements.first?.scalarText?.hasSuffix(". Do it.") == true)
    worded["left"] = outcome.node["left"]
    #expect(worded == outcome.node)
  }

  @Test func aForgettingThatCannotEraseEverythingSaysSo() {
    func outcome(_ erasure: Register.Erasure, undeleted: [String] = []) -> ForgetOutcome {
      ForgetOutcome(
        run: 1, customers: [1], merged: [Self.number], deletedDocuments: 0, erasure: erasure,
        .init(
          mergedInto: [Self.number], remoteRecords: [("fortnox", Self.number)], contacts: [], undeletedFiles: undeleted,
          rejectsFiles: [], savedFilters: []))
    }
    #expect(outcome(.done).merged == ["19800101****"])
    #expect(outcome(.done).left.allSatisfy { !$0.message.contains(Self.tail) })
    #expect(!outcome(.done).node.json.contains(Self.tail))
    #expect(!outcome(.done).needsAttention && outcome(.done).failure == nil)
    #expect(outcome(.inUse).needsAttention)
    #expect(outcome(.inUse).failure?.code == "forget.traces" && outcome(.inUse).failure?.status == .busy)
    #expect(outcome(.inUse).failure?.remedies == [.copyRegister])
    // What is no passing matter comes before.
    #expect(outcome(.inUse, undeleted: ["/d/a"]).failure == nil && outcome(.inUse, undeleted: ["/d/a"]).needsAttention)
    let failed = outcome(.failed(reason: Text(verbatim: "full")))
    #expect(failed.failure == nil && failed.shortcomings.map(\.remedies) == [[.copyRegister]])
    #expect(failed.node["shortcomings"]?.elements.count == 1)
    let path = "/d/\(Self.person)"
    #expect(outcome(.done, undeleted: [path]).shortcomings.first?.message.contains(path) == true, "names of files stay")
    #expect(outcome(.done, undeleted: [path]).node["erased"] == .boolean(true))
  }

  @Test(
    arguments: [
      (.undo(run: 7), #"{"remedy":"undo","run":7}"#), (.listRuns, #"{"remedy":"listRuns"}"#),
      (.showHistory(number: "198001011231"), #"{"remedy":"showHistory","number":"19800101****"}"#),
      (
        .ofSync(.decideField("phone", number: "1", system: nil, mayTakeTheirs: true)),
        #"{"remedy":"decideField","field":"phone","mayTakeTheirs":true,"number":"1"}"#
      ),
      (.change(.numberMaximumLength, to: "12"), #"{"remedy":"change","setting":"numberMaximumLength","to":"12"}"#),
      (.clearFields(["email"], number: "1"), #"{"remedy":"clearFields","fields":["email"],"number":"1"}"#),
    ] as [(Remedy, String)])
  func whatCanBeDoneIsToldByName(remedy: Remedy, json: String) {
    #expect(remedy.node.json == json)
  }

  @Test func whatCanBeDoneAboutASyncStandsInItsJSON() throws {
    var outcome = SyncOutcome(erp: "fortnox", isDryRun: false)
    let remedy = Remedy.ofSync(.decideField("phone", number: Self.number, system: nil, mayTakeTheirs: true))
    outcome.findings = [
      SyncFinding(
        code: "sync.conflict", severity: .reject, number: Self.number, link: nil, Text(verbatim: "Differs."),
        remedies: [remedy])
    ]
    outcome.note(Text(verbatim: "Waits."), remedies: [.sync(system: "visma")])
    outcome.note(Text(verbatim: "Waits, too."), remedies: [.sync(system: "visma")])
    try expect(outcome, "sync-remedies")
    let worded = outcome.node { _ in Text(verbatim: "Do \(Self.number).") }
    #expect(worded["findings"]?.elements.first?["message"] == .text("Differs. Do 19800101****."))
    #expect(worded["findings"]?.elements.first?["remedies"] == outcome.node["findings"]?.elements.first?["remedies"])
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
    var configuration = Configuration()
    // An import counts all memory of its process, and all tests share one.
    configuration.limits.maximumMemoryMB = 16_384
    _ = try request.perform(
      on: office.register, configuration: configuration, library: office.library, as: office.actor, listing: reader)
    #expect(reader.changes.map(\.number) == ["19800101****"])
    #expect(reader.changes.allSatisfy { !$0.node.json.contains(Self.tail) })
  }
}
