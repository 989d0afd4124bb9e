import CustomerModel
import Testing
import Validation

@Suite struct HiddenFieldTests {
  private func notices(_ context: ValidationContext) throws -> [Problem] {
    let table = TestTable(fields: ["number", "vatType", "language", "taxReduction.apartmentNumber"], rows: [])
    return try Validator(context: context, columns: table.columns, headers: table.fields).columnNotices()
  }

  @Test("a column whose field is hidden is told of once, with the setting that shows it")
  func hidden() throws {
    let notices = try notices(context())
    #expect(notices.map(\.code) == ["field.hidden", "field.hidden", "field.hidden"])
    #expect(notices.map(\.column) == [1, 2, 3])
    #expect(notices.allSatisfy { $0.severity == .warn })
    #expect(notices[0].message.contains("showVATType"))
  }

  @Test("a shown field is not")
  func shown() throws {
    #expect(try notices(on(.showVATType, .showLanguage, .useTaxReductions)).isEmpty)
  }

  @Test("the configuration may switch the notice off")
  func switchedOff() throws { #expect(try notices(context { $0.severities = ["field.hidden": .off] }).isEmpty) }
}
