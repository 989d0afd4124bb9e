import CustomerModel
import Differ
import Mapping
import RegisterStore
import Rows
import TestSupport
import Testing
import Texts

@testable import Runs
@testable import Validation

/// Workbooks whose customers stand on several sheets.
@Suite struct SeveralSheetsTests {
  private let office: Office
  init() throws { office = try Office() }

  private func importing(
    _ book: SheetBook, changes: (any ChangeSink)? = nil, _ choose: (inout ImportOptions) -> Void = { _ in }
  ) throws -> ImportOutcome {
    try book.write(to: office.folder)
    return try office.importing("k.xlsx", changes: changes, choose)
  }

  private static let both = SheetBook()
    .sheet("Norr", [["Nr", "Namn", "Telefon"], ["1", "A", "08-465 004 01"], ["2", "B"]])
    .sheet("Söder", [["Nr", "Namn", "Telefon"], ["3", "C"], ["4", "D", "08-465 004 04"]])

  @Test func allThatFitAreOneInput() throws {
    let outcome = try importing(Self.both)
    #expect(outcome.counts == .init(rows: 4, created: 4))
    #expect(try office.card("4")?[FieldPath("phone")!] == "08-465 004 04")
    #expect(outcome.report.sheet == "Norr")
    #expect(outcome.report.sheets == ["Norr", "Söder"])
    #expect(outcome.report.unreadSheets.isEmpty)
    #expect(outcome.report.json.contains(#""sheets":["Norr","Söder"]"#))
    #expect(try importing(Self.both).counts == .init(rows: 4, unchanged: 4))
  }

  @Test func aSheetsOwnColumnShowsThatItsNumbersHaveFractions() throws {
    for second in [["Nr", "Namn", "Telefon"], ["Namn", "Nr", "Zon"]] {
      let office = try Office()
      let number = second.firstIndex(of: "Nr")!
      let rows = ["13", "14.5"].map { value in second.indices.map { $0 == number ? value : "x" } }
      try SheetBook()
        .sheet("Norr", [["Nr", "Namn", "Telefon"], ["11.0", "A", "846500401.0"], ["12.0", "B", nil]])
        .sheet("Söder", [second] + rows).write(to: office.folder)
      let outcome = try office.importing("k.xlsx")
      #expect(outcome.counts == .init(rows: 4, created: 3, rejected: 1, warnings: outcome.counts.warnings))
      #expect(try office.card("11")?[FieldPath("phone")!] == "846500401")
      #expect(try office.card("12") != nil && office.card("13") != nil)
      let notice = try #require(outcome.report.columnNotices.first { $0.code == "repair.fraction" })
      #expect(notice.message.hasPrefix("3 cells"))
      #expect(try office.importing("k.xlsx").counts.unchanged == 3)
    }
  }

  @Test func ordersHeadingsTitlesAndColumnsOfTheirOwn() throws {
    let outcome = try importing(
      SheetBook()
        .sheet("Norr", [["Nr", "Namn", "Telefon", "Zon"], ["1", "A", "08-465 004 01", "z"], ["2", "B"]])
        .sheet("Diagram", [])
        .chart("Kurva")
        .sheet(
          "Söder",
          [
            ["Kunder i söder"], [], ["E-post", "Namn", "number", "Typ"], ["c@example.se", "C", "3", "Privat"],
            [nil, "D", "4"],
          ]))
    #expect(outcome.counts == .init(rows: 4, created: 4))
    #expect(outcome.report.sheets == ["Norr", "Söder"])
    #expect(outcome.report.unmappedColumns == ["Zon"])
    #expect(try office.card("1")?[FieldPath("phone")!] == "08-465 004 01")
    #expect(try office.card("3")?[FieldPath("email")!] == "c@example.se")
    #expect(try office.card("3")?[.type] == "private")
    #expect(try office.card("3")?[FieldPath("phone")!] == nil)
    #expect(try office.card("4")?[.customerName] == "D")
    #expect(outcome.report.notes.isEmpty)
  }

