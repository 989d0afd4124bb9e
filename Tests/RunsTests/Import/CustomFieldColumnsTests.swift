import CustomerModel
import Mapping
import RegisterStore
import TestSupport
import Testing
import Texts

@testable import Runs

@Suite struct CustomFieldColumnsTests {
  private func office(_ other: String) throws -> Office {
    try Office(
      mapping: """
        {"name": "egna", "otherColumns": "\(other)", "columns": [
          {"field": "number", "headers": ["Nr"]}, {"field": "name", "headers": ["Namn"], "required": true}]}
        """)
  }
  private static let text = "Nr;Zon;Namn;Avtal\n1;Norr;A;\n2;;B;Guld\n"

  @Test func otherColumnsBecomeCustomFieldsWhereTheMappingSaysSo() throws {
    let office = try office("customFields")
    let shown = try office.importing(text: Self.text) { $0.isDryRun = true }
    #expect(shown.report.addedCustomFields == ["Zon", "Avtal"])
    #expect(try office.state().customFields.isEmpty)
    let outcome = try office.importing(text: Self.text)
    #expect(outcome.report.addedCustomFields == ["Zon", "Avtal"])
    #expect(outcome.report.unmappedColumns.isEmpty)
    #expect(try office.state().customFields.map(\.name) == ["Avtal", "Zon"])
    #expect(try office.card("1")?[FieldPath("customFields.Zon")!] == "Norr")
    #expect(try office.card("2")?[FieldPath("customFields.Avtal")!] == "Guld")
    let again = try office.importing(text: Self.text)
    #expect(again.counts == .init(rows: 2, unchanged: 2))
    #expect(again.report.addedCustomFields.isEmpty)
    try office.undo(1)
    #expect(try office.state().customFields.isEmpty)
  }

