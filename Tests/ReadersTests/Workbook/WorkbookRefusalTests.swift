import CustomerModel
import Glibc
import Rows
import Testing
import TestSupport
import Texts

@testable import Readers

/// Files that are no workbook, or one that cannot be read: always status 65, with what it is and what to do.
@Suite struct WorkbookRefusalTests {
  private let folder: TemporaryFolder
  init() throws { folder = try TemporaryFolder() }

  private func expectRefusal(
    _ path: String, code: String, _ text: Text, at location: SourceLocation = #_sourceLocation
  ) {
    let error = #expect(throws: KundregError.self, sourceLocation: location) { try SheetTexts(path: path) }
    #expect(error?.status == .unreadableInput, sourceLocation: location)
    #expect(error?.code == code, sourceLocation: location)
    #expect(error?.text == text, sourceLocation: location)
  }

  /// What a library says in its own words: only the places in it are known.
  private func expectRefusal(
    _ path: String, code: String, naming places: [String], at location: SourceLocation = #_sourceLocation
  ) {
    let error = #expect(throws: KundregError.self, sourceLocation: location) { try SheetTexts(path: path) }
    #expect(error?.status == .unreadableInput, sourceLocation: location)
    #expect(error?.code == code, sourceLocation: location)
    for place in places + [path] {
      #expect(error?.message.contains(place) == true, "\(place) in: \(error?.message ?? "")", sourceLocation: location)
    }
  }

  /// A compound file of one sector of header and one of directory entries with the given names.
  private static func compoundFile(_ names: [String]) -> [UInt8] {
    var bytes: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
    bytes += Array(repeating: 0, count: 512 - bytes.count)
    for name in names {
      var entry = name.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
      entry += Array(repeating: 0, count: 128 - entry.count)
      entry[64] = UInt8((name.utf16.count + 1) * 2)
      entry[66] = 2
      bytes += entry
    }
    return bytes
  }

  @Test(
    arguments: [
      (["Root Entry", "Workbook"], "xlsx.legacyFormat", WorkbookTexts.isLegacy),
      (["Root Entry", "Book"], "xlsx.legacyFormat", WorkbookTexts.isLegacy),
      (["Root Entry", "EncryptionInfo", "EncryptedPackage"], "xlsx.passwordProtected", WorkbookTexts.isProtected),
      (["Root Entry", "WordDocument"], "xlsx.notWorkbook", WorkbookTexts.isOldDocument),
    ] as [([String], String, @Sendable (String) -> Text)])
  func compoundFilesAreToldApart(names: [String], code: String, text: @Sendable (String) -> Text) throws {
    let path = try folder.write(Self.compoundFile(names), to: "bok.xlsx")
    expectRefusal(path, code: code, text(path))
  }

  @Test(
    arguments: [
      ("", WorkbookTexts.isEmpty), ("Kundnr;Namn\n1;A\n", WorkbookTexts.isNoWorkbook),
      ("\u{FEFF} <html><table>", WorkbookTexts.isWebPage),
      ("<?xml version=\"1.0\"?><Workbook/>", WorkbookTexts.isWebPage),
    ] as [(String, @Sendable (String) -> Text)])
  func textsAreNoWorkbooks(content: String, text: @Sendable (String) -> Text) throws {
    let path = try folder.write(content, to: "bok.xlsx")
    expectRefusal(path, code: "xlsx.notWorkbook", text(path))
  }

  @Test func aMissingFileIsNamed() {
    let path = folder.file("saknas.xlsx")
    expectRefusal(
      path, code: "xlsx.notFound", WorkbookTexts.cannotBeOpened(path, reason: String(cString: strerror(ENOENT))))
  }

