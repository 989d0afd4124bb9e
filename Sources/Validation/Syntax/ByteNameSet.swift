/// A set of names that is asked by bytes, without making a text of them.
struct ByteNameSet: Sendable {
  private struct Slot: Sendable {
    var start: Int
    var length: Int
  }

  private var names: [UInt8] = []
  /// Open addressing with at least half of the places free; a negative length marks a free place.
  private var slots: [Slot]

  init(_ texts: some Collection<String>) {
    var capacity = 8
    while capacity < texts.count * 2 { capacity *= 2 }
    slots = Array(repeating: Slot(start: 0, length: -1), count: capacity)
    for text in texts {
      let bytes = Array(text.utf8)
      let free = bytes.withUnsafeBufferPointer { place(of: $0) }
      slots[free] = Slot(start: names.count, length: bytes.count)
      names += bytes
    }
  }

  func contains(_ name: UnsafeBufferPointer<UInt8>) -> Bool { slots[place(of: name)].length >= 0 }

  /// The place of the name, or the free place where it would stand.
  private func place(of name: UnsafeBufferPointer<UInt8>) -> Int {
    // FNV-1a.
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in name { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    let mask = slots.count - 1
    var place = Int(truncatingIfNeeded: hash ^ (hash >> 32)) & mask
    while slots[place].length >= 0, !equals(slots[place], name) { place = (place + 1) & mask }
    return place
  }

  private func equals(_ slot: Slot, _ name: UnsafeBufferPointer<UInt8>) -> Bool {
    guard slot.length == name.count else { return false }
    for offset in 0..<slot.length where names[slot.start + offset] != name[offset] { return false }
    return true
  }
}
