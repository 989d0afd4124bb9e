import Testing

@testable import Runs

@Suite struct PartOfWholeTests {
  @Test(arguments: [
    (29, 0.29, 100, false), (30, 0.29, 100, true), (7, 0.07, 100, false), (0, 0, 0, false), (1, 0, 5, true),
    (5, 1, 5, false), (1, 0.2, 4, true),
  ])
  func aPartIsPassedByWholeThingsOnly(count: Int, part: Double, whole: Int, isMore: Bool) {
    #expect(count.isMore(than: part, of: whole) == isMore)
    #expect(ImportOptions.Limit.part(part).isPassed(by: count, of: whole) == isMore)
  }

  @Test func aNumberIsPassedWhateverTheWhole() {
    #expect(!ImportOptions.Limit.count(5).isPassed(by: 5, of: 5))
    #expect(ImportOptions.Limit.count(5).isPassed(by: 6, of: 1_000_000))
  }
}