  @Test(
    arguments: [
      ("application/vnd.oasis.opendocument.spreadsheet", "xlsx.openDocument", WorkbookTexts.isOpenDocument),
      (
        "application/vnd.oasis.opendocument.text", "xlsx.notWorkbook",
        { @Sendable path in WorkbookTexts.isSomethingElse(path, WorkbookTexts.openDocumentWithoutSheets) }
      ),
    ] as [(String, String, @Sendable (String) -> Text)])
  func openDocumentsAreRefused(type: String, code: String, text: @Sendable (String) -> Text) throws {
    let path = try RawWorkbook(parts: ["mimetype": type, "content.xml": "<x/>"]).write(to: folder)
    expectRefusal(path, code: code, text(path))
  }

  @Test(
    arguments: [
      ("application/vnd.ms-excel.sheet.binary.macroEnabled.main", "xl/workbook.bin", nil),
      (
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml", "word/document.xml",
        WorkbookTexts.wordDocument
      ),
      (
        "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml", "ppt/presentation.xml",
        WorkbookTexts.presentation
      ),
      ("application/octet-stream", "main.xml", WorkbookTexts.packageOf("x")),
    ] as [(String, String, Text?)])
  func otherOfficeDocumentsAreRefused(type: String, part: String, kind: Text?) throws {
    let raw = RawWorkbook(parts: [
      "[Content_Types].xml": "<Types><Override PartName=\"/\(part)\" ContentType=\"\(type)\"/></Types>",
      "_rels/.rels": RawWorkbook.relationshipPart([("a", "officeDocument", part)]),
      part: "<w:x xmlns:w=\"urn:x\"/>",
    ])
    let path = try raw.write(to: folder)
    expectRefusal(
      path, code: kind == nil ? "xlsx.binaryWorkbook" : "xlsx.notWorkbook",
      kind.map { WorkbookTexts.isSomethingElse(path, $0) } ?? WorkbookTexts.isBinary(path))
  }

  @Test(arguments: ["Index/Document.iwa", "Index.zip"])
  func documentsOfNumbersAreRefused(part: String) throws {
    let path = try RawWorkbook(parts: [part: "x", "Metadata/Properties.plist": "x"]).write(
      to: folder, name: "kunder.numbers")
    expectRefusal(path, code: "xlsx.numbers", WorkbookTexts.isNumbers(path))
  }

  @Test(arguments: [
    (["brev.txt": "hej"], WorkbookTexts.zipArchive),
    (["[Content_Types].xml": "<Types/>"], WorkbookTexts.packageWithoutWorkbook),
  ])
  func archivesWithoutAWorkbookAreRefused(parts: [String: String], kind: Text) throws {
    let path = try RawWorkbook(parts: parts).write(to: folder, name: "a.zip")
    expectRefusal(path, code: "xlsx.notWorkbook", WorkbookTexts.isSomethingElse(path, kind))
  }

  @Test(arguments: [["[Content_Types].xml": "<Types/>", "xl/workbook.bin": ""], ["xl/workbook.bin": ""]])
  func archivesWithABinaryWorkbookAreRefused(parts: [String: String]) throws {
    let path = try RawWorkbook(parts: parts).write(to: folder, name: "a.zip")
    expectRefusal(path, code: "xlsx.binaryWorkbook", WorkbookTexts.isBinary(path))
  }

  @Test func aTruncatedFileIsRefused() throws {
    let whole = try folder.bytes(of: RawWorkbook(sheetData: "<row><c><v>1</v></c></row>").write(to: folder))
    for length in [30, whole.count / 2, whole.count - 10] {
      expectRefusal(try folder.write(Array(whole[..<length]), to: "kort.xlsx"), code: "xlsx.damaged", naming: [])
    }
  }

  @Test func aDamagedPartIsRefused() throws {
    let path = try RawWorkbook(sheetData: String(repeating: "<row><c><v>1</v></c></row>", count: 50)).write(to: folder)
    var bytes = try folder.bytes(of: path)
    let name = Array("xl/worksheets/sheet1.xml".utf8)
    let start = try #require(bytes.indices.first { bytes[$0...].starts(with: name) }) + name.count
    for place in start + 4..<start + 20 { bytes[place] ^= 0x5A }
    expectRefusal(
      try folder.write(bytes, to: "skadad.xlsx"), code: "xlsx.damaged", naming: ["xl/worksheets/sheet1.xml"])
  }

