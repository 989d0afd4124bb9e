import CustomerModel
import Rows
import TestSupport
import Testing

@testable import Readers

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
    #expect(error?.text == WorkbookTexts.declaresDocumentType(path, part: part))
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
    #expect(error?.text == WorkbookTexts.partIsTooLarge(path, part: part, bytes: 1_000_000))
    #expect(try SheetTexts(path: path).rows == [])
  }

  @Test func aSmallFileThatUnpacksWithoutEndStopsLongBeforeTheLimit() throws {
    var raw = RawWorkbook(sheetData: "")
    raw["xl/worksheets/sheet1.xml"]! += String(repeating: " ", count: 80_000_000)
    let path = try raw.write(to: folder)
    let error = #expect(throws: KundregError.self) { try SheetTexts(path: path) }
    #expect(error?.code == "xlsx.partTooLarge")
    #expect(
      error?.text == WorkbookTexts.partGrowsTooMuch(path, part: "xl/worksheets/sheet1.xml", times: 300))
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

  @Test func fewReferencesToALongTextAreHandedOverInSmallBatches() throws {
    let long = String(repeating: "å", count: 32_767)
    let path = try RawWorkbook(
      sheetData: String(repeating: "<row><c t=\"s\"><v>0</v></c></row>", count: 600),
      sharedStrings: "<si><t>\(long)</t></si>"
    ).write(to: folder)
    var reader = try Workbook(path: path, options: ReadingOptions()).rows(ofTable: 0)
    var batch = RowBatch()
    var count = 0
    while try reader.read(into: &batch, maximumRows: 4096) {
      #expect(batch.arena.count < 16 << 20)
      #expect((0..<batch.count).allSatisfy { batch.text(row: $0, column: 0) == long })
      count += batch.count
    }
    #expect(count == 600)
  }

  @Test func sharedTextsThatTakeMoreThanHalfOfTheMemoryAreRefused() throws {
    let text = "<si><t>" + String(repeating: "x", count: 30_000) + "</t></si>"
    let path = try RawWorkbook(
      sheetData: "<row><c t=\"s\"><v>0</v></c></row>", sharedStrings: String(repeating: text, count: 100)
    ).write(to: folder)
    #expect(try SheetTexts(path: path, options: ReadingOptions(maximumMemory: 8 << 20)).rows.count == 1)
    let error = #expect(throws: KundregError.self) {
      try SheetTexts(path: path, options: ReadingOptions(maximumMemory: 4 << 20))
    }
    #expect(error?.status == .unreadableInput)
    #expect(error?.code == "xlsx.tooMuchText")
    #expect(error?.text == WorkbookTexts.tooMuchText(path, megabytes: 2))
  }

  /// A thousand rows that each refer to a text of their own may well need what a few would not.
  @Test func aLargeSheetMayHaveMoreSharedTexts() throws {
    let rows = (0..<2000).map { "<row r=\"\($0 + 1)\"><c t=\"s\"><v>\($0 * 7919 % 2000)</v></c></row>" }.joined()
    let texts = (0..<2000).map { "<si><t>\($0) " + String(repeating: "x", count: 1000) + "</t></si>" }.joined()
    let path = try RawWorkbook(sheetData: rows, sharedStrings: texts).write(to: folder)
    #expect(try SheetTexts(path: path, options: ReadingOptions(maximumMemory: 4_000_000)).rows.count == 2000)
    let few = try RawWorkbook(sheetData: "<row><c t=\"s\"><v>0</v></c></row>", sharedStrings: texts).write(
      to: folder, name: "few.xlsx")
    #expect(throws: KundregError.self) {
      try SheetTexts(path: few, options: ReadingOptions(maximumMemory: 4_000_000))
    }
  }

  @Test(arguments: ["xl/workbook.xml", "xl/_rels/workbook.xml.rels"])
  func moreSheetsOrRelationshipsThanAnyWorkbookHasAreRefused(part: String) throws {
    var raw = RawWorkbook(sheetData: "<row><c><v>1</v></c></row>")
    let (element, count) =
      part == "xl/workbook.xml"
      ? ("<sheet name=\"x\" sheetId=\"1\" r:id=\"rId1\"/>", 1_000) : ("<Relationship Id=\"x\" Target=\"y\"/>", 32_766)
    let end = part == "xl/workbook.xml" ? "</sheets>" : "</Relationships>"
    // As many as may be are let through.
    for isTooMuch in [false, true] {
      var changed = raw
      let more = String(repeating: element, count: count - (part == "xl/workbook.xml" ? 1 : 0) + (isTooMuch ? 1 : 0))
      changed[part] = raw[part]!.replacing(end, with: more + end)
      let path = try changed.write(to: folder)
      guard isTooMuch else {
        #expect(try SheetTexts(path: path).rows == [["1"]])
        continue
      }
      let error = #expect(throws: KundregError.self) { try SheetTexts(path: path) }
      #expect(error?.code == "xlsx.partTooLarge")
      #expect(error?.text == WorkbookTexts.partIsOvergrown(path, part: part))
    }
    raw[part] = raw[part]!.replacing(end, with: String(repeating: " ", count: 17 << 20) + end)
    let error = #expect(throws: KundregError.self) { try SheetTexts(path: try raw.write(to: folder)) }
    #expect(error?.code == "xlsx.partTooLarge")
  }

  /// An end record is all that a container of a million entries differs by before its directory is read.
  @Test(arguments: [(10, 65_534, 2, true), (10, 65_535, 2, false), (12, 33 << 20, 4, false)])
  func aDirectoryThatIsLargerThanAnyWorkbooksIsRefused(
    place: Int, claimed: Int, width: Int, isLetThrough: Bool
  ) throws {
    var bytes = try folder.bytes(of: try RawWorkbook(sheetData: "<row><c><v>1</v></c></row>").write(to: folder))
    let record = bytes.count - 22
    for index in 0..<width { bytes[record + place + index] = UInt8(truncatingIfNeeded: claimed >> (index * 8)) }
    let path = try folder.write(bytes, to: "claims.xlsx")
    let error = #expect(throws: KundregError.self) { try SheetTexts(path: path) }
    #expect(error?.status == .unreadableInput)
    #expect((error?.code == "xlsx.directoryTooLarge") == !isLetThrough)
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
