import CustomerModel
import RegisterStore
import Runs
import TestSupport
import Testing
import Validation

/// Cells of files of records are mended and judged as those of customers are.
@Suite struct RecordFileRepairsTests: RecordFilesSuite {
  let office: Office
  init() throws { office = try .withTwoCustomers() }

  @Test func cellsAreMendedAsAnImportMendsThem() throws {
    let outcome = try take(
      "Kundnr;Artikelnr;Benämning;Antal;Enhet;Pris\n1.0;101.0;'=Filter;2.0;NULL;12.50\n2.0;102.0;=\"0012\";1.0;st;nan\n",
      into: "serviceArticles")
    #expect(outcome.counts.updated == 2, "\(codes(outcome))")
    #expect(
      try ["1", "2"].map { try office.card($0)?[.serviceArticles] } == [
        #"[{"number":"101","description":"=Filter","quantity":2,"price":12.5}]"#,
        #"[{"number":"102","description":"0012","quantity":1,"unit":"st"}]"#,
      ])
    #expect(notices(outcome) == ["repair.blankWord", "repair.fraction", "repair.guard"])
    let told = outcome.report.columnNotices.map(\.message).joined()
    for word in ["“Enhet” 1", "“Pris” 1", "“Kundnr” 2", "“Artikelnr” 2", "“Benämning” 2"] {
      #expect(told.contains(word), "\(word) in \(told)")
    }
  }

  @Test func contactPersonsAreMendedToo() throws {
    let outcome = try take(
      "Kundnr;Namn;E-post;Telefon\n1;Anna;saknas;'+46 8 12 34 51\n1;None;bo@x.se;081234.0\n", into: "contactPersons")
    #expect(outcome.counts.updated == 2)
    let card = try #require(try office.card("1"))
    #expect(card[FieldPath("contactPersons[0].phone")!] == "+46 8 12 34 51")
    #expect(card[FieldPath("contactPersons[0].email")!] == nil)
    // A name is kept, and so is a fraction that not the whole column has.
    #expect(card[FieldPath("contactPersons[1].name")!] == "None")
    #expect(card[FieldPath("contactPersons[1].phone")!] == "081234.0")
    #expect(notices(outcome) == ["repair.blankWord", "repair.guard"])
    #expect(Set(codes(outcome)).isSuperset(of: ["cell.blankWord", "cell.fraction"]))
  }

  @Test func whatOnlyLooksDamagedStaysInAFileOfRecords() throws {
    let outcome = try take(
      "Kundnr;Artikelnr;Benämning;Enhet\n1;1.0;'t Hooft;Null\n2;1.5;Null Design;st\n", into: "serviceArticles")
    #expect(
      try ["1", "2"].map { try office.card($0)?[.serviceArticles] } == [
        #"[{"number":"1.0","description":"'t Hooft","unit":"Null"}]"#,
        #"[{"number":"1.5","description":"Null Design","unit":"st"}]"#,
      ])
    #expect(notices(outcome).isEmpty)
    #expect(codes(outcome) == ["cell.blankWord"])
  }

  @Test func aRejectedRowOfAFileOfRecordsComesBackWithoutItsMendedFractions() throws {
    _ = try take("Kundnr;Artikelnr;Enhet\n9.0;101.0;NULL\n1.0;102.0;st\n", into: "serviceArticles")
    #expect(try office.read("poster.csv.rejects.csv").contains("9;101;NULL;"))
  }

  @Test(
    "a row of records with more cells than the header is rejected, and one whose further cells are blank is taken",
    arguments: [
      ("serviceArticles", "Kundnr;Artikelnr;Benämning", "1;A-1;Filter; grovt", "1;A-2;Filter; ;\u{A0}"),
      ("facilities", "Kundnr;Nummer;Anläggning", "1;1;Ek; Bok", "1;2;Ek;;"),
      ("references", "Kundnr;Typ;Nummer", "1;order;7;8", "1;order;9;;"),
      ("contactPersons", "Kundnr;Namn", "1;Eva;Ek", "1;Bo;"),
    ])
  func longRows(list: String, heading: String, long: String, plain: String) throws {
    let outcome = try take("\(heading)\n\(long)\n\(plain)\n", into: list)
    #expect(codes(outcome) == ["row.long"])
    #expect(outcome.report.problems.entries.first?.examples.map(\.position) == [2])
    #expect(outcome.counts.rejected == 1 && outcome.counts.updated == 1)
    let again = try take(try office.read("poster.csv.rejects.csv"), into: list)
    #expect(codes(again) == ["row.long"])
  }

  private func take(_ rows: [[String?]], into list: String) throws -> ImportOutcome {
    try SheetBook().sheet("Lista", rows).write(to: office.folder, "poster.xlsx")
    let run = try RecordImportRun(
      office.options("poster.xlsx"), target: RecordTarget(name: list),
      context: .init(library: office.library, severities: office.severities))
    return try run.perform(on: office.register, as: office.actor, today: Office.today)
  }

  @Test("what a sheet of records has under no heading is named once, and rejects no row")
  func valuesUnderNoHeading() throws {
    let outcome = try take(
      [
        ["Kundnr", "Artikelnr", "", "Benämning"], ["1", "A-1", "x", "Filter", "y"], ["1", "A-2", nil, "Rem", "z"],
        ["1", "A-3"],
      ],
      into: "serviceArticles")
    #expect(outcome.counts.updated == 3 && outcome.counts.rejected == 0)
    let notices = outcome.report.columnNotices.filter { $0.code == "column.unheaded" }.map(\.message)
    #expect(notices.count == 2)
    #expect(notices.first?.hasPrefix("Column C has a value in row 2") == true)
    #expect(notices.last?.hasPrefix("Column E has values in 2 rows, the first of them row 2") == true)
  }

  @Test("a text of records tells of a column without a heading, too")
  func aColumnWithoutAHeading() throws {
    let outcome = try take("Kundnr;Artikelnr;;Benämning\n1;A-1;x;Filter\n1;A-2;;Rem\n", into: "serviceArticles")
    #expect(outcome.counts.updated == 2)
    #expect(
      outcome.report.columnNotices.filter { $0.code == "column.unheaded" }.map { $0.message.prefix(28) }
        == ["Column 3 has a value in row 2"].map { $0.prefix(28) })
  }

  /// A sheet of articles; a cell of `#N/A` or `#REF!` holds that error.
  private func takeErrors(_ rows: [[String]], _ severities: [String: Severity] = [:]) throws -> ImportOutcome {
    let cells = rows.map { row in
      "<row>" + row.map { "<c t=\"\($0.hasPrefix("#") ? "e" : "str")\"><v>\($0)</v></c>" }.joined() + "</row>"
    }
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    let sheet = "<worksheet xmlns=\"\(main)\"><sheetData>\(cells.joined())</sheetData></worksheet>"
    try SheetBook().sheet("Lista", [["x"]]).write(to: office.folder, "poster.xlsx")
    try PythonScript.run(
      """
      import sys, zipfile
      with zipfile.ZipFile(sys.argv[1]) as book: parts = {n: book.read(n) for n in book.namelist()}
      parts["xl/sheets/1.xml"] = sys.argv[2].encode()
      with zipfile.ZipFile(sys.argv[1], "w") as book:
          for name, part in parts.items(): book.writestr(name, part)
      """, [office.folder.file("poster.xlsx"), sheet])
    let run = try RecordImportRun(
      office.options("poster.xlsx"), target: RecordTarget(name: "serviceArticles"),
      context: .init(library: office.library, severities: severities))
    return try run.perform(on: office.register, as: office.actor, today: Office.today)
  }

  private static let errors = [
    ["Kundnr", "Artikelnr", "Benämning", "Eget"], ["1", "A-1", "#REF!", ""], ["#N/A", "A-2", "Rem", ""],
    ["1", "A-3", "Rem", "#N/A"], ["1", "#DIV/0!", "Rem", ""],
  ]

  @Test("an error of a workbook is no value of a record")
  func errorCells() throws {
    let outcome = try takeErrors(Self.errors)
    #expect(codes(outcome) == ["cell.error"])
    #expect(outcome.counts.rejected == 3 && outcome.counts.updated == 1)
    #expect(outcome.report.problems.entries.first?.examples.map(\.header) == ["Benämning", "Kundnr", "Artikelnr"])
    #expect(try office.card("1")?[.serviceArticles] == #"[{"number":"A-3","description":"Rem"}]"#)
  }

  @Test("where an error only warns the value is left out, and a row that needs it is rejected")
  func errorCellsThatOnlyWarn() throws {
    let outcome = try takeErrors(Self.errors, ["cell.error": .warn])
    #expect(outcome.counts.rejected == 2 && outcome.counts.updated == 2)
    #expect(codes(outcome) == ["cell.error", "records.customerMissing", "records.memberMissing"])
    #expect(
      try office.card("1")?[.serviceArticles] == #"[{"number":"A-1"},{"number":"A-3","description":"Rem"}]"#)
  }

  @Test(
    "errors of a spreadsheet as text are what they are in customers' files",
    arguments: ["#REF!", "#VÄRDEFEL!", "#DIV/0!", " #NAMN? ", "#########"])
  func errorsAsText(text: String) throws {
    let outcome = try take(
      "Kundnr;Artikelnr;Benämning\n1;A-1;\(text)\n\(text);A-2;Filter\n1;A-3;#1 Filter\n1;A-4;#N/A\n",
      into: "serviceArticles")
    #expect(codes(outcome) == ["cell.error"])
    #expect(outcome.counts.rejected == 2)
    let card = try office.card("1")?[.serviceArticles]
    #expect(card?.contains("#1 Filter") == true)
    #expect(card?.contains("A-1") == false && card?.contains("N/A") == false)
  }

  @Test("so are they in files of contact persons")
  func errorsAsTextOfPersons() throws {
    let outcome = try take("Kundnr;Namn;Telefon\n1;Eva;#REF!\n1;Bo;08-465 004 10\n", into: "contactPersons")
    #expect(codes(outcome) == ["cell.error"])
    #expect(outcome.counts.rejected == 1)
  }
}
