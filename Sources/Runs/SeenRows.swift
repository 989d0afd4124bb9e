import Rows

/// Remembers which customers and which keys of new ones a file has had, and in which row, so that a second one is found.
struct SeenRows {
  /// The row of each customer, by id; 0 is none.
  private var customers: [UInt32] = []
  /// The digests of new numbers, in an open-addressing table with the row of each; a high half of 0 is a free slot.
  private var digests: [RowDigest] = []
  private var rows: [UInt32] = []
  private var count = 0

  /// Marks a customer as had. Returns the row that had it before, or nil.
  mutating func mark(customer: Int64, row: UInt32) -> UInt32? {
    let index = Int(customer)
    if index >= customers.count {
      customers.append(contentsOf: repeatElement(0, count: max(index + 1 - customers.count, customers.count)))
    }
    if customers[index] != 0 { return customers[index] }
    customers[index] = max(row, 1)
    return nil
  }

  func has(customer: Int64) -> Bool { Int(customer) < customers.count && customers[Int(customer)] != 0 }

  /// Marks the number or identity of a new customer. Returns the row that had it before, or nil.
  ///
  /// - Parameter seed: another one for each kind of key.
  mutating func mark(key: UnsafeRawBufferPointer, row: UInt32, seed: UInt64) -> UInt32? {
    var hasher = RowDigest.Hasher(seed: seed)
    hasher.combine(key)
    let digest = hasher.finish()
    if count * 2 >= digests.count { grow() }
    let slot = slot(of: digest)
    if digests[slot].high != 0 { return rows[slot] }
    digests[slot] = digest
    rows[slot] = row
    count += 1
    return nil
  }

  /// The row that had a key marked with that seed, or nil.
  func row(of key: UnsafeRawBufferPointer, seed: UInt64) -> UInt32? {
    guard count > 0 else { return nil }
    var hasher = RowDigest.Hasher(seed: seed)
    hasher.combine(key)
    let slot = slot(of: hasher.finish())
    return digests[slot].high != 0 ? rows[slot] : nil
  }

  private func slot(of digest: RowDigest) -> Int {
    var slot = Int(truncatingIfNeeded: digest.low) & (digests.count - 1)
    while digests[slot].high != 0, digests[slot] != digest { slot = (slot + 1) & (digests.count - 1) }
    return slot
  }

  private mutating func grow() {
    let old = zip(digests, rows).filter { $0.0.high != 0 }
    let size = max(1024, digests.count * 2)
    digests = Array(repeating: .none, count: size)
    rows = Array(repeating: 0, count: size)
    for (digest, row) in old {
      let slot = slot(of: digest)
      digests[slot] = digest
      rows[slot] = row
    }
  }
}
