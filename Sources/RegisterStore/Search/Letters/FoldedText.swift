import Foundation

/// Text as searches compare it: without case and without the marks of å, ä, ö, é and the like.
///
/// Bytes in, bytes out: a search reads the texts of every customer.
enum FoldedText {
  nonisolated(unsafe) private static let letters = LetterTable(special: [
    // A blank that does not break is a blank to who searches.
    "ø": "o", "Ø": "o", "æ": "ae", "Æ": "ae", "ß": "ss", "đ": "d", "ł": "l", "Ł": "l", "\u{A0}": " ",
  ])

  /// Appends the folded form.
  static func append(_ text: UnsafeRawBufferPointer, to result: inout [UInt8]) {
    if !letters.append(text, to: &result) {
      // Letters of other scripts and marks that stand apart from their letter: rare, so the slow way is good enough.
      let folded = String(decoding: text, as: UTF8.self).replacing("\u{A0}", with: " ")
        .folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
      result += folded.utf8
    }
  }

  /// The most bytes that ``write(_:to:)`` makes of so many.
  static func mostBytes(of count: Int) -> Int { LetterTable.mostBytes(of: count) }

  /// Writes the folded form of a text with usual letters only. Returns how many bytes it has; nil for any other text.
  static func write(_ text: UnsafeRawBufferPointer, to result: UnsafeMutableRawBufferPointer) -> Int? {
    letters.replace(text, into: result)
  }

  /// True when a text holds a word, which is folded already.
  static func mentions(_ word: UnsafeRawBufferPointer, in text: UnsafeRawBufferPointer) -> Bool {
    guard !word.isEmpty else { return true }
    return withUnsafeTemporaryAllocation(byteCount: mostBytes(of: text.count), alignment: 1) { room in
      if let count = write(text, to: room) {
        return TextScan.first(word, in: UnsafeRawBufferPointer(rebasing: room[..<count]), from: 0) != nil
      }
      var folded: [UInt8] = []
      append(text, to: &folded)
      return folded.withUnsafeBytes { TextScan.first(word, in: $0, from: 0) != nil }
    }
  }

  static func bytes(_ text: String) -> [UInt8] {
    var result: [UInt8] = []
    Array(text.utf8).withUnsafeBytes { append($0, to: &result) }
    return result
  }
}
