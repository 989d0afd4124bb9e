/// The searched texts of customers, one entry each, as they are collected.
///
/// An entry is the customer number as it is, then every other text folded: number, name, e-mail, identity number with and
/// without its hyphen, cities, contact persons. ``separator`` follows each text, so that no match spans two of them.
struct SearchEntries {
  static let separator: UInt8 = 0x1F

  /// Twice the customer's id, plus one when active.
  private(set) var keys: [Int64] = []
  /// Where each entry begins in ``text``; one more for the end of the last.
  private(set) var offsets: [UInt32] = [0]
  let text: SearchText
  /// True while the entries stand in the order of their numbers.
  private(set) var isSorted = true
  /// The value of the last entry's number, as ``NumberOrder`` counts it.
  private var lastValue: UInt64 = 0

  var count: Int { keys.count }

  /// - Parameters:
  ///   - count: how many entries there will be, about.
  ///   - bytes: of their texts, about.
  init(reserving count: Int = 0, bytes: Int = 0) {
    keys.reserveCapacity(count)
    offsets.reserveCapacity(count + 1)
    text = SearchText(capacity: bytes)
  }

  /// Appends an entry. Offsets are of 32 bits: a register whose texts are longer cannot be searched this way.
  ///
  /// - Returns: false, having appended nothing, when it would be too long.
  mutating func append(_ entry: UnsafeRawBufferPointer, customer: Int64, isActive: Bool) -> Bool {
    guard text.count + entry.count <= Int(UInt32.max) else { return false }
    let number = Self.number(in: entry)
    let value = NumberOrder.value(number)
    if isSorted, count > 0, value <= lastValue {
      isSorted = value == lastValue && !NumberOrder.precedes(number, self.number(count - 1))
    }
    lastValue = value
    text.append(entry)
    keys.append(customer * 2 + (isActive ? 1 : 0))
    offsets.append(UInt32(text.count))
    return true
  }

  /// The number of an entry.
  func number(_ entry: Int) -> UnsafeRawBufferPointer {
    Self.number(in: UnsafeRawBufferPointer(rebasing: text.bytes[Int(offsets[entry])..<Int(offsets[entry + 1])]))
  }

  static func number(in entry: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(rebasing: entry.prefix { $0 != separator })
  }

  /// The entries in the order of their numbers.
  var sortedByNumber: SearchEntries {
    guard !isSorted else { return self }
    var places = (0..<count).map { (value: NumberOrder.value(number($0)), entry: $0) }
    places.sort { a, b in
      a.value != b.value ? a.value < b.value : NumberOrder.precedes(number(a.entry), number(b.entry))
    }
    var sorted = SearchEntries(reserving: count, bytes: text.count)
    for (_, entry) in places {
      let bytes = text.bytes[Int(offsets[entry])..<Int(offsets[entry + 1])]
      // Nothing is longer than it was.
      _ = sorted.append(
        UnsafeRawBufferPointer(rebasing: bytes), customer: keys[entry] >> 1, isActive: keys[entry] & 1 == 1)
    }
    return sorted
  }
}
