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
}
