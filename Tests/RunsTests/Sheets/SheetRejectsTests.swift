import CustomerModel
import Differ
import Mapping
import RegisterStore
import Runs
import TestSupport
import Testing
import Validation
import Readers
import Rows

/// Rows of several sheets that are rejected, mended and imported again.
@Suite struct SheetRejectsTests {
  private let office: Office
  init() throws { office = try Office() }

  private static let book = SheetBook()
    .sheet("Norr", [["Nr", "Namn", "Telefon"], ["1", "A"], ["2", nil, "08-465 004 02"]])
    .sheet("Väst", [["Nr", "Namn"], ["9", "V"]])
    .sheet("Söder", [["Zon", "E-post", "Namn", "number"], ["z", "c@example.se", nil, "3"], [nil, nil, "D", "4"]])

  private func rejected(_ outcome: ImportOutcome) -> [String] {
    outcome.report.problems.entries.filter { $0.severity == .reject }.map(\.code)
  }

  private func sheets(_ name: String) throws -> [(name: String, rows: [[String]])] {
    let workbook = try Workbook(path: office.folder.file(name), options: ReadingOptions())
    return try workbook.tables.indices.map { table in
      var reader = try workbook.rows(ofTable: table)
      var batch = RowBatch()
      _ = try reader.read(into: &batch, maximumRows: 100)
      return (workbook.tables[table].name, (0..<batch.count).map { batch.texts(row: $0) })
    }
  }

  @Test func rejectsGoToSheetsLikeTheirOwn() throws {
    try Self.book.write(to: office.folder)
    let outcome = try office.importing("k.xlsx")
    #expect(outcome.counts == .init(rows: 5, created: 3, rejected: 2))
    let rejects = try sheets("k.xlsx.rejects.xlsx")
    #expect(rejects.map(\.name) == ["Norr", "Söder"])
    #expect(rejects[0].rows[0] == ["Nr", "Namn", "Telefon", "kundreg_row", "kundreg_errors"])
    #expect(Array(rejects[0].rows[1].prefix(4)) == ["2", "", "08-465 004 02", "3"])
    #expect(rejects[1].rows[0] == ["Zon", "E-post", "Namn", "number", "kundreg_row", "kundreg_errors"])
    #expect(Array(rejects[1].rows[1].prefix(5)) == ["z", "c@example.se", "", "3", "2"])
  }

  @Test func aMendedWorkbookIsImportedAsItIs() throws {
    try Self.book.write(to: office.folder)
    try office.importing("k.xlsx")
    var mended = SheetBook()
    for (name, rows) in try sheets("k.xlsx.rejects.xlsx") {
      let column = rows[0].firstIndex(of: "Namn")!
      let texts = rows.dropFirst().map { row in
        row.enumerated().map { $0.offset == column ? "Mended" : $0.element.isEmpty ? nil : $0.element }
      }
      mended = mended.sheet(name, [rows[0]] + texts)
    }
    try mended.write(to: office.folder, "m.xlsx")
    let again = try office.importing("m.xlsx") { $0.mapping = "kunder" }
    #expect(again.counts == .init(rows: 2, created: 2))
    #expect(try office.card("2")?[FieldPath("phone")!] == "08-465 004 02")
    #expect(try office.card("3")?[FieldPath("email")!] == "c@example.se")
  }

  @Test func aTextFileTellsTheSheetOfEachRowAndIsImportedAsItIs() throws {
    try Self.book.write(to: office.folder)
    let path = office.folder.file("r.csv")
    try office.importing("k.xlsx") { $0.rejects = path }
    let text = try office.read("r.csv").replacing("\r\n", with: "\n")
    let lines = text.drop { $0 == "\u{FEFF}" }.split(separator: "\n").map(String.init)
    #expect(lines[0] == "Nr;Namn;Telefon;Zon;E-post;kundreg_row;kundreg_sheet;kundreg_errors")
    #expect(lines[1].hasPrefix("2;;08-465 004 02;;;3;Norr;name.missing"))
    #expect(lines[2].hasPrefix("3;;;z;c@example.se;2;Söder;name.missing"))
    let mended = lines.map { $0.replacing(";;", with: ";Mended;", maxReplacements: 1) }
    try office.folder.write(mended.joined(separator: "\n") + "\n", to: "m.csv")
    let again = try office.importing("m.csv") { $0.mapping = "kunder" }
    #expect(again.counts == .init(rows: 2, created: 2))
    #expect(again.report.unmappedColumns == ["Zon"])
    #expect(try office.card("2")?[FieldPath("phone")!] == "08-465 004 02")
    #expect(try office.card("3")?[FieldPath("email")!] == "c@example.se")
  }

