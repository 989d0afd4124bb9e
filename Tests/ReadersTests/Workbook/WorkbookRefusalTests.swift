import CustomerModel
import Readers
import Rows
import TestSupport
import Testing

/// Files that are no workbook, or one that cannot be read: always status 65, with what it is and what to do.
@Suite struct WorkbookRefusalTests {
  private let folder: TemporaryFolder
  init() throws { folder = try TemporaryFolder() }

  private func expectRefusal(
    _ path: String, code: String, saying words: [String], options: ReadingOptions = ReadingOptions(),
    at location: SourceLocation = #_sourceLocation
  ) {
    let error = #expect(throws: KundregError.self, sourceLocation: location) {
      try SheetTexts(path: path, options: options)
    }
    #expect(error?.status == .unreadableInput, sourceLocation: location)
    #expect(error?.code == code, sourceLocation: location)
    for word in words + [path] {
      #expect(error?.message.contains(word) == true, "\(word) in: \(error?.message ?? "")", sourceLocation: location)
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

  @Test(arguments: [
    (["Root Entry", "Workbook"], "xlsx.legacyFormat", ".xls"), (["Root Entry", "Book"], "xlsx.legacyFormat", ".xlsx"),
    (["Root Entry", "EncryptionInfo", "EncryptedPackage"], "xlsx.passwordProtected", "password"),
    (["Root Entry", "WordDocument"], "xlsx.notWorkbook", "no workbook"),
  ])
  func compoundFilesAreToldApart(names: [String], code: String, word: String) throws {
    expectRefusal(try folder.write(Self.compoundFile(names), to: "bok.xlsx"), code: code, saying: [word, "ave"])
  }

  @Test(arguments: [
    ("", "empty"), ("Kundnr;Namn\n1;A\n", "not a workbook"), ("\u{FEFF} <html><table>", "web page"),
    ("<?xml version=\"1.0\"?><Workbook/>", "XML"),
  ])
  func textsAreNoWorkbooks(text: String, word: String) throws {
    expectRefusal(try folder.write(text, to: "bok.xlsx"), code: "xlsx.notWorkbook", saying: [word])
  }

  @Test func aMissingFileIsNamed() {
    expectRefusal(folder.file("saknas.xlsx"), code: "xlsx.notFound", saying: ["cannot be opened"])
  }

  @Test(arguments: [
    ("application/vnd.oasis.opendocument.spreadsheet", "xlsx.openDocument", ".ods"),
    ("application/vnd.oasis.opendocument.text", "xlsx.notWorkbook", "without a spreadsheet"),
  ])
  func openDocumentsAreRefused(type: String, code: String, word: String) throws {
    let raw = RawWorkbook(parts: ["mimetype": type, "content.xml": "<x/>"])
    expectRefusal(try raw.write(to: folder), code: code, saying: [word, "ave"])
  }

  @Test(arguments: [
    ("application/vnd.ms-excel.sheet.binary.macroEnabled.main", "xl/workbook.bin", "xlsx.binaryWorkbook", ".xlsb"),
    (
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml", "word/document.xml",
      "xlsx.notWorkbook", "Word"
    ),
    (
      "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml", "ppt/presentation.xml",
      "xlsx.notWorkbook", "presentation"
    ),
    ("application/octet-stream", "main.xml", "xlsx.notWorkbook", "<w:"),
  ])
  func otherOfficeDocumentsAreRefused(type: String, part: String, code: String, word: String) throws {
    let raw = RawWorkbook(parts: [
      "[Content_Types].xml": "<Types><Override PartName=\"/\(part)\" ContentType=\"\(type)\"/></Types>",
      "_rels/.rels": RawWorkbook.relationshipPart([("a", "officeDocument", part)]),
      part: "<w:x xmlns:w=\"urn:x\"/>",
    ])
    let expected = word == "<w:" ? "main part is <x>" : word
    expectRefusal(try raw.write(to: folder), code: code, saying: [expected])
  }

  @Test func archivesWithoutAWorkbookAreRefused() throws {
    expectRefusal(
      try RawWorkbook(parts: ["brev.txt": "hej"]).write(to: folder, name: "a.zip"), code: "xlsx.notWorkbook",
      saying: ["a zip archive"])
    expectRefusal(
      try RawWorkbook(parts: ["[Content_Types].xml": "<Types/>"]).write(to: folder, name: "b.zip"),
      code: "xlsx.notWorkbook", saying: ["without a workbook"])
    expectRefusal(
      try RawWorkbook(parts: ["[Content_Types].xml": "<Types/>", "xl/workbook.bin": ""]).write(
        to: folder, name: "c.zip"),
      code: "xlsx.binaryWorkbook", saying: [".xlsb"])
    expectRefusal(
      try RawWorkbook(parts: ["xl/workbook.bin": ""]).write(to: folder, name: "d.zip"), code: "xlsx.binaryWorkbook",
      saying: [".xlsb"])
  }

  @Test func aTruncatedFileIsRefused() throws {
    let whole = try folder.bytes(of: RawWorkbook(sheetData: "<row><c><v>1</v></c></row>").write(to: folder))
    for length in [30, whole.count / 2, whole.count - 10] {
      expectRefusal(
        try folder.write(Array(whole[..<length]), to: "kort.xlsx"), code: "xlsx.damaged",
        saying: ["export the file again"])
    }
  }

  @Test func aDamagedPartIsRefused() throws {
    let path = try RawWorkbook(sheetData: String(repeating: "<row><c><v>1</v></c></row>", count: 50)).write(to: folder)
    var bytes = try folder.bytes(of: path)
    let name = Array("xl/worksheets/sheet1.xml".utf8)
    let start = try #require(bytes.indices.first { bytes[$0...].starts(with: name) }) + name.count
    for place in start + 4..<start + 20 { bytes[place] ^= 0x5A }
    expectRefusal(
      try folder.write(bytes, to: "skadad.xlsx"), code: "xlsx.damaged", saying: ["xl/worksheets/sheet1.xml"])
  }

  @Test(arguments: ["xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/sharedStrings.xml", "xl/styles.xml"])
  func aMissingPartIsNamed(part: String) throws {
    var raw = RawWorkbook(sheetData: "", sharedStrings: "")
    raw[part] = nil
    expectRefusal(try raw.write(to: folder), code: "xlsx.missingPart", saying: [part, "repair"])
  }

  @Test(arguments: [
    ("<row r=\"1\">\n<c r=\"A1\"><v>1</c></row>", "line 2"), ("<row>\n\n&egen;</row>", "line 3"),
    ("<row><c><v>\u{1}</v></c></row>", "line 1"), ("<row r=\"0\"/>", "row number"),
    ("<row r=\"1048577\"/>", "row number"),
    ("<row r=\"x\"/>", "row number"), ("<row><c r=\"XFE1\"/></row>", "XFD"), ("<row><c r=\"1A\"/></row>", "XFD"),
    ("<row><c r=\"A9999999\"/></row>", "XFD"), ("<row r=\"3\"><c r=\"B3\" t=\"s\"><v>2</v></c></row>", "cell B3"),
    ("<row><c t=\"s\"><v>-1</v></c></row>", "cell A1"), ("<row><c r=\"XFD1\"/><c/></row>", "16384 columns"),
  ])
  func aMalformedSheetIsNamedByPartAndLine(sheetData: String, word: String) throws {
    let raw = RawWorkbook(sheetData: sheetData, sharedStrings: "<si><t>a</t></si><si><t>b</t></si>")
    expectRefusal(
      try raw.write(to: folder), code: "xlsx.malformed", saying: ["xl/worksheets/sheet1.xml", word, "repair"])
  }

  @Test(arguments: ["[Content_Types].xml", "xl/workbook.xml", "xl/styles.xml", "xl/sharedStrings.xml", "_rels/.rels"])
  func aMalformedPartIsNamed(part: String) throws {
    var raw = RawWorkbook(sheetData: "", sharedStrings: "")
    raw[part] = "<a>\n<b></a>"
    expectRefusal(try raw.write(to: folder), code: "xlsx.malformed", saying: [part, "line 2"])
    raw[part] = ""
    expectRefusal(try raw.write(to: folder), code: "xlsx.malformed", saying: [part])
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
