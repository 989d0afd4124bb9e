import Foundation
import Rows
import TestSupport
import Testing
import Texts

@testable import Readers

/// Workbooks that XlsxWriter and openpyxl wrote.
@Suite struct WorkbookWriterTests {
  private let folder: TemporaryFolder
  init() throws { folder = try TemporaryFolder() }

  /// A customer list with what Swedish registers have in them. Argument 2: `True` writes strings inline, row by row.
  private static let customerList = """
    import datetime, sys, xlsxwriter
    book = xlsxwriter.Workbook(sys.argv[1], {"constant_memory": sys.argv[2] == "True"})
    sheet = book.add_worksheet("Kunder")
    zeros = book.add_format({"num_format": "000000-0000"})
    day = book.add_format({"num_format": "yyyy-mm-dd"})
    moment = book.add_format({"num_format": "d mmm yyyy hh:mm"})
    percent = book.add_format({"num_format": "0.0%"})
    bold = book.add_format({"bold": True})
    sheet.write_row(0, 0, ["Kundnr", "Namn", "Org.nr", "Skapad", "Ändrad", "Moms", "Aktiv", "Text", "Summa", "Fel"])
    sheet.write_string(2, 0, "00123")
    sheet.write_string(2, 1, "Åkesson & Söner <AB>")
    sheet.write_number(2, 2, 5566778899, zeros)
    sheet.write_datetime(2, 3, datetime.date(2024, 2, 29), day)
    sheet.write_datetime(2, 4, datetime.datetime(2024, 2, 29, 13, 5, 59), moment)
    sheet.write_number(2, 5, 0.125, percent)
    sheet.write_boolean(2, 6, True)
    sheet.write_rich_string(2, 7, "vanlig ", bold, "fet", " slut ")
    sheet.write_formula(2, 8, "=1+1", None, 2)
    sheet.write_formula(2, 9, "=NA()", None, "#N/A")
    sheet.write_string(3, 0, "a\\rb\\x01\\tc\\nd")
    sheet.write_string(3, 1, "_x000D_")
    sheet.write_string(3, 2, "  blanksteg  ")
    sheet.write_string(3, 3, "\\U0001F600")
    sheet.write_formula(3, 4, '=A1&"x"', None, "Kundnrx")
    sheet.write_number(3, 6, 0.1 + 0.2)
    sheet.write_number(3, 7, 198001011234)
    sheet.write_blank(3, 20, None, bold)
    book.add_chartsheet("Diagram")
    hidden = book.add_worksheet("Dold")
    hidden.hide()
    hidden.write_number(0, 0, 1)
    veryHidden = book.add_worksheet("Mycket dold")
    veryHidden.very_hidden()
    book.close()
    """

