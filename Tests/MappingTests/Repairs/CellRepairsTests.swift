import CustomerModel
import Mapping
import Rows
import Testing

/// One column under the heading `A` that fills a field, in a file whose cells are mended.
private struct Column {
  var entry: String
  var options = ""
  var fractions: Set<Int> = []
  var definitions: [CustomFieldDefinition] = []
  var empty: EmptyPolicy?
  var header = ["A"]

  init(_ field: String) { entry = #"{"field": "\#(field)", "headers": ["A"]}"# }

  func batch(_ rows: [[String?]]) throws -> RecordBatch {
    var repairs = CellRepairs(header: header)
    repairs.fractions = fractions
    let file = try Probe.file("{\(options)\"columns\": [\(entry)]}")
    let mapping = try CompiledMapping(
      file, header: header, empty: empty, today: Probe.today, customFields: definitions, repairs: repairs)
    return mapping.map(Probe.batch(rows))
  }

  func value(_ cell: String) throws -> String? { try batch([[cell]]).text(column: 0, row: 0) }
}

@Suite struct BlankWordsTests {
  @Test func namesOfASetAreBlankAsCellsAre() throws {
    let batch = try Column("tags").batch([
      ["A;NULL"], ["NULL; B;nan"], ["A;NULL"], ["A;Null Design"], ["NULL;nan"], ["Non;A"], ["A;Null"],
    ])
    let names = (0..<7).map { row in batch.text(column: 0, row: row).map(CustomerCard.names(inSet:)) }
    #expect(names == [["A"], ["B"], ["A"], ["A", "Null Design"], nil, ["A", "Non"], ["A", "Null"]])
    #expect(batch.repairs == [CellRepair(.blankWord, column: 0, count: 6, position: 2, example: "NULL")])
    // Another spelling may be somebody's.
    #expect(batch.doubts == [CellDoubt(.blankWord, row: 6, column: 0)])
    #expect(
      try Column("taxReduction.coApplicants").batch([["800101-1231;-"], ["saknas, 800101-1231"]]).repairs.map(\.count)
        == [2])
    var plain = Column("tags")
    plain.options = #""blankWords": [], "#
    #expect(try plain.value("A;NULL").map(CustomerCard.names(inSet:)) == ["A", "NULL"])
  }

  @Test func textsOfAListInACellAreBlankAsCellsAre() throws {
    let column = Column("serviceArticles")
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
    let batch = try Column(field).batch([["x"], [word]])
    #expect(batch[column: 0, row: 1] == .absent)
    #expect(batch.repairs == [CellRepair(.blankWord, column: 0, position: 3, example: word.trimmingBlanks)])
    #expect(batch.doubts.isEmpty)
    var clearing = Column(field)
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
    #expect(try Column(field).batch([[word]]).repairs.map(\.count) == [1])
    #expect(try Column(field).value(word) == nil)
  }

  @Test(arguments: ["-", "saknas", "N/A", "0", "Summa", "nana", "NULLA", "None of these", "Nan Ek"])
  func elsewhereItMayBeSaid(word: String) throws {
    for field in ["comments", "invoiceAddress.line1", "invoiceAddress.city", "orderNumber", "customFields.Fri"] {
      let batch = try Column(field).batch([[word]])
      #expect(batch.text(column: 0, row: 0) == word)
      #expect(batch.repairs.isEmpty && batch.doubts.isEmpty)
    }
  }

  @Test(arguments: ["Summa", "nana", "NULLA", "None of these", "Nan Ek", "Nollan 0"])
  func aNameThatOnlyLooksLikeOneIsNoDoubt(word: String) throws {
    let batch = try Column("name").batch([[word]])
    #expect(batch.text(column: 0, row: 0) == word)
    #expect(batch.repairs.isEmpty && batch.doubts.isEmpty)
  }

  @Test(
    arguments: ["None", "Nan", "NULL", "Null", "undefined"].flatMap { word in
      ["name", "contactPersons[0].name"].map { (word, $0) }
    } + [("Nan", "number"), ("Null", "number"), ("0", "number"), ("NA", "number")])
  func aNameOrWhatMayBeANumberIsKeptAndNamed(word: String, field: String) throws {
    let batch = try Column(field).batch([["x"], [word]])
    #expect(batch.text(column: 0, row: 1) == word)
    #expect(batch.repairs.isEmpty)
    #expect(batch.doubts == [CellDoubt(.blankWord, row: 1, column: 0)])
  }

