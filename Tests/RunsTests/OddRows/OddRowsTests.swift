import CustomerModel
import Foundation
import RegisterStore
import Rows
import Runs
import TestSupport
import Testing
import Validation
import Writers

/// Rows that are no customers are passed over and named; customers that only look so are taken.
@Suite struct OddRowsTests {
  private let office: Office
  init() throws { office = try Office() }

  private static let heading = "Nr;Namn;Telefon;E-post;Order\n"

  private func take(_ rows: String, heading: String = Self.heading) throws -> ImportOutcome {
    try office.importing(text: heading + rows)
  }

  private func passedOver(_ outcome: ImportOutcome) -> [String] {
    outcome.report.passedOver.rows.map { "\($0.place.row) \($0.code)" }
  }

  private func rejected(_ outcome: ImportOutcome) -> [String] {
    outcome.report.problems.entries.filter { $0.severity == .reject }.map(\.code)
  }

  // MARK: Headings

  @Test(
    "the headings again are passed over, in whatever letters",
    arguments: ["Nr;Namn;Telefon;E-post;Order", "NR;NAMN;TELEFON;E-POST;ORDER", " Nr ;namn;;;"])
  func repeatedHeadings(row: String) throws {
    let outcome = try take("1;A;;;\n\(row)\n2;B;;;\n")
    #expect(outcome.counts.rows == 2)
    #expect(outcome.counts.created == 2)
    #expect(passedOver(outcome) == ["3 row.headings"])
    #expect(outcome.report.notes.contains { $0.contains("row 3 (the headings again)") })
    #expect(try office.state().cards.keys.sorted() == ["1", "2"])
  }

  @Test("a page's headings come again and again, and in the second run, too")
  func pages() throws {
    let page = (1...3).map { "\($0)0;K\($0);;;" }.joined(separator: "\n") + "\n"
    let text =
      page + "Nr;Namn;Telefon;E-post;Order\n" + page.replacing("0;", with: "1;") + "Nr;Namn;Telefon;E-post;Order\n"
    for run in 1...2 {
      let outcome = try take(text)
      #expect(outcome.counts.rows == 6)
      #expect(outcome.counts.created == (run == 1 ? 6 : 0))
      #expect(passedOver(outcome) == ["5 row.headings", "9 row.headings"])
    }
  }

  @Test(
    "a customer whose name is a heading stays one",
    arguments: ["7;Namn;;;", "7;Nr;;;", "7;Telefon;;namn@example.se;", "Namn;Nr;;;", "NR2;Namn;Telefon;;"])
  func namedLikeHeadings(row: String) throws {
    let outcome = try take("1;A;;;\n\(row)\n")
    #expect(outcome.counts.created == 2)
    #expect(passedOver(outcome) == [])
  }

  @Test("a row that may be the headings or a customer is rejected")
  func uncertainHeadings() throws {
    let outcome = try take("1;A;;;\nNr;Bygg AB;Telefon;;\n")
    #expect(outcome.counts.rejected == 1)
    #expect(rejected(outcome).contains("row.headings"))
  }

  @Test(
    "the headings of another table, which nobody knows, are rejected with the rows below them",
    arguments: [
      "Levnr;Leverantör;Telefon;;", "Objektnr;Benämning;Serie;Anm;", "Artikelnummer;Text;;;",
      "Customer no;Name;Phone;;",
      "Lev.nr;Lev.namn;;;", "Projektkod;Projekt;;;",
    ])
  func unknownHeadings(row: String) throws {
    let outcome = try take("1;A;;;\n;;;;\n\(row)\n2;B;;;\n3;C;;;\n")
    #expect(outcome.counts.created == 1)
    #expect(outcome.counts.rejected == 3)
    #expect(rejected(outcome).contains("row.headings"))
    let error = try office.failure("kunder.csv") { $0.inactivatesMissing = true }
    #expect(error.code == "missing.otherHeadings")
  }

