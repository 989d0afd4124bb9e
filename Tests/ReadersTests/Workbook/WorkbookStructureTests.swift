import CustomerModel
import Rows
import TestSupport
import Testing

@testable import Readers

/// Where a package keeps its workbook, its sheets and the parts they share.
@Suite struct WorkbookStructureTests {
  private let folder: TemporaryFolder
  init() throws { folder = try TemporaryFolder() }

  private static let oneRow = "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>"
  private static func worksheet(_ value: String, _ namespace: String = RawWorkbook.main) -> String {
    "<worksheet xmlns=\"\(namespace)\"><sheetData><row><c><v>\(value)</v></c></row></sheetData></worksheet>"
  }

  @Test func theWorkbookIsFoundByItsRelationshipAndNotByItsName() throws {
    var raw = RawWorkbook(parts: [:])
    raw["[Content_Types].xml"] = """
      <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/Bok/Register.xml" \
      ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/></Types>
      """
    raw["_rels/.rels"] = RawWorkbook.relationshipPart([
      ("a", "extended-properties", "docProps/app.xml"), ("b", "officeDocument", "/Bok/Register.xml"),
    ])
    raw["Bok/Register.xml"] = """
      <x:workbook xmlns:x="\(RawWorkbook.main)" xmlns:rel="\(RawWorkbook.relationships)"><x:sheets>\
      <x:sheet name="Ett &amp; två &#38;amp; &quot;tre&quot;" sheetId="7" rel:id="s1"/>\
      <x:sheet name="Fyra" sheetId="8" rel:id="s2"/></x:sheets></x:workbook>
      """
    raw["Bok/_rels/Register.xml.rels"] = RawWorkbook.relationshipPart([
      ("s2", "worksheet", "/Bok/fyra%20blad.xml"), ("s1", "worksheet", "./Blad/../../Data/ett.xml"),
      ("t", "sharedStrings", "../Data/Texter.XML"),
    ])
    raw["Data/ett.xml"] = """
      <x:worksheet xmlns:x="\(RawWorkbook.main)"><x:sheetData><x:row r="1"><x:c r="A1" t="s"><x:v>0</x:v></x:c></x:row>\
      </x:sheetData></x:worksheet>
      """
    raw["Data/texter.xml"] = "<x:sst xmlns:x=\"\(RawWorkbook.main)\"><x:si><x:t>text</x:t></x:si></x:sst>"
    raw["Bok/fyra blad.xml"] = Self.worksheet("4")
    let workbook = try Workbook(path: raw.write(to: folder, name: "register.xlsm"), options: ReadingOptions())
    #expect(workbook.format == .workbook)
    #expect(workbook.tables == [TableInfo(name: "Ett & två &amp; \"tre\""), TableInfo(name: "Fyra")])
    #expect(try SheetTexts(workbook, table: 0).rows == [["text"]])
    #expect(try SheetTexts(workbook, table: 1).rows == [["4"]])
  }

  @Test func strictWorkbooksAreReadLikeTransitionalOnes() throws {
    let main = "http://purl.oclc.org/ooxml/spreadsheetml/main"
    let relationships = "http://purl.oclc.org/ooxml/officeDocument/relationships"
    var raw = RawWorkbook(sheetData: "", sharedStrings: "")
    raw["_rels/.rels"] = RawWorkbook.relationshipPart([("rId1", relationships + "/officeDocument", "xl/workbook.xml")])
    raw["xl/workbook.xml"] = """
      <workbook xmlns="\(main)" xmlns:r="\(relationships)" conformance="strict"><workbookPr date1904="true"/><sheets>\
      <sheet name="Strikt" sheetId="1" r:id="rId1"/></sheets></workbook>
      """
    raw["xl/_rels/workbook.xml.rels"] = RawWorkbook.relationshipPart([
      ("rId1", relationships + "/worksheet", "worksheets/sheet1.xml"),
      ("rId2", relationships + "/styles", "styles.xml"),
      ("rId3", relationships + "/sharedStrings", "sharedStrings.xml"),
    ])
    raw["xl/styles.xml"] =
      "<styleSheet xmlns=\"\(main)\"><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>"
    raw["xl/sharedStrings.xml"] = "<sst xmlns=\"\(main)\"><si><t>delad</t></si></sst>"
    raw["xl/worksheets/sheet1.xml"] = """
      <worksheet xmlns="\(main)"><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>43844</v></c>\
      <c r="C1" s="1" t="d"><v>2024-01-15</v></c></row></sheetData></worksheet>
      """
    let workbook = try Workbook(path: raw.write(to: folder), options: ReadingOptions())
    #expect(workbook.tables.map(\.name) == ["Strikt"])
    #expect(try SheetTexts(workbook).rows == [["delad", "2024-01-15", "2024-01-15"]])
  }

