import CustomerModel

extension JSONTokenizer {
  /// Reads a string whose opening quote is the current byte.
  func string(_ kind: JSONToken.Kind) throws -> JSONToken {
    let start = offset + 1
    var hasEscapes = false
    position += 1
    while true {
      while position < filled, !JSONTokenizer.isSpecial(window[position]) { position += 1 }
      guard try has(1) else { throw failure(JSONTexts.textHasNoEnd, at: start - 1) }
      switch window[position] {
      case UInt8(ascii: "\""):
        position += 1
        return JSONToken(kind: kind, start: start, length: offset - 1 - start, hasEscapes: hasEscapes)
      case UInt8(ascii: "\\"):
        hasEscapes = true
        try escape()
      default:
        // Only bytes that are no character of a string are left: control characters.
        guard window[position] < 0x20 else {
          position += 1
          continue
        }
        throw failure(JSONTexts.controlCharacter, at: offset)
      }
    }
  }

  @inline(__always)
  private static func isSpecial(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte < 0x20
  }

  /// True when that many bytes follow, after getting more of the text if need be.
  private func has(_ count: Int) throws -> Bool {
    while filled - position < count {
      guard try refill() else { return false }
    }
    return true
  }

  private func escape() throws {
    guard try has(2) else { throw failure(JSONTexts.textHasNoEnd, at: offset) }
    guard window[position + 1] == UInt8(ascii: "u") else {
      guard "\"\\/bfnrt".utf8.contains(window[position + 1]) else {
        throw failure(JSONTexts.noEscape, at: offset)
      }
      position += 2
      return
    }
    guard try has(6), (2..<6).allSatisfy({ Character(Unicode.Scalar(window[position + $0])).isHexDigit }) else {
      throw failure(JSONTexts.hexadecimalDigitsExpected, at: offset)
    }
    position += 6
  }

  /// Reads a number or one of the words `true`, `false` and `null`.
  func bareWord() throws -> JSONToken {
    let start = offset
    while try has(1), JSONTokenizer.isBare(window[position]) { position += 1 }
    let word = bytes(from: start, to: offset)
    let kind: JSONToken.Kind
    switch word.count {
    case 4 where word.elementsEqual("true".utf8): kind = .true
    case 5 where word.elementsEqual("false".utf8): kind = .false
    case 4 where word.elementsEqual("null".utf8): kind = .null
    default:
      guard let first = word.first, first == UInt8(ascii: "-") || (0x30...0x39).contains(first) else {
        throw failure(JSONTexts.valueExpected, at: start)
      }
      guard JSONTokenizer.isNumber(word) else {
        throw failure(JSONTexts.noNumber, at: start)
      }
      kind = .number
    }
    return JSONToken(kind: kind, start: start, length: word.count)
  }

  private static func isBare(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"),
      UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "."), UInt8(ascii: "_"):
      true
    default: false
    }
  }

  /// Source: RFC 8259, section 6.
  private static func isNumber(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    var rest = word[...]
    let digits = { () -> Int in
      let count = rest.prefix { (0x30...0x39).contains($0) }.count
      rest = rest.dropFirst(count)
      return count
    }
    if rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
    let startsWithZero = rest.first == UInt8(ascii: "0")
    let whole = digits()
    guard whole > 0, whole == 1 || !startsWithZero else { return false }
    if rest.first == UInt8(ascii: ".") {
      rest = rest.dropFirst()
      guard digits() > 0 else { return false }
    }
    if rest.first == UInt8(ascii: "e") || rest.first == UInt8(ascii: "E") {
      rest = rest.dropFirst()
      if rest.first == UInt8(ascii: "+") || rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
      guard digits() > 0 else { return false }
    }
    return rest.isEmpty
  }
}
