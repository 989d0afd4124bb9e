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
    #expect(walk.customer(of: Self.digest(4_999)) == nil)
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

  @Test func rowsInAnotherOrderAreFoundOnceTheyAreMany() {
    var walk = walk(20_000)
    var found = 0
    for number in (0..<20_000).reversed() {
      let customer = walk.customer(of: Self.digest(number))
      #expect(customer == nil || customer == Int64(number) + 1000)
      if customer != nil { found += 1 }
    }
    #expect(found > 19_000)
  }

  @Test func aLongGapIsPassed() {
    var walk = walk(20_000)
    var last: Int64?
    for number in 0..<100 { #expect(walk.customer(of: Self.digest(number)) != nil) }
    for number in 5_000..<20_000 { last = walk.customer(of: Self.digest(number)) }
    #expect(last == 20_999)
  }

  @Test func anEmptyListKnowsNothing() {
    var walk = DigestWalk(DigestList())
    for number in 0..<10_000 { #expect(walk.customer(of: Self.digest(number)) == nil) }
  }
}
