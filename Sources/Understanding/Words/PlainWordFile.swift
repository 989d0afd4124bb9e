/// Reads a file of words that has nothing out of the ordinary, in one pass over its bytes: neither escapes in texts, nor other keys,
/// nor unknown meanings.
struct PlainWordFile {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var place = 0

  /// - Returns: nil for any other file, also for one that is wrong.
  static func groups(_ json: [UInt8]) -> [WordFile.Group]? {
    json.withUnsafeBufferPointer { bytes in
      var reader = PlainWordFile(bytes)
      return reader.file()
    }
  }

  private init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  private mutating func file() -> [WordFile.Group]? {
    var groups: [WordFile.Group]?
    let isRead = members { reader, key in
      switch key {
      case "$schema", "description": return reader.text() != nil
      case "words" where groups == nil:
        groups = reader.meanings()
        return groups != nil
      default: return false
      }
    }
    skipBlanks()
    return isRead && place == bytes.count ? groups : nil
  }

  private mutating func meanings() -> [WordFile.Group]? {
    var groups: [WordFile.Group] = []
    let isRead = members { reader, key in
      guard let meaning = Meaning(key) else { return false }
      return reader.members { reader, language in
        guard let words = reader.words() else { return false }
        groups.append(.init(meaning: meaning, languages: WordLanguages(code: language), words: words))
        return true
      }
    }
    return isRead ? groups : nil
  }

  private mutating func words() -> [String]? {
    guard take(UInt8(ascii: "[")) else { return nil }
    var words: [String] = []
    if take(UInt8(ascii: "]")) { return words }
    repeat {
      guard let word = text() else { return nil }
      words.append(word)
    } while take(UInt8(ascii: ","))
    return take(UInt8(ascii: "]")) ? words : nil
  }

  /// The members of an object, each key once.
  private mutating func members(_ read: (inout PlainWordFile, String) -> Bool) -> Bool {
    guard take(UInt8(ascii: "{")) else { return false }
    var keys: Set<String> = []
    if take(UInt8(ascii: "}")) { return true }
    repeat {
      guard let key = text(), keys.insert(key).inserted, take(UInt8(ascii: ":")), read(&self, key) else { return false }
    } while take(UInt8(ascii: ","))
    return take(UInt8(ascii: "}"))
  }

  /// A text without escapes and control characters.
  private mutating func text() -> String? {
    guard take(UInt8(ascii: "\"")) else { return nil }
    let start = place
    while place < bytes.count, bytes[place] != UInt8(ascii: "\"") {
      guard bytes[place] >= 0x20, bytes[place] != UInt8(ascii: "\\") else { return nil }
      place += 1
    }
    guard place < bytes.count else { return nil }
    defer { place += 1 }
    return String(validating: bytes[start..<place], as: UTF8.self)
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    skipBlanks()
    guard place < bytes.count, bytes[place] == byte else { return false }
    place += 1
    return true
  }

  private mutating func skipBlanks() {
    while place < bytes.count {
      switch bytes[place] {
      case 0x20, 0x0A, 0x0D, 0x09: place += 1
      default: return
      }
    }
  }
}