  @Test(arguments: ["None", "NULL", "null", "undefined", "\\N", "-", "saknas"])
  func aWordForNothingIsNobodysNumber(word: String) throws {
    let batch = try Column("number").batch([["x"], [word]])
    #expect(batch.text(column: 0, row: 1) == nil)
    #expect(batch.repairs.map(\.count) == [1] && batch.doubts.isEmpty)
    // What the register holds comes back from its export.
    var own = Column("number")
    own.header = ["A"] + ExportRepairsTests.headings.dropFirst()
    let exported = try own.batch([[word]])
    #expect(exported.text(column: 0, row: 0) == word)
    #expect(exported.repairs.isEmpty)
  }

  @Test func anotherSpellingThatMayBeANameIsKeptAndNamed() throws {
    let batch = try Column("invoiceAddress.city").batch([["Null"], ["Nat"]])
    #expect(batch.text(column: 0, row: 0) == "Null")
    #expect(batch.doubts == [CellDoubt(.blankWord, row: 0, column: 0)])
  }

  @Test func aWordThatMeansSomethingInItsColumnKeepsItsMeaning() throws {
    #expect(try Column("vatType").value("None") == "none")
    var choice = Column("customFields.Nivå")
    choice.definitions = [CustomFieldDefinition(name: "Nivå", kind: .choice, choices: ["None", "Guld"])]
    #expect(try choice.value("None") == "None")
    var table = Column("type")
    table.entry = #"{"field": "type", "headers": ["A"], "values": {"NULL": "private"}}"#
    #expect(try table.value("NULL") == "private")
    table.entry = #"{"field": "phone", "headers": ["A"], "transforms": [{"values": {"-": "08-465 004 10"}}]}"#
    #expect(try table.value("-") == "08-465 004 10")
    #expect(try Column("vatPercent").value("0") == "0")
    #expect(try Column("active").value("0") == "0")
  }

  @Test func theMappingSaysWhichWordsAreBlank() throws {
    var column = Column("comments")
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
    var column = Column("phone")
    column.options = #""clearWords": ["-", "NULL"], "#
    let batch = try column.batch([["-"], ["NULL"], ["nan"]])
    #expect((0..<3).map { batch[column: 0, row: $0] } == [.clear, .clear, .absent])
    #expect(batch.repairs.map(\.count) == [1])
  }

  @Test func aDefaultStandsForAWordForNothing() throws {
    var column = Column("costCenter")
    column.entry = #"{"field": "costCenter", "headers": ["A"], "default": "100"}"#
    #expect(try column.value("NULL") == "100")
  }

