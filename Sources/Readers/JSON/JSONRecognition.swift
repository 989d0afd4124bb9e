/// Tells JSON from delimited text whose first cell begins with a bracket or a brace.
enum JSONRecognition {
  /// - Parameter prefix: the first bytes of a text in UTF-8, without a byte order mark.
  static func looksLikeJSON(_ prefix: [UInt8]) -> Bool {
    var visible = prefix.lazy.filter { !isBlank($0) }.makeIterator()
    let first = visible.next()
    guard let second = visible.next() else { return false }
    if first == UInt8(ascii: "{") {
      return second == UInt8(ascii: "\"") || (second == UInt8(ascii: "}") && visible.next() == nil)
    }
    guard first == UInt8(ascii: "[") else { return false }
    if second == UInt8(ascii: "{") { return true }
    // An array of anything else is JSON too, though no table. `[Kundnr];[Namn]` and `[1] Nr` are not.
    let starts = Array("]\"[-0123456789".utf8)
    return starts.contains(second) && prefix.last { !isBlank($0) } == UInt8(ascii: "]") && !hasBareWord(prefix)
  }

  /// True when a letter stands outside quotes that cannot begin `true`, `false`, `null` or an exponent.
  private static func hasBareWord(_ prefix: [UInt8]) -> Bool {
    var isQuoted = false
    var isEscaped = false
    for byte in prefix {
      if isEscaped {
        isEscaped = false
      } else if byte == UInt8(ascii: "\\") {
        isEscaped = isQuoted
      } else if byte == UInt8(ascii: "\"") {
        isQuoted.toggle()
      } else if !isQuoted, !isBlank(byte), !"[]{},:-+.0123456789truefalsnE".utf8.contains(byte) {
        return true
      }
    }
    return false
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 }
}
