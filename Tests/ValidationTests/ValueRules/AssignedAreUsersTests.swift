import CustomerModel
import Rows
import Testing
import Validation

@Suite struct AssignedAreUsersTests {
  @Test(
    "once the register has users, only they pass",
    arguments: [("bo", true), ("bo|Åsa", true), ("asa", false), ("bo|cia", false), ("Bo", false)])
  func refused(value: String, passes: Bool) throws {
    let table = TestTable(fields: ["assigned"], rows: [[value]])
    let problems = try validated(table, context { $0.users = ["bo", "Åsa"] }).problems.map(\.problem)
    #expect(problems.map(\.code) == (passes ? [] : ["assigned.notRegistered"]))
    #expect(problems.allSatisfy { $0.severity == .warn })
  }

  @Test("before there are any, everybody passes")
  func nobodyIsRegistered() throws { #expect(try codes("assigned", "bo").isEmpty) }
}
