import CustomerModel
import RegisterStore
import Testing

@Suite struct NumberSeriesTests {
  @Test(arguments: [
    (["7", "12", "X"], NumberSeries(prefix: "", highest: 12, width: 2)),
    (["K-0009", "K-0100", "5"], NumberSeries(prefix: "K-", highest: 100, width: 4)),
    (["A1", "B7", "B8"], NumberSeries(prefix: "B", highest: 8, width: 1)),
    (["K1", "2"], NumberSeries(prefix: "", highest: 2, width: 1)),
    (["Å-1", "Å-10", "3"], NumberSeries(prefix: "Å-", highest: 10, width: 2)),
    (["K1-5", "K1-6", "K2"], NumberSeries(prefix: "K1-", highest: 6, width: 1)),
  ])
  func theMostUsedPrefixDecides(numbers: [String], expected: NumberSeries) throws {
    let store = try Store()
    try store.add(numbers.map { ["number": $0, "name": "A"] })
    #expect(try store.register.read { try $0.mostUsedNumberSeries(maximumLength: 50) } == expected)
  }

  @Test func numbersWithoutDigitsMakeNoSeries() throws {
    let store = try Store()
    #expect(try store.register.read { try $0.mostUsedNumberSeries(maximumLength: 50) } == nil)
    try store.add([["number": "ABC", "name": "A"]])
    #expect(try store.register.read { try $0.mostUsedNumberSeries(maximumLength: 50) } == nil)
  }

  @Test func deletedCustomersNumbersCount() throws {
    let store = try Store()
    try store.add([["number": "K-1", "name": "A"], ["number": "K-2", "name": "B"]])
    try store.delete("K-2")
    let series = try store.register.read { try $0.mostUsedNumberSeries(maximumLength: 50) }
    #expect(series?.highest == 2)
    #expect(try store.register.read { try $0.isNumberUsed("K-2") && $0.isNumberReserved("K-2") })
    #expect(try store.register.read { try !$0.isNumberUsed("K-3") && !$0.isNumberReserved("K-3") })
  }

  @Test(arguments: [("K-", 4, 12, "K-0012"), ("", 1, 12, "12"), ("A", 2, 100, "A100")])
  func theWidthIsKept(prefix: String, width: Int, ordinal: Int, expected: String) {
    #expect(NumberSeries(prefix: prefix, highest: 0, width: width).number(at: ordinal) == expected)
  }
}