  @Test func hiddenSheetsAreMarkedAndChartsLeftOut() throws {
    var raw = RawWorkbook(sheetData: "")
    raw["xl/workbook.xml"] = """
      <workbook xmlns="\(RawWorkbook.main)" xmlns:r="\(RawWorkbook.relationships)"><sheets>\
      <sheet name="Dold" sheetId="1" state="hidden" r:id="a"/><sheet name="Diagram" sheetId="2" r:id="b"/>\
      <sheet name="Mycket dold" sheetId="3" state="veryHidden" r:id="c"/><sheet name="Makron" sheetId="5" r:id="e"/>\
      <sheet name="Synlig" sheetId="4" state="visible" r:id="d"/></sheets>\
      <definedNames><definedName name="x">Dold!$A$1</definedName></definedNames></workbook>
      """
    raw["xl/_rels/workbook.xml.rels"] = RawWorkbook.relationshipPart([
      ("a", "worksheet", "1.xml"), ("b", "chartsheet", "2.xml"), ("c", "worksheet", "3.xml"),
      ("d", "worksheet", "4.xml"),
      ("e", "http://schemas.microsoft.com/office/2006/relationships/xlMacrosheet", "5.xml"),
    ])
    for (part, value) in [("1", "10"), ("3", "30"), ("4", "40")] { raw["xl/\(part).xml"] = Self.worksheet(value) }
    let workbook = try Workbook(path: raw.write(to: folder), options: ReadingOptions())
    #expect(
      workbook.tables == [
        TableInfo(name: "Dold", isHidden: true), TableInfo(name: "Mycket dold", isHidden: true),
        TableInfo(name: "Synlig"),
      ])
    #expect(try (0..<3).map { try SheetTexts(workbook, table: $0).rows } == [[["10"]], [["30"]], [["40"]]])
  }

  @Test func partsInUTF16AreRead() throws {
    var raw = RawWorkbook(sheetData: "")
    let sheet = "<?xml version=\"1.0\" encoding=\"UTF-16\"?>" + Self.worksheet("5").replacing("<v>5", with: "<v>å€😀")
    raw.parts["xl/worksheets/sheet1.xml"] = [0xFF, 0xFE] + sheet.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    #expect(try SheetTexts(path: raw.write(to: folder)).rows == [["å€😀"]])
  }

  @Test func backslashesBetweenFoldersAreUnderstood() throws {
    var raw = RawWorkbook(sheetData: "<row><c><v>1</v></c></row>")
    raw.parts = Dictionary(uniqueKeysWithValues: raw.parts.map { ($0.key.replacing("/", with: "\\"), $0.value) })
    raw["xl\\_rels\\workbook.xml.rels"] = RawWorkbook.relationshipPart([("rId1", "worksheet", "worksheets\\sheet1.xml")]
    )
    #expect(try SheetTexts(path: raw.write(to: folder)).rows == [["1"]])
  }

  @Test func aWorkbookWithoutStylesOrContentTypeEntryIsRead() throws {
    var raw = RawWorkbook(sheetData: "<row><c s=\"3\"><v>1</v></c></row>")
    raw["xl/styles.xml"] = nil
    raw["xl/_rels/workbook.xml.rels"] = RawWorkbook.relationshipPart([("rId1", "worksheet", "worksheets/sheet1.xml")])
    raw["[Content_Types].xml"] = "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"
    #expect(try SheetTexts(path: raw.write(to: folder)).rows == [["1"]])
  }

  @Test func aWorkbookWithoutPackageRelationshipsIsFoundByItsContentType() throws {
    var raw = RawWorkbook(sheetData: "<row><c><v>1</v></c></row>")
    raw["_rels/.rels"] = nil
    #expect(try SheetTexts(path: raw.write(to: folder)).rows == [["1"]])
  }

  @Test func theOtherSheetsOfAWorkbookWithABrokenOneAreRead() throws {
    var raw = RawWorkbook(sheetData: "<row><c><v>1</v></c></row>")
    raw["xl/workbook.xml"] = """
      <workbook xmlns="\(RawWorkbook.main)" xmlns:r="\(RawWorkbook.relationships)"><sheets>\
      <sheet name="Borta" sheetId="1" r:id="rId9"/><sheet name="Kvar" sheetId="2" r:id="rId1"/></sheets></workbook>
      """
    let path = try raw.write(to: folder)
    let workbook = try Workbook(path: path, options: ReadingOptions())
    #expect(workbook.tables.map(\.name) == ["Borta", "Kvar"])
    #expect(try SheetTexts(workbook, table: 1).rows == [["1"]])
    let error = #expect(throws: KundregError.self) { try SheetTexts(workbook, table: 0) }
    #expect(error?.code == "xlsx.missingPart")
    #expect(error?.text == WorkbookTexts.sheetIsNowhere(path, sheet: "Borta"))
  }
}
