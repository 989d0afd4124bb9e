import CustomerModel
import Documents
import RegisterStore
import Testing
import Texts
import Validation

@testable import Runs

/// What a run told when it was done is told again later, in either language.
struct KeptReportTests {
  private func view(_ run: Int?, in register: Register, as actor: ActingUser) throws -> RunView {
    let run = try #require(run)
    return try register.read { try RunView(run, in: $0, as: actor) }
  }

  @Test func anImportIsToldAsItWasWhenItWasDone() throws {
    let office = try Office()
    let outcome = try office.importing(text: "Nr;Namn;Kst;Zon\n1;A;10;N\n2;;10;S\n3;B;20;N\n3;B;20;N\n")
    guard case .ofImport(let kept, list: nil) = try view(outcome.run, in: office.register, as: office.actor).outcome
    else { throw Unexpected(what: "no import") }
    #expect(kept.counts == outcome.counts && kept.rejects == outcome.rejects && kept.run == outcome.run)
    #expect(kept.report.format == outcome.report.format)
    #expect(kept.report.mapping == "kunder" && kept.report.unmappedColumns == ["Zon"])
    #expect(kept.report.addedReferences == outcome.report.addedReferences)
    #expect(kept.report.addedReferences[.costCenter] == ["10", "20"])
    #expect(kept.report.problems.entries == outcome.report.problems.entries)
    #expect(!kept.report.problems.isEmpty)
    #expect(kept.report.notes == outcome.report.notes)
    #expect(kept.report.columnNotices.map(\.text) == outcome.report.columnNotices.map(\.text))
  }

