import Foundation

/// The form of a text whose bytes sort as Swedish does: å, ä and ö after z, ü with y, other marks and case without weight.
/// Source: Svenska skrivregler; V and W have been letters of their own since the dictionary of 2006.
enum SwedishSortKey {
  /// The three last letters take the places of `{`, `|` and `}`, which move to those of capitals, since no capital is left.
  nonisolated(unsafe) private static let letters = LetterTable(
    special: [
      "å": "{", "Å": "{", "ä": "|", "Ä": "|", "æ": "|", "Æ": "|", "ö": "}", "Ö": "}", "ø": "}", "Ø": "}", "ü": "y",
      "Ü": "y", "ß": "ss", "đ": "d", "ł": "l", "Ł": "l",
    ],
    ascii: ["{": "A", "|": "B", "}": "C", "~": "D"])

  static func mostBytes(of count: Int) -> Int { LetterTable.mostBytes(of: count) }

  /// Writes the form of a text with usual letters only. Returns how many bytes it has; nil for any other text.
  static func write(_ text: UnsafeRawBufferPointer, to result: UnsafeMutableRawBufferPointer) -> Int? {
    letters.replace(text, into: result)
  }

  /// The form of a text with other letters, or with marks that stand apart from their letter.
  static func bytes(_ text: UnsafeRawBufferPointer) -> [UInt8] {
    let composed = Array(String(decoding: text, as: UTF8.self).precomposedStringWithCanonicalMapping.utf8)
    var key: [UInt8] = []
    return composed.withUnsafeBytes { letters.append($0, to: &key) } ? key : composed
  }
}
