import Readers
import Rows
import TestSupport
import Testing

/// Texts at the limit of a cell and beyond it.
@Suite struct CellTextTests {
  private let folder: TemporaryFolder
  init() throws { folder = try TemporaryFolder() }

  /// The ways in which a workbook holds a text.
  enum Form: CaseIterable {
    case shared, runs, inline, formula, sharedEscapes, inlineEscapes
  }

  /// A workbook whose row 2 has the text between two other cells, and a row after it.
  private func sheet(_ text: String, as form: Form) throws -> SheetTexts {
    let escaped = text.utf16.map { unit in
      let digits = String(unit, radix: 16, uppercase: true)
      return "_x\(String(repeating: "0", count: 4 - digits.count))\(digits)_"
    }.joined()
    let half = text.index(text.startIndex, offsetBy: text.count / 2)
    let shared =
      switch form {
      case .runs: "<si><r><t>\(text[..<half])</t></r><rPh><t>x</t></rPh><r><t>\(text[half...])</t></r></si>"
      case .sharedEscapes: "<si><t>\(escaped)</t></si>"
      default: "<si><t>\(text)</t></si>"
      }
    let cell =
      switch form {
      case .shared, .runs, .sharedEscapes: "<c t=\"s\"><v>0</v></c>"
      case .inline: "<c t=\"inlineStr\"><is><t>\(text)</t></is></c>"
      case .formula: "<c t=\"str\"><f>A1</f><v>\(text)</v></c>"
      case .inlineEscapes: "<c t=\"inlineStr\"><is><t>\(escaped)</t></is></c>"
      }
    let path = try RawWorkbook(
      sheetData: "<row r=\"2\"><c><v>1</v></c>\(cell)<c><v>3</v></c></row><row r=\"3\"><c><v>4</v></c></row>",
      sharedStrings: shared
    ).write(to: folder)
    return try SheetTexts(path: path)
  }

  private static let whole = [
    String(repeating: "x", count: 32_767), String(repeating: "å", count: 32_767), String(repeating: "日", count: 32_767),
    String(repeating: "😀", count: 16_383) + "x",
  ]

  @Test(arguments: Form.allCases, whole)
  func theLongestTextOfACellIsWhole(form: Form, text: String) throws {
    let sheet = try sheet(text, as: form)
    #expect(sheet.faults == [.none, .none])
    #expect(sheet.rows == [["1", text, "3"], ["4"]])
  }

  @Test(arguments: Form.allCases, whole)
  func aTextThatIsOneCharacterLongerIsCutAndItsRowMarked(form: Form, text: String) throws {
    let sheet = try sheet(text + "å", as: form)
    #expect(sheet.faults == [.cellTooLong, .none])
    #expect(sheet.rows == [["1", text, "3"], ["4"]])
    #expect(sheet.positions == [2, 3])
  }

  @Test(arguments: Form.allCases)
  func aCharacterOfTwoPlacesIsNotCutInHalf(form: Form) throws {
    let sheet = try sheet(String(repeating: "😀", count: 16_384), as: form)
    #expect(sheet.faults == [.cellTooLong, .none])
    #expect(sheet.rows[0] == ["1", String(repeating: "😀", count: 16_383), "3"])
  }

  @Test(arguments: Form.allCases)
  func aTextThatIsManyTimesTooLongIsCutTheSame(form: Form) throws {
    let sheet = try sheet(String(repeating: "åäö", count: 300_000), as: form)
    #expect(sheet.faults == [.cellTooLong, .none])
    #expect(sheet.rows == [["1", String(repeating: "åäö", count: 10_922) + "å", "3"], ["4"]])
  }

  @Test func aShorterTextAfterALongOneIsCutToo() throws {
    let path = try RawWorkbook(
      sheetData:
        "<row><c t=\"s\"><v>0</v></c></row><row><c t=\"s\"><v>1</v></c></row><row><c t=\"s\"><v>2</v></c></row>",
      sharedStrings: [("日", 90_000), ("x", 50_000), ("y", 20_000)].map {
        "<si><t>\(String(repeating: $0.0, count: $0.1))</t></si>"
      }.joined()
    ).write(to: folder)
    let sheet = try SheetTexts(path: path)
    #expect(sheet.faults == [.cellTooLong, .cellTooLong, .none])
    #expect(sheet.rows.map { $0[0].count } == [32_767, 32_767, 20_000])
  }
}
