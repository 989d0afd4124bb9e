import CustomerModel
import Foundation
import TestSupport
import Testing
import Texts

@testable import Writers

@Suite struct ExportFileTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func export(_ name: String, _ columns: [FieldPath], _ cards: [CustomerCard]) throws -> String {
    let file = try ExportFile(
      path: folder.file(name), columns: columns, definitions: Cards.definitions, language: .swedish)
    for card in cards { try file.append(card, columns) }
    try file.finish()
    #expect(file.count == cards.count)
    return folder.file(name)
  }

  @Test func tablesHaveSwedishHeadingsAndWords() throws {
    let names = [
      "number", "type", "identityNumber", "tags", "contactPersons[1].name", "contactPersons[1].mainContact", "active",
      "customFields.Avtal", "customFields.Antal", "vatNumber",
    ]
    let columns = try names.map { try Cards.path($0) }
    let expected = [
      [
        "Kundnummer", "Kundtyp", "Org-/personnummer", "Taggar", "Kontaktperson 2 namn",
        "Kontaktperson 2 är huvudkontakt", "Aktiv",
        "customFields.Avtal:boolean", "customFields.Antal:number", "VAT-nummer",
      ], ["00123", "Företag", "559999-0008", "Avtal; VIP", "Bo", "Nej", "Ja", "Ja", "2.50", ""],
    ]
    let card = try Cards.full()
    #expect(try Python.rows(ofCSV: export("a.csv", columns, [card])) == expected)
    #expect(try Python.rows(ofWorkbook: export("a.xlsx", columns, [card]), sheet: "Kunder") == expected)
  }

  @Test(
    arguments: [
      (["B", "A"], "A; B"), (["A, B"], "A, B\u{1F}"), (["A|B", "C"], "A|B\u{1F}C\u{1F}"), (["x;y"], "x;y\u{1F}"),
      (["A & B"], "A & B"),
      ([], ""),
    ])
  func namesOfASetStayApart(names: [String], expected: String) throws {
    var cell: String?
    let table = ExportTable(columns: [try Cards.path("tags")], language: .english)
    Array(CustomerCard.set(of: names).utf8).withUnsafeBytes {
      table.withCell($0, column: 0) { cell = String(decoding: $0, as: UTF8.self) }
    }
    #expect(cell == expected)
  }

  @Test func jsonIsAnArrayWithACardALine() throws {
    var other = CustomerCard()
    other[.number] = "2"
    let columns = try ["number", "active"].map { try Cards.path($0) }
    let path = try export("a.JSON", columns, [Cards.full(), other])
    #expect(
      try String(contentsOfFile: path, encoding: .utf8)
        == "[\n{\"number\":\"00123\",\"active\":true},\n{\"number\":\"2\"}\n]\n")
    #expect(try String(contentsOfFile: export("b.json", columns, []), encoding: .utf8) == "[]\n")
  }

  /// Some columns in any order, cards with more or fewer values: the line is what a card by itself is as JSON.
  @Test(arguments: UInt64(1)...12)
  func aLineOfJSONIsTheCardOfItsColumns(seed: UInt64) throws {
    var random = SeededGenerator(seed)
    var full = try Cards.full()
    for (name, value) in [
      ("contactPersons[3].email", "d@example.se"), ("contactPersons[3].mainContact", "1"), ("facilityRequired", "1"),
      ("invoiceAddress.city", "\u{1}Å\\\""), ("taxReduction.apartmentNumber", "0012"),
      ("customFields.Nivå \"1\"", "Guld"),
      ("customFields.Nivå", "Guld"), ("facilities", #"[{"number":"1","name":"Söder; \"norr\""},{"number":"2"}]"#),
      ("serviceArticles", #"[{"number":"T","quantity":2.50,"isTime":true}]"#), ("visitingAddress.country", "SE"),
    ] { full[try Cards.path(name)] = value }
    let columns = full.paths.filter { _ in random.chance(0.7) }.shuffled(using: &random)
    let cards = (0..<6).map { _ in CustomerCard(full.values.filter { _ in random.chance(0.6) }) }
    let lines = try String(contentsOfFile: export("a.json", columns, [CustomerCard()] + cards), encoding: .utf8)
      .split(separator: "\n").dropFirst(2).dropLast()
    let json = CardJSON(definitions: Cards.definitions)
    #expect(lines.count == cards.count)
    for (line, card) in zip(lines, cards) {
      let expected = String(decoding: json.bytes(of: card, paths: columns), as: UTF8.self)
      #expect(line.hasSuffix(",") ? line.dropLast() == expected[...] : line == expected[...])
    }
  }

  @Test func theFirstCardOfJSONSaysWhatTheCustomFieldsAre() throws {
    let columns = try ["number", "customFields.Antal", "customFields.Avtal"].map { try Cards.path($0) }
    let card = try Cards.full()
    #expect(
      try String(contentsOfFile: export("a.json", columns, [card, card]), encoding: .utf8) == """
        [
        {"customFieldKinds":{"Antal":"number","Avtal":"boolean"},"number":"00123","customFields":{"Antal":2.50,"Avtal":true}},
        {"number":"00123","customFields":{"Antal":2.50,"Avtal":true}}
        ]

        """)
  }

  @Test func manyCardsAreValidJSON() throws {
    let card = try Cards.full()
    let path = try export("a.json", card.paths, Array(repeating: card, count: 5_000))
    #expect(
      try Python.run(
        "import json, sys; x = json.load(open(sys.argv[1])); print(len(x), x[4999]['customFields']['Antal'])", path)
        == "5000 2.5")
  }

  @Test func allColumnsFollowTheCatalogue() {
    let columns = ExportTable.allColumns(contactPersons: 2, definitions: Cards.definitions)
    #expect(columns == columns.sorted())
    #expect(columns.map(\.description).prefix(3) == ["number", "name", "type"])
    #expect(columns.count { $0.field == .contactEmail } == 2)
    #expect(columns.count { $0.field == .customFields } == 5)
    #expect(!columns.contains { $0.field.isReadOnly })
    #expect(ExportTable.allColumns(contactPersons: 0, definitions: [], includesReadOnly: true).last?.field == .updated)
    let missing = Field.all.filter { field in !field.isReadOnly && !columns.contains { $0.field == field } }
    #expect(missing.isEmpty)
  }

  @Test(
    arguments: [
      (.swedish, ["Kundnummer", "Kundtyp", "Aktiv", "Kontaktperson 2 e-post"], ["1", "Företag", "Ja", "a@b.se"]),
      (
        .english, ["Customer number", "Customer type", "Active", "Contact person 2 e-mail"],
        ["1", "Company", "Yes", "a@b.se"]
      ),
    ] as [(Language, [String], [String])])
  func headingsAndWordsAreThoseOfTheLanguage(language: Language, headings: [String], cells: [String]) throws {
    let columns = try ["number", "type", "active", "contactPersons[1].email"].map { try Cards.path($0) }
    var card = CustomerCard()
    for (path, value) in zip(columns, ["1", "company", "1", "a@b.se"]) { card[path] = value }
    let file = try ExportFile(path: folder.file("a.csv"), columns: columns, language: language)
    try file.append(card, columns)
    try file.finish()
    #expect(try Python.rows(ofCSV: folder.file("a.csv")) == [headings, cells])
  }

  @Test func noTwoHeadingsAreTheSame() {
    let table = ExportTable(
      columns: [
        FieldPath(.customerName), FieldPath(custom: "na-mn"), FieldPath(custom: "Region"),
      ], language: .swedish)
    #expect(table.headings == ["Namn", "customFields.na-mn", "Region"])
  }

  @Test(arguments: ["a.pdf", "a", "csv", ".csv/", "a.csv.gz", "a.xls"])
  func anotherEndingIsWrongUsage(path: String) throws {
    let error = try #require(throws: KundregError.self) {
      try ExportFile(path: folder.file(path), columns: [], language: .swedish)
    }
    #expect(error.status == .usage)
    #expect(error.code == "output.unknownFormat")
  }

  @Test(arguments: ["a.csv", "a.xlsx", "a.json"])
  func aDroppedExportLeavesTheOldFile(name: String) throws {
    try folder.write("old", to: name)
    let file = try ExportFile(path: folder.file(name), columns: [FieldPath(.number)], language: .swedish)
    try file.append(Cards.full(), [FieldPath(.number)])
    file.discard()
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [name])
    #expect(try String(contentsOfFile: folder.file(name), encoding: .utf8) == "old")
    #expect(throws: KundregError.self) {
      try ExportFile(path: folder.file("none/" + name), columns: [], language: .swedish)
    }
  }
}
