import CustomerModel
import TestSupport
import Testing

@testable import Readers

/// Elements among rows and cells that no sheet has: passed over, as the standard asks, unless a text in them would be read nowhere.
@Suite struct WorkbookStrayTextTests {
  private let folder: TemporaryFolder
  init() throws { folder = try TemporaryFolder() }

  private static let row = "<row r=\"2\"><c r=\"A2\"><v>1</v></c></row>"

  @Test(
    arguments: [
      ("<row r=\"3\"><cell>Ek</cell></row>", 3), ("<row r=\"3\"><c r=\"A3\"><v>1</v></c>Ek</row>", 3),
      ("<row r=\"3\"><x y=\"1\"><z/><c r=\"A3\"><v>7</v></c></x></row>", 3),
      ("<row r=\"3\"><c r=\"A3\">Ek</c></row>", 3),
      ("<row r=\"3\"><c r=\"A3\" t=\"inlineStr\"><t>Ek</t></c></row>", 3),
      ("<row r=\"3\"><c r=\"A3\" t=\"inlineStr\"><is>Ek</is></c></row>", 3),
      ("<row r=\"3\"><c r=\"A3\" t=\"inlineStr\"><is><t>B<b>Ek</b></t></is></c></row>", 3),
      ("<row r=\"3\"><c r=\"A3\"><v><![CDATA[1]]><w>2</w></v></c></row>", 3),
      ("<Row r=\"3\"><c r=\"A3\"><v>2</v></c></Row>", nil), ("Ek", nil),
    ] as [(String, Int?)])
  func aTextInNoCellIsRefused(data: String, row: Int?) throws {
    let path = try RawWorkbook(sheetData: Self.row + data).write(to: folder)
    let error = #expect(throws: KundregError.self) { try SheetTexts(path: path) }
    #expect(error?.status == .unreadableInput)
    #expect(error?.code == "xlsx.textOutsideCells")
    #expect(
      error?.text
        == SheetReadingTexts.textOutsideCells(
          row: row, sheet: "Blad1", path: path, part: "xl/worksheets/sheet1.xml", line: 1))
  }

  @Test(arguments: [
    "<row r=\"3\"><x y=\"1\"/><x1 y2=\"2\"> \n </x1></row>", "<Row r=\"3\"><x/></Row>",
    "<row r=\"3\">\n  <extLst><ext uri=\"{a}\"><y>text</y></ext></extLst>\n</row>", "<!-- Ek --><?kundreg Ek?>",
    "<row r=\"3\"><c r=\"A3\" t=\"str\"><f>A1&amp;\"Ek\"</f><extLst><ext>Ek</ext></extLst></c></row>",
  ])
  func anElementWithoutTextIsPassedOver(data: String) throws {
    let sheet = try SheetTexts(path: RawWorkbook(sheetData: Self.row + data).write(to: folder))
    #expect(sheet.rows == [["1"]])
  }

  @Test func whatAnInlineTextHasBesideIsNotItsText() throws {
    let sheet = try SheetTexts(
      path: RawWorkbook(
        sheetData: "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is> <r><rPr><b>x</b></rPr><t>E</t></r> <r><t>k</t></r>"
          + "<rPh sb=\"0\" eb=\"1\"><t>eku</t></rPh><phoneticPr fontId=\"1\">x</phoneticPr></is></c></row>",
        after: "<headerFooter><oddHeader>Kunder</oddHeader></headerFooter>"
      ).write(to: folder))
    #expect(sheet.rows == [["Ek"]])
  }

  @Test(arguments: ["<si><b>Ek</b></si>", "<si>Ek</si>", "<si><t>E<x>k</x></t></si>", "<si><r><u>Ek</u></r></si>"])
  func aSharedTextThatNoCellWouldShowIsRefused(item: String) throws {
    let path = try RawWorkbook(
      sheetData: "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>0</v></c></row>", sharedStrings: item
    ).write(to: folder)
    let error = #expect(throws: KundregError.self) { try SheetTexts(path: path) }
    #expect(error?.status == .unreadableInput)
    #expect(error?.code == "xlsx.malformed")
    #expect(
      error?.text
        == WorkbookTexts.malformed(path, part: "xl/sharedStrings.xml", line: 1, WorkbookTexts.strayText))
  }

  @Test func whatASharedTextHasBesideIsNotItsText() throws {
    let sheet = try SheetTexts(
      path: RawWorkbook(
        sheetData: "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>0</v></c></row>",
        sharedStrings:
          "\n<si>\n <r><rPr>x</rPr><t>E</t></r><r><t>k</t></r><rPh><t>eku</t></rPh><phoneticPr>x</phoneticPr>\n <y/></si>\n"
      ).write(to: folder))
    #expect(sheet.rows == [["Ek"]])
  }
}
