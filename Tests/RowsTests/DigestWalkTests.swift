import Rows
import Testing

@Suite struct DigestWalkTests {
  private static func digest(_ number: Int) -> RowDigest {
    let bits = UInt64(bitPattern: Int64(number))
    return RowDigest(high: bits << 1 | 1, low: bits &* 0x9E37_79B9_7F4A_7C15)
  }

  /// A list of digests 0, 1, 2 …, of customers that have the digest's number and a thousand more.
  private func walk(_ count: Int) -> DigestWalk {
    DigestWalk(DigestList((0..<count).map { .init(digest: Self.digest($0), customer: Int64($0) + 1000) }))
  }

  @Test func rowsInTheSameOrderAreAllFound() {
    var walk = walk(5_000)
    for number in 0..<5_000 { #expect(walk.customer(of: Self.digest(number)) == Int64(number) + 1000) }
    #expect(walk.customer(of: Self.digest(5_000)) == nil)
  }

  @Test func newRowsAndRowsThatAreGoneDoNotHideTheOthers() {
    var walk = walk(1_000)
    var found = 0
    for number in 0..<1_000 where number % 100 > 2 {
      if number % 90 == 0 { #expect(walk.customer(of: Self.digest(-1 - number)) == nil) }
      if walk.customer(of: Self.digest(number)) == Int64(number) + 1000 { found += 1 }
    }
    #expect(found == 970)
  }

  @Test(arguments: [9, 20, 1_000]) func rowsInAnotherOrderAreAllFound(count: Int) {
    var walk = walk(count)
    for number in (0..<count).reversed() {
      #expect(walk.customer(of: Self.digest(number)) == Int64(number) + 1000)
    }
  }

  @Test func aLongGapIsPassed() {
    var walk = walk(20_000)
    for number in Array(0..<100) + Array(5_000..<20_000) {
      #expect(walk.customer(of: Self.digest(number)) == Int64(number) + 1000)
    }
  }

  @Test func anEmptyListKnowsNothing() {
    var walk = DigestWalk(DigestList())
    for number in 0..<10_000 { #expect(walk.customer(of: Self.digest(number)) == nil) }
  }
}