  @Test func rowsThatAreRejectedTwiceKeepTheirSheet() throws {
    try Self.book.write(to: office.folder)
    let path = office.folder.file("r.csv")
    try office.importing("k.xlsx") { $0.rejects = path }
    let second = office.folder.file("s.csv")
    try office.importing("r.csv") { $0.rejects = second }
    let lines = try office.read("s.csv").split(whereSeparator: \.isNewline)
    #expect(lines[0].contains("kundreg_sheet"))
    #expect(lines[1].contains(";Norr;"))
    #expect(lines[2].contains(";Söder;"))
  }

  @Test func sheetsThatOneTextCannotHoldAreRefusedThere() throws {
    let office = try Office(
      mapping: """
        {"name": "kunder", "columns": [
          {"field": "number", "headers": ["Nr"], "required": true}, {"field": "phone", "headers": ["Telefon"]},
          {"field": "phone", "headers": ["Mobil"]}, {"field": "name", "headers": ["Namn"]}]}
        """)
    try SheetBook().sheet("A", [["Nr", "Namn", "Telefon"], ["1"]]).sheet("B", [["Nr", "Namn", "Mobil"], ["2"]])
      .write(to: office.folder)
    let path = office.folder.file("r.csv")
    let error = try office.failure("k.xlsx") { $0.rejects = path }
    #expect(error.status == .usage)
    #expect(error.code == "rejects.sheetsDiffer")
    #expect(try office.importing("k.xlsx").counts.rejected == 2)
  }

  @Test func failingCellsAreMarkedInTheColumnsOfTheirSheet() throws {
    try SheetBook().sheet("Norr", [["Nr", "Namn", "Telefon"], ["1", "A"]])
      .sheet("Söder", [["Orgnr", "Namn", "Nr"], ["556000-0000", "B", "2"]]).write(to: office.folder)
    try office.importing("k.xlsx")
    let comments = try PythonScript.run(
      """
      import sys, zipfile
      with zipfile.ZipFile(sys.argv[1]) as book:
          print([n for n in book.namelist() if "comments" in n and b'ref="A2"' in book.read(n)])
      """, [office.folder.file("k.xlsx.rejects.xlsx")])
    #expect(String(decoding: comments, as: UTF8.self).contains("comments1.xml"))
  }

  private static let wide = SheetBook()
    .sheet("Norr", [["Nr", "Namn", "Telefon"], ["1", "A"], ["2", nil, "08-465 004 02", nil, "ring"], ["6", nil]])
    .sheet("Söder", [["number", "Namn"], ["3", nil, "sen"], ["4", "D"]])

  @Test(
    "what sheets have under no heading comes back from a text of rejected rows as such, and is named",
    arguments: [true, false])
  func valuesUnderNoHeadingInAText(hasSeveral: Bool) throws {
    let book =
      hasSeveral
      ? Self.wide : SheetBook().sheet("Norr", [["Nr", "Namn", "Telefon"], ["2", nil, "08-465 004 02", nil, "ring"]])
    try book.write(to: office.folder)
    let path = office.folder.file("r.csv")
    let first = try office.importing("k.xlsx") { $0.rejects = path }
    #expect(first.counts.rejected == (hasSeveral ? 3 : 1))
    let lines = try office.read("r.csv").split(whereSeparator: \.isNewline).map(String.init)
    #expect(lines[1].hasSuffix(";;ring"))
    let mended = lines.map { $0.replacing(";;", with: ";Mended;", maxReplacements: 1) }
    try office.folder.write(mended.joined(separator: "\n") + "\n", to: "m.csv")
    let again = try office.importing("m.csv") { $0.mapping = "kunder" }
    #expect(again.counts.rejected == 0 && again.counts.created == first.counts.rejected)
    #expect(try office.card("2")?[FieldPath("phone")!] == "08-465 004 02")
    let notices = again.report.columnNotices.filter { $0.code == "column.unheaded" }.map(\.message)
    #expect(notices.count == (hasSeveral ? 2 : 1))
    #expect(notices.allSatisfy { $0.contains("row ") })
  }

  @Test("a mended row that a delimiter tears is rejected, and one of a text that was torn before, until it is mended")
  func tornRowsStayRejected() throws {
    try Self.wide.write(to: office.folder)
    let path = office.folder.file("r.csv")
    try office.importing("k.xlsx") { $0.rejects = path }
    let lines = try office.read("r.csv").split(whereSeparator: \.isNewline).map(String.init)
    try office.folder.write(
      lines[0] + "\n" + lines[2].replacing(";;", with: ";Ek; Bok;", maxReplacements: 1) + "\n", to: "m.csv")
    let torn = try office.importing("m.csv") { $0.mapping = "kunder" }
    #expect(rejected(torn) == ["row.long"])
    #expect(torn.counts.created == 0)

    try office.importing(text: "Nr;Namn;Telefon\n70;Ek; Bok;08-465 004 02\n")
    let again = try office.importing("kunder.csv.rejects.csv")
    #expect(rejected(again) == ["row.long"])
    #expect(again.report.columnNotices.isEmpty)
    #expect(try office.card("70") == nil)
  }
}