  @Test func everyWayToAFieldKnowsTheWords() throws {
    var column = Column("phone")
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

  @Test func anErrorOfAWorkbookIsNoWord() throws {
    var rows = Probe.batch([["#N/A"], ["#N/A"]])
    rows.errorCells = [0]
    let file = try Probe.file(#"{"columns": [{"field": "phone", "headers": ["A"]}]}"#)
    let mapping = try CompiledMapping(
      file, header: ["A"], today: Probe.today, repairs: CellRepairs(header: ["A"]))
    let batch = mapping.map(rows)
    #expect(batch.text(column: 0, row: 0) == "#N/A")
    #expect(batch.repairs.map(\.count) == [1])
  }

  @Test func whatAPersonTypesIsMeant() throws {
    #expect(try Probe.canonical("NULL", field: "comments") == "NULL")
    #expect(try Probe.canonical("'+46", field: "comments") == "'+46")
  }
}

@Suite struct TextGuardTests {
  @Test(
    arguments: [
      Case("'=Plus AB", "=Plus AB"), Case("'+46 8 465 004 11", "+46 8 465 004 11"),
      Case("'- ring först", "- ring först"),
      Case("'@Kontoret", "@Kontoret"), Case("=\"0012\"", "0012"), Case("=\"Norra \"\"Kyl\"\" AB\"", "Norra \"Kyl\" AB"),
      Case("=\"\"", nil), Case(" '=A ", "=A"), Case("=\"  12 \"", "12"),
    ], ["name", "comments", "phone", "orderNumber", "customFields.Fri"])
  func aGuardBeforeASignIsTakenOff(_ c: Case, field: String) throws {
    let batch = try Column(field).batch([[c.cell]])
    #expect(batch.text(column: 0, row: 0) == c.result)
    #expect(batch.repairs == [CellRepair(.textGuard, column: 0, position: 2)])
  }

  @Test(arguments: [
    "'t Hooft", "'n Beetje", "'", "''", "'citat'", "'=a'", "=SUM(A1:A2)", "=\"a\"&\"b\"", "=\"", "=", "d'Arc", "‘=x",
    "'Ek", "'@home' Sverige AB", "'=' Tecknet AB", "'-30%' på allt", "'24' Konsult AB", "'+' och '-'", "'1' eller '2'",
  ])
  func whatGuardsNothingStays(text: String) throws {
    for field in ["name", "comments", "customFields.Fri"] {
      let batch = try Column(field).batch([[text]])
      #expect(batch.text(column: 0, row: 0) == text)
      #expect(batch.repairs.isEmpty && batch.doubts.isEmpty, "\(text)")
    }
  }

  @Test(arguments: [
    ("number", "'1001", "1001"), ("phone", "'08-465 004 10", "08-465 004 10"),
    ("invoiceAddress.postalCode", "'11122", "111 22"),
    ("identityNumber", "'5599993002", "559999-3002"), ("orderNumber", "'0012", "0012"),
    ("customFields.Fri", "'0012", "0012"),
    ("taxReduction.apartmentNumber", "'1101", "1101"), ("phone", "'08 46 ankn 3", "08 46 ankn 3"),
  ])
  func aGuardBeforeANumberIsTakenOff(field: String, cell: String, value: String) throws {
    let batch = try Column(field).batch([[cell]])
    #expect(batch.text(column: 0, row: 0) == value)
    #expect(batch.repairs.map(\.kind) == [.textGuard])
  }

  @Test(arguments: [
    ("name", "'68 Bar"), ("name", "'68"), ("invoiceAddress.line1", "'12 Storgatan"), ("comments", "'68 års modell"),
  ])
  func beforeADigitThatMayBelongToItTheApostropheIsKeptAndNamed(field: String, cell: String) throws {
    let batch = try Column(field).batch([[cell]])
    #expect(batch.text(column: 0, row: 0) == cell)
    #expect(batch.repairs.isEmpty)
    #expect(batch.doubts == [CellDoubt(.textGuard, row: 0, column: 0)])
  }

  @Test(arguments: [("'=Lars's Bil", "=Lars's Bil"), ("'-d'Arc", "-d'Arc")])
  func anApostropheInAWordClosesNothing(cell: String, value: String) throws {
    #expect(try Column("name").value(cell) == value)
  }

  @Test func behindAGuardAWordIsAWord() throws {
    var column = Column("phone")
    #expect(try column.value("'-") == nil)
    #expect(try column.batch([["=\"NULL\""]])[column: 0, row: 0] == .absent)
    column.options = #""clearWords": ["-"], "#
    #expect(try column.batch([["'-"]])[column: 0, row: 0] == .clear)
  }

  @Test func theMappingMayLeaveGuards() throws {
    var column = Column("name")
    column.options = #""repairs": ["fractions"], "#
    #expect(try column.value("'=Plus AB") == "'=Plus AB")
  }
}

@Suite struct WholeFractionTests {
  @Test(arguments: [
    ("number", "1001.0", "1001"), ("phone", "846500410.0", "846500410"),
    ("invoiceAddress.postalCode", "11122,0", "111 22"),
    ("taxReduction.apartmentNumber", "1101.0", "1101"), ("customFields.Fri", "7.0", "7"), ("active", "-1.0", "1"),
    ("orderNumber", "1001.00", "1001"), ("customFields.Fri", "x.0", "x.0"), ("customFields.Fri", "2.0.0", "2.0.0"),
  ])
  func aColumnOfWholeNumbersLosesTheFraction(field: String, cell: String, value: String) throws {
    var column = Column(field)
    column.fractions = [0]
    #expect(try column.value(cell) == value)
    let others = try Column(field).batch([[cell]]).repairs
    // A postal code is read so always; a text that is kept is counted.
    #expect(field == "invoiceAddress.postalCode" || others.allSatisfy { $0.kind == .keptFraction })
  }

  @Test func aFractionThatATableNamesStays() throws {
    var column = Column("type")
    column.fractions = [0]
    column.entry = #"{"field": "type", "headers": ["A"], "values": {"1.0": "private", "2.0": "company"}}"#
    #expect(try column.value("1.0") == "private")
  }

  @Test func zeroIsNoPhoneNumberEitherAsAFraction() throws {
    var column = Column("phone")
    column.fractions = [0]
    #expect(try column.value("0.0") == nil)
  }

  @Test(
    arguments: [
      ("1001.0", .fraction(sign: 0x2E, zeros: 1)), (" 7,00 ", .fraction(sign: 0x2C, zeros: 2)),
      ("-1.0", .fraction(sign: 0x2E, zeros: 1)), ("", .blank), ("nan", .blank), ("NULL", .blank), ("\\N", .blank),
      ("[NULL]", .blank), ("undefined", .blank), ("saknas", .blank), ("Uppgift saknas", .blank), ("-", .blank),
      ("#SAKNAS!", .blank), ("0", .other), ("?", .other),
      ("1001.00", .fraction(sign: 0x2E, zeros: 2)), ("1001.0000", .fraction(sign: 0x2E, zeros: 4)),
      ("1001.000", .fraction(sign: 0x2E, zeros: 3)), ("1.0000", .fraction(sign: 0x2E, zeros: 4)),
      ("1.000", .other), ("25,000", .other), ("-846.000", .other), ("0.000", .fraction(sign: 0x2E, zeros: 3)),
      ("1001.5", .other),
      ("1001", .other), (".0", .other), ("1.0.0", .other), ("1.0e5", .other), ("v1.0", .other), ("-.0", .other),
      ("Bo", .other),
      ("1 001.0", .other),
    ] as [(String, WholeNumbers.Verdict)])
  func aCellIsJudgedByItself(cell: String, verdict: WholeNumbers.Verdict) {
    var cell = cell
    let found = cell.withUTF8 {
      WholeNumbers.judge(UnsafeRawBufferPointer($0), words: ColumnBlankWords(own: nil, fields: []))
    }
    #expect(found == verdict)
  }

  @Test func wordsOfTheMappingsOwnSayNothingAndZeroSaysNothingAmongPhones() {
    func verdict(_ cell: String, own: [String]?, _ field: Field) -> WholeNumbers.Verdict {
      var cell = cell
      return cell.withUTF8 {
        WholeNumbers.judge(
          UnsafeRawBufferPointer($0), words: ColumnBlankWords(own: own, fields: [FieldPath(field)]))
      }
    }
    #expect(verdict("?", own: ["?"], .number) == .blank)
    #expect(verdict("?", own: nil, .number) == .other)
    #expect(verdict("0", own: nil, Field.named("phone")!) == .blank)
    #expect(verdict("0", own: nil, .number) == .other)
  }
}

@Suite struct KeptFractionTests {
  @Test(arguments: ["orderNumber", "costCenter", "comments", "tags", "customFields.Fri", "invoiceAddress.line2"])
  func aTextThatEndsInAFractionIsKeptAndCounted(field: String) throws {
    let batch = try Column(field).batch([["2.0"], ["Version 2.0"], ["77001,0"], ["100.00"], ["20"], ["2.5"]])
    #expect(batch.repairs == [CellRepair(.keptFraction, column: 0, count: 2, position: 2)])
    #expect(batch.text(column: 0, row: 2)?.contains("77001") == true)
  }

  @Test func whatHasARuleOfItsOwnOrIsANumberIsNotCounted() throws {
    for field in ["phone", "taxReduction.apartmentNumber", "vatPercent", "number"] {
      #expect(try Column(field).batch([["25.0"]]).repairs.isEmpty, "\(field)")
    }
  }

  @Test func aTextOfAnExportIsWhatWasTyped() throws {
    var column = Column("comments")
    column.header = ExportRepairsTests.headings
    #expect(try column.batch([["2.0"]]).repairs.isEmpty)
  }

  @Test func aWordOfTheMappingsOwnThatBeginsWithADigitIsAWord() throws {
    var column = Column("comments")
    column.options = #""blankWords": ["99"], "#
    #expect(try column.value("99") == nil)
  }

  @Test(arguments: [
    ("invoiceAddress.postalCode", "11122.0", "111 22"), ("identityNumber", "5599993010.0", "559999-3010"),
  ])
  func whatIsReadWithoutItsFractionAmongOthersIsCounted(field: String, cell: String, value: String) throws {
    let batch = try Column(field).batch([[cell], [cell], [value]])
    #expect((0..<3).map { batch.text(column: 0, row: $0) } == [value, value, value])
    #expect(batch.repairs == [CellRepair(.fraction, column: 0, count: 2, position: 2)])
  }
}

@Suite struct SpreadsheetErrorTests {
  @Test(arguments: [
    "#REF!", "#REFERENS!", "#VALUE!", "#VÄRDEFEL!", "#NAME?", "#NAMN?", "#DIV/0!", "#DIVISION/0!", "#NUM!",
    "#OGILTIGT!",
    "#NULL!", "########", "###", " #REF! ",
  ])
  func anErrorAsTextIsAnError(text: String) throws {
    for field in ["number", "name", "phone", "invoiceAddress.city", "orderNumber"] {
      #expect(try Column(field).batch([["A"], [text]]).rows.errorCells == [1], "\(field)")
    }
  }

  @Test(arguments: ["#1 Bar", "#hashtag", "#", "##", "#ref!", "Se #REF!", "#REF! i cellen", "#N/A", "#SAKNAS!", "REF!"])
  func whatOnlyLooksSoIsNone(text: String) throws {
    for field in ["name", "comments"] {
      #expect(try Column(field).batch([[text]]).rows.errorCells.isEmpty, "\(field)")
    }
  }

  @Test func aLineOfNumberSignsMayStandInAComment() throws {
    #expect(try Column("comments").batch([["####"]]).rows.errorCells.isEmpty)
    #expect(try Column("comments").batch([["#VALUE!"]]).rows.errorCells == [0])
  }

  @Test func aTextOfAnExportIsWhatWasTyped() throws {
    var column = Column("comments")
    column.header = ExportRepairsTests.headings
    #expect(try column.batch([["#REF!"]]).rows.errorCells.isEmpty)
  }

  @Test func errorsOfTheWorkbookStayBesideThem() throws {
    var rows = Probe.batch([["#N/A", "#REF!"], ["x", "#REF!"]])
    rows.errorCells = [0]
    let file = try Probe.file(
      #"{"columns": [{"field": "phone", "headers": ["A"]}, {"field": "name", "headers": ["B"]}]}"#)
    let mapping = try CompiledMapping(
      file, header: ["A", "B"], today: Probe.today, repairs: CellRepairs(header: ["A", "B"]))
    #expect(mapping.map(rows).rows.errorCells == [0, 1, 3])
  }
}

@Suite struct ExportRepairsTests {
  fileprivate static let headings = [
    "A", "Kundnummer", "Namn", "Kundtyp", "Anläggningar avstängda", "Anläggning krävs", "Kostnadsställe krävs",
    "Skicka alltid som faktura", "Aktiv",
  ]

  @Test func aTextThatTheRegisterMayHoldIsKeptAndNamedInAnExport() throws {
    for cell in ["NULL", "'=x", "=\"y\""] {
      var column = Column("comments")
      column.header = Self.headings
      let batch = try column.batch([[cell]])
      #expect(batch.text(column: 0, row: 0) == cell)
      #expect(batch.repairs.isEmpty)
      #expect(batch.doubts.count == 1)
    }
  }

  @Test func whatNoRegisterHoldsIsMendedInAnExport() throws {
    var column = Column("identityNumber")
    column.header = Self.headings
    #expect(try column.value("-") == nil)
    #expect(try column.value("'5599993002") == "559999-3002")
  }

  @Test func anExportOfSomeColumnsIsOneToo() throws {
    #expect(CellRepairs(header: Self.headings).isExport)
    for header in [
      Array(Self.headings.dropFirst().dropLast()), ["Kundnummer", "Kommentar", "Fakturaadress ort"],
      ["Kundnummer", "Org-/personnummer", "Taggar"], ["Kundnummer", "Namn", "Kontaktperson 2 e-post", "Ändrad"],
      ["number", "name", "customFieldKinds.Region", "customFields.Region"],
      ["Kundnummer", "customFields.Region:choice(Norr|Syd)"], ["Kundnummer", "Anläggning krävs", "kundreg_row"],
    ] {
      #expect(CellRepairs(header: header).isExport, "\(header)")
    }
    var column = Column("comments")
    column.header = ["Kundnummer", "Kommentar", "Fakturaadress ort"]
    column.entry = #"{"field": "comments", "headers": ["Kommentar"]}"#
    let batch = try column.batch([["1", "NULL", "x"]])
    #expect(batch.text(column: 0, row: 0) == "NULL")
    #expect(batch.doubts.count == 1)
  }

  @Test func aListWithSomeOfTheHeadingsIsNoExport() {
    for header in [
      ["number", "name"], ["number", "name", "invoiceAddress.city"], ["number", "name", "email", "phone", "comments"],
      ["Kundnummer", "Namn", "Kommentar"],
      ["Kundnummer", "Namn", "Telefon", "E-post", "Kundtyp"], [],
      // What an export writes otherwise, or not at all.
      ["Kundnummer", "Namn", "Fakturaadress ort", "Ort"], ["kundnummer", "fakturaadress ort"],
      ["Kundnr", "Org-/personnummer"], ["Kundnummer", "Fakturaadress ort", ""],
      ["Kundnummer", "Fakturaadress ort", "Kontaktperson 1 e-post"],
      ["Kundnummer", "Fakturaadress ort", "Kontaktperson 02 e-post"], ["Kundnummer", "Fakturaadress 2 ort"],
    ] {
      #expect(!CellRepairs(header: header).isExport, "\(header)")
    }
  }
}
