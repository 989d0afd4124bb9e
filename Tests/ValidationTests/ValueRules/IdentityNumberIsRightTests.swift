import CustomerModel
import Rows
import Testing

@Suite struct IdentityNumberIsRightTests {
  @Test("right numbers pass", arguments: ["556677-8899", "19121212-1212", "19701063-2391"])
  func right(number: String) throws {
    #expect(try codes("identityNumber", number).isEmpty)
  }

  @Test(
    "what is wrong has a code of its own",
    arguments: [
      ("1,98E+11", "identity.shape"), ("556677", "identity.shape"), ("19121312-1212", "identity.date"),
      ("20261125-1212", "identity.date"), ("556677-8890", "identity.checksum"), ("19121212-1213", "identity.checksum"),
    ])
  func wrong(number: String, code: String) throws {
    #expect(try codes("identityNumber", number) == [code])
    #expect(try codes("taxReduction.associationNumber", number).first == code)
  }

  @Test("no message repeats the number")
  func discreet() throws {
    let batch = try validated(TestTable(fields: ["identityNumber"], rows: [["19121212-1213"]]))
    #expect(batch.problems.map { $0.problem.message.contains("1912") } == [false])
    #expect(batch.problems.map(\.problem.value) == ["19121212-1213"])
  }
}
