/// Lengths as a person counts them.
enum CharacterCount {
  /// The characters (Unicode scalars) of a UTF-8 text: every byte but the continuation bytes.
  static func of(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var count = 0
    for byte in bytes where byte & 0xC0 != 0x80 { count += 1 }
    return count
  }

  /// True when a text has more than so many characters. A text of no more bytes than that is not counted.
  static func exceeds(_ bytes: UnsafeBufferPointer<UInt8>, _ maximum: Int) -> Bool {
    bytes.count > maximum && of(bytes) > maximum
  }
}
