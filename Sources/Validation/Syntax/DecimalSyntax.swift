/// Decimal numbers in canonical form: an optional minus, no leading zeros, a point, no trailing zeros.
enum DecimalSyntax {
  /// True for `0`, `12`, `-3.5`; false for `-0`, `012`, `1.50`, `1,5`, `.5`.
  static func isCanonical(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var place = 0
    let isNegative = bytes.first == UInt8(ascii: "-")
    if isNegative { place = 1 }
    let whole = digits(bytes, from: place)
    guard whole > 0, whole == 1 || bytes[place] != UInt8(ascii: "0") else { return false }
    let isZero = bytes[place] == UInt8(ascii: "0")
    place += whole
    if place == bytes.count { return !(isNegative && isZero) }
    guard bytes[place] == UInt8(ascii: ".") else { return false }
    let fraction = digits(bytes, from: place + 1)
    return fraction > 0 && place + 1 + fraction == bytes.count && bytes[bytes.count - 1] != UInt8(ascii: "0")
  }

  /// True for a canonical number from 0 to 100.
  static func isPercent(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard isCanonical(bytes), bytes[0] != UInt8(ascii: "-") else { return false }
    let whole = digits(bytes, from: 0)
    if whole < 3 { return true }
    return bytes.count == 3 && bytes[0] == UInt8(ascii: "1") && bytes[1] == UInt8(ascii: "0")
      && bytes[2] == UInt8(ascii: "0")
  }

  private static func digits(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var place = start
    while place < bytes.count, bytes[place] >= 0x30, bytes[place] <= 0x39 { place += 1 }
    return place - start
  }
}
