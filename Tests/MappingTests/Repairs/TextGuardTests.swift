import CustomerModel
import Mapping
import Rows
import Testing

@Suite struct TextGuardTests {
  @Test(
    arguments: [
      Case("'=Plus AB", "=Plus AB"), Case("'+46 8 465 004 11", "+46 8 465 004 11"),
      Case("'- ring först", "- ring först"),
      Case("'@Kontoret", "@Kontoret"), Case("=\"0012\"", "0012"), Case("=\"Norra \"\"Kyl\"\" AB\"", "Norra \"Kyl\" AB"),
      Case("=\"\"", nil), Case(" '=A ", "=A"), Case("=\"  12 \"", "12"),
    ], ["name", "comments", "phone", "orderNumber", "customFields.Fri"])
  func aGuardBeforeASignIsTakenOff(_ c: Case, field: String) throws {
    let batch = try OneColumn(field).batch([[c.cell]])
    #expect(batch.text(column: 0, row: 0) == c.result)
    #expect(batch.repairs == [CellRepair(.textGuard, column: 0, position: 2)])
  }

  @Test(arguments: [
    "'t Hooft", "'n Beetje", "'", "''", "'citat'", "'=a'", "=SUM(A1:A2)", "=\"a\"&\"b\"", "=\"", "=", "d'Arc", "‘=x",
    "'Ek", "'@home' Sverige AB", "'=' Tecknet AB", "'-30%' på allt", "'24' Konsult AB", "'+' och '-'", "'1' eller '2'",
  ])
  func whatGuardsNothingStays(text: String) throws {
    for field in ["name", "comments", "customFields.Fri"] {
      let batch = try OneColumn(field).batch([[text]])
      #expect(batch.text(column: 0, row: 0) == text)
      #expect(batch.repairs.isEmpty && batch.doubts.isEmpty, "\(text)")
    }
  }

  @Test(arguments: [
    ("number", "'1001", "1001"), ("phone", "'08-465 004 10", "08-465 004 10"),
    ("invoiceAddress.postalCode", "'11122", "111 22"),
    ("identityNumber", "'5599993002", "559999-3002"), ("orderNumber", "'0012", "0012"),
    ("customFields.Fri", "'0012", "0012"),
    ("taxReduction.apartmentNumber", "'1101", "1101"), ("phone", "'08 46 ankn 3", "08 46 ankn 3"),
  ])
  func aGuardBeforeANumberIsTakenOff(field: String, cell: String, value: String) throws {
    let batch = try OneColumn(field).batch([[cell]])
    #expect(batch.text(column: 0, row: 0) == value)
    #expect(batch.repairs.map(\.kind) == [.textGuard])
  }

  @Test(arguments: [
    ("name", "'68 Bar"), ("name", "'68"), ("invoiceAddress.line1", "'12 Storgatan"), ("comments", "'68 års modell"),
  ])
  func beforeADigitThatMayBelongToItTheApostropheIsKeptAndNamed(field: String, cell: String) throws {
    let batch = try OneColumn(field).batch([[cell]])
    #expect(batch.text(column: 0, row: 0) == cell)
    #expect(batch.repairs.isEmpty)
    #expect(batch.doubts == [CellDoubt(.textGuard, row: 0, column: 0)])
  }

  @Test(arguments: [("'=Lars's Bil", "=Lars's Bil"), ("'-d'Arc", "-d'Arc")])
  func anApostropheInAWordClosesNothing(cell: String, value: String) throws {
    #expect(try OneColumn("name").value(cell) == value)
  }

  @Test func behindAGuardAWordIsAWord() throws {
    var column = OneColumn("phone")
    #expect(try column.value("'-") == nil)
    #expect(try column.batch([["=\"NULL\""]])[column: 0, row: 0] == .absent)
    column.options = #""clearWords": ["-"], "#
    #expect(try column.batch([["'-"]])[column: 0, row: 0] == .clear)
  }

  @Test func theMappingMayLeaveGuards() throws {
    var column = OneColumn("name")
    column.options = #""repairs": ["fractions"], "#
    #expect(try column.value("'=Plus AB") == "'=Plus AB")
  }
}
