import Glibc
import Rows

/// The keys of one kind that a file has had, and the row of each.
///
/// Nearly every program writes its customers in the order of their numbers. A key that is greater than all before it cannot
/// have been there, so as long as keys ascend they are only listed, which takes neither a look-up nor a table's memory. The
/// first key that does not ascend makes a table of the list.
struct SeenKeys {
  private struct Entry {
    /// The key itself, where it is short; ``RowDigest/none`` in a free slot of the table.
    var key: RowDigest
    var row: UInt32
  }

  private let seed: UInt64
  /// A list while ``isAscending``, then a table with open addressing, whose size is a power of two.
  private var entries: [Entry] = []
  private var count = 0
  private var isAscending = true
  /// The greatest key, while keys ascend.
  private var last = RowDigest.none

  init(seed: UInt64) { self.seed = seed }

  /// Marks a key as had. Returns the row that had it before, or nil.
  mutating func mark(_ key: UnsafeRawBufferPointer, row: UInt32) -> UInt32? {
    let entry = Entry(key: stored(key), row: row)
    if isAscending, Self.isLess(last, entry.key) {
      last = entry.key
      entries.append(entry)
      count += 1
      return nil
    }
    makeTable()
    let slot = slot(of: entry.key)
    if entries[slot].key != .none { return entries[slot].row }
    entries[slot] = entry
    count += 1
    if count * 2 > entries.count { resize(to: entries.count * 2) }
    return nil
  }

  /// The row that had a key, or nil.
  mutating func row(of key: UnsafeRawBufferPointer) -> UInt32? {
    let key = stored(key)
    if count == 0 || isAscending && Self.isLess(last, key) { return nil }
    makeTable()
    let slot = slot(of: key)
    return entries[slot].key != .none ? entries[slot].row : nil
  }

  /// The row that had a key, or nil, looked for without making a table.
  func found(_ key: UnsafeRawBufferPointer) -> UInt32? {
    let key = stored(key)
    guard isAscending else {
      let slot = slot(of: key)
      return entries[slot].key != .none ? entries[slot].row : nil
    }
    var (low, high) = (0, entries.count)
    while low < high {
      let middle = (low + high) / 2
      if Self.isLess(entries[middle].key, key) { low = middle + 1 } else { high = middle }
    }
    return low < entries.count && entries[low].key == key ? entries[low].row : nil
  }

  /// The most bytes that a key has which is stored as it is.
  private static let shortCount = 15

  /// A short key with its length before it, or the digest of a long one, which no length begins.
  private func stored(_ key: UnsafeRawBufferPointer) -> RowDigest {
    guard key.count <= Self.shortCount else {
      var hasher = RowDigest.Hasher(seed: seed)
      hasher.combine(key)
      let digest = hasher.finish()
      return RowDigest(high: digest.high | 0xFF << 56, low: digest.low)
    }
    var words: (UInt64, UInt64) = (0, 0)
    withUnsafeMutableBytes(of: &words) { bytes in
      // A key without bytes is one, too.
      bytes[0] = UInt8(truncatingIfNeeded: key.count + 1)
      if let start = key.baseAddress { memcpy(bytes.baseAddress! + 1, start, key.count) }
    }
    return RowDigest(high: words.0.bigEndian, low: words.1.bigEndian)
  }

  /// Longer keys are greater, so that 1000 follows 999.
  private static func isLess(_ a: RowDigest, _ b: RowDigest) -> Bool {
    a.high != b.high ? a.high < b.high : a.low < b.low
  }

  private mutating func makeTable() {
    guard isAscending else { return }
    isAscending = false
    var size = 1024
    while size < count * 2 { size *= 2 }
    resize(to: size)
  }

  private mutating func resize(to size: Int) {
    let old = entries
    entries = Array(repeating: Entry(key: .none, row: 0), count: size)
    for entry in old where entry.key != .none { entries[slot(of: entry.key)] = entry }
  }

  /// The slot of a key, or the free one where it would be.
  private func slot(of key: RowDigest) -> Int {
    let mask = entries.count - 1
    var hasher = RowDigest.Hasher(seed: seed)
    hasher.combine(key.high)
    hasher.combine(key.low)
    var slot = Int(truncatingIfNeeded: hasher.finish().low) & mask
    while entries[slot].key != .none, entries[slot].key != key { slot = (slot + 1) & mask }
    return slot
  }
}
