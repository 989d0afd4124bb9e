import Readers
import Rows
import TestSupport
import Testing

/// Numbers, dates and times as their formats show them.
@Suite struct WorkbookNumberTests {
  private let folder: TemporaryFolder
  init() throws { folder = try TemporaryFolder() }

  private typealias Case = (value: String, format: String, shown: String)

  /// Writes every case in a row of its own and compares what is read.
  private func check(_ cases: [Case], uses1904: Bool = false) throws {
    func escaped(_ text: String) -> String {
      [("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ("\"", "&quot;")]
        .reduce(text) { $0.replacing($1.0, with: $1.1) }
    }
    let formats = cases.enumerated().map {
      "<numFmt numFmtId=\"\($0.offset + 200)\" formatCode=\"\(escaped($0.element.format))\"/>"
    }
    let styles = cases.indices.map { "<xf numFmtId=\"\($0 + 200)\"/>" }
    let rows = cases.enumerated().map {
      "<row r=\"\($0.offset + 1)\"><c r=\"A\($0.offset + 1)\" s=\"\($0.offset)\"><v>\($0.element.value)</v></c></row>"
    }
    let path = try RawWorkbook(
      sheetData: rows.joined(),
      styles: "<numFmts>\(formats.joined())</numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs>"
        + "<cellXfs>\(styles.joined())</cellXfs><dxfs><dxf><numFmt numFmtId=\"200\" formatCode=\"yyyy\"/></dxf></dxfs>",
      uses1904: uses1904
    ).write(to: folder)
    let rowsRead = try SheetTexts(path: path).rows
    try #require(rowsRead.count == cases.count)
    for (read, expected) in zip(rowsRead, cases) {
      #expect(read == [expected.shown], "\(expected.value) as \(expected.format)")
    }
  }

  @Test func generalNumbersHaveNoExponentAndNoNoise() throws {
    try check(
      [
        ("1.0", "1"), ("0", "0"), ("-0", "0"), ("-0.0", "0"), ("5.566778899E9", "5566778899"), ("1e3", "1000"),
        ("0.30000000000000004", "0.3"), ("25.499999999999996", "25.5"), ("-12.50", "-12.5"), ("0.1", "0.1"),
        (".5", "0.5"), ("007", "7"), ("00.5", "0.5"), (" 5 ", "5"), ("+5", "5"), ("1E+15", "1000000000000000"),
        ("123456789012345", "123456789012345"), ("999999999999999.9", "1000000000000000"), ("1.5E-7", "0.00000015"),
        ("1E+20", "100000000000000000000"), ("1E+300", "1E+300"), ("-1.25E-30", "-1.25E-30"), ("abc", "abc"),
        ("1.2.3", "1.2.3"), ("NaN", "NaN"), ("12E", "12E"), ("-", "-"), ("0.1000000000000000055", "0.1"),
        ("9.9999999999999995E-2", "0.1"), ("1234567890.12345678", "1234567890.12346"),
      ].map { ($0.0, "General", $0.1) })
  }

  @Test func zerosAndLiteralsOfAFormatArePartOfANumber() throws {
    let telephone = "[<=9999999]###-####;(###) ###-####"
    try check([
      ("123", "00000", "00123"), ("5566778899", "000000-0000", "556677-8899"), ("12345", "000 00", "123 45"),
      ("42", "\"K-\"0000", "K-0042"), ("42", "\\K0000", "K0042"), ("46701234567", "\"+\"0", "+46701234567"),
      ("-12", "0000", "-0012"), ("0", "0000", "0000"), ("123456", "00-00", "1234-56"),
      ("20240115", "0000-00-00", "2024-01-15"),
      ("5551234", telephone, "555-1234"), ("8005551234", telephone, "(800) 555-1234"), ("1.23E2", "00000", "00123"),
      ("12.5", "00000", "12.5"), ("-5", "000;-000", "-005"), ("0", "00;-00;\"noll\"", "0"), ("7", "\"dag \"0", "dag 7"),
      ("700001234", "0##-### ## ##", "070-000 12 34"), ("5", "[Blue]000_)", "005"), ("1200", "00\" st\"", "1200 st"),
    ])
  }

  @Test func groupingCurrenciesAndExponentsOfAFormatAreDropped() throws {
    let accounting = "_-* #,##0.00 _k_r_-;-* #,##0.00 _k_r_-;_-* \"-\"?? _k_r_-;_-@_-"
    try check([
      ("1234567", "#,##0", "1234567"), ("25.5", "0.00", "25.5"), ("1234567", "# ##0", "1234567"),
      ("1234567", "#\u{A0}##0", "1234567"), ("1234", "#,##0 \"kr\"", "1234"), ("1234", "#,##0.00\\ [$kr-41D]", "1234"),
      ("5", "0\" st\"", "5"), ("5", "0 st", "5"), ("5", "\"kr\" 0", "5"), ("5", "[$€-2] 0", "5"), ("-5", "0;(0)", "-5"),
      ("-5", "#,##0;[Red](#,##0)", "-5"), ("1234.5", accounting, "1234.5"), ("0", accounting, "0"), ("0", ";;;", "0"),
      ("5.566778899E9", "0.00E+00", "5566778899"), ("198001011234", "0.00E+00", "198001011234"),
      ("3.5", "# ?/?", "3.5"),
      ("12", "@", "12"), ("7", "General\" kr\"", "7"), ("7", "", "7"), ("7", "0", "7"), ("7", "#", "7"),
    ])
  }

