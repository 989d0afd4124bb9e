import Rows
import TestSupport
import Testing

@Suite struct DigestMapTests {
  private func list(_ digests: [RowDigest]) -> DigestList {
    DigestList(digests.enumerated().map { DigestList.Entry(digest: $1, customer: Int64($0) + 1) })
  }

  @Test func anEmptyMapKnowsNothing() {
    let map = DigestMap(DigestList())
    #expect(map.isEmpty)
    #expect(map.customer(of: RowDigest(high: 1, low: 1)) == nil)
    #expect(map.customer(of: .none) == nil)
  }

  @Test func theLastCustomerOfADigestCounts() {
    let map = DigestMap(list([RowDigest(high: 3, low: 4), RowDigest(high: 3, low: 4)]))
    #expect(map.customer(of: RowDigest(high: 3, low: 4)) == 2)
  }

  @Test func halfADigestIsNoDigest() {
    let map = DigestMap(list([RowDigest(high: 3, low: 4)]))
    #expect(map.customer(of: RowDigest(high: 3, low: 5)) == nil)
    #expect(map.customer(of: RowDigest(high: 5, low: 4)) == nil)
  }

  @Test(arguments: [0, 1, 7, 8, 9, 1_000])
  func everyDigestIsFound(count: Int) {
    var random = SeededGenerator(UInt64(count))
    var oracle: [RowDigest: Int64] = [:]
    // Few high halves, all odd as finished digests are, so that places are taken again and again.
    let digests = (0..<count).map { _ in
      RowDigest(
        high: UInt64.random(in: 0..<64, using: &random) * 16 | 1, low: UInt64.random(in: 0..<40, using: &random))
    }
    for (place, digest) in digests.enumerated() { oracle[digest] = Int64(place) + 1 }
    let map = DigestMap(list(digests))
    for (digest, customer) in oracle { #expect(map.customer(of: digest) == customer) }
    for low in 40..<80 { #expect(map.customer(of: RowDigest(high: 17, low: UInt64(low))) == nil) }
  }
}
