/// From row digest to customer, for the rows that a kind of source had when they were last taken.
///
/// Open addressing over three flat arrays: 24 bytes a slot, at most half of them in use, so that a look-up is one or two
/// cache misses.
package struct DigestMap: Sendable {
  private var high: [UInt64]
  private var low: [UInt64]
  private var customers: [Int64]
  private let mask: Int
  package private(set) var count = 0

  /// A map with room for `capacity` digests.
  package init(capacity: Int) {
    var size = 16
    while size < capacity * 2 { size *= 2 }
    high = Array(repeating: 0, count: size)
    low = Array(repeating: 0, count: size)
    customers = Array(repeating: 0, count: size)
    mask = size - 1
  }

  package var isEmpty: Bool { count == 0 }

  /// Adds a digest. The map must have been made with room for it.
  package mutating func insert(_ digest: RowDigest, customer: Int64) {
    var slot = Int(truncatingIfNeeded: digest.low) & mask
    while high[slot] != 0 {
      if high[slot] == digest.high, low[slot] == digest.low { break }
      slot = (slot + 1) & mask
    }
    if high[slot] == 0 { count += 1 }
    precondition(count <= mask, "the map was made too small")
    high[slot] = digest.high
    low[slot] = digest.low
    customers[slot] = customer
  }

  /// The customer for whom a row of that digest was last taken, or nil.
  package func customer(of digest: RowDigest) -> Int64? {
    var slot = Int(truncatingIfNeeded: digest.low) & mask
    while high[slot] != 0 {
      if high[slot] == digest.high, low[slot] == digest.low { return customers[slot] }
      slot = (slot + 1) & mask
    }
    return nil
  }
}