  @Test func aSheetSaysNothingOfAColumnThatOnlyAnotherHas() throws {
    try office.importing(
      text: "Nr;Namn;Telefon;E-post\n1;A;08-465 004 01;a@example.se\n2;B;08-465 004 02;b@example.se\n")
    let outcome = try importing(
      SheetBook().sheet("Norr", [["Nr", "Namn", "Telefon"], ["1", "A"]])
        .sheet("Söder", [["Nr", "Namn", "E-post"], ["2", "B"]])
    ) { $0.empty = .clear }
    #expect(outcome.counts == .init(rows: 2, updated: 2))
    #expect(try office.card("1")?[FieldPath("phone")!] == nil)
    #expect(try office.card("1")?[FieldPath("email")!] == "a@example.se")
    #expect(try office.card("2")?[FieldPath("phone")!] == "08-465 004 02")
    #expect(try office.card("2")?[FieldPath("email")!] == nil)
  }

  /// A row that ends early in one sheet looks like one of a sheet that lacks the column, and says something else.
  @Test func whatIsKnownOfARowOfOneSheetHoldsForNoOther() throws {
    let norr = [["Nr", "Namn", "Telefon"], ["1", "A"]]
    let book = { (first: String, second: String) in
      SheetBook().sheet("Norr", [norr[0], [first, first == "1" ? "A" : "B"]])
        .sheet("Söder", [["Nr", "Namn"], [second, second == "1" ? "A" : "B"]])
    }
    _ = try importing(book("1", "2")) { $0.empty = .clear }
    try office.importing(text: "Nr;Namn;Telefon\n1;A;08-465 004 01\n2;B;08-465 004 02\n")
    _ = try importing(book("1", "2")) { $0.empty = .clear }
    #expect(try office.card("1")?[FieldPath("phone")!] == nil)
    #expect(try office.card("2")?[FieldPath("phone")!] == "08-465 004 02")
    let swapped = try importing(book("2", "1")) { $0.empty = .clear }
    #expect(swapped.counts.updated == 1)
    #expect(try office.card("2")?[FieldPath("phone")!] == nil)
  }

  @Test func duplicatesAcrossSheetsNameTheSheet() throws {
    let outcome = try importing(
      SheetBook().sheet("Norr", [["Nr", "Namn"], ["1", "A"], ["2", "B"]])
        .sheet("Söder", [["Namn", "Nr"], ["C", "3"], ["Annan", "2"], ["D", "3"]]))
    #expect(outcome.counts == .init(rows: 5, created: 3, rejected: 2))
    let examples = outcome.report.problems.entries[0].examples
    #expect(outcome.report.problems.entries.map(\.code) == ["number.duplicate"])
    #expect(examples.map(\.position) == [3, 4])
    #expect(examples.map(\.sheet) == ["Söder", "Söder"])
    #expect(examples[0].message.contains(RowPlace(row: 3, sheet: "Norr").text.english))
    #expect(examples[1].message.contains(RowPlace(row: 2, sheet: "Söder").text.english))
    #expect(outcome.report.json.contains(#""row":3,"sheet":"Söder","column":"Nr""#))
  }

  @Test func duplicatesAmongKnownRowsAreFoundAcrossSheets() throws {
    _ = try importing(Self.both)
    let twice = SheetBook().sheet("Norr", [["Nr", "Namn", "Telefon"], ["1", "A", "08-465 004 01"]])
      .sheet("Söder", [["Nr", "Namn", "Telefon"], ["1", "A", "08-465 004 01"]])
    let outcome = try importing(twice)
    #expect(outcome.counts == .init(rows: 2, unchanged: 1, rejected: 1))
    let entry = try #require(outcome.report.problems.entries.first)
    #expect(entry.code == "number.duplicate")
    #expect(entry.examples[0].message.contains(RowPlace(row: 2, sheet: "Norr").text.english))
  }

  @Test func aProblemNamesTheHeadingOfItsSheet() throws {
    let outcome = try importing(
      SheetBook().sheet("Norr", [["Nr", "Namn", "E-post"], ["1", "A", "a@example.se"]])
        .sheet("Söder", [["email", "Namn", "Nr"], ["fel", "C", "3"]]))
    let example = try #require(outcome.report.problems.entries.first?.examples.first)
    #expect(example.sheet == "Söder")
    #expect(example.header == "email")
    #expect(example.value == "fel")
    #expect(example.message.contains("“email”"))
  }

