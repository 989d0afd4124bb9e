import Rows

/// Whole numbers that a program wrote as decimal ones: `1001.0`, or `1001,0` with a decimal comma.
///
/// A table program does so with a column in which some cells are blank (pandas calls the blank ones `nan`).
package enum WholeNumbers {
  /// What one cell says of its column.
  package enum Verdict: Sendable, Equatable {
    /// Nothing.
    case blank
    /// `sign` stands before so many zeros, which part no thousands.
    case fraction(sign: UInt8, zeros: Int)
    case other
  }

  /// Judges one cell, in which blanks at the ends do not count.
  ///
  /// - Parameter words: those that count as blank in the column.
  package static func judge(_ bytes: UnsafeRawBufferPointer, words: ColumnBlankWords) -> Verdict {
    var first = 0
    var end = bytes.count
    while first < end, bytes[first] <= 0x20 { first += 1 }
    while end > first, bytes[end - 1] <= 0x20 { end -= 1 }
    if first == end { return .blank }
    let text = UnsafeRawBufferPointer(rebasing: bytes[first..<end])
    guard let fraction = ZeroFraction(text) else { return words.contain(text) ? .blank : .other }
    return fraction.mayPartThousands ? .other : .fraction(sign: fraction.sign, zeros: fraction.zeros)
  }

  /// The number without its fraction of zero; any other text as it is.
  package static func mended(_ text: String) -> String {
    var bare = text.trimmingBlanks
    return bare.withUTF8 { bytes in
      point(UnsafeRawBufferPointer(bytes)).map { String(decoding: bytes[..<$0], as: UTF8.self) } ?? text
    }
  }

  static func isFraction(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { point(UnsafeRawBufferPointer($0)) != nil }
  }

  /// Where the decimal sign of a whole number with a fraction of zero stands; nil for any other text.
  static func point(_ bytes: UnsafeRawBufferPointer) -> Int? { ZeroFraction(bytes)?.point }
}
