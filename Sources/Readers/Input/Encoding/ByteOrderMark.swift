import Rows

/// The mark at the start of a text that tells its encoding.
struct ByteOrderMark: Sendable, Equatable {
  let encoding: TextEncoding
  /// Bytes.
  let length: Int

  /// The mark that a text begins with, or nil.
  init?(_ prefix: [UInt8]) {
    if prefix.starts(with: [0xEF, 0xBB, 0xBF]) {
      (encoding, length) = (.utf8, 3)
    } else if prefix.starts(with: [0xFF, 0xFE]) {
      (encoding, length) = (.utf16LittleEndian, 2)
    } else if prefix.starts(with: [0xFE, 0xFF]) {
      (encoding, length) = (.utf16BigEndian, 2)
    } else {
      return nil
    }
  }
}

/// Tells UTF-16 without a mark by where its NUL bytes stand.
enum UTF16Pattern {
  /// Western text in UTF-16 has a NUL for the high byte of almost every character and none for the low byte.
  static func guess(_ sample: [UInt8]) -> TextEncoding? {
    var even = 0
    var odd = 0
    for index in sample.indices where sample[index] == 0 {
      if index & 1 == 0 { even += 1 } else { odd += 1 }
    }
    let half = sample.count / 2
    guard half >= 2 else { return nil }
    if odd * 10 >= half * 7, even * 20 <= half { return .utf16LittleEndian }
    if even * 10 >= half * 7, odd * 20 <= half { return .utf16BigEndian }
    return nil
  }
}