  @Test func aSheetThatIsAskedForIsReadAlone() throws {
    let outcome = try importing(Self.both.sheet("Fritext", [["Anteckningar"]])) { $0.sheet = "söder" }
    #expect(outcome.counts == .init(rows: 2, created: 2))
    #expect(outcome.report.sheet == "Söder")
    #expect(outcome.report.sheets.isEmpty)
    #expect(outcome.report.notes.isEmpty)
    #expect(!outcome.report.json.contains("sheets"))
  }

  @Test func dryRunPlanAndUndoTakeAllSheets() throws {
    let changes = Changes()
    let dry = try importing(Self.both, changes: changes) { $0.isDryRun = true }
    #expect(dry.counts == .init(rows: 4, created: 4))
    #expect(changes.all.map(\.number) == ["1", "2", "3", "4"])
    let before = try office.state()
    #expect(before.cards.isEmpty)
    let run = try #require(try importing(Self.both).run)
    #expect(try office.state().cards.count == 4)
    try office.undo(run)
    #expect(try office.state() == before)
  }

  @Test func entriesOfWhichOnlyOneCanFillAFieldAreTakenSheetBySheet() throws {
    let office = try Office(
      mapping: """
        {"name": "kunder", "columns": [
          {"field": "number", "headers": ["Nr"], "required": true}, {"field": "name", "headers": ["Namn"]},
          {"field": "name", "join": [["Förnamn"], ["Efternamn"]]}]}
        """)
    let book = SheetBook().sheet("Företag", [["Nr", "Namn"], ["1", "A AB"]])
      .sheet("Privat", [["Nr", "Förnamn", "Efternamn"], ["2", "Bo", "Berg"]])
    try book.write(to: office.folder)
    let outcome = try office.importing("k.xlsx")
    #expect(outcome.counts == .init(rows: 2, created: 2))
    #expect(try office.card("2")?[.customerName] == "Bo Berg")
    #expect(outcome.report.unmappedColumns.isEmpty)
  }

  @Test func numbersAreGeneratedForRowsOfAllSheetsAndKnownAgain() throws {
    let office = try Office([.generateNumber: 1])
    try SheetBook().sheet("Norr", [["Nr", "Namn"], ["100", "A"], [nil, "B"]])
      .sheet("Söder", [["Namn", "Telefon", "Nr"], ["C", "08-465 004 03"], ["D", nil, "205"]]).write(to: office.folder)
    #expect(try office.importing("k.xlsx").counts == .init(rows: 4, created: 4))
    #expect(try office.state().cards.keys.sorted() == ["100", "205", "206", "207"])
    #expect(try office.importing("k.xlsx").counts == .init(rows: 4, unchanged: 4))
    let alone = try office.importing("k.xlsx") { $0.sheet = "Söder" }
    #expect(alone.counts == .init(rows: 2, unchanged: 2))
  }

  @Test func oneRowTwiceWithoutNumberIsFoundAcrossSheets() throws {
    let office = try Office([.generateNumber: 1])
    try SheetBook().sheet("Norr", [["Namn", "Telefon"], ["A", "08-465 004 01"]])
      .sheet("Söder", [["Telefon", "Namn", "E-post"], ["08-465 004 01", "A"]]).write(to: office.folder)
    let outcome = try office.importing("k.xlsx")
    #expect(outcome.counts == .init(rows: 2, created: 1, rejected: 1))
    #expect(try office.importing("k.xlsx").counts == .init(rows: 2, unchanged: 1, rejected: 1))
  }

  @Test func furtherRowsOfACustomerMayStandOnAnotherSheet() throws {
    try SheetBook()
      .sheet("Norr", [["Nr", "Namn", "contactPersons[0].name"], ["1", "A", "Anna Ek"]])
      .sheet("Söder", [["contactPersons[0].name", "Nr", "Namn"], ["Bo Berg", "1", "A"], ["Cia Dal", "1", "Annat"]])
      .write(to: office.folder)
    let outcome = try office.importing("k.xlsx") { $0.severalRows = .contactPersons }
    #expect(outcome.counts == .init(rows: 3, created: 1, updated: 1, rejected: 1))
    let entry = try #require(outcome.report.problems.entries.first)
    #expect(entry.code == "row.disagrees")
    #expect(entry.examples[0].message.contains(RowPlace(row: 2, sheet: "Norr").text.english))
  }

