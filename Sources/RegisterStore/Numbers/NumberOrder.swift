import Glibc

/// Customer numbers in the order in which people count: numbers of digits by value, however long they are; others after them,
/// by what stands before their last digits, then by the value of those: K-998 before K-1002.
enum NumberOrder {
  static func precedes(_ a: UnsafeRawBufferPointer, _ b: UnsafeRawBufferPointer) -> Bool {
    let (aParts, bParts) = (Parts(a), Parts(b))
    if aParts.prefix.isEmpty != bParts.prefix.isEmpty { return aParts.prefix.isEmpty }
    let prefixes = compare(aParts.prefix, bParts.prefix)
    if prefixes != 0 { return prefixes < 0 }
    if aParts.digits.count != bParts.digits.count { return aParts.digits.count < bParts.digits.count }
    let order = compare(aParts.digits, bParts.digits)
    return order != 0 ? order < 0 : compare(a, b) < 0
  }

  /// The value of up to 18 digits; the highest there is for every other number. A lower value always comes first.
  static func value(_ number: UnsafeRawBufferPointer) -> UInt64 {
    guard number.count <= 18, isDigits(number) else { return .max }
    return number.reduce(0) { $0 * 10 + UInt64($1 - 0x30) }
  }

  /// The places of numbers in this order.
  ///
  /// - Parameter number: the number at a place.
  static func order(count: Int, _ number: (Int) -> UnsafeRawBufferPointer) -> [Int] {
    var places = (0..<count).map { (value: value(number($0)), place: $0) }
    places.sort { a, b in a.value != b.value ? a.value < b.value : precedes(number(a.place), number(b.place)) }
    return places.map(\.place)
  }

  /// The most bytes that the key of a number of so many has.
  static func mostKeyBytes(of count: Int) -> Int { 2 * count + 5 }

  /// Writes the form of a number whose bytes sort in this order, and returns how many they are.
  ///
  /// - Parameter ofValue: true for the same form of all that are worth the same: 09 is as much as 9.
  static func writeKey(
    _ number: UnsafeRawBufferPointer, ofValue: Bool = false, to room: UnsafeMutableRawBufferPointer
  ) -> Int {
    let parts = Parts(number)
    var count = 0
    func append(_ bytes: UnsafeRawBufferPointer) {
      UnsafeMutableRawBufferPointer(rebasing: room[count...]).copyMemory(from: bytes)
      count += bytes.count
    }
    room[0] = parts.prefix.isEmpty ? 1 : 2
    count = 1
    append(parts.prefix)
    // No number has a byte as low as that, so a prefix comes before what it begins.
    room[count] = 0
    room[count + 1] = UInt8(truncatingIfNeeded: parts.digits.count >> 8)
    room[count + 2] = UInt8(truncatingIfNeeded: parts.digits.count)
    count += 3
    append(parts.digits)
    if !ofValue {
      room[count] = 0
      count += 1
      append(number)
    }
    return count
  }

  private static func isDigits(_ number: UnsafeRawBufferPointer) -> Bool { number.allSatisfy(isDigit) }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  /// What a number is ordered by.
  private struct Parts {
    /// All before the last digits.
    let prefix: UnsafeRawBufferPointer
    /// The last digits, without zeros in front.
    let digits: UnsafeRawBufferPointer

    init(_ number: UnsafeRawBufferPointer) {
      let end = number.lastIndex { !NumberOrder.isDigit($0) }.map { $0 + 1 } ?? 0
      let last = number[end...]
      prefix = UnsafeRawBufferPointer(rebasing: number[..<end])
      digits = UnsafeRawBufferPointer(rebasing: last[(last.firstIndex { $0 != 0x30 } ?? last.endIndex)...])
    }
  }

  private static func compare(_ a: UnsafeRawBufferPointer, _ b: UnsafeRawBufferPointer) -> Int {
    let shorter = min(a.count, b.count)
    if shorter > 0, let start = a.baseAddress, let other = b.baseAddress {
      let order = memcmp(start, other, shorter)
      if order != 0 { return Int(order) }
    }
    return a.count - b.count
  }
}
