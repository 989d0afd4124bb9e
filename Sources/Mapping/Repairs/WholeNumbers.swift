/// Whole numbers that a program wrote as decimal ones: `1001.0`, or `1001,0` with a decimal comma.
///
/// A table program does so with a column in which some cells are blank (pandas calls the blank ones `nan`).
package enum WholeNumbers {
  /// What one cell says of its column.
  package enum Verdict: Sendable, Equatable {
    /// Nothing.
    case blank
    /// `sign` stands before so many zeros.
    case fraction(sign: UInt8, zeros: Int)
    case other
  }

  package static func judge(_ bytes: UnsafeRawBufferPointer) -> Verdict {
    var first = 0
    var end = bytes.count
    while first < end, bytes[first] <= 0x20 { first += 1 }
    while end > first, bytes[end - 1] <= 0x20 { end -= 1 }
    if first == end { return .blank }
    guard let point = point(UnsafeRawBufferPointer(rebasing: bytes[first..<end])) else {
      return isBlankWord(UnsafeRawBufferPointer(rebasing: bytes[first..<end])) ? .blank : .other
    }
    return .fraction(sign: bytes[first + point], zeros: end - first - point - 1)
  }

  static func isFraction(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { point(UnsafeRawBufferPointer($0)) != nil }
  }

  /// Where the decimal sign of a whole number with a fraction of zero stands; nil for any other text.
  static func point(_ bytes: UnsafeRawBufferPointer) -> Int? {
    guard bytes.count >= 3, bytes[bytes.count - 1] == 0x30 else { return nil }
    var place = bytes[0] == UInt8(ascii: "-") ? 1 : 0
    let firstDigit = place
    while place < bytes.count, bytes[place] >= 0x30, bytes[place] <= 0x39 { place += 1 }
    guard place > firstDigit, place < bytes.count - 1,
      bytes[place] == UInt8(ascii: ".") || bytes[place] == UInt8(ascii: ",")
    else { return nil }
    for zero in place + 1..<bytes.count where bytes[zero] != 0x30 { return nil }
    return place
  }

  private static func isBlankWord(_ bytes: UnsafeRawBufferPointer) -> Bool {
    bytes.count <= 6 && blankWords.contains(String(decoding: bytes, as: UTF8.self).lowercased())
  }

  private static let blankWords: Set<String> = [
    "nan", "-nan", "none", "null", "(null)", "<null>", "\\n", "<na>", "nat", "#n/a", "n/a", "na", "-",
  ]
}