  @Test(arguments: ["False", "True"]) func aCustomerListFromXlsxWriterIsReadAsItShows(inline: String) throws {
    let path = folder.file("kunder.xlsx")
    try PythonScript.run(Self.customerList, [path, inline])
    let workbook = try Workbook(path: path, options: ReadingOptions())
    #expect(
      workbook.tables == [
        TableInfo(name: "Kunder"), TableInfo(name: "Dold", isHidden: true),
        TableInfo(name: "Mycket dold", isHidden: true),
      ])
    let sheet = try SheetTexts(workbook)
    #expect(sheet.positions == [1, 3, 4])
    try #require(sheet.rows.count == 3)
    #expect(sheet.rows[0] == ["Kundnr", "Namn", "Org.nr", "Skapad", "Ändrad", "Moms", "Aktiv", "Text", "Summa", "Fel"])
    #expect(
      sheet.rows[1] == [
        "00123", "Åkesson & Söner <AB>", "556677-8899", "2024-02-29", "2024-02-29T13:05:59", "12.5%", "true",
        "vanlig fet slut ", "2", "#N/A",
      ])
    #expect(
      sheet.rows[2] == [
        "a\rb\u{1}\tc\nd", "_x000D_", "  blanksteg  ", "😀", "Kundnrx", "", "0.3", "198001011234",
      ])
    #expect(sheet.errors == ["3:9"])
    #expect(workbook.notes(ofTable: 0) == [])
    #expect(try SheetTexts(workbook, table: 1).rows == [["1"]])
    #expect(try SheetTexts(workbook, table: 2).rows == [])
  }

  @Test func a1904WorkbookFromXlsxWriterHasTheSameDates() throws {
    let path = folder.file("mac.xlsx")
    try PythonScript.run(
      """
      import datetime, sys, xlsxwriter
      book = xlsxwriter.Workbook(sys.argv[1], {"date_1904": True})
      sheet = book.add_worksheet()
      sheet.write_datetime(0, 0, datetime.date(2024, 2, 29), book.add_format({"num_format": 14}))
      sheet.write_datetime(0, 1, datetime.time(7, 45), book.add_format({"num_format": "hh:mm"}))
      book.close()
      """, [path])
    #expect(try SheetTexts(path: path).rows == [["2024-02-29", "07:45"]])
  }

  @Test func mergedCellsHaveTheirValueInTheFirst() throws {
    let path = folder.file("sammanfogat.xlsx")
    try PythonScript.run(
      """
      import sys, openpyxl
      book = openpyxl.Workbook()
      sheet = book.active
      sheet.title = "Lista"
      sheet["A1"] = "Kundlista 2024"
      sheet.merge_cells("A1:C1")
      for row, values in enumerate([["Kundnr", "Namn"], ["1", "Ett"], [None, "Två"], [None, "Tre"]], start=2):
          for column, value in enumerate(values, start=1):
              if value: sheet.cell(row, column, value)
      sheet.merge_cells("A3:A5")
      sheet["B6"] = "=A3&B3"
      book.save(sys.argv[1])
      """, [path])
    let workbook = try Workbook(path: path, options: ReadingOptions())
    #expect(
      try SheetTexts(workbook).rows == [
        ["Kundlista 2024"], ["Kundnr", "Namn"], ["1", "Ett"], ["", "Två"], ["", "Tre"],
      ])
    #expect(
      workbook.notes(ofTable: 0) == [
        SheetReadingTexts.merged("A3:A5", topLeft: "A3"),
        SheetReadingTexts.uncalculated(SheetReadingTexts.cells(["B6"], more: 0)),
      ])
  }

  @Test func datesThatOpenpyxlWritesAsTextAreRead() throws {
    let path = folder.file("iso.xlsx")
    try PythonScript.run(
      """
      import datetime, sys, openpyxl
      book = openpyxl.Workbook(iso_dates=True)
      book.iso_dates = True
      book.active.append([datetime.date(2024, 2, 29), datetime.datetime(2024, 2, 29, 13, 5, 59), datetime.time(7, 45)])
      book.save(sys.argv[1])
      """, [path])
    #expect(try SheetTexts(path: path).rows == [["2024-02-29", "2024-02-29T13:05:59", "07:45"]])
  }

  /// Writes random values and prints what each should read as, by Python's own decimal arithmetic and calendar.
  private static let randomBook = """
    import datetime, decimal, json, random, sys, openpyxl
    random.seed(int(sys.argv[2]))
    book = openpyxl.Workbook(write_only=sys.argv[3] == "True")
    sheet = book.create_sheet("Slump") if book.write_only else book.active
    letters = "abcåäöÅÄÖ 0123456789&<>\\"';,\\n\\t€😀é\\u00a0-"
    def shown(number):
        # openpyxl writes sixteen digits; a spreadsheet shows fifteen of the number that these lead to.
        return format(decimal.Decimal("%.15g" % float("%.16g" % number)).normalize(), "f")
    def value():
        kind = random.randrange(9)
        if kind == 0: return None, ""
        if kind == 1:
            text = "".join(random.choice(letters) for _ in range(random.randrange(1, 40)))
            if text.startswith("="): text = "x" + text
            return text, text
        if kind == 2:
            number = random.randrange(-10**random.randrange(1, 15), 10**random.randrange(1, 15))
            return number, str(number)
        if kind == 3:
            number = random.random() * 10**random.randrange(-5, 9)
            return number, shown(number)
        if kind == 4:
            number = random.randrange(10**6) / 100
            return number, shown(number)
        if kind == 5:
            flag = random.random() < 0.5
            return flag, "true" if flag else "false"
        if kind == 6:
            day = datetime.date(1901, 1, 1) + datetime.timedelta(days=random.randrange(70000))
            return day, day.isoformat()
        if kind == 7:
            moment = datetime.datetime(1950, 1, 1) + datetime.timedelta(seconds=random.randrange(4 * 10**9))
            return moment, moment.isoformat()
        zeros = "%07d" % random.randrange(10**7)
        return zeros, zeros
    expected = []
    for _ in range(400):
        row = [value() for _ in range(random.randrange(0, 30))]
        sheet.append([cell for cell, _ in row])
        texts = [text for _, text in row]
        while texts and not texts[-1]: texts.pop()
        expected.append(texts)
    book.save(sys.argv[1])
    json.dump(expected, sys.stdout)
    """

  @Test(arguments: [1, 2, 3], ["False", "True"])
  func randomWorkbooksFromOpenpyxlAreReadWithTheSameValues(seed: Int, streamed: String) throws {
    let path = folder.file("slump.xlsx")
    let printed = try PythonScript.run(Self.randomBook, [path, String(seed), streamed])
    let expected = try JSONDecoder().decode([[String]].self, from: printed)
    let sheet = try SheetTexts(path: path)
    let numbered = expected.enumerated().filter { !$0.element.isEmpty }
    #expect(sheet.positions == numbered.map { $0.offset + 1 })
    // One sentence for the first difference says more than a page of rows.
    let difference = zip(sheet.rows, numbered).first { $0 != $1.element }
    #expect(difference == nil)
  }
}
