/// The `_xHHHH_` escapes of a workbook's texts (ECMA-376 part 1, 22.9.2.19 ST_Xstring): `_x000D_` is a carriage return,
/// `_x005F_` an underscore that would otherwise start an escape, and two escapes in a row may be a surrogate pair.
enum EscapedText {
  private static let underscore = UInt8(ascii: "_")

  /// Decodes in place; the text never grows.
  ///
  /// - Returns: the new length in bytes.
  @inline(__always) static func decode(_ bytes: UnsafeMutablePointer<UInt8>, _ count: Int) -> Int {
    // The shortest escape has seven bytes, and most texts have no underscore at all.
    guard count >= 7, containsUnderscore(bytes, count) else { return count }
    return decodeAll(bytes, count)
  }

  @inline(__always) private static func containsUnderscore(_ bytes: UnsafeMutablePointer<UInt8>, _ count: Int) -> Bool {
    for place in 0...(count - 7) where bytes[place] == underscore { return true }
    return false
  }

  @inline(never) private static func decodeAll(_ bytes: UnsafeMutablePointer<UInt8>, _ count: Int) -> Int {
    var from = 0
    var to = 0
    while from < count {
      guard let unit = escape(bytes, from, count) else {
        bytes[to] = bytes[from]
        from += 1
        to += 1
        continue
      }
      from += 7
      var scalar = UInt32(unit)
      if unit & 0xFC00 == 0xD800, let low = escape(bytes, from, count), low & 0xFC00 == 0xDC00 {
        scalar = 0x10000 + (UInt32(unit & 0x3FF) << 10) + UInt32(low & 0x3FF)
        from += 7
      }
      for byte in UTF8.encode(Unicode.Scalar(scalar) ?? "\u{FFFD}")! {
        bytes[to] = byte
        to += 1
      }
    }
    return to
  }

  /// The code unit of the escape at `place`, or nil when none stands there.
  private static func escape(_ bytes: UnsafeMutablePointer<UInt8>, _ place: Int, _ count: Int) -> UInt16? {
    guard place + 7 <= count, bytes[place] == underscore, bytes[place + 1] == UInt8(ascii: "x"),
      bytes[place + 6] == underscore
    else { return nil }
    var unit: UInt16 = 0
    for digit in bytes + place + 2..<bytes + place + 6 {
      let byte = digit.pointee
      switch byte {
      case 0x30...0x39: unit = unit << 4 | UInt16(byte - 0x30)
      case 0x41...0x46, 0x61...0x66: unit = unit << 4 | UInt16((byte & 0xDF) - 0x37)
      default: return nil
      }
    }
    return unit
  }
}
