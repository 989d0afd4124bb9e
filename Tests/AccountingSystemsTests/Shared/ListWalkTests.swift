import Testing

@testable import AccountingSystems

struct ListWalkTests {
  /// Walks through pages and tells which were asked for.
  private func walk(_ pages: [[Int]], told: Int?) throws -> [Int] {
    var asked: [Int] = []
    var seen: Set<Int> = []
    _ = try ListWalk.all(
      page: { number in
        asked.append(number)
        return ListPage(items: number <= pages.count ? pages[number - 1] : [], pages: told, total: 0)
      },
      take: { items in
        seen.formUnion(items)
        return seen.count
      })
    return asked
  }

  @Test func aListEndsAtItsLastPage() throws { #expect(try walk([[1], [2]], told: 2) == [1, 2]) }

  @Test func aListThatDoesNotTellItsPagesEndsAtAnEmptyOne() throws {
    #expect(try walk([[1], [2]], told: nil) == [1, 2, 3])
  }

  @Test func aListThatShrankEndsAtAnEmptyPage() throws { #expect(try walk([[1], []], told: 9) == [1, 2]) }

  @Test func aListWithoutPagesEnds() throws { #expect(try walk([], told: 0) == [1]) }
}