  @Test(arguments: [
    ("customFields.Yta:nummer", "“nummer”"), ("customFields.Zon:choice(A|)", "“choice(A|)”"),
    ("customFields.Yta:number", nil), ("customFields.Tid: ankomst", nil), ("customFields.Zon", nil), ("Zon:nord", nil),
  ])
  func aHeadingWhoseKindIsNoneIsNoted(heading: String, kind: String?) throws {
    let notes = try office("customFields").importing(text: "Nr;Namn;\(heading)\n1;A;12\n").report.notes
    #expect(notes.count == (kind == nil ? 0 : 1), "\(notes)")
    if let kind { #expect(notes[0].english.contains(kind), "\(notes)") }
  }

  @Test func aKindThatStandsInAColumnOfItsOwnIsNotNoted() throws {
    let text = "Nr;Namn;customFields.Yta:m2;customFieldKinds.Yta:m2\n1;A;2;number\n"
    #expect(try office("customFields").importing(text: text).report.notes.isEmpty)
  }

  @Test func anUndoThatIsUndoneBringsTheFieldsBack() throws {
    let office = try office("customFields")
    let run = try #require(try office.importing(text: Self.text).run)
    let after = try office.state()
    let undo = try office.undo(run).run
    try office.undo(undo)
    #expect(try office.state() == after)
  }

  @Test func knownOnesAreFilledAndOthersNamed() throws {
    let office = try office("knownCustomFields")
    try office.register.write { writer throws in
      try writer.addCustomField(CustomFieldDefinition(name: "Avtal", kind: .choice, choices: ["Guld", "Silver"]))
    }
    let outcome = try office.importing(text: Self.text)
    #expect(outcome.report.unmappedColumns == ["Zon"])
    #expect(try office.card("2")?[FieldPath("customFields.Avtal")!] == "Guld")
    #expect(try office.card("1")?.values.keys.contains { $0.field == .customFields } == false)
  }

  /// An export's headings, with the kinds of their fields; the choice's words are hard to write.
  @Test func anExportsHeadingsBringTheFieldsTheyAre() throws {
    var office = try Office()
    office.library = try Office.shippedMappings()
    let words = ["a|b", "c\\d", "e) f", "Å"]
    let text = #"""
      number;name;customFields.Yta:number;customFields.Start:date;customFields.Fri:text;customFields.Val:choice(a\|b|c\\d|e) f|Å)
      1;A;12,5;2026-01-31;x;a|b
      2;B;nej;;;

      """#
    let outcome = try office.importing(text: text)
    #expect(outcome.counts == .init(rows: 2, created: 1, rejected: 1))
    let definitions = [
      CustomFieldDefinition(name: "Fri", kind: .text), CustomFieldDefinition(name: "Start", kind: .date),
      CustomFieldDefinition(name: "Val", kind: .choice, choices: words),
      CustomFieldDefinition(name: "Yta", kind: .number),
    ]
    #expect(try office.state().customFields == definitions)
    #expect(try office.card("1")?[FieldPath("customFields.Yta")!] == "12.5")
    // Known by its name, the field stays what the register says it is.
    let other = try office.importing(text: "number;name;customFields.Yta:text\n1;A;7\n")
    #expect(other.counts == .init(rows: 1, updated: 1))
    try office.undo(try #require(other.run))
    let undo = try office.undo(try #require(outcome.run)).run
    #expect(try office.state().customFields.isEmpty)
    try office.undo(undo)
    #expect(try office.state().customFields == definitions)
  }

  /// An export's first card says it of all fields, also of those that no card has a value of.
  @Test func aJSONExportsFirstCardBringsTheFieldsTheyAre() throws {
    var office = try Office()
    office.library = try Office.shippedMappings()
    let json = #"""
      [{"customFieldKinds": {"Yta": "number", "Val": "choice(a|b)", "Tom": "date"}, "number": "1", "name": "A",
        "customFields": {"Yta": 12.5}}, {"number": "2", "name": "B", "customFields": {"Val": "c"}}]
      """#
    try office.folder.write(json, to: "k.json")
    let outcome = try office.importing("k.json")
    #expect(outcome.counts == .init(rows: 2, created: 1, rejected: 1))
    #expect(outcome.report.unmappedColumns.isEmpty)
    #expect(
      try office.state().customFields == [
        CustomFieldDefinition(name: "Tom", kind: .date),
        CustomFieldDefinition(name: "Val", kind: .choice, choices: ["a", "b"]),
        CustomFieldDefinition(name: "Yta", kind: .number),
      ])
    // The rejected row, mended in the file that repeats it, comes in by the same mapping.
    let mended = try office.read("k.json.rejects.csv").replacing(";c;", with: ";b;")
    try office.folder.write(mended, to: "mended.csv")
    let again = try office.importing("mended.csv")
    #expect(again.counts == .init(rows: 1, created: 1))
    #expect(again.report.unmappedColumns.isEmpty)
    #expect(try office.card("2")?[FieldPath("customFields.Val")!] == "b")
  }

  @Test func aKindThatThereIsNotIsNamed() throws {
    var office = try Office()
    office.library = try Office.shippedMappings()
    let json = #"[{"customFieldKinds": {"Yta": "numbr"}, "number": "1", "name": "A", "customFields": {"Yta": 1}}]"#
    try office.folder.write(json, to: "k.json")
    let error = try office.failure("k.json")
    #expect(error.status == .unreadableInput)
    #expect(error.code == "customFields.kind")
    let told = NewNameTexts.unknownKind(
      "numbr", of: "Yta", member: "customFieldKinds", input: Text.unknown.english)
    #expect(error.message.contains(told.afterUnknown), "\(error.message)")
    #expect(try office.state().customFields.isEmpty)
  }

  /// What `field add` refuses is no kind of a field, but part of its name.
  @Test(arguments: ["customFields.X:choice()", "customFields.X:choice(a|)", "customFields.*:number"])
  func aHeadingThatNoFieldCanHaveIsAPlainName(heading: String) {
    #expect(CustomFieldHeading(heading) == nil)
  }

  @Test func blanksAroundAHeadingHideNoKind() throws {
    var office = try Office()
    office.library = try Office.shippedMappings()
    try office.importing(text: "number;name;\u{A0} customFields.Yta:number \u{A0}\n1;A;12\n")
    #expect(try office.state().customFields == [CustomFieldDefinition(name: "Yta", kind: .number)])
  }

  /// An office with a list in `k.csv`, and the plan to import it.
  private func planned(_ text: String) throws -> (office: Office, plan: String) {
    var office = try Office()
    office.library = try Office.shippedMappings()
    try office.folder.write(text, to: "k.csv")
    let path = office.folder.file("plan.json")
    let plan = try PlanFile(path: path, register: office.register, source: "k.csv", mapping: nil)
    try office.importing("k.csv", changes: plan) { $0.isDryRun = true }
    try plan.finish()
    return (office, path)
  }

  @Test func aPlanGivesTheFieldsTheirKindsAndSoDoesUndoingItsUndo() throws {
    let (office, path) = try planned(
      "number;name;customFields.Yta:number;customFields.Val:choice(a|b);customFields.Tom:date\n1;A;12,5;a;\n")
    let run = try ApplyRun.perform(plan: path, on: office.register, as: office.actor).run
    let definitions = [
      CustomFieldDefinition(name: "Tom", kind: .date),
      CustomFieldDefinition(name: "Val", kind: .choice, choices: ["a", "b"]),
      CustomFieldDefinition(name: "Yta", kind: .number),
    ]
    #expect(try office.state().customFields == definitions)
    #expect(try office.importing("k.csv").counts.unchanged == 1)
    let undo = try office.undo(run).run
    #expect(try office.state().customFields.isEmpty)
    try office.undo(undo)
    #expect(try office.state().customFields == definitions)
  }

  @Test func aPlanForAFieldThatIsSomethingElseByNowIsRefused() throws {
    let (office, path) = try planned("number;name;customFields.Yta:number\n1;A;12,5\n")
    try office.register.write { try $0.addCustomField(CustomFieldDefinition(name: "Yta", kind: .date)) }
    let error = try #require(throws: KundregError.self) {
      try ApplyRun.perform(plan: path, on: office.register, as: office.actor)
    }
    #expect(error.code == "plan.stale")
    let told = PlanTexts.otherField("Yta", plan: Text.unknown.english, planned: "number", now: "date")
    #expect(error.message.contains(told.afterUnknown), "\(error.message)")
    #expect(try office.card("1") == nil)
  }

  /// One of an older version, without kinds, makes texts; one with kinds that there are not does nothing.
  @Test func aPlanWithoutKindsStillApplies() throws {
    let (office, path) = try planned("number;name;customFields.Yta:number\n1;A;7\n")
    let text = try office.read("plan.json")
    let kinds = #""customFields":{"Yta":"number"}"#
    let member = try #require(
      [kinds, kinds.replacing(":", with: ": ")].first(where: text.contains), "\(text.prefix(300))")
    try office.folder.write(text.replacing(member, with: #""customFields": {"Yta": "choice()"}"#), to: "plan.json")
    #expect(throws: KundregError.self) { try ApplyRun.perform(plan: path, on: office.register, as: office.actor) }
    #expect(try office.state().customFields.isEmpty)
    try office.folder.write(text.replacing(member, with: #""with": {}"#), to: "plan.json")
    _ = try ApplyRun.perform(plan: path, on: office.register, as: office.actor)
    #expect(try office.state().customFields == [CustomFieldDefinition(name: "Yta", kind: .text)])
  }
}
