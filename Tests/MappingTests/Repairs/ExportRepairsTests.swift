import CustomerModel
import Mapping
import Rows
import Testing

@Suite struct ExportRepairsTests {
  static let headings = [
    "A", "Kundnummer", "Namn", "Kundtyp", "Anläggningar avstängda", "Anläggning krävs", "Kostnadsställe krävs",
    "Skicka alltid som faktura", "Aktiv",
  ]

  @Test func aTextThatTheRegisterMayHoldIsKeptAndNamedInAnExport() throws {
    for cell in ["NULL", "'=x", "=\"y\""] {
      var column = OneColumn("comments")
      column.header = Self.headings
      let batch = try column.batch([[cell]])
      #expect(batch.text(column: 0, row: 0) == cell)
      #expect(batch.repairs.isEmpty)
      #expect(batch.doubts.count == 1)
    }
  }

  @Test func whatNoRegisterHoldsIsMendedInAnExport() throws {
    var column = OneColumn("identityNumber")
    column.header = Self.headings
    #expect(try column.value("-") == nil)
    #expect(try column.value("'5599993002") == "559999-3002")
  }

  @Test func anExportOfSomeColumnsIsOneToo() throws {
    #expect(CellRepairs(header: Self.headings).isExport)
    for header in [
      Array(Self.headings.dropFirst().dropLast()), ["Kundnummer", "Kommentar", "Fakturaadress ort"],
      ["Kundnummer", "Org-/personnummer", "Taggar"], ["Kundnummer", "Namn", "Kontaktperson 2 e-post", "Ändrad"],
      ["number", "name", "customFieldKinds.Region", "customFields.Region"],
      ["Kundnummer", "customFields.Region:choice(Norr|Syd)"], ["Kundnummer", "Anläggning krävs", "kundreg_row"],
      ["Customer number", "Comments", "Invoice address city"],
      ["Customer number", "Name", "Contact person 2 e-mail", "Updated"],
    ] {
      #expect(CellRepairs(header: header).isExport, "\(header)")
    }
    var column = OneColumn("comments")
    column.header = ["Kundnummer", "Kommentar", "Fakturaadress ort"]
    column.entry = #"{"field": "comments", "headers": ["Kommentar"]}"#
    let batch = try column.batch([["1", "NULL", "x"]])
    #expect(batch.text(column: 0, row: 0) == "NULL")
    #expect(batch.doubts.count == 1)
  }

  @Test func aListWithSomeOfTheHeadingsIsNoExport() {
    for header in [
      ["number", "name"], ["number", "name", "invoiceAddress.city"], ["number", "name", "email", "phone", "comments"],
      ["Kundnummer", "Namn", "Kommentar"], ["Customer number", "Name", "VAT number", "Mobile phone"],
      ["Kundnummer", "Namn", "Telefon", "E-post", "Kundtyp"], [],
      // What an export writes otherwise, or not at all.
      ["Kundnummer", "Namn", "Fakturaadress ort", "Ort"], ["kundnummer", "fakturaadress ort"],
      ["Kundnr", "Org-/personnummer"], ["Kundnummer", "Fakturaadress ort", ""],
      ["Kundnummer", "Fakturaadress ort", "Kontaktperson 1 e-post"],
      ["Kundnummer", "Fakturaadress ort", "Kontaktperson 02 e-post"], ["Kundnummer", "Fakturaadress 2 ort"],
    ] {
      #expect(!CellRepairs(header: header).isExport, "\(header)")
    }
  }
}
