import CustomerModel
import Mapping
import Rows
import Testing

@Suite struct KeptFractionTests {
  @Test(arguments: ["orderNumber", "costCenter", "comments", "tags", "customFields.Fri", "invoiceAddress.line2"])
  func aTextThatEndsInAFractionIsKeptAndCounted(field: String) throws {
    let batch = try OneColumn(field).batch([["2.0"], ["Version 2.0"], ["77001,0"], ["100.00"], ["20"], ["2.5"]])
    #expect(batch.repairs == [CellRepair(.keptFraction, column: 0, count: 2, position: 2)])
    #expect(batch.text(column: 0, row: 2)?.contains("77001") == true)
  }

  @Test func whatHasARuleOfItsOwnOrIsANumberIsNotCounted() throws {
    for field in ["phone", "taxReduction.apartmentNumber", "vatPercent", "number"] {
      #expect(try OneColumn(field).batch([["25.0"]]).repairs.isEmpty, "\(field)")
    }
  }

  @Test func aTextOfAnExportIsWhatWasTyped() throws {
    var column = OneColumn("comments")
    column.header = ExportRepairsTests.headings
    #expect(try column.batch([["2.0"]]).repairs.isEmpty)
  }

  @Test func aWordOfTheMappingsOwnThatBeginsWithADigitIsAWord() throws {
    var column = OneColumn("comments")
    column.options = #""blankWords": ["99"], "#
    #expect(try column.value("99") == nil)
  }

  @Test(arguments: [
    ("invoiceAddress.postalCode", "11122.0", "111 22"), ("identityNumber", "5599993010.0", "559999-3010"),
  ])
  func whatIsReadWithoutItsFractionAmongOthersIsCounted(field: String, cell: String, value: String) throws {
    let batch = try OneColumn(field).batch([[cell], [cell], [value]])
    #expect((0..<3).map { batch.text(column: 0, row: $0) } == [value, value, value])
    #expect(batch.repairs == [CellRepair(.fraction, column: 0, count: 2, position: 2)])
  }
}
