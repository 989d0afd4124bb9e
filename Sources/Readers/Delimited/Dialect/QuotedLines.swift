/// Lines that stand in quotes as a whole, with the quotes inside doubled: so a program writes them that took each line of a text for
/// one cell, as a spreadsheet does with a text that was pasted into it.
struct QuotedLines {
  private static let quote = UInt8(ascii: "\"")

  /// The text with such lines out of their quotes.
  private(set) var unwrapped: [UInt8] = []
  /// What stands in such lines.
  private var contents: [UInt8] = []

  /// - Returns: nil when no line of the text is one.
  init?(_ text: [UInt8], isWhole: Bool) {
    var position = 0
    while position < text.count {
      let line = text[position...].prefix { $0 != 0x0A && $0 != 0x0D }
      if line.endIndex == text.count, !isWhole { break }
      position = line.endIndex + 1
      if let content = Self.content(of: line) {
        contents += content + [0x0A]
        unwrapped += content
      } else {
        unwrapped += line
      }
      unwrapped.append(0x0A)
    }
    if contents.isEmpty { return nil }
  }

  /// True when a character delimits in lines that stand in quotes: in names and sentences, blanks follow it.
  func holdsDelimiter(_ delimiter: UInt8) -> Bool {
    let places = contents.indices.filter { contents[$0] == delimiter }
    let beforeBlank = places.count { contents[$0 + 1] == 0x20 }
    return !places.isEmpty && beforeBlank * 10 < places.count * 8
  }

  /// What a line holds that is one quoted cell; nil for any other.
  private static func content(of line: ArraySlice<UInt8>) -> [UInt8]? {
    guard line.count > 2, line.first == quote, line.last == quote else { return nil }
    var content: [UInt8] = []
    var index = line.startIndex + 1
    let end = line.endIndex - 1
    while index < end {
      if line[index] == quote {
        guard index + 1 < end, line[index + 1] == quote else { return nil }
        index += 1
      }
      content.append(line[index])
      index += 1
    }
    return content
  }
}