  @Test("the headings in another language below the headings are rejected alone")
  func headingsInTwoLanguages() throws {
    let outcome = try take("Customer no;Name;Phone;E-mail;Order\n1;A;;;\n2;B;;;\n")
    #expect(outcome.counts.created == 2)
    #expect(outcome.counts.rejected == 1)
  }

  @Test(
    "a number of letters that ends as headings do is a customer's where its row has figures, or is no heading's word",
    arguments: [
      "SALTKOD;Salt AB;08-12 34 56;;", "BRUNO;Bruno AB;;;", "BYGG-ID;Bygg AB;;;", "NR;Nr AB;;;", "KOD;Kod AB;;;",
      "Levnr;;;;", "KNR;Kvarn AB;;;",
    ])
  func numbersLikeHeadings(row: String) throws {
    let outcome = try take("1;A;;;\n\(row)\n2;B;;;\n")
    #expect(!rejected(outcome).contains("row.headings"))
    #expect(try office.card("2") != nil)
  }

  @Test("the headings of a list without numbers are known by the name's")
  func withoutNumbers() throws {
    let office = try Office([.generateNumber: 1])
    let outcome = try office.importing(text: "Namn;Telefon\nA AB;\nNamn;Telefon\nSumma Bygg AB;08-12 34 56\n")
    #expect(outcome.counts.created == 2)
    #expect(passedOver(outcome) == ["3 row.headings"])
  }

  // MARK: Totals

  @Test(
    "a row that says it is a total is passed over",
    arguments: [
      "Summa;;;;12", "Summa:;2;;;1 234,50", "TOTALT;;;;", "Total;2;;;", "Antal kunder: 12;;;;", ";Antal kunder;;;2",
      ";Summa;;;12 kr", "Delsumma;;;;-3", "Totalt antal kunder 12;;;;", "12 kunder;;;;", "(2 rows affected);;;;",
      "(2 rows);;;;", ";;;Summa;12", "Grand total;;;;100 %", "Summa 2 st;;;;", "Medelvärde;;;;6",
      "För alla 2 kunder;;;;",
      "Företag, antal: 2;;;;", "Kunder totalt: 2;;;;", "\u{A0}Summa;;;;", "I allt 2 rader;;;;",
    ])
  func totals(row: String) throws {
    let outcome = try take("1;A;;;5\n2;B;;;7\n\(row)\n")
    #expect(outcome.counts.rows == 2)
    #expect(outcome.counts.created == 2)
    #expect(passedOver(outcome) == ["4 row.total"])
  }

  @Test(
    "a customer that is called so, or has such a number, stays one",
    arguments: [
      "3;Summa Bygg AB;;;", "3;Summa;;;", "TOTAL;Bensin AB;08-12 34 56;;", "TOTAL;Total;;info@example.se;",
      "SUMMA;Ek;08-12 34 56;;7", "3;Total;;;", "Kund-12;Ek;;;", "Post-3;Gran;;;", "customer-7;Asp;;;", "Rad-8;Al;;;",
      "ST12;Totalt Rent AB;;;", "3;12 kunder;;;", "A12;K;;;", "3;Antal;;;12",
    ])
  func calledSo(row: String) throws {
    let outcome = try take("1;A;;;\n\(row)\n2;B;;;\n")
    #expect(outcome.counts.created == 3)
    #expect(passedOver(outcome) == [])
  }

  @Test("a customer called Total without number gets one where its telephone says what it is")
  func totalGetsNumber() throws {
    let office = try Office([.generateNumber: 1])
    let outcome = try office.importing(
      text: Self.heading + "1;A;;;\n;Total;0812345678;;\n;Summa;;;12\n;Summa Bygg AB;;;\n")
    #expect(outcome.counts.created == 3)
    #expect(passedOver(outcome) == ["4 row.total"])
  }

