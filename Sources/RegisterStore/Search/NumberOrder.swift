import Glibc

/// Customer numbers in the order in which people count: numbers of digits by value, however long they are, others after
/// them.
enum NumberOrder {
  static func precedes(_ a: UnsafeRawBufferPointer, _ b: UnsafeRawBufferPointer) -> Bool {
    let aIsDigits = isDigits(a)
    guard aIsDigits == isDigits(b) else { return aIsDigits }
    let aStripped = stripped(a)
    let bStripped = stripped(b)
    if aIsDigits, aStripped.count != bStripped.count { return aStripped.count < bStripped.count }
    let order = compare(aStripped, bStripped)
    return order != 0 ? order < 0 : compare(a, b) < 0
  }

  /// The value of up to 18 digits; the highest there is for every other number. A lower value always comes first.
  static func value(_ number: UnsafeRawBufferPointer) -> UInt64 {
    guard number.count <= 18, isDigits(number) else { return .max }
    return number.reduce(0) { $0 * 10 + UInt64($1 - 0x30) }
  }

  /// The most bytes that the key of a number of so many has.
  static func mostKeyBytes(of count: Int) -> Int { 2 * count + 4 }

  /// Writes the form of a number whose bytes sort in this order, and returns how many they are.
  static func writeKey(_ number: UnsafeRawBufferPointer, to room: UnsafeMutableRawBufferPointer) -> Int {
    let stripped = stripped(number)
    var count = 1
    room[0] = 2
    if isDigits(number) {
      room[0] = 1
      room[1] = UInt8(truncatingIfNeeded: stripped.count >> 8)
      room[2] = UInt8(truncatingIfNeeded: stripped.count)
      count = 3
    }
    UnsafeMutableRawBufferPointer(rebasing: room[count...]).copyMemory(from: stripped)
    count += stripped.count
    room[count] = 0
    count += 1
    UnsafeMutableRawBufferPointer(rebasing: room[count...]).copyMemory(from: number)
    return count + number.count
  }

  private static func isDigits(_ number: UnsafeRawBufferPointer) -> Bool {
    number.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
  }

  private static func stripped(_ number: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
    let zeros = number.firstIndex { $0 != 0x30 } ?? number.count
    return UnsafeRawBufferPointer(rebasing: number[zeros...])
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
