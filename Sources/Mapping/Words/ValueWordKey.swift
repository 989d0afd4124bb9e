/// What words of a value table are compared by: small letters, no blanks. Letters of ASCII and Latin-1 are made small,
/// which covers Swedish; any other compares as it is.
enum ValueWordKey {
  /// FNV-1a of 32 bits.
  private static let offsetBasis: UInt32 = 0x811C_9DC5
  private static let prime: UInt32 = 0x0100_0193

  /// Writes the key of `count` bytes to `key`, which has room for as many, and gives its length and hash.
  @inline(__always)
  static func fold(
    _ bytes: UnsafePointer<UInt8>, count: Int, into key: UnsafeMutablePointer<UInt8>
  ) -> (length: Int, hash: UInt32) {
    var length = 0
    var hash = offsetBasis
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
      hash = (hash ^ UInt32(byte)) &* prime
    }
    return (length, hash)
  }

  /// The key of a text in UTF-8.
  static func of(_ text: some Collection<UInt8>) -> [UInt8] {
    func key(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
      guard let base = bytes.baseAddress else { return [] }
      return [UInt8](unsafeUninitializedCapacity: bytes.count) { key, count in
        guard let start = key.baseAddress else { return }
        count = fold(base, count: bytes.count, into: start).length
      }
    }
    return text.withContiguousStorageIfAvailable(key) ?? Array(text).withUnsafeBufferPointer(key)
  }

  /// The hash of a key, as ``fold(_:count:into:)`` gives it.
  static func hash(_ key: some Collection<UInt8>) -> UInt32 {
    key.reduce(offsetBasis) { ($0 ^ UInt32($1)) &* prime }
  }

  /// The key without the marks above and below its letters; nil when it has none in Latin-1.
  static func plain(_ key: some Collection<UInt8>) -> [UInt8]? {
    guard key.contains(0xC3) else { return nil }
    var plain: [UInt8] = []
    var isAfterC3 = false
    for byte in key {
      let letter = isAfterC3 && byte >= 0xA0 ? HeaderKey.base[Int(byte & 0x1F)] : 0
      if letter != 0 { plain[plain.count - 1] = letter } else { plain.append(byte) }
      isAfterC3 = byte == 0xC3
    }
    return plain
  }
}