  @Test("what spreadsheets and printouts write between the rows gets no number")
  func rowsOfReports() throws {
    let office = try Office([.generateNumber: 1])
    let outcome = try office.importing(
      text: Self.heading + """
        1;A;;;100
        ;Lund Summa;;;100
        ;Totalt Norr;;;2 st
        ;Namn;Telefon;E-post;Order
        ;Sida 2 (4);;;
        ;Sida 2 av 4;;;
        ;Utskrivet av Eva 2026-11-29;;;
        *** Slut ***;;;;
        ;Summa Bygg AB;08-12 34 56;;
        ;Sidan AB;;;
        ;Slut Rör AB;;;
        ;Totalt Golv AB;;info@example.se;7

        """)
    #expect(outcome.counts.created == 5)
    #expect(outcome.counts.rejected == 2)
    #expect(rejected(outcome) == ["row.total"])
    #expect(
      passedOver(outcome) == ["5 row.headings", "6 row.footer", "7 row.footer", "8 row.footer", "9 row.footer"])
  }

  @Test("a total's word with nothing but a name beside it is rejected, not guessed at")
  func uncertainTotal() throws {
    let outcome = try take("1;A;;;\nTotalt;Alla i Storstad;;;\n")
    #expect(outcome.counts.created == 1)
    #expect(outcome.counts.rejected == 1)
    #expect(rejected(outcome).contains("row.total"))
  }

  @Test("a customer that the register knows by such a number is its own row")
  func knownTotal() throws {
    _ = try take("TOTAL;Bensin AB;08-12 34 56;;")
    let outcome = try office.importing(text: "Nr;Namn;Order\nTOTAL;;12\n")
    #expect(outcome.counts.unchanged == 1)
    #expect(passedOver(outcome) == [])
  }

  @Test(
    "a total's word and a name may be a customer's or a total's, whatever else is counted in the row",
    arguments: ["Summa;Kylbolaget AB;;;", "TOTALT;Norr och Söder;;;12", "Antal;Aktiva bolag;;;2 st"])
  func totalWithAName(row: String) throws {
    let outcome = try take("1;A;;;\n\(row)\n2;B;;;\n")
    #expect(outcome.counts.created == 2)
    #expect(rejected(outcome).contains("row.total"))
    #expect(passedOver(outcome) == [])
    // Mended, it is a customer like others.
    #expect(try take("\(row.replacing(/^[^;]*/, with: "3"))\n").counts.created == 1)
  }

  // MARK: Hints and lines

  @Test("numbers in brackets are no hints", arguments: ["(1);Bolaget ett;;;", "[1];(2);;;", "<12345>;Bygg AB;(08);;"])
  func numbersInBrackets(row: String) throws {
    let outcome = try take("\(row)\n2;B;;;\n")
    #expect(passedOver(outcome) == [])
    #expect(outcome.counts == .init(rows: 2, created: 1, rejected: 1, warnings: outcome.counts.warnings))
    #expect(rejected(outcome).contains("number.characters"))
  }

  @Test("a customer whose name stands in brackets is one")
  func nameInBrackets() throws {
    let outcome = try take("1;(1);;;\n2;(Vilande) Bygg AB;;;\n")
    #expect(outcome.counts.created == 2)
    #expect(passedOver(outcome) == [])
  }

  @Test(
    "the row of the headings is counted with and without rows of delimiters above it",
    arguments: [5, 2])
  func headerRowBelowDelimiters(headerRow: Int) throws {
    let mapping = Office.mapping.replacing("\"columns\"", with: "\"headerRow\": \(headerRow), \"columns\"")
    for delimiters in [";;", " ; ;\u{A0}"] {
      let office = try Office(mapping: mapping)
      let blank = delimiters + "\n"
      let outcome = try office.importing(
        text: "Kundlista;;\n" + blank + blank + blank + "Nr;Namn;Telefon\n" + blank + "1;A;08-465 004 01\n")
      #expect(outcome.counts == .init(rows: 1, created: 1))
      #expect(try office.card("1")?[FieldPath("phone")!] == "08-465 004 01")
    }
  }

  @Test(
    "a row of hints below the headings is passed over",
    arguments: [
      "(5 siffror);(max 50 tecken);;;", "obligatoriskt;obligatoriskt;valfritt;valfritt;", "text;text;text;text;tal",
      "5 siffror;max 50 tecken;;;st", ";obligatoriskt;;;kr", "NNNN;fritext;;;",
      "varchar(20);varchar(200);varchar(20);;int",
      "nr;namn;text;text;", "INT;VARCHAR;TEXT;TEXT;FLOAT", "bigint;nvarchar;nvarchar;;datetime", "nr;namn;text;nr;tal",
      "t.ex. 1001;t.ex. Bygg AB;;;", "[required];[required];[optional];;", "max 10 tecken;text;;;",
    ])
  func hints(row: String) throws {
    let outcome = try take("\(row)\n1;A;;;\n2;B;;;\n")
    #expect(outcome.counts.rows == 2)
    #expect(passedOver(outcome) == ["2 row.hints"])
  }

  @Test(
    "the first customer stays one, whatever its number or name is like",
    arguments: [
      "KR;Kronans Rör AB;;;", "TEXT;Text & Form AB;;;", "1001;Text;;;", "ST;Stål AB;08-12 34 56;;",
      "1;(Gamla) Bolaget;;;",
      "XXL;Nyman;;;", "5;Datum;;;",
    ])
  func firstCustomer(row: String) throws {
    let outcome = try take("\(row)\n2;B;;;\n")
    #expect(outcome.counts.created == 2)
    #expect(passedOver(outcome) == [])
  }

  @Test("a number that can be none beside other words is rejected")
  func uncertainHints() throws {
    let outcome = try take("obligatoriskt;Kundens namn;;;\n2;B;;;\n")
    #expect(outcome.counts.created == 1)
    #expect(rejected(outcome).contains("row.hints"))
  }

  @Test(
    "one word in every column, or letters of kinds, are rejected, not guessed at",
    arguments: ["x;x;x;;", "Test;test;TEST;test;", "N;A;A;A;N", "AN;AN;AN;;"])
  func triedOut(row: String) throws {
    let outcome = try take("\(row)\n2;B;;;\n")
    #expect(outcome.counts.created == 1)
    #expect(rejected(outcome).contains("row.hints"))
  }

  @Test("a customer called as its number is one", arguments: ["ABB;ABB;;;", "A;B;;;", "NR;Bygg;;;", "Char;Char AB;;;"])
  func calledAsNumber(row: String) throws { #expect(try take("\(row)\n2;B;;;\n").counts.created == 2) }

  @Test(
    "a row of signs below the headings is passed over",
    arguments: [
      ";;%;;", ";;-;;", ";-;;;", ";;;;…", ";%;%;;", "-;;;;", "*;;;;", " ;(%);;€; ", ";;;;?", "(5 siffror);-;;text;",
      "nr;-;text;…;text",
    ])
  func signs(row: String) throws {
    let outcome = try take("\(row)\n1;A;;;\n")
    #expect(outcome.counts == .init(rows: 1, created: 1, warnings: 1))
    #expect(passedOver(outcome) == ["2 row.hints"])
  }

  @Test(
    "a row with a letter or a figure is no row of signs",
    arguments: [";-;;a@exempel.se;", ";%;;;7", "-;A;;;", "7;-;;;", "A;%;;;", "☺;☺;;;"])
  func noSigns(row: String) throws {
    let outcome = try take("\(row)\n1;A;;;\n")
    #expect(passedOver(outcome).isEmpty)
    #expect(outcome.counts.rows == 2)
  }

  @Test("a row of signs behind a customer is told", arguments: [";;%;;", ";%;;;"])
  func signsFurtherDown(row: String) throws {
    let outcome = try take("1;A;;;\n\(row)\n2;B;;;\n")
    #expect(outcome.counts.created == 2 && outcome.counts.rejected == 1)
  }

  @Test("several rows of hints are passed over, one after the other")
  func severalHints() throws {
    let outcome = try take("nr;namn;text;text;\nstring;string;string;;\nINT;VARCHAR;TEXT;;\n1;A;;;\n")
    #expect(outcome.counts.rows == 1)
    #expect(outcome.report.passedOver.count == 3)
  }

  @Test("hints stand below the headings only")
  func hintsFurtherDown() throws {
    let outcome = try take("1;A;;;\ntext;text;;;\n")
    #expect(outcome.counts.created == 2)
  }

  @Test(
    "drawn lines are passed over, a single dash is a value",
    arguments: ["-----;-----;--;;", "=====;;;;", "|---;---|;;;"])
  func lines(row: String) throws {
    let outcome = try take("\(row)\n1;A;;;\n2;-;;;\n")
    #expect(outcome.counts.rows == 2)
    #expect(passedOver(outcome) == ["2 row.lines"])
  }

  // MARK: What the configuration says

  @Test("a rule may reject such rows, or take them as they are")
  func severities() throws {
    var office = office
    office.severities = ["row.total": .reject]
    let rejecting = try office.importing(text: Self.heading + "1;A;;;\nSumma;2;;;12\n")
    #expect(rejecting.counts.rejected == 1)
    #expect(try office.read("kunder.csv.rejects.csv").contains("Summa;2;;;12;3;row.total: "))
    office.severities = ["row.total": .off]
    #expect(try office.importing(text: Self.heading + "1;A;;;\nSumma;2;;;12\n").counts.created == 1)
    #expect(try office.card("Summa") != nil)
  }

  // MARK: Other formats

  @Test("rows of JSON and of workbooks are judged alike")
  func formats() throws {
    let json = #"""
      [{"Nr":"Nr","Namn":"Namn"},{"Nr":"1","Namn":"A"},{"Nr":null,"Namn":""},{"Nr":"2","Namn":"B"},{"Nr":"Antal kunder: 2"}]
      """#
    try office.folder.write(json, to: "k.json")
    let outcome = try office.importing("k.json")
    #expect(outcome.counts == .init(rows: 2, created: 2, warnings: 2))
    #expect(passedOver(outcome) == ["1 row.headings", "5 row.total"])
    let writer = try WorkbookWriter(path: office.folder.file("k.xlsx"))
    try writer.addSheet("Kunder", columns: ["Nr", "Namn", "Telefon"].map { WorkbookWriter.Column($0) })
    for row in [
      ["1", "A", nil], [" ", "\u{A0}", nil], ["Nr", "Namn", "Telefon"], ["2", "B", nil], ["Totalt", "2", nil],
    ] {
      try writer.append(row)
    }
    try writer.finish()
    let workbook = try office.importing("k.xlsx")
    #expect(workbook.counts.unchanged == 2)
    #expect(workbook.counts.rows == 2)
    #expect(passedOver(workbook) == ["4 row.headings", "6 row.total"])
  }

  @Test("rows of nothing but blanks are none, wherever they stand")
  func blankRows() throws {
    let outcome = try office.importing(
      text: ";;\nNr;Namn;Telefon\n;;\n1;A;\n\u{A0};\t; \n;;\n\u{200B};;\u{FEFF}\n2;B;\n;;\n")
    #expect(outcome.counts == .init(rows: 2, created: 2))
    #expect(passedOver(outcome) == [])
  }

  @Test("the report names the rows in its JSON")
  func json() throws {
    let outcome = try take("1;A;;;\nNr;Namn;Telefon;E-post;Order\nSumma;;;;5\n")
    let json = outcome.report.json
    #expect(json.contains(#""passedOver":{"count":2,"rows":[{"row":3,"code":"row.headings","message":"#))
    #expect(json.contains(#"{"row":4,"code":"row.total","message":"#))
  }

  @Test("as many as there are are counted, and the first are named")
  func many() throws {
    let rows = (1...400).map { "\($0);K;;;\nNr;Namn;Telefon;E-post;Order\n" }
    let outcome = try take(rows.joined())
    #expect(outcome.counts.created == 400)
    #expect(outcome.report.passedOver.count == 400)
    #expect(outcome.report.passedOver.rows.count == PassedOverRows.mostRows)
    #expect(outcome.report.notes.contains { $0.contains("and 395 more") })
  }
}
