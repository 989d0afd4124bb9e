/// The names in a zip archive's central directory. Source: PKWARE, APPNOTE.TXT, 4.3.12 and 4.3.16.
enum ZipDirectory {
  /// Nil when the bytes are no whole archive. Nothing is unpacked.
  static func names(in bytes: [UInt8]) -> Set<String>? {
    guard bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]), let end = end(of: bytes) else { return nil }
    var place = number(at: end + 16, bytes: 4, in: bytes)
    var names: Set<String> = []
    for _ in 0..<number(at: end + 10, bytes: 2, in: bytes) {
      guard place + 46 <= end, bytes[place...].starts(with: [0x50, 0x4B, 0x01, 0x02]) else { return nil }
      let length = number(at: place + 28, bytes: 2, in: bytes)
      guard place + 46 + length <= end else { return nil }
      names.insert(String(decoding: bytes[place + 46..<place + 46 + length], as: UTF8.self))
      place += 46 + length + number(at: place + 30, bytes: 2, in: bytes) + number(at: place + 32, bytes: 2, in: bytes)
    }
    return names
  }

  /// Where the record stands that ends the archive: 22 bytes from the end, or before a comment.
  private static func end(of bytes: [UInt8]) -> Int? {
    guard bytes.count >= 22 else { return nil }
    let first = max(0, bytes.count - 22 - 65_535)
    return (first...bytes.count - 22).last { bytes[$0] == 0x50 && bytes[$0...].starts(with: [0x50, 0x4B, 0x05, 0x06]) }
  }

  private static func number(at place: Int, bytes count: Int, in bytes: [UInt8]) -> Int {
    (0..<count).reduce(0) { $0 | Int(bytes[place + $1]) << (8 * $1) }
  }
}