  @Test(arguments: ["xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/sharedStrings.xml", "xl/styles.xml"])
  func aMissingPartIsNamed(part: String) throws {
    var raw = RawWorkbook(sheetData: "", sharedStrings: "")
    raw[part] = nil
    let path = try raw.write(to: folder)
    expectRefusal(path, code: "xlsx.missingPart", WorkbookTexts.partMissing(path, part: part))
  }

  @Test(arguments: [
    ("<row r=\"1\">\n<c r=\"A1\"><v>1</c></row>", "line 2"), ("<row>\n\n&egen;</row>", "line 3"),
    ("<row><c><v>\u{1}</v></c></row>", "line 1"),
  ])
  func aSheetThatIsNoXMLIsNamedByPartAndLine(sheetData: String, line: String) throws {
    let path = try RawWorkbook(sheetData: sheetData).write(to: folder)
    expectRefusal(path, code: "xlsx.malformed", naming: ["xl/worksheets/sheet1.xml", line])
  }

  private static let rowNumber = SheetReadingTexts.badRowNumber(limit: 1_048_576)
  private static let reference = SheetReadingTexts.badCellReference(rowLimit: 1_048_576)

  @Test(arguments: [
    ("<row r=\"0\"/>", rowNumber), ("<row r=\"1048577\"/>", rowNumber), ("<row r=\"x\"/>", rowNumber),
    ("<row><c r=\"XFE1\"/></row>", reference), ("<row><c r=\"1A\"/></row>", reference),
    ("<row><c r=\"A9999999\"/></row>", reference),
    ("<row r=\"3\"><c r=\"B3\" t=\"s\"><v>2</v></c></row>", SheetReadingTexts.sharedTextMissing(cell: "B3")),
    ("<row><c t=\"s\"><v>-1</v></c></row>", SheetReadingTexts.sharedTextMissing(cell: "A1")),
    ("<row><c r=\"XFD1\"/><c/></row>", SheetReadingTexts.tooManyColumns(limit: 16_384)),
  ])
  func aSheetWithPlacesThatNoSheetHasIsNamedByPartAndLine(sheetData: String, detail: Text) throws {
    let raw = RawWorkbook(sheetData: sheetData, sharedStrings: "<si><t>a</t></si><si><t>b</t></si>")
    let path = try raw.write(to: folder)
    expectRefusal(
      path, code: "xlsx.malformed",
      WorkbookTexts.malformed(
        path, part: "xl/worksheets/sheet1.xml", line: 1, SheetReadingTexts.ofSheet("Blad1", detail)))
  }

  @Test(arguments: ["[Content_Types].xml", "xl/workbook.xml", "xl/styles.xml", "xl/sharedStrings.xml", "_rels/.rels"])
  func aMalformedPartIsNamed(part: String) throws {
    var raw = RawWorkbook(sheetData: "", sharedStrings: "")
    raw[part] = "<a>\n<b></a>"
    expectRefusal(try raw.write(to: folder), code: "xlsx.malformed", naming: [part, "line 2"])
    raw[part] = ""
    expectRefusal(try raw.write(to: folder), code: "xlsx.malformed", naming: [part])
  }

  @Test func rowsBeforeADamageAreHandedOver() throws {
    let good = (1...3000).map { "<row r=\"\($0)\"><c r=\"A\($0)\"><v>\($0)</v></c></row>" }.joined()
    let path = try RawWorkbook(sheetData: good + "<row><c></row>").write(to: folder)
    var reader = try Workbook(path: path, options: ReadingOptions()).rows(ofTable: 0)
    var batch = RowBatch()
    #expect(try reader.read(into: &batch, maximumRows: 10))
    #expect(batch.texts(row: 9) == ["10"])
    #expect(throws: KundregError.self) { while try reader.read(into: &batch, maximumRows: 10) {} }
    #expect(throws: KundregError.self) { while try reader.read(into: &batch, maximumRows: 10_000) {} }
  }
}
