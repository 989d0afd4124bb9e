/// Turns the bytes between the quotes of a JSON string into its value.
enum JSONText {
  /// Appends the value of a string that the tokenizer has checked.
  ///
  /// - Returns: false when half of a surrogate pair stood alone; U+FFFD stands for it.
  static func append(_ raw: UnsafeBufferPointer<UInt8>, hasEscapes: Bool, to bytes: inout [UInt8]) -> Bool {
    guard hasEscapes else {
      bytes.append(contentsOf: raw)
      return true
    }
    var isWhole = true
    var index = 0
    while index < raw.count {
      guard raw[index] == UInt8(ascii: "\\") else {
        bytes.append(raw[index])
        index += 1
        continue
      }
      let letter = raw[index + 1]
      index += 2
      switch letter {
      case UInt8(ascii: "b"): bytes.append(0x08)
      case UInt8(ascii: "f"): bytes.append(0x0C)
      case UInt8(ascii: "n"): bytes.append(0x0A)
      case UInt8(ascii: "r"): bytes.append(0x0D)
      case UInt8(ascii: "t"): bytes.append(0x09)
      case UInt8(ascii: "u"):
        var scalar = unit(raw, at: index)
        index += 4
        if (0xD800...0xDBFF).contains(scalar), index + 6 <= raw.count, raw[index] == UInt8(ascii: "\\"),
          raw[index + 1] == UInt8(ascii: "u"), (0xDC00...0xDFFF).contains(unit(raw, at: index + 2))
        {
          scalar = 0x10000 + (scalar - 0xD800) << 10 + unit(raw, at: index + 2) - 0xDC00
          index += 6
        }
        let character = Unicode.Scalar(scalar)
        isWhole = isWhole && character != nil
        bytes.append(contentsOf: UTF8.encode(character ?? "\u{FFFD}")!)
      default: bytes.append(letter)
      }
    }
    return isWhole
  }

  private static func unit(_ raw: UnsafeBufferPointer<UInt8>, at index: Int) -> UInt32 {
    raw[index..<index + 4].reduce(0) { $0 << 4 | UInt32($1 < 0x3A ? $1 - 0x30 : ($1 | 0x20) - 0x57) }
  }
}
