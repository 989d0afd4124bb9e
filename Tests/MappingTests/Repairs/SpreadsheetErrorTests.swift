import CustomerModel
import Mapping
import Rows
import Testing

@Suite struct SpreadsheetErrorTests {
  @Test(arguments: [
    "#REF!", "#REFERENS!", "#VALUE!", "#VÄRDEFEL!", "#NAME?", "#NAMN?", "#DIV/0!", "#DIVISION/0!", "#NUM!",
    "#OGILTIGT!",
    "#NULL!", "########", "###", " #REF! ",
  ])
  func anErrorAsTextIsAnError(text: String) throws {
    for field in ["number", "name", "phone", "invoiceAddress.city", "orderNumber"] {
      #expect(try OneColumn(field).batch([["A"], [text]]).rows.errorCells == [1], "\(field)")
    }
  }

  @Test(arguments: ["#1 Bar", "#hashtag", "#", "##", "#ref!", "Se #REF!", "#REF! i cellen", "#N/A", "#SAKNAS!", "REF!"])
  func whatOnlyLooksSoIsNone(text: String) throws {
    for field in ["name", "comments"] {
      #expect(try OneColumn(field).batch([[text]]).rows.errorCells.isEmpty, "\(field)")
    }
  }

  @Test func aLineOfNumberSignsMayStandInAComment() throws {
    #expect(try OneColumn("comments").batch([["####"]]).rows.errorCells.isEmpty)
    #expect(try OneColumn("comments").batch([["#VALUE!"]]).rows.errorCells == [0])
  }

  @Test func aTextOfAnExportIsWhatWasTyped() throws {
    var column = OneColumn("comments")
    column.header = ExportRepairsTests.headings
    #expect(try column.batch([["#REF!"]]).rows.errorCells.isEmpty)
  }

  @Test func errorsOfTheWorkbookStayBesideThem() throws {
    var rows = Probe.batch([["#VALUE!", "#REF!"], ["x", "#REF!"]])
    rows.errorCells = [0]
    let file = try Probe.file(
      #"{"columns": [{"field": "phone", "headers": ["A"]}, {"field": "name", "headers": ["B"]}]}"#)
    let mapping = try CompiledMapping(
      file, header: ["A", "B"], today: Probe.today, repairs: CellRepairs(header: ["A", "B"]))
    #expect(mapping.map(rows).rows.errorCells == [0, 1, 3])
  }
}
