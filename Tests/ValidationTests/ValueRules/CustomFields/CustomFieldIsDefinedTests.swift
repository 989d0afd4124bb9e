import CustomerModel
import Rows
import Testing
import Validation

@Suite struct CustomFieldIsDefinedTests {
  private static let defined = context {
    $0.customFields = [
      CustomFieldDefinition(name: "Region", kind: .text),
      CustomFieldDefinition(name: "Gammal", kind: .text, isRemoved: true),
    ]
  }

  @Test(
    "values of an undefined or removed field are refused",
    arguments: [
      ("customFields.Region", []), ("customFields.Gammal", ["customField.removed"]),
      ("customFields.region", ["customField.undefined"]),
    ])
  func definitions(field: String, expected: [String]) throws {
    #expect(try codes(field, "Norr", Self.defined) == expected)
    #expect(try codes(field, nil, Self.defined).isEmpty)
  }

  @Test("a warning leaves the value out")
  func warned() throws {
    let lenient = context { $0.severities = ["customField.undefined": .warn] }
    let batch = try validated(TestTable(fields: ["customFields.Ny"], rows: [["Norr"], [nil]]), lenient)
    #expect(batch.problems.map(\.problem.severity) == [.warn])
    #expect(batch.values == [.absent, .absent])
  }
}