  @Test func aSyncIsToldWithWhatCanBeDone() async throws {
    try await Rehearsal.run(.fortnox) { rehearsal in
      try rehearsal.addHere("1001", ["name": "Ettan AB", "phone": "08-465 004 01"])
      try await rehearsal.sync()
      try await rehearsal.advance(3600)
      try rehearsal.editHere("1001", ["phone": "08-465 004 02"])
      try await rehearsal.editThere("1001", ["phone": "08-465 004 03"])
      let outcome = try await rehearsal.sync()
      let view = try view(outcome.run, in: rehearsal.register, as: Rehearsal.actor)
      guard case .ofSync(let kept, isWhole: true) = view.outcome else { throw Unexpected(what: "no sync") }
      #expect(outcome.codes == ["sync.conflict"])
      #expect(kept.codes == outcome.codes)
      #expect(kept.findings.map(\.text) == outcome.findings.map(\.text))
      #expect(kept.findings.map(\.remedies) == outcome.findings.map(\.remedies))
      #expect(kept.findings.first?.remedies.isEmpty == false)
      #expect(kept.notes == outcome.notes)
      #expect(kept.pulled == outcome.pulled && kept.pushed == outcome.pushed)
      #expect(kept.fetched == outcome.fetched && kept.requests == outcome.requests)
      // Of the whole, and not of the merge alone.
      #expect(kept.seconds == outcome.seconds)
      // Programs get the sentences that the sync itself printed.
      let told = try JSONNode(parsing: Array(try #require(view.report).json { _ in Text(verbatim: "Do it.") }.utf8))
      #expect(told["findings"] == outcome.node { _ in Text(verbatim: "Do it.") }["findings"])
      #expect(told["notes"] == outcome.node { _ in Text(verbatim: "Do it.") }["notes"])
    }
  }

  @Test func aSyncOfAnEarlierVersionIsToldAsFarAsItIsKept() throws {
    let office = try Office()
    let report =
      #"{"pushed":{"created":2,"updated":0,"failed":1,"queued":0},"conflicts":0,"findings":[{"code":"push.refused","#
      + #""severity":"reject","number":"1","link":null,"message":"No."}],"notes":["So."],"requests":4,"more":true}"#
    let run = try office.register.write { writer in
      let run = try writer.begin(RunDescription(kind: .pull, source: "fortnox", user: "anna"))
      try writer.endRun(.init(), report: Text(verbatim: report))
      return run
    }
    let view = try view(run, in: office.register, as: office.actor)
    guard case .ofSync(let kept, isWhole: false) = view.outcome else { throw Unexpected(what: "no sync") }
    #expect(kept.pushed.created == 2 && kept.pushed.failed == 1 && kept.hasMore)
    #expect(kept.findings.map(\.code) == ["push.refused"] && kept.findings.map(\.text) == [Text(verbatim: "No.")])
    #expect(kept.notes.map(\.text) == [Text(verbatim: "So.")])
    #expect(view.report?.json() == report)
  }

  @Test func remediesComeBackAsTheyWere() throws {
    let remedies: [Remedy] = [
      .listRuns, .undo(run: 7), .logIn(system: "visma"), .change(.numberMaximumLength, to: "12"),
      .addName(field: .costCenter, name: "å\"1"), .suggestMapping(input: "-", sheet: nil),
      .addCustomField(CustomFieldDefinition(name: "Yta", kind: .choice, choices: ["a", "b"])),
      .listRecords(.facilities, number: "1"),
      .ofSync(.decideField("contactPersons[0].email", number: "1", system: nil, mayTakeTheirs: true)),
    ]
    let node = try JSONNode(parsing: Array(RemedyKeeper().node("So.", remedies).json.utf8))
    #expect(KeptRemedies.remedies(in: node) == remedies)
    #expect(RemedyKeeper().node("So.", []) == .text("So."))
  }

  @Test func aRemedyThatIsNotKnownIsLeftOut() throws {
    let kept = #"[{"message":"So.","remedies":[{"pray":{}},{"listRuns":{}}]},{"code":"c","message":"A","remedies":[]}]"#
    let node = try JSONNode(parsing: Array(kept.utf8))
    #expect(KeptRemedies.remedies(in: node.elements[0]) == [.listRuns])
    #expect(KeptRemedies.told(node) { _ in "Look." }.json == #"["So. Look.",{"code":"c","message":"A"}]"#)
  }

  @Test func whatCouldBeDoneAboutAForgottenPersonIsForgotten() {
    let texts = PersonalTexts([(FieldPath(.number), "1001")])
    let report = RemedyKeeper().node("A sentence.", [.showHistory(number: "1001"), .showHistory(number: "1002")])
    let left = #"{"message":"A sentence.","remedies":[{"showHistory":{"number":"1002"}}]}"#
    #expect(texts.scrubbed(report: Text(verbatim: report.json), rows: []) == Text(verbatim: left))
  }

  /// Members of a report may have the names of custom fields, which users choose.
  @Test func aCustomFieldOfTheNameIsNoRemedy() throws {
    let office = try Office(
      mapping: """
        {"name": "egna", "otherColumns": "customFields", "columns": [
          {"field": "number", "headers": ["Nr"]}, {"field": "name", "headers": ["Namn"], "required": true}]}
        """)
    let text = "Nr;Namn;customFields.message:number;customFields.remedies:number\n1;A;1;2\n"
    let run = try #require(try office.importing(text: text).run)
    let kinds = #""addedCustomFieldKinds":{"message":"number","remedies":"number"}"#
    #expect(try view(run, in: office.register, as: office.actor).report?.json().contains(kinds) == true)
    let undo = try office.undo(run).run
    // The report is rewritten for a person whom it mentions, and tells of the fields as before.
    let report = try #require(try office.register.read { try $0.run(run) }?.report)
    let mentions = Text(verbatim: #"{"a":"Eva Ek","# + report.english.dropFirst())
    let scrubbed = try #require(
      PersonalTexts([(FieldPath(.customerName), "Eva Ek")]).scrubbed(report: mentions, rows: []))
    #expect(scrubbed.english.contains(kinds))
    try office.register.write { try $0.amendRun(run, report: scrubbed) }
    _ = try office.undo(undo)
    #expect(try office.state().customFields.map(\.kind) == [.number, .number])
  }

  @Test func onlyWhatChangedSomethingAndStandsCanBeTakenBack() throws {
    let office = try Office()
    let first = try office.importing(text: "Nr;Namn\n1;A\n").run
    let same = try office.importing(text: "Nr;Namn\n1;A\n").run
    #expect(try view(first, in: office.register, as: office.actor).canBeTakenBack)
    #expect(try !view(same, in: office.register, as: office.actor).canBeTakenBack)
    let undo = try office.undo(try #require(first)).run
    #expect(try !view(first, in: office.register, as: office.actor).canBeTakenBack)
    #expect(try view(undo, in: office.register, as: office.actor).canBeTakenBack)
  }

  @Test func anUndoIsOfferedToWhomMayDoIt() throws {
    let office = try Office()
    let run = try office.importing(text: "Nr;Namn\n1;A\n").run
    try office.register.write { writer in
      try writer.register(user: "root", permissions: [.administrator])
      try writer.register(user: "bo", permissions: [.view])
    }
    let root = try ActingUser(named: "root", in: office.register)
    #expect(try view(run, in: office.register, as: root).canBeTakenBack)
    let bo = try ActingUser(named: "bo", in: office.register)
    #expect(try !view(run, in: office.register, as: bo).canBeTakenBack)
  }

  @Test func aDeletionCanBeTakenBackAndAForgettingCannot() throws {
    let office = try Office()
    let run = try office.importing(text: "Nr;Namn\n1;A\n2;B\n3;C\n").run
    let edit = try office.edit("2", "name=Bo").run
    let deletion = try CustomerEditor(office.register, as: office.actor).delete(["1"]).run
    #expect(try view(deletion, in: office.register, as: office.actor).canBeTakenBack)
    _ = try ForgetRun.perform("1", on: office.register, as: office.actor)
    #expect(try !view(deletion, in: office.register, as: office.actor).canBeTakenBack)
    let forgetting = try ForgetRun.perform("2", on: office.register, as: office.actor).run
    #expect(try !view(forgetting, in: office.register, as: office.actor).canBeTakenBack)
    #expect(try !view(edit, in: office.register, as: office.actor).canBeTakenBack)
    // The third of its customers is still there.
    #expect(try view(run, in: office.register, as: office.actor).canBeTakenBack)
  }

  @Test func whatARunChangedOnACustomerThatIsDeletedSinceCannotBeTakenBack() throws {
    let office = try Office()
    _ = try office.importing(text: "Nr;Namn\n1;A\n")
    let edit = try office.edit("1", "name=Bo").run
    #expect(try view(edit, in: office.register, as: office.actor).canBeTakenBack)
    let deletion = try CustomerEditor(office.register, as: office.actor).delete(["1"]).run
    #expect(try !view(edit, in: office.register, as: office.actor).canBeTakenBack)
    _ = try office.undo(try #require(deletion))
    #expect(try view(edit, in: office.register, as: office.actor).canBeTakenBack)
  }

  @Test func whatIsGoneSinceCannotBeTakenBack() throws {
    let office = try Office()
    let run = try office.importing(text: "Nr;Namn\n1;A\n").run
    _ = try UndoRun.perform(try #require(run), ofCustomer: "1", on: office.register, as: office.actor)
    #expect(try !view(run, in: office.register, as: office.actor).canBeTakenBack)
  }
}
