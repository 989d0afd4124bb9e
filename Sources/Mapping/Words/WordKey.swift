/// What words of a value table are compared by: small letters, no blanks. Letters of ASCII and Latin-1 are made small,
/// which covers Swedish; any other compares as it is.
enum WordKey {
  /// Writes the key of `count` bytes to `key`, which has room for as many, and gives its length and hash.
  @inline(__always)
  static func fold(
    _ bytes: UnsafePointer<UInt8>, count: Int, into key: UnsafeMutablePointer<UInt8>
  ) -> (length: Int, hash: UInt32) {
    var length = 0
    // FNV-1a.
    var hash: UInt32 = 0x811C_9DC5
    var isAfterC3 = false
    for place in 0..<count {
      var byte = bytes[place]
      if byte == 0x20 { continue }
      if byte >= 0x41, byte <= 0x5A { byte |= 0x20 }
      // À–Þ without × are 32 before à–þ.
      if isAfterC3, byte >= 0x80, byte <= 0x9E, byte != 0x97 { byte |= 0x20 }
      isAfterC3 = byte == 0xC3
      key[length] = byte
      length += 1
      hash = (hash ^ UInt32(byte)) &* 0x0100_0193
    }
    return (length, hash)
  }

  /// The key of a text.
  static func of(_ text: String) -> [UInt8] {
    let bytes = Array(text.utf8)
    return bytes.withUnsafeBufferPointer { source in
      guard let base = source.baseAddress else { return [] }
      return [UInt8](unsafeUninitializedCapacity: bytes.count) { target, count in
        guard let key = target.baseAddress else { return }
        count = fold(base, count: bytes.count, into: key).length
      }
    }
  }
}
