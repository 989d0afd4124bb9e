import Glibc
import Rows

/// The keys of one kind that a file has had, and the row of each.
///
/// Nearly every program writes its customers in the order of their numbers. A key that is greater than all before it cannot
/// have been there, so as long as keys ascend they are only listed, which takes neither a look-up nor a table's memory. The
/// first key that does not ascend makes a table of the list.
struct SeenKeys {
  private struct Entry {
    /// ``RowDigest/none`` in a free slot of the table.
    var digest: RowDigest
    var row: UInt32
  }

  private let seed: UInt64
  /// A list while ``isAscending``, then a table with open addressing, whose size is a power of two.
  private var entries: [Entry] = []
  private var count = 0
  private var isAscending = true
  /// The greatest key, while keys ascend.
  private var last: [UInt8] = []

  init(seed: UInt64) { self.seed = seed }

  /// Marks a key as had. Returns the row that had it before, or nil.
  mutating func mark(_ key: UnsafeRawBufferPointer, row: UInt32) -> UInt32? {
    let entry = Entry(digest: digest(of: key), row: row)
    if isAscending, isGreatest(key) {
      last.removeAll(keepingCapacity: true)
      last.append(contentsOf: key)
      entries.append(entry)
      count += 1
      return nil
    }
    makeTable()
    let slot = slot(of: entry.digest)
    if entries[slot].digest != .none { return entries[slot].row }
    entries[slot] = entry
    count += 1
    if count * 2 > entries.count { resize(to: entries.count * 2) }
    return nil
  }

  /// The row that had a key, or nil.
  mutating func row(of key: UnsafeRawBufferPointer) -> UInt32? {
    if count == 0 || isAscending && isGreatest(key) { return nil }
    makeTable()
    let slot = slot(of: digest(of: key))
    return entries[slot].digest != .none ? entries[slot].row : nil
  }

  private func digest(of key: UnsafeRawBufferPointer) -> RowDigest {
    var hasher = RowDigest.Hasher(seed: seed)
    hasher.combine(key)
    return hasher.finish()
  }

  /// Longer keys are greater, so that 1000 follows 999.
  private func isGreatest(_ key: UnsafeRawBufferPointer) -> Bool {
    if key.count != last.count { return key.count > last.count }
    guard let bytes = key.baseAddress else { return count == 0 }
    return count == 0 || memcmp(bytes, last, last.count) > 0
  }

  private mutating func makeTable() {
    guard isAscending else { return }
    isAscending = false
    last = []
    var size = 1024
    while size < count * 2 { size *= 2 }
    resize(to: size)
  }

  private mutating func resize(to size: Int) {
    let old = entries
    entries = Array(repeating: Entry(digest: .none, row: 0), count: size)
    for entry in old where entry.digest != .none { entries[slot(of: entry.digest)] = entry }
  }

  /// The slot of a digest, or the free one where it would be.
  private func slot(of digest: RowDigest) -> Int {
    let mask = entries.count - 1
    var slot = Int(truncatingIfNeeded: digest.low) & mask
    while entries[slot].digest != .none, entries[slot].digest != digest { slot = (slot + 1) & mask }
    return slot
  }
}
