import Glibc

/// Finds question marks where letters were lost: programs write them for what their encoding does not have, as in `V?stra` for
/// Västra.
enum LostLetters {
  private static let mark = UInt8(ascii: "?")

  /// True when a text may hold such marks: it holds one at all.
  static func mayBe(in text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let bytes = text.baseAddress else { return false }
    return memchr(bytes, Int32(mark), text.count) != nil
  }

  /// How many marks of a cell stand for a letter: a small letter follows, and a letter or nothing of the word stands before. An
  /// address of the web has them for other reasons.
  static func count(in cell: UnsafeBufferPointer<UInt8>) -> Int {
    let isAddress = cell.contains { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "=") || $0 == UInt8(ascii: "@") }
    if isAddress { return 0 }
    return cell.indices.count { place in
      guard cell[place] == mark, place + 1 < cell.count, isSmall(cell[place + 1]) else { return false }
      return place == 0 || cell[place - 1] == 0x20 || isSmall(cell[place - 1] | 0x20)
    }
  }

  private static func isSmall(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "a") < 26 || byte >= 0x80 }
}
