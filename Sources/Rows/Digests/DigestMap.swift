/// From row digest to its place in a list.
///
/// Open addressing over one flat array, at most half of it in use, so that a look-up is two or three cache misses.
package struct DigestMap: Sendable {
  private let list: DigestList
  /// The place in the list plus one; 0 is a free slot.
  private var slots: [UInt32]

  /// A map of a list. Of equal digests the last counts.
  package init(_ list: DigestList) {
    self.list = list
    var size = 16
    while size < list.entries.count * 2 { size *= 2 }
    slots = Array(repeating: 0, count: size)
    for place in list.entries.indices {
      slots[slot(of: list.entries[place].digest)] = UInt32(truncatingIfNeeded: place + 1)
    }
  }

  package var isEmpty: Bool { list.isEmpty }

  /// The customer for whom a row of that digest was last taken, or nil.
  package func customer(of digest: RowDigest) -> Int64? { place(of: digest).map { list.entries[$0].customer } }

  /// The place of a digest in the list, or nil.
  package func place(of digest: RowDigest) -> Int? {
    let place = slots[slot(of: digest)]
    return place == 0 ? nil : Int(place) - 1
  }

  /// The slot of a digest, or the free one where it would be.
  private func slot(of digest: RowDigest) -> Int {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: digest.low) & mask
    while slots[slot] != 0, list.entries[Int(slots[slot]) - 1].digest != digest { slot = (slot + 1) & mask }
    return slot
  }
}
