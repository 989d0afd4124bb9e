/// A telephone number as it is dialled in Sweden: the same however its digits are grouped, and whether or not the country
/// stands before them. `+46 (0)70-123 45 67`, `0046701234567` and `070-123 45 67` are all `0701234567`.
///
/// Blanks, hyphens, slashes, points and parentheses go; `+` is `00`. Words such as an extension's stay, in small letters.
/// Source: ITU-T E.123 on how numbers are written; PTS, the Swedish numbering plan, on 00 and 0.
///
/// Bytes in, bytes out: a search reads the numbers of every customer.
package enum DialledNumber {
  /// The most bytes that the form of so many has.
  package static func mostBytes(of count: Int) -> Int { count + 1 }

  /// Writes the form of a number, or of a part of one, and returns how many bytes it has.
  ///
  /// - Parameter room: for ``mostBytes(of:)``.
  package static func write(_ number: UnsafeRawBufferPointer, to room: UnsafeMutableRawBufferPointer) -> Int {
    var count = 0
    var place = 0
    var hasPlus = false
    while place < number.count {
      let byte = number[place]
      switch byte {
      case zero...UInt8(ascii: "9"):
        room[count] = byte
        count += 1
      case 0x20, 0x09, UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "."), UInt8(ascii: ")"): break
      case UInt8(ascii: "("):
        // The zero of +46 (0)70 is for calls inside the country only.
        if count > 0, self.byte(place + 1, number) == zero, self.byte(place + 2, number) == UInt8(ascii: ")") {
          place += 2
        }
      case UInt8(ascii: "+") where count == 0:
        hasPlus = true
        (room[0], room[1]) = (zero, zero)
        count = 2
      case UInt8(ascii: "A")...UInt8(ascii: "Z"):
        room[count] = byte | 0x20
        count += 1
      case 0xC2, 0xE2:
        let blank = lengthOfOtherBlank(number, at: place)
        if blank == 0 {
          room[count] = byte
          count += 1
        } else {
          place += blank - 1
        }
      default:
        room[count] = byte
        count += 1
      }
      place += 1
    }
    // The beginning 0046 of a part may be any four digits of a number.
    let sweden = UInt32(littleEndian: 0x3634_3030)
    guard hasPlus || count >= 9, count >= 4, room.loadUnaligned(as: UInt32.self) == sweden else { return count }
    for place in 4..<count { room[place - 3] = room[place] }
    return count - 3
  }

  /// How many bytes a blank that does not break has, a soft hyphen, or one of the blanks and hyphens from U+2000 to U+2015
  /// and U+202F; 0 for what is none.
  private static func lengthOfOtherBlank(_ number: UnsafeRawBufferPointer, at place: Int) -> Int {
    let (next, last) = (byte(place + 1, number), byte(place + 2, number))
    if number[place] == 0xC2 { return next == 0xA0 || next == 0xAD ? 2 : 0 }
    return next == 0x80 && (0x80...0x95 ~= last || last == 0xAF) ? 3 : 0
  }

  private static func byte(_ place: Int, _ number: UnsafeRawBufferPointer) -> UInt8 {
    place < number.count ? number[place] : 0
  }

  package static func of(_ number: String) -> String {
    Array(number.utf8).withUnsafeBytes { bytes in
      withUnsafeTemporaryAllocation(byteCount: mostBytes(of: bytes.count), alignment: 1) { room in
        String(decoding: room[..<write(bytes, to: room)], as: UTF8.self)
      }
    }
  }

  /// The digits alone: a word such as whose number it is makes it no other.
  package static func digits(_ number: String) -> String { of(number).filter { $0.isASCII && $0.isNumber } }

  private static var zero: UInt8 { UInt8(ascii: "0") }
}
