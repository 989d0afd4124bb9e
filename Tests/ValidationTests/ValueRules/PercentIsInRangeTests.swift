import Testing

@Suite struct PercentIsInRangeTests {
  @Test("0 to 100 passes", arguments: ["0", "6", "12.5", "25", "99.99", "100", "0.5"])
  func inRange(percent: String) throws { #expect(try codes("vatPercent", percent).isEmpty) }

  @Test(
    "anything else is refused",
    arguments: ["-1", "100.1", "101", "1000", "25%", "12,5", "012", "12.50", "12.", ".5", "-0", "-", "tolv", "1e2"])
  func outOfRange(percent: String) throws { #expect(try codes("vatPercent", percent) == ["percent.range"]) }
}