  @Test func notesNameTheirSheet() throws {
    let path = office.folder.file("k.xlsx")
    try SheetBook().sheet("Norr", [["Nr", "Namn"], ["1", "A"]]).sheet("Söder", [["Nr", "Namn"], ["2", "B"]])
      .write(to: office.folder)
    try PythonScript.run(
      """
      import sys, zipfile
      parts = {}
      with zipfile.ZipFile(sys.argv[1]) as book:
          parts = {name: book.read(name) for name in book.namelist()}
      parts["xl/sheets/2.xml"] = parts["xl/sheets/2.xml"].replace(b'<row r="2">', b'<row r="2" hidden="1">')
      with zipfile.ZipFile(sys.argv[1], "w") as book:
          for name, content in parts.items(): book.writestr(name, content)
      """, [path])
    let outcome = try office.importing("k.xlsx")
    #expect(
      outcome.report.notes.map(\.english) == [
        "Sheet “Söder”: 1 row is hidden in the sheet and was read like the others"
      ])
  }

  @Test("rows of a sheet without a column of names are told so, those of another with an empty cell that it is empty")
  func aSheetWithoutNames() throws {
    var office = try Office()
    office.library = try Office.shippedMappings()
    try SheetBook()
      .sheet("Privat", [["Kundnr", "Förnamn", "Efternamn", "Telefon"], ["1", "Eva", "Ek", "08-465 004 01"], ["4"]])
      .sheet("Telefoner", [["Kundnr", "Telefon"], ["2", "08-465 004 02"], ["3"]]).write(to: office.folder)
    let outcome = try office.importing("k.xlsx")
    #expect(outcome.counts.created == 1 && outcome.counts.rejected == 3)
    let told = outcome.report.problems.entries.filter { $0.code == "name.missing" }.flatMap(\.examples)
    func missing(hasColumn: Bool) -> Text {
      NameIsGiven.infos[0].text(
        RulePlace(header: .unknown, path: nil, settings: RegisterSettings(), hasColumn: hasColumn))
    }
    let noColumn = missing(hasColumn: false).english
    #expect(told.filter { $0.sheet == "Telefoner" }.map { $0.message.hasPrefix(noColumn) } == [true, true])
    let emptyCells = told.filter { $0.sheet == "Privat" }.map(\.message)
    #expect(emptyCells.count == 1)
    #expect(emptyCells.allSatisfy { $0.contains(missing(hasColumn: true).afterUnknown) }, "\(emptyCells)")
  }

  @Test("a value that the mapping gives is said to be the mapping's in every sheet, whatever columns it has")
  func aConstantInSheetsOfOtherColumns() throws {
    let office = try Office(
      mapping:
        #"{"name": "k", "columns": [{"field": "number", "headers": ["Nr"]}, {"field": "name", "headers": ["Namn"]}, "#
        + #"{"field": "email", "constant": "fel"}, {"field": "phone", "headers": ["Telefon"]}]}"#)
    try SheetBook()
      .sheet("A", [["Nr", "Namn", "Telefon"], ["1", "Ek"]]).sheet("B", [["Namn", "Nr"], ["Al", "2"]])
      .write(to: office.folder)
    let outcome = try office.importing("k.xlsx")
    let told = outcome.report.problems.entries.filter { $0.code == "email.shape" }.flatMap(\.examples)
    #expect(told.map(\.sheet) == ["A", "B"])
    #expect(told.allSatisfy { $0.message.contains(RuleTexts.ofMapping.english) })
  }

  private static let register = [
    ["Nr", "Namn", "Telefon", "E-post"], ["1", "Norra Kyl AB", "08-465 004 01", "a@example.se"],
    ["2", "Ek", "", "b@example.se"],
  ]

  @Test(
    "a list that has customers of another sheet and fewer of their columns comes after it, wherever it stands",
    arguments: [true, false])
  func theSheetWithMoreColumnsMakesTheCustomer(isFirst: Bool) throws {
    let visits = [
      ["Nr", "Namn", "Dag"], ["1", "Norra", "2026-11-02"], ["1", "Norra", "2026-11-09"], ["3", "Syd", "2026-11-09"],
    ]
    let outcome = try importing(
      isFirst
        ? SheetBook().sheet("Besök", visits).sheet("Kunder", Self.register)
        : SheetBook().sheet("Kunder", Self.register).sheet("Besök", visits))
    #expect(outcome.report.sheets == ["Kunder", "Besök"])
    #expect(outcome.counts.created == 3 && outcome.counts.rejected == 2)
    #expect(try office.card("1")?[.customerName] == "Norra Kyl AB")
    #expect(try office.card("1")?[FieldPath("email")!] == "a@example.se")
    let told = outcome.report.problems.entries.filter { $0.code == "number.duplicate" }.flatMap(\.examples)
    #expect(told.map { "\($0.sheet ?? "") \($0.position ?? 0)" } == ["Besök 2", "Besök 3"])
    #expect(told.allSatisfy { $0.message.contains("row 2 of “Kunder”") || $0.message.contains("Kunder") })
    #expect(outcome.report.notes.count { $0 == SheetTexts.readBefore("Kunder", ["Besök"]) } == (isFirst ? 1 : 0))
  }

  @Test("only sheets that have customers of it and fewer of their columns are said to have them")
  func sheetsThatComeAlongAreNotNamed() throws {
    let outcome = try importing(
      SheetBook().sheet("Besök", [["Nr", "Namn"], ["1", "Norra"]]).sheet("Övrigt", [["Nr", "Namn"], ["8", "H"]])
        .sheet("Kunder", Self.register))
    #expect(outcome.report.sheets == ["Kunder", "Besök", "Övrigt"])
    #expect(outcome.report.notes == [SheetTexts.readBefore("Kunder", ["Besök"])])
  }

  @Test("sheets without a number in common keep their order, whatever columns they have")
  func sheetsOfOtherCustomersKeepTheirOrder() throws {
    let outcome = try importing(
      SheetBook().sheet("Få", [["Nr", "Namn"], ["7", "G"], [" ", "H"]]).sheet("Kunder", Self.register))
    #expect(outcome.report.sheets == ["Få", "Kunder"])
    #expect(outcome.report.notes.isEmpty)
  }

  @Test("sheets of as many columns keep their order, and the first row makes the customer")
  func equalSheetsKeepTheirOrder() throws {
    let outcome = try importing(
      SheetBook().sheet("Norr", [["Nr", "Namn"], ["1", "A"]]).sheet("Söder", [["Nr", "Namn"], ["1", "B"]]))
    #expect(outcome.report.sheets == ["Norr", "Söder"])
    #expect(try office.card("1")?[.customerName] == "A")
    #expect(outcome.report.notes.isEmpty)
  }

  @Test(
    "customers that a smaller sheet made further down than anybody looked are counted in a note",
    arguments: [false, true])
  func shadowedFurtherDown(isKnown: Bool) throws {
    let few = [["Nr", "Namn"]] + (100..<160).map { ["\($0)", "K\($0)"] } + [["1", "Norra"], ["2", "Ek"]]
    if isKnown { try office.importing(text: "Nr;Namn\n1;Norra\n2;Ek\n") }
    let outcome = try importing(SheetBook().sheet("Besök", few).sheet("Kunder", Self.register))
    #expect(outcome.counts.rejected == 2)
    #expect(outcome.report.notes.contains(SheetTexts.shadowed(2, of: "Kunder", by: "Besök")))
    let one = SheetBook().sheet("Besök", Array(few.dropLast())).sheet(
      "Kunder", [Self.register[0], ["1", "A", "", ""]])
    #expect(try importing(one).report.notes.contains(SheetTexts.shadowed(1, of: "Kunder", by: "Besök")))
  }

  @Test(
    "a sheet named for orders is not read where customers stand in another, and is where none do",
    arguments: [
      "Order", "ORDRAR", "Anläggningar", "Kontaktpersoner", "Kontakter", "Orderrader", "Fakturor 2026", "Lev.register",
      "Orderhistorik",
    ])
  func ordersAreNoCustomers(name: String) throws {
    let rows = [["Nr", "Namn"], ["1", "Norra"], ["9", "Ny"]]
    let outcome = try importing(SheetBook().sheet(name, rows).sheet("Kunder", Self.register))
    #expect(outcome.counts == .init(rows: 2, created: 2))
    #expect(outcome.report.unreadSheets == [UnreadSheet(name: name, reason: .ofOthers)])
    #expect(
      outcome.report.notes.contains(
        SheetTexts.unread(UnreadSheet(name: name, reason: .ofOthers), mapping: "kunder")))
    #expect(try importing(SheetBook().sheet(name, rows)).counts.created == 1)
  }
}
