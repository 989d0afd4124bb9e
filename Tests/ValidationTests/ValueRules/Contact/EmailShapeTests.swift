import CustomerModel
import Rows
import Testing

@Suite struct EmailShapeTests {
  @Test(
    "an address passes",
    arguments: [
      "anna@example.se", "anna.berg+order@example.co.uk", "a@b.se", "o'neil_1@xn--rr-eka.se", "åsa@rör.se",
      String(repeating: "a", count: 64) + "@example.se",
    ])
  func address(text: String) throws { #expect(try codes("email", text).isEmpty) }

  @Test(
    "anything else is reported",
    arguments: [
      "anna", "anna@", "@example.se", "anna@example", "anna@@example.se", "anna berg@example.se", "anna@example..se",
      "anna@.example.se", "anna@example.se.", ".anna@example.se", "anna.@example.se", "an..na@example.se",
      "a@b.se; c@d.se",
      "a@b.se,c@d.se", "<anna@example.se>", "anna@-example.se", "anna@example-.se", "anna@exa_mple.se",
      "anna@127.0.0.1",
      "anna@example.s", "saknas", String(repeating: "a", count: 65) + "@example.se",
      "a@" + String(repeating: "b", count: 64) + ".se",
      "a@" + Array(repeating: String(repeating: "b", count: 60), count: 5).joined(separator: ".") + ".se",
    ])
  func noAddress(text: String) throws {
    let batch = try validated(TestTable(fields: ["email"], rows: [[text]]))
    #expect(batch.problems.map(\.problem.code) == ["email.shape"])
    #expect(batch.problems.map(\.problem.severity) == [.warn])
    #expect(batch.text(column: 0, row: 0) == text)
  }
}
