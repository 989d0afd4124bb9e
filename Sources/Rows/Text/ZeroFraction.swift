/// The fraction of zero behind a whole number: `.0` of `1001.0`, `,00` of `12,00`.
package struct ZeroFraction: Sendable, Equatable {
  /// Where its sign stands in the text.
  package let point: Int
  /// The sign, a point or a comma.
  package let sign: UInt8
  /// How many zeros follow it.
  package let zeros: Int
  /// True when it may as well part the thousands: three zeros behind one to three digits, as in `1.000`. Nobody can know which
  /// of the two numbers is meant.
  package let mayPartThousands: Bool

  /// Finds the fraction of a whole number.
  ///
  /// - Returns: nil for any other text, such as one with blanks around the number.
  package init?(_ bytes: UnsafeRawBufferPointer) {
    guard bytes.count >= 3, bytes[bytes.count - 1] == 0x30 else { return nil }
    let firstDigit = bytes[0] == UInt8(ascii: "-") ? 1 : 0
    var place = firstDigit
    while place < bytes.count, bytes[place] >= 0x30, bytes[place] <= 0x39 { place += 1 }
    guard place > firstDigit, place < bytes.count - 1,
      bytes[place] == UInt8(ascii: ".") || bytes[place] == UInt8(ascii: ",")
    else { return nil }
    for zero in place + 1..<bytes.count where bytes[zero] != 0x30 { return nil }
    point = place
    sign = bytes[place]
    zeros = bytes.count - place - 1
    // Thousands are counted from a digit that is none.
    mayPartThousands = zeros == 3 && place - firstDigit <= 3 && bytes[firstDigit] != 0x30
  }
}
