import CustomerModel
import Rows
import Testing
import Validation

@Suite struct OrderNumberIsGivenTests {
  @Test("an order number is asked for where orders require one")
  func required() throws {
    #expect(try cardCodes([:]).isEmpty)
    #expect(try cardCodes([:], on(.orderNumberRequired)) == ["orderNumber.missing"])
    #expect(try cardCodes(["orderNumber": "PO-1"], on(.orderNumberRequired)).isEmpty)
  }

  @Test("the configuration may make it a reason to reject")
  func raised() throws {
    var strict = on(.orderNumberRequired)
    strict.severities = ["orderNumber.missing": .reject]
    let batch = try validated(TestTable(fields: ["number", "name"], rows: [["1", "A"]]), strict)
    #expect(batch.provisional.map(\.problem.severity) == [.reject])
  }
}
