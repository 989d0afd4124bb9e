/// The form in which identity numbers are compared: two spellings of one number have the same.
///
/// A customer abroad keeps its number as it was typed, and `985 615 616`, `985.615.616` and `985615616` are one number. What
/// compares numbers compares this form: matching, keys of a file's rows, likely duplicates, records of accounting systems.
package enum ComparableIdentity {
  /// Writes the letters, in capitals, and digits of a number, without blanks, hyphens, points and slashes. Letters outside
  /// ASCII stay as they are.
  ///
  /// - Parameter room: as many bytes as the number has.
  /// - Returns: how many bytes were written.
  package static func write(_ number: UnsafeRawBufferPointer, to room: UnsafeMutableRawBufferPointer) -> Int {
    var count = 0
    for byte in number {
      switch byte {
      case UInt8(ascii: " "), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "/"): continue
      case UInt8(ascii: "a")...UInt8(ascii: "z"): room[count] = byte & ~0x20
      default: room[count] = byte
      }
      count += 1
    }
    return count
  }

  /// Gives the form of a number to a body.
  package static func with<Result>(
    _ number: UnsafeRawBufferPointer, _ body: (UnsafeRawBufferPointer) throws -> Result
  ) rethrows -> Result {
    try withUnsafeTemporaryAllocation(byteCount: max(number.count, 1), alignment: 1) { room in
      try body(UnsafeRawBufferPointer(rebasing: room[..<write(number, to: room)]))
    }
  }

  /// A form with the hyphen that Swedish numbers, Danish CPR numbers and Finnish personal numbers have before the last four.
  package static func hyphenated(_ comparable: String) -> String {
    comparable.count > 4 ? "\(comparable.dropLast(4))-\(comparable.suffix(4))" : comparable
  }

  /// The form of a number.
  package static func of(_ number: String) -> String {
    var number = number
    return number.withUTF8 { bytes in
      with(UnsafeRawBufferPointer(bytes)) { String(decoding: $0, as: UTF8.self) }
    }
  }

  /// True for a number that may stand in several spellings: all but those with a hyphen before four digits at the end, as
  /// Swedish numbers have it, which their own bytes find.
  @inline(__always)
  package static func isSpelledFreely(_ number: UnsafeRawBufferPointer) -> Bool {
    let count = number.count
    guard count >= 5, number[count - 5] == UInt8(ascii: "-") else { return true }
    for place in count - 4..<count where number[place] &- UInt8(ascii: "0") >= 10 { return true }
    return false
  }

  /// The form of a number that may stand in several spellings; nil for one that its own bytes find.
  package static func ofFreeSpelling(_ number: String) -> String? {
    var number = number
    let isFree = number.withUTF8 { isSpelledFreely(UnsafeRawBufferPointer($0)) }
    return isFree ? of(number) : nil
  }
}