  @Test func percentsAreHundredfolds() throws {
    try check([
      ("0.25", "0%", "25%"), ("0.255", "0.0%", "25.5%"), ("0.07", "0%", "7%"), ("1", "0%", "100%"),
      ("-0.5", "0%", "-50%"),
      ("0", "0.00%", "0%"), ("0.28999999999999998", "0%", "29%"),
    ])
  }

  @Test func datesAndTimesTakeISOForms() throws {
    try check([
      ("45306", "yyyy-mm-dd", "2024-01-15"), ("45306.5", "yyyy-mm-dd hh:mm", "2024-01-15T12:00:00"),
      ("45306.5", "yyyy-mm-dd", "2024-01-15"), ("45306", "yyyy-mm-dd h:mm:ss", "2024-01-15T00:00:00"),
      ("45306", "[$-41D]d mmmm yyyy;@", "2024-01-15"), ("45306", "[Red]dd/mm/yy", "2024-01-15"),
      ("45306", "\"den \"d mmm", "2024-01-15"), ("45306", "yyyy\\-mm\\-dd;@", "2024-01-15"),
      ("45306", "mmmm", "2024-01-15"),
      ("45306", "YYYY.MM.DD", "2024-01-15"), ("45306", "[$-F800]dddd, mmmm dd, yyyy", "2024-01-15"),
      ("0.5", "hh:mm", "12:00"), ("0.500011574074074", "h:mm:ss", "12:00:01"), ("0.75", "h:mm AM/PM", "18:00"),
      ("45306.25", "hh:mm", "06:00"), ("0.01", "mm:ss.0", "00:14:24"), ("0.5", "yyyy-mm-dd hh:mm", "12:00"),
      ("1.5", "[h]:mm", "36:00"), ("0.0625", "[mm]:ss", "01:30"), ("1.000011574074074", "[hh]:mm:ss", "24:00:01"),
      ("45306.999999999", "yyyy-mm-dd hh:mm:ss", "2024-01-16T00:00:00"), ("4.5306E4", "yyyy-mm-dd", "2024-01-15"),
      ("45350", "yyyy-mm-dd", "2024-02-28"), ("45351", "yyyy-mm-dd", "2024-02-29"),
      ("45352", "yyyy-mm-dd", "2024-03-01"),
    ])
  }

  @Test func theFirstAndLastDaysOfTheDateSystemsAreRight() throws {
    try check(
      [
        ("1", "1900-01-01"), ("59", "1900-02-28"), ("60", "1900-02-29"), ("61", "1900-03-01"), ("0", "0"), ("-1", "-1"),
        ("2958465", "9999-12-31"), ("2958466", "2958466"), ("36526", "2000-01-01"), ("0.4", "0.4"),
      ].map { ($0.0, "yyyy-mm-dd", $0.1) })
    try check(
      [
        ("0", "1904-01-01"), ("60", "1904-03-01"), ("43844", "2024-01-15"), ("2957003", "9999-12-31"),
        ("2957004", "2957004"),
      ].map { ($0.0, "yyyy-mm-dd", $0.1) }, uses1904: true)
  }

  @Test func formatsThatAreBuiltInNeedNoCode() throws {
    let cases: [(id: Int, value: String, shown: String)] = [
      (0, "45306", "45306"), (1, "45306", "45306"), (3, "45306", "45306"), (9, "0.5", "50%"), (10, "0.5", "50%"),
      (11, "45306", "45306"), (14, "45306", "2024-01-15"), (17, "45306", "2024-01-15"), (20, "0.25", "06:00"),
      (22, "45306.25", "2024-01-15T06:00:00"), (31, "45306", "2024-01-15"), (33, "0.25", "06:00"),
      (44, "45306", "45306"),
      (46, "1.25", "30:00"), (49, "45306", "45306"), (58, "45306", "2024-01-15"), (99, "45306", "45306"),
    ]
    let path = try RawWorkbook(
      sheetData: "<row r=\"1\">"
        + cases.enumerated().map { "<c s=\"\($0.offset)\"><v>\($0.element.value)</v></c>" }.joined()
        + "<c s=\"999\"><v>45306</v></c></row>",
      styles: "<cellXfs>\(cases.map { "<xf numFmtId=\"\($0.id)\"/>" }.joined())</cellXfs>"
    ).write(to: folder)
    #expect(try SheetTexts(path: path).rows == [cases.map(\.shown) + ["45306"]])
  }
}
