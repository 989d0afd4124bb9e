import CustomerModel
import Rows
import Testing

@Suite struct VATPercentFitsTypeTests {
  @Test(
    "a percentage stands exactly where the type is custom",
    arguments: [
      ("custom", "25", []), ("custom", "0", []), ("custom", nil, ["vatPercent.missing"]),
      ("normal", "25", ["vatPercent.unexpected"]), ("none", "25", ["vatPercent.unexpected"]),
      (nil, "25", ["vatPercent.unexpected"]), ("normal", nil, []), (nil, nil, []),
    ] as [(String?, String?, [String])])
  func pairs(type: String?, percent: String?, expected: [String]) throws {
    var values: [String: String] = [:]
    values["vatType"] = type
    values["vatPercent"] = percent
    #expect(try cardCodes(values) == expected)
  }

  @Test("what is no percentage is told so, and not that it is one", arguments: ["-", "NULL", "25%", "200"])
  func noPercentage(text: String) throws {
    let batch = try validated(TestTable(fields: ["number", "name", "vatPercent"], rows: [["1", "A", text]]))
    #expect(batch.problems.map(\.problem.code) == ["percent.range"])
    #expect(batch.provisional.isEmpty)
  }
}
