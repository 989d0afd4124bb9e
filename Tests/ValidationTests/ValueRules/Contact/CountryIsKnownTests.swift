import CustomerModel
import Rows
import Testing

@Suite struct CountryIsKnownTests {
  @Test("two letters of ISO 3166-1 pass", arguments: ["SE", "NO", "DK", "FI", "GB", "AX", "AD", "ZW"])
  func known(code: String) throws { #expect(try codes("mailAddress.country", code).isEmpty) }

  @Test("anything else is left out with a warning", arguments: ["se", "UK", "EL", "Sverige", "ZZ", "S", "[A"])
  func unknown(code: String) throws {
    let batch = try validated(TestTable(fields: ["invoiceAddress.country"], rows: [[code]]))
    #expect(batch.problems.map(\.problem.code) == ["country.unknown"])
    #expect(batch.problems.map(\.problem.severity) == [.warn])
    #expect(batch.values == [.absent])
  }
}
