import Rows
import TestSupport
import Testing

@Suite struct DigestMapTests {
  @Test func anEmptyMapKnowsNothing() {
    let map = DigestMap(capacity: 0)
    #expect(map.isEmpty)
    #expect(map.customer(of: RowDigest(high: 1, low: 1)) == nil)
    #expect(map.customer(of: .none) == nil)
  }

  @Test func theLastCustomerOfADigestCounts() {
    var map = DigestMap(capacity: 2)
    map.insert(RowDigest(high: 3, low: 4), customer: 1)
    map.insert(RowDigest(high: 3, low: 4), customer: 2)
    #expect(map.count == 1)
    #expect(map.customer(of: RowDigest(high: 3, low: 4)) == 2)
  }

  @Test func halfADigestIsNoDigest() {
    var map = DigestMap(capacity: 2)
    map.insert(RowDigest(high: 3, low: 4), customer: 1)
    #expect(map.customer(of: RowDigest(high: 3, low: 5)) == nil)
    #expect(map.customer(of: RowDigest(high: 5, low: 4)) == nil)
  }

  @Test(arguments: [0, 1, 7, 8, 9, 1_000])
  func holdsAsManyAsItWasMadeFor(capacity: Int) {
    var random = SeededGenerator(UInt64(capacity))
    var map = DigestMap(capacity: capacity)
    var oracle: [RowDigest: Int64] = [:]
    for customer in 0..<Int64(capacity) {
      // Few high halves, all odd as finished digests are, so that places are taken again and again.
      let digest = RowDigest(
        high: UInt64.random(in: 0..<64, using: &random) * 16 | 1, low: UInt64.random(in: 0..<40, using: &random))
      map.insert(digest, customer: customer)
      oracle[digest] = customer
    }
    #expect(map.count == oracle.count)
    for (digest, customer) in oracle { #expect(map.customer(of: digest) == customer) }
    for low in 40..<80 { #expect(map.customer(of: RowDigest(high: 17, low: UInt64(low))) == nil) }
  }
}
