import CustomerModel
import Rows
import Testing
import Validation

@Suite struct ReferenceIsKnownTests {
  private static let known = context {
    $0.known = [.costCenter: ["Söder", "Norr"], .tag: Set((0..<500).map { "T\($0)" })]
  }

  @Test(
    "where the mapping refuses unknown names, only known ones pass",
    arguments: [
      ("costCenter", "Söder", true), ("costCenter", "söder", false), ("costCenter", "Söde", false),
      ("costCenter", "Väster", false), ("tags", "T0|T499", true), ("tags", "T0|T500", false), ("tags", "T", false),
      ("discountLetters", "A", false),
    ])
  func refused(field: String, value: String, passes: Bool) throws {
    let table = TestTable(fields: [field], rows: [[value]], unknown: .reject)
    #expect(try validated(table, Self.known).problems.map(\.problem.code) == (passes ? [] : ["reference.unknown"]))
  }

  @Test("where it creates them, every name passes")
  func created() throws { #expect(try codes("costCenter", "Väster", Self.known).isEmpty) }
}
