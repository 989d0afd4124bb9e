import Rows
import TestSupport
import Testing
import Texts

@testable import Readers

/// Cells of every type and shape, in hand-written sheets.
@Suite struct WorkbookCellTests {
  private let folder: TemporaryFolder
  init() throws { folder = try TemporaryFolder() }

  private func read(_ workbook: RawWorkbook) throws -> SheetTexts { try SheetTexts(path: workbook.write(to: folder)) }

  @Test func typesOfCellsAreReadAsTheyShow() throws {
    let sheet = try read(
      RawWorkbook(
        sheetData: """
          <row r="1"><c r="A1" t="s"><v>1</v></c><c r="B1" t="inlineStr"><is><t>på plats</t></is></c>\
          <c r="C1" t="str"><f>A1</f><v>resultat</v></c><c r="D1" t="b"><v>1</v></c><c r="E1" t="b"><v>0</v></c>\
          <c r="F1" t="e"><v>#N/A</v></c><c r="G1" t="n"><v>12</v></c><c r="H1"><v>13</v></c>\
          <c r="I1" t="d"><v>2024-01-15</v></c><c r="J1" t="e"><v>#DIV/0!</v></c></row>
          """, sharedStrings: "<si><t>noll</t></si><si><t>ett</t></si>"))
    #expect(
      sheet.rows == [
        ["ett", "på plats", "resultat", "true", "false", "#N/A", "12", "13", "2024-01-15", "#DIV/0!"]
      ])
    #expect(sheet.errors == ["1:5", "1:9"])
  }

  @Test func richTextIsJoinedAndPhoneticTextLeftOut() throws {
    let rich = """
      <r><rPr><b/><sz val="11"/></rPr><t>Fet</t></r><r><t xml:space="preserve"> och mager</t></r>\
      <rPh sb="0" eb="1"><t>uttal</t></rPh><phoneticPr fontId="1"/>
      """
    let sheet = try read(
      RawWorkbook(
        sheetData: """
          <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is>\(rich)</is></c>\
          <c r="C1" t="s"><v>1</v></c></row>
          """, sharedStrings: "<si>\(rich)</si><si><t>nästa</t></si>"))
    #expect(sheet.rows == [["Fet och mager", "Fet och mager", "nästa"]])
  }

  @Test(arguments: [
    ("a_x000D_b", "a\rb"), ("_x005F_x000D_", "_x000D_"), ("_x00e5_", "å"), ("_xD83D__xDE00_", "😀"),
    ("_xD83D_", "\u{FFFD}"), ("_x12_", "_x12_"), ("_xGGGG_", "_xGGGG_"), ("_x000A", "_x000A"), ("_X000A_", "_X000A_"),
    ("a_b_c_d_e_f", "a_b_c_d_e_f"), ("_x000A__x000A_", "\n\n"), ("Å_x0041_", "ÅA"), ("&amp;_x0041_&lt;", "&A<"),
  ])
  func escapesAreDecoded(written: String, shown: String) throws {
    let sheet = try read(
      RawWorkbook(
        sheetData: """
          <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>\(written)</t></is></c>\
          <c r="C1" t="str"><f>A1</f><v>\(written)</v></c><c r="D1" t="str"><v>\(written)</v></c>\
          <c r="E1" t="inlineStr"><f>A1</f><is><t>\(written)</t></is></c>\
          <c r="F1"><v>1</v></c></row>
          """, sharedStrings: "<si><t>\(written)</t></si>"))
    #expect(sheet.rows == [Array(repeating: shown, count: 5) + ["1"]])
  }

  @Test func blanksEntitiesAndCharacterDataStay() throws {
    let sheet = try read(
      RawWorkbook(
        sheetData: """
          <row r="1"><c r="A1" t="inlineStr"><is><t xml:space="preserve">  a &amp; b&#10;c </t></is></c>\
          <c r="B1" t="inlineStr"><is><t><![CDATA[<å&amp;>]]></t></is></c></row>
          """))
    #expect(sheet.rows == [["  a & b\nc ", "<å&amp;>"]])
  }

  @Test func cellsAndRowsWithoutReferencesFollowEachOther() throws {
    let sheet = try read(
      RawWorkbook(
        sheetData: """
          <row><c><v>1</v></c><c><v>2</v></c></row><row><c r="C2"><v>3</v></c><c><v>4</v></c></row>\
          <row><c r="A9"><v>5</v></c></row><row><c><v>6</v></c></row>
          """))
    #expect(sheet.rows == [["1", "2"], ["", "", "3", "4"], ["5"], ["6"]])
    #expect(sheet.positions == [1, 2, 9, 10])
  }

  @Test func gapsAreEmptyCellsAndEmptyRowsAreSkipped() throws {
    let sheet = try read(
      RawWorkbook(
        sheetData: """
          <row r="2"><c r="B2"><v>1</v></c><c r="E2"><v>2</v></c><c r="F2" s="0"/><c r="G2" t="s"><v></v></c></row>\
          <row r="3"/><row r="4"><c r="A4" s="0"/></row><row r="7"><c r="AA7"><v>3</v></c></row>
          """))
    #expect(sheet.rows == [["", "1", "", "", "2"], Array(repeating: "", count: 26) + ["3"]])
    #expect(sheet.positions == [2, 7])
  }

  @Test func cellsOutOfOrderStandWhereTheyBelong() throws {
    let sheet = try read(
      RawWorkbook(
        sheetData: """
          <row r="1"><c r="D1" t="e"><v>#REF!</v></c><c r="A1"><v>1</v></c><c r="B1" t="e"><v>#N/A</v></c>\
          <c r="C1"><v>2</v></c><c r="E1"><v>5</v></c></row>\
          <row r="2"><c r="A2" t="e"><v>#N/A</v></c></row>
          """))
    #expect(sheet.rows == [["1", "#N/A", "2", "#REF!", "5"], ["#N/A"]])
    #expect(sheet.errors == ["1:1", "1:3", "2:0"])
  }

  @Test(arguments: [
    ("2024-01-15", "", "2024-01-15"), ("2024-01-15T08:30:00", "", "2024-01-15T08:30:00"),
    ("2024-01-15T08:30:00.250Z", "", "2024-01-15T08:30:00"), ("2024-01-15T00:00:00", "yyyy-mm-dd", "2024-01-15"),
    ("08:30", "", "08:30"), ("08:30:15", "", "08:30:15"), ("2024-01-15T08:30:00", "hh:mm", "08:30"),
    ("igår", "", "igår"),
  ])
  func datesAsTextTakeTheSameForms(written: String, format: String, shown: String) throws {
    let code = format.isEmpty ? "General" : format
    let sheet = try read(
      RawWorkbook(
        sheetData: "<row r=\"1\"><c r=\"A1\" s=\"0\" t=\"d\"><v>\(written)</v></c></row>",
        styles: """
          <numFmts><numFmt numFmtId="170" formatCode="\(code)"/></numFmts>\
          <cellXfs><xf numFmtId="170"/></cellXfs>
          """))
    #expect(sheet.rows == [[shown]])
  }

  @Test func aFormulaWithoutStoredResultIsEmptyAndNoted() throws {
    let path = try RawWorkbook(
      sheetData: """
        <row r="1"><c r="A1"><v>1</v></c><c r="B1"><f>A1+1</f></c><c r="C1"><f>A1</f><v></v></c>\
        <c r="D1" t="str"><f>""</f><v></v></c><c r="E1"><v>2</v></c></row>\
        <row r="2"><c r="A2"><f>1</f><v/></c><c r="B2"><f>1</f></c></row>
        """
    ).write(to: folder)
    let workbook = try Workbook(path: path, options: ReadingOptions())
    #expect(try SheetTexts(workbook).rows == [["1", "", "", "", "2"]])
    #expect(
      workbook.notes(ofTable: 0) == [
        SheetReadingTexts.uncalculated(SheetReadingTexts.cells(["B1", "C1", "A2"], more: 1))
      ])
  }

  @Test func aNumberWithLostDigitsIsNoted() throws {
    let path = try RawWorkbook(
      sheetData: """
        <row r="1"><c r="A1"><v>1.98001011234567E+17</v></c><c r="B1"><v>123456789012345</v></c>\
        <c r="C1"><v>12345678901234567</v></c></row>
        """
    ).write(to: folder)
    let workbook = try Workbook(path: path, options: ReadingOptions())
    #expect(try SheetTexts(workbook).rows == [["198001011234567000", "123456789012345", "12345678901234567"]])
    #expect(
      workbook.notes(ofTable: 0) == [
        SheetReadingTexts.imprecise(SheetReadingTexts.cells(["A1", "C1"], more: 0), digits: 15)
      ])
  }

  @Test func mergesOverRowsAndHiddenRowsAreNoted() throws {
    let path = try RawWorkbook(
      sheetData: """
        <row r="5"><c r="A5"><v>1</v></c><c r="B5"><v>2</v></c></row>\
        <row r="6" hidden="1"><c r="A6"/><c r="B6"><v>3</v></c></row>
        """,
      after: """
        <mergeCells><mergeCell ref="A1:D1"/><mergeCell ref="A5:A7"/><mergeCell ref="C5:D6"/><mergeCell ref="E5:E6"/>\
        <mergeCell ref="F5:F6"/></mergeCells>
        """
    ).write(to: folder)
    let workbook = try Workbook(path: path, options: ReadingOptions())
    #expect(workbook.notes(ofTable: 0) == [])
    #expect(try SheetTexts(workbook).rows == [["1", "2"], ["", "3"]])
    #expect(
      workbook.notes(ofTable: 0) == [
        [
          SheetReadingTexts.merged("A5:A7", topLeft: "A5"), SheetReadingTexts.merged("C5:D6", topLeft: "C5"),
          SheetReadingTexts.merged("E5:E6", topLeft: "E5"), SheetReadingTexts.moreMerged(1),
        ].joined(by: "; "), SheetReadingTexts.hiddenRows(1),
      ])
  }

  @Test func extensionsInsideRowsSayNothing() throws {
    let sheet = try read(
      RawWorkbook(
        sheetData: """
          <row r="1"><c r="A1"><v>1</v><extLst><ext><v>9</v><t>x</t></ext></extLst></c><c r="B1"><v>2</v></c>\
          <extLst><c r="C1"><v>3</v></c></extLst></row>
          """, after: "<extLst><ext><row r=\"8\"><c><v>1</v></c></row></ext></extLst>"))
    #expect(sheet.rows == [["1", "2"]])
  }
}
