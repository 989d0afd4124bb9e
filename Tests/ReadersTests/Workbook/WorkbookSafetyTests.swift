import CustomerModel
import Readers
import Rows
import TestSupport
import Testing

/// Workbooks made to do harm.
@Suite struct WorkbookSafetyTests {
  private let folder: TemporaryFolder
  init() throws { folder = try TemporaryFolder() }

  private static let declarations = [
    "<!DOCTYPE x>", "<!DOCTYPE x SYSTEM \"http://127.0.0.1:9/x.dtd\">",
    "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/hostname\">]>",
    "<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;\">]>",
  ]

  @Test(
    arguments: ["[Content_Types].xml", "_rels/.rels", "xl/workbook.xml", "xl/styles.xml", "xl/worksheets/sheet1.xml"],
    declarations)
  func aDocumentTypeIsRefusedInEveryPart(part: String, declaration: String) throws {
    var raw = RawWorkbook(sheetData: "<row><c t=\"inlineStr\"><is><t>x</t></is></c></row>")
    raw[part] = declaration + raw[part]!
    let path = try raw.write(to: folder)
    let error = #expect(throws: KundregError.self) { try SheetTexts(path: path) }
    #expect(error?.status == .unreadableInput)
    #expect(error?.code == "xlsx.documentType")
    #expect(error?.message.contains(part) == true)
  }

  @Test func aDocumentTypeInTheSharedStringsIsRefused() throws {
    var raw = RawWorkbook(sheetData: "<row><c t=\"s\"><v>0</v></c></row>", sharedStrings: "<si><t>&c;</t></si>")
    raw["xl/sharedStrings.xml"] = Self.declarations[3] + raw["xl/sharedStrings.xml"]!
    let path = try raw.write(to: folder)
    #expect(throws: KundregError.self) { try SheetTexts(path: path) }
  }

  @Test(arguments: ["xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml", "xl/workbook.xml"])
  func aPartThatUnpacksToMoreThanTheLimitStops(part: String) throws {
    var raw = RawWorkbook(sheetData: "", sharedStrings: "")
    raw[part] = raw[part]! + String(repeating: " ", count: 3_000_000)
    let path = try raw.write(to: folder)
    let error = #expect(throws: KundregError.self) {
      try SheetTexts(path: path, options: ReadingOptions(maximumPartSize: 1_000_000))
    }
    #expect(error?.status == .unreadableInput)
    #expect(error?.code == "xlsx.partTooLarge")
    #expect(error?.message.contains("1000000 bytes") == true)
    #expect(error?.message.contains(part) == true)
    #expect(try SheetTexts(path: path).rows == [])
  }

  @Test func aSmallFileThatUnpacksWithoutEndStopsLongBeforeTheLimit() throws {
    var raw = RawWorkbook(sheetData: "")
    raw["xl/worksheets/sheet1.xml"]! += String(repeating: " ", count: 80_000_000)
    let path = try raw.write(to: folder)
    let error = #expect(throws: KundregError.self) { try SheetTexts(path: path) }
    #expect(error?.code == "xlsx.partTooLarge")
    #expect(error?.message.contains("300 times") == true)
  }

  @Test func theSizeThatAZipHeaderClaimsIsNotTrusted() throws {
    var raw = RawWorkbook(sheetData: "<row><c><v>1</v></c></row>")
    raw["xl/worksheets/sheet1.xml"]! += String(repeating: " ", count: 2_000_000)
    let path = try raw.write(to: folder)
    var bytes = try folder.bytes(of: path)
    let size = UInt32(raw.parts["xl/worksheets/sheet1.xml"]!.count)
    let claimed = (0..<4).map { UInt8(truncatingIfNeeded: size >> ($0 * 8)) }
    var changed = 0
    for place in 0..<bytes.count - 4 where bytes[place..<place + 4].elementsEqual(claimed) {
      bytes.replaceSubrange(place..<place + 4, with: [100, 0, 0, 0])
      changed += 1
    }
    #expect(changed == 2)
    let lying = try folder.write(bytes, to: "ljuger.xlsx")
    #expect(throws: KundregError.self) {
      try SheetTexts(path: lying, options: ReadingOptions(maximumPartSize: 1_000_000))
    }
  }

  @Test func aRowOverTheLimitIsCutAndMarked() throws {
    let long = String(repeating: "å", count: 600)
    let path = try RawWorkbook(
      sheetData: """
        <row r="1"><c><v>1</v></c><c t="s"><v>0</v></c></row><row r="2"><c t="s"><v>0</v></c><c t="s"><v>0</v></c>\
        <c><v>3</v></c></row><row r="3"><c t="inlineStr"><is><t>\(long)\(long)</t></is></c><c><v>4</v></c></row>\
        <row r="4"><c><v>5</v></c></row><row r="5"><c t="s"><v>1</v></c></row>
        """, sharedStrings: "<si><t>\(long)</t></si><si><t>\(long)\(long)</t></si>"
    ).write(to: folder)
    let sheet = try SheetTexts(path: path, options: ReadingOptions(maximumRowSize: 2000))
    #expect(sheet.positions == [1, 2, 3, 4, 5])
    #expect(sheet.faults == [.none, .tooLarge, .tooLarge, .none, .tooLarge])
    #expect(sheet.rows[0] == ["1", long])
    #expect(sheet.rows[1] == [long, "", "3"])
    #expect(sheet.rows[2].last == "4")
    #expect(sheet.rows[3...] == [["5"], []])
  }

  @Test func fewReferencesToAnEndlessTextStop() throws {
    let path = try RawWorkbook(
      sheetData: String(repeating: "<row><c t=\"s\"><v>0</v></c></row>", count: 600),
      sharedStrings: "<si><t>" + String(repeating: "x", count: 1 << 20) + "</t></si>"
    ).write(to: folder)
    let error = #expect(throws: KundregError.self) { try SheetTexts(path: path) }
    #expect(error?.status == .unreadableInput)
    #expect(error?.code == "xlsx.partTooLarge")
    #expect(error?.message.contains("256 MB") == true)
  }

  @Test func wideRowsAreHandedOverInSmallerBatches() throws {
    let path = try RawWorkbook(
      sheetData: (1...300).map { "<row r=\"\($0)\"><c r=\"XFD\($0)\"><v>1</v></c></row>" }.joined()
    ).write(to: folder)
    var reader = try Workbook(path: path, options: ReadingOptions()).rows(ofTable: 0)
    var batch = RowBatch()
    var positions: [UInt32] = []
    var isWide = true
    while try reader.read(into: &batch, maximumRows: 4096) {
      positions += batch.rows.map(\.position)
      isWide = isWide && batch.rows.allSatisfy { $0.cellCount == 16_384 }
    }
    #expect(positions == Array(1...300))
    #expect(isWide)
  }
}
