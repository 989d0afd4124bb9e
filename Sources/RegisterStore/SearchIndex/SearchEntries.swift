/// The searched texts of customers, one entry each, as they are collected.
///
/// An entry is the customer number as it is, then every other text folded: number, name, e-mail, identity number with and
/// without its hyphen, cities, contact persons. ``separator`` follows each text, so that no match spans two of them.
struct SearchEntries {
  static let separator: UInt8 = 0x1F

  /// As of ``key(_:isActive:)``.
  private(set) var keys: [Int64] = []
  /// Where each entry begins in ``text``; one more for the end of the last.
  private(set) var offsets: [UInt32] = [0]
  let text: SearchTextBuffer
  private var numbers = AscendingNumbers()

  var count: Int { keys.count }

  /// - Parameters:
  ///   - count: how many entries there will be, about.
  ///   - bytes: of their texts, about.
  init(reserving count: Int = 0, bytes: Int = 0) {
    keys.reserveCapacity(count)
    offsets.reserveCapacity(count + 1)
    text = SearchTextBuffer(capacity: bytes)
  }

  /// Appends an entry. Offsets are of 32 bits: a register whose texts are longer cannot be searched this way.
  ///
  /// - Returns: false, having appended nothing, when it would be too long.
  mutating func append(_ entry: UnsafeRawBufferPointer, key: Int64) -> Bool {
    guard text.count + entry.count <= Int(UInt32.max) else { return false }
    numbers.append(Self.number(in: entry))
    text.append(entry)
    keys.append(key)
    offsets.append(UInt32(text.count))
    return true
  }

  /// Appends entries. Returns false when they would be too long together: then some are missing.
  mutating func append(_ other: SearchEntries) -> Bool {
    (0..<other.count).allSatisfy { entry in
      append(other.bytes(entry), key: other.keys[entry])
    }
  }

  /// What tells whose an entry is: twice the customer's id, plus one when active.
  static func key(_ customer: Int64, isActive: Bool) -> Int64 { customer * 2 + (isActive ? 1 : 0) }

  func number(_ entry: Int) -> UnsafeRawBufferPointer {
    Self.number(in: bytes(entry))
  }

  private func bytes(_ entry: Int) -> UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(rebasing: text.bytes[Int(offsets[entry])..<Int(offsets[entry + 1])])
  }

  static func number(in entry: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(rebasing: entry.prefix { $0 != separator })
  }

  /// The entries in the order of their numbers.
  var sortedByNumber: SearchEntries {
    guard !numbers.hold else { return self }
    var sorted = SearchEntries(reserving: count, bytes: text.count)
    for entry in NumberOrder.order(count: count, number) {
      // Nothing is longer than it was.
      _ = sorted.append(bytes(entry), key: keys[entry])
    }
    return sorted
  }
}
