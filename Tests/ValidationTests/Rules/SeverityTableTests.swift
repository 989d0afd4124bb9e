import CustomerModel
import Rows
import Testing
import Texts

@testable import Validation

@Suite struct SeverityTableTests {
  private func configurationError(_ severities: [String: Severity]) -> KundregError? {
    do {
      _ = try Validator(context: context { $0.severities = severities }, columns: [], headers: [])
      return nil
    } catch {
      return error as? KundregError
    }
  }

  @Test("an unknown rule is an error that names the near one")
  func unknownRule() throws {
    let error = try #require(configurationError(["email.shpae": .warn]))
    #expect(error.status == .configuration)
    #expect(error.code == "config.rule")
    #expect(error.text == SeverityTexts.unknownRule("email.shpae", near: "email.shape"))
  }

  @Test("a far-off name gets no guess")
  func farOff() throws {
    let error = try #require(configurationError(["zzzzzzzz": .warn]))
    #expect(error.text == SeverityTexts.unknownRule("zzzzzzzz", near: nil))
  }

  @Test(
    "what the register's integrity rests on cannot be lowered",
    arguments: [
      "number.missing", "number.duplicate", "number.characters", "name.missing", "identity.ambiguous", "identity.type",
      "customer.duplicate", "row.disagrees", "row.firstRejected", "row.further", "row.long", "row.encoding",
      "row.tooLarge", "row.unterminatedQuote", "row.escapedQuote", "row.strayQuote", "vatPercent.missing",
      "vatPercent.unexpected", "facilities.contradiction",
    ])
  func integrity(code: String) throws {
    for severity in [Severity.warn, .off] {
      let error = try #require(configurationError([code: severity]))
      #expect(error.code == "config.rule")
      #expect(error.text == SeverityTexts.notAllowed(severity, for: code, allowed: ["reject"]))
    }
    #expect(configurationError([code: .reject]) == nil)
  }

  @Test(
    "what keeps the unstorable out can warn but not be switched off",
    arguments: ["boolean.unknown", "country.unknown", "identity.checksum", "customField.date", "type.unknown"])
  func guards(code: String) throws {
    #expect(configurationError([code: .warn]) == nil)
    #expect(configurationError([code: .off])?.code == "config.rule")
  }

  @Test(
    "the configuration decides what becomes of an ugly value",
    arguments: [(Severity.off, [], "fel"), (.warn, [Severity.warn], "fel"), (.reject, [.reject], "fel")])
  func overrides(severity: Severity, expected: [Severity], kept: String) throws {
    let batch = try validated(
      TestTable(fields: ["email"], rows: [["fel"]]), context { $0.severities = ["email.shape": severity] })
    #expect(batch.problems.map(\.problem.severity) == expected)
    #expect(batch.text(column: 0, row: 0) == kept)
  }

  @Test("a warning on what cannot be stored leaves the value out and says so; a rejection keeps it for the report")
  func leftOut() throws {
    let table = TestTable(fields: ["active"], rows: [["kanske"]])
    let warned = try validated(table, context { $0.severities = ["boolean.unknown": .warn] })
    #expect(warned.values == [.absent])
    #expect(
      warned.problems.first?.problem.text
        == [told("boolean.unknown", of: "active", severity: .warn), RuleTexts.leftOut].joined())
    #expect(warned.problems.first?.problem.value == "kanske")
    let rejected = try validated(table)
    #expect(rejected.text(column: 0, row: 0) == "kanske")
  }
}
