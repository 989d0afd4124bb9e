import CustomerModel
import Mapping
import Rows
import Testing

@Suite struct BlankWordsTests {
  @Test func namesOfASetAreBlankAsCellsAre() throws {
    let batch = try OneColumn("tags").batch([
      ["A;NULL"], ["NULL; B;nan"], ["A;NULL"], ["A;Null Design"], ["NULL;nan"], ["Non;A"], ["A;Null"],
    ])
    let names = (0..<7).map { row in batch.text(column: 0, row: row).map(CustomerCard.names(inSet:)) }
    #expect(names == [["A"], ["B"], ["A"], ["A", "Null Design"], nil, ["A", "Non"], ["A", "Null"]])
    #expect(batch.repairs == [CellRepair(.blankWord, column: 0, count: 6, position: 2, example: "NULL")])
    // Another spelling may be somebody's.
    #expect(batch.doubts == [CellDoubt(.blankWord, row: 6, column: 0)])
    #expect(
      try OneColumn("taxReduction.coApplicants").batch([["800101-1231;-"], ["saknas, 800101-1231"]]).repairs.map(
        \.count)
        == [2])
    var plain = OneColumn("tags")
    plain.options = #""blankWords": [], "#
    #expect(try plain.value("A;NULL").map(CustomerCard.names(inSet:)) == ["A", "NULL"])
  }

  @Test func textsOfAListInACellAreBlankAsCellsAre() throws {
    let column = OneColumn("serviceArticles")
    let batch = try column.batch([
      [#"[{"number":"A1","description":"NULL","unit":"nan","price":"NULL"},{"description":"(null)"}]"#],
      [#"[{"number":"NULL","description":"Null Design","unit":"st"}]"#],
    ])
    #expect(batch.text(column: 0, row: 0) == #"[{"number":"A1"}]"#)
    #expect(batch.repairs == [CellRepair(.blankWord, column: 0, count: 4, position: 2, example: "(null)")])
    // An article may be numbered so.
    #expect(batch.text(column: 0, row: 1)?.contains(#""number":"NULL","description":"Null Design""#) == true)
    #expect(batch.doubts == [CellDoubt(.blankWord, row: 1, column: 0)])
  }

  @Test(
    arguments: [
      "NULL", "null", "(null)", "(NULL)", "<null>", "[NULL]", "\\N", "nan", "NaN", "None", "#N/A", "#SAKNAS!", "<NA>",
      "NaT",
      "undefined", " NULL ", "\u{A0}nan",
    ],
    [
      "comments", "invoiceAddress.city", "invoiceAddress.postalCode", "orderNumber", "customFields.Fri", "tags",
      "costCenter",
    ])
  func aWordOfAProgramForNoValueIsABlankCell(word: String, field: String) throws {
    let batch = try OneColumn(field).batch([["x"], [word]])
    #expect(batch[column: 0, row: 1] == .absent)
    #expect(batch.repairs == [CellRepair(.blankWord, column: 0, position: 3, example: word.trimmingBlanks)])
    #expect(batch.doubts.isEmpty)
    var clearing = OneColumn(field)
    clearing.empty = .clear
    #expect(try clearing.batch([[word]])[column: 0, row: 0] == .clear)
  }

  @Test(
    arguments: ["-", "–", "saknas", "Saknas", "N/A", "n/a", "0", "Null", "NONE"],
    [
      "identityNumber", "vatNumber", "phone", "mobile", "email", "contactPersons[0].email",
      "taxReduction.associationNumber",
    ])
  func whereOnlyANumberOrAnAddressCanStandAWordOfPeopleIsBlank(word: String, field: String) throws {
    #expect(try OneColumn(field).batch([[word]]).repairs.map(\.count) == [1])
    #expect(try OneColumn(field).value(word) == nil)
  }

  @Test(arguments: ["-", "saknas", "N/A", "0", "Summa", "nana", "NULLA", "None of these", "Nan Ek"])
  func elsewhereItMayBeSaid(word: String) throws {
    for field in ["comments", "invoiceAddress.line1", "invoiceAddress.city", "orderNumber", "customFields.Fri"] {
      let batch = try OneColumn(field).batch([[word]])
      #expect(batch.text(column: 0, row: 0) == word)
      #expect(batch.repairs.isEmpty && batch.doubts.isEmpty)
    }
  }

  @Test(arguments: ["Summa", "nana", "NULLA", "None of these", "Nan Ek", "Nollan 0"])
  func aNameThatOnlyLooksLikeOneIsNoDoubt(word: String) throws {
    let batch = try OneColumn("name").batch([[word]])
    #expect(batch.text(column: 0, row: 0) == word)
    #expect(batch.repairs.isEmpty && batch.doubts.isEmpty)
  }

  @Test(
    arguments: ["None", "Nan", "NULL", "Null", "undefined"].flatMap { word in
      ["name", "contactPersons[0].name"].map { (word, $0) }
    } + [("Nan", "number"), ("Null", "number"), ("0", "number"), ("NA", "number")])
  func aNameOrWhatMayBeANumberIsKeptAndNamed(word: String, field: String) throws {
    let batch = try OneColumn(field).batch([["x"], [word]])
    #expect(batch.text(column: 0, row: 1) == word)
    #expect(batch.repairs.isEmpty)
    #expect(batch.doubts == [CellDoubt(.blankWord, row: 1, column: 0)])
  }

  @Test(arguments: ["None", "NULL", "null", "undefined", "\\N", "-", "saknas"])
  func aWordForNothingIsNobodysNumber(word: String) throws {
    let batch = try OneColumn("number").batch([["x"], [word]])
    #expect(batch.text(column: 0, row: 1) == nil)
    #expect(batch.repairs.map(\.count) == [1] && batch.doubts.isEmpty)
    // What the register holds comes back from its export.
    var own = OneColumn("number")
    own.header = ["A"] + ExportRepairsTests.headings.dropFirst()
    let exported = try own.batch([[word]])
    #expect(exported.text(column: 0, row: 0) == word)
    #expect(exported.repairs.isEmpty)
  }

  @Test func anotherSpellingThatMayBeANameIsKeptAndNamed() throws {
    let batch = try OneColumn("invoiceAddress.city").batch([["Null"], ["Nat"]])
    #expect(batch.text(column: 0, row: 0) == "Null")
    #expect(batch.doubts == [CellDoubt(.blankWord, row: 0, column: 0)])
  }

  @Test func aWordThatMeansSomethingInItsColumnKeepsItsMeaning() throws {
    #expect(try OneColumn("vatType").value("None") == "none")
    var choice = OneColumn("customFields.Nivå")
    choice.definitions = [CustomFieldDefinition(name: "Nivå", kind: .choice, choices: ["None", "Guld"])]
    #expect(try choice.value("None") == "None")
    var table = OneColumn("type")
    table.entry = #"{"field": "type", "headers": ["A"], "values": {"NULL": "private"}}"#
    #expect(try table.value("NULL") == "private")
    table.entry = #"{"field": "phone", "headers": ["A"], "transforms": [{"values": {"-": "08-465 004 10"}}]}"#
    #expect(try table.value("-") == "08-465 004 10")
    #expect(try OneColumn("vatPercent").value("0") == "0")
    #expect(try OneColumn("active").value("0") == "0")
  }

  @Test func theMappingSaysWhichWordsAreBlank() throws {
    var column = OneColumn("comments")
    column.options = #""blankWords": [], "#
    #expect(try column.value("NULL") == "NULL")
    column.entry = #"{"field": "phone", "headers": ["A"]}"#
    #expect(try column.value("-") == "-")
    column.options = #""blankWords": ["okänt", "?"], "#
    #expect(try column.value("Okänt") == nil)
    #expect(try column.value("NULL") == "NULL")
    column.entry = #"{"field": "name", "headers": ["A"]}"#
    #expect(try column.value("?") == nil)
  }

  @Test func aClearingWordWins() throws {
    var column = OneColumn("phone")
    column.options = #""clearWords": ["-", "NULL"], "#
    let batch = try column.batch([["-"], ["NULL"], ["nan"]])
    #expect((0..<3).map { batch[column: 0, row: $0] } == [.clear, .clear, .absent])
    #expect(batch.repairs.map(\.count) == [1])
  }

  @Test func aDefaultStandsForAWordForNothing() throws {
    var column = OneColumn("costCenter")
    column.entry = #"{"field": "costCenter", "headers": ["A"], "default": "100"}"#
    #expect(try column.value("NULL") == "100")
  }

  @Test func everyWayToAFieldKnowsTheWords() throws {
    var column = OneColumn("phone")
    column.header = ["A", "B"]
    column.entry = #"{"field": "phone", "firstOf": [["A"], ["B"]]}"#
    #expect(try column.batch([["NULL", "08-465 004 10"]]).text(column: 0, row: 0) == "08-465 004 10")
    column.entry = #"{"field": "comments", "join": [["A"], ["B"]], "separator": " / "}"#
    #expect(try column.batch([["nan", "ring"]]).text(column: 0, row: 0) == "ring")
    column.entry = #"{"field": "name", "join": [["A"], ["B"]]}"#
    let names = try column.batch([["Eva", "NULL"]])
    #expect(names.text(column: 0, row: 0) == "Eva NULL")
    #expect(names.doubts == [CellDoubt(.blankWord, row: 0, column: 1)])
    column.entry =
      #"{"fields": ["invoiceAddress.postalCode", "invoiceAddress.city"], "headers": ["A"], "transforms": [{"split": "postalCodeCity"}]}"#
    let split = try column.batch([["NULL", ""], ["111 22 Storstad", ""]])
    #expect([split.text(column: 0, row: 0), split.text(column: 1, row: 0)] == [nil, nil])
    #expect(split.text(column: 1, row: 1) == "Storstad")
    column.header = ["serviceArticles[0].number", "serviceArticles[0].unit"]
    column.entry = #"{"field": "number", "headers": ["Nr"]}"#
    #expect(try column.batch([["A1", "NULL"]]).text(column: 0, row: 0) == #"[{"number":"A1"}]"#)
  }

  /// What becomes of a cell of `#N/A` that a workbook says is an error, and of one of `#REF!`.
  private func errors(_ field: String, _ header: [String] = ["A"], _ more: String = "") throws -> RecordBatch {
    var rows = Probe.batch([["#N/A"], ["#REF!"], ["x"]])
    rows.errorCells = [0, 1]
    let file = try Probe.file(#"{\#(more)"columns": [{"field": "\#(field)", "headers": ["\#(header[0])"]}]}"#)
    return try CompiledMapping(file, header: header, today: Probe.today, repairs: CellRepairs(header: header)).map(rows)
  }

  @Test(
    "an error of a workbook that says that there is no value is blank where the text is",
    arguments: ["phone", "comments", "invoiceAddress.city"])
  func errorsForNoValue(field: String) throws {
    let batch = try errors(field)
    #expect(batch.text(column: 0, row: 0) == nil)
    #expect(batch.rows.errorCells == [1])
    #expect(batch.repairs.map(\.count) == [1])
  }

  @Test(
    "where the text would be kept, or says whose row it is, it stays an error",
    arguments: ["number", "name", "contactPersons[0].name"])
  func errorsThatStay(field: String) throws {
    let batch = try errors(field)
    #expect(batch.rows.errorCells == [0, 1])
    #expect(batch.repairs.isEmpty)
    #expect(try errors("phone", ["A"], #""blankWords": [], "#).rows.errorCells == [0, 1])
  }

  @Test func whatAPersonTypesIsMeant() throws {
    #expect(try Probe.canonical("NULL", field: "comments") == "NULL")
    #expect(try Probe.canonical("'+46", field: "comments") == "'+46")
  }
}
