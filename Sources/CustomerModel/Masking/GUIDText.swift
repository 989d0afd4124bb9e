/// GUIDs in texts, which accounting systems give their records and errors: 36 characters such as
/// `12345678-1234-4123-8123-123456789012`, whose digits are nobody's number.
package enum GUIDText {
  private static let length = 36
  private static let hyphens = [8, 13, 18, 23]

  /// Where a GUID ends that begins at a place and stands by itself; nil for none.
  ///
  /// - Parameters:
  ///   - count: how long the text is.
  ///   - byte: the text's character at a place; any above 0x7F for one that is not ASCII.
  package static func end(from start: Int, count: Int, byte: (Int) -> UInt8) -> Int? {
    let end = start + length
    guard end <= count, byte(start + hyphens[0]) == UInt8(ascii: "-") else { return nil }
    if start > 0, isPart(byte(start - 1)) { return nil }
    if end < count, isPart(byte(end)) { return nil }
    for place in 0..<length {
      let isHyphen = byte(start + place) == UInt8(ascii: "-")
      guard hyphens.contains(place) ? isHyphen : isHexadecimal(byte(start + place)) else { return nil }
    }
    return end
  }

  private static func isHexadecimal(_ byte: UInt8) -> Bool {
    isDigit(byte) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte | 0x20)
  }

  private static func isPart(_ byte: UInt8) -> Bool {
    isDigit(byte) || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) || byte == UInt8(ascii: "-")
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
}
