/// The digests that a kind of source's rows had when they were last taken, in the order of their customers.
package struct DigestList: Sendable {
  package struct Entry: Sendable {
    package let digest: RowDigest
    package let customer: Int64

    package init(digest: RowDigest, customer: Int64) {
      self.digest = digest
      self.customer = customer
    }
  }

  package var entries: [Entry]

  package init(_ entries: [Entry] = []) { self.entries = entries }

  package var isEmpty: Bool { entries.isEmpty }
}

/// Finds the customers of rows that come in about the order in which they came last.
///
/// A register is exported in the same order night after night, so that the next row is nearly always that of the next
/// digest: then no memory is searched, and while no row is new or changed not even a table is made.
package struct DigestWalk {
  private let list: DigestList
  private var next = 0
  /// Made when a row is first not among the next few.
  private var table: DigestMap?

  /// How many digests are looked at: rows that changed, or are gone, are passed over.
  private static let window = 8

  package init(_ list: DigestList) { self.list = list }

  /// The customer for whom a row of that digest was last taken, or nil.
  package mutating func customer(of digest: RowDigest) -> Int64? {
    let end = min(next + Self.window, list.entries.count)
    var place = next
    while place < end {
      if list.entries[place].digest == digest {
        next = place + 1
        return list.entries[place].customer
      }
      place += 1
    }
    if table == nil { table = DigestMap(list) }
    guard let found = table?.place(of: digest) else { return nil }
    next = found + 1
    return list.entries[found].customer
  }
}
