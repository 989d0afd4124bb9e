/// Tells of most regular expressions that they are right without making them.
///
/// Mapping files are read at every start, and the first expression that is made costs as much as all of them together. Those of a
/// mapping that is not used need not be made, only known to be right.
struct PlainPattern {
  private let bytes: [UInt8]
  private var place = 0
  /// The open groups; false for one that only looks ahead, which nothing can repeat.
  private var groups: [Bool] = []
  /// True after what a quantifier may follow.
  private var isRepeatable = false

  /// True for a pattern that is certainly a regular expression; false for one that must be asked.
  static func isRight(_ pattern: String) -> Bool {
    var pattern = PlainPattern(pattern)
    return pattern.read()
  }

  private init(_ pattern: String) { bytes = Array(pattern.utf8) }

  private var next: UInt8? { place < bytes.count ? bytes[place] : nil }

  private mutating func take(_ text: StaticString) -> Bool {
    let wanted = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
    guard bytes[place...].starts(with: wanted) else { return false }
    place += wanted.count
    return true
  }

  private mutating func read() -> Bool {
    while let byte = next {
      place += 1
      switch byte {
      case UInt8(ascii: "("): guard open() else { return false }
      case UInt8(ascii: ")"):
        guard let repeats = groups.popLast() else { return false }
        isRepeatable = repeats
      case UInt8(ascii: "|"), UInt8(ascii: "^"), UInt8(ascii: "$"): isRepeatable = false
      case UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "?"): guard quantify() else { return false }
      case UInt8(ascii: "{"): guard count(), quantify() else { return false }
      case UInt8(ascii: "["): guard set() else { return false }
      case UInt8(ascii: "\\"): guard escape() else { return false }
      case UInt8(ascii: "."): isRepeatable = true
      default:
        guard Self.isLiteral(byte) else { return false }
        isRepeatable = true
      }
    }
    return groups.isEmpty && !bytes.isEmpty
  }

  private mutating func open() -> Bool {
    if take("?i)") {
      isRepeatable = false
      return true
    }
    let looksAhead = take("?!") || take("?=")
    guard looksAhead || take("?:") || next != UInt8(ascii: "?"), groups.count < 20 else { return false }
    groups.append(!looksAhead)
    isRepeatable = false
    return true
  }

  /// After a quantifier, which a question mark may make reluctant.
  private mutating func quantify() -> Bool {
    guard isRepeatable else { return false }
    _ = take("?")
    isRepeatable = false
    return true
  }

  /// `2}`, `2,}` and `2,4}`.
  private mutating func count() -> Bool {
    guard let least = number() else { return false }
    if take("}") { return true }
    guard take(",") else { return false }
    if take("}") { return true }
    guard let most = number(), most >= least else { return false }
    return take("}")
  }

  private mutating func number() -> Int? {
    var number: Int?
    while let byte = next, Self.isDigit(byte), number ?? 0 < 100 {
      number = (number ?? 0) * 10 + Int(byte &- 0x30)
      place += 1
    }
    return number
  }

  /// `0-9]`, `^:]`: ranges of letters and digits, and literals.
  private mutating func set() -> Bool {
    _ = take("^")
    var isEmpty = true
    while let byte = next, byte != UInt8(ascii: "]") {
      place += 1
      isEmpty = false
      if byte == UInt8(ascii: "\\") {
        guard escape() else { return false }
        continue
      }
      guard Self.isLiteral(byte) || byte == UInt8(ascii: "."), byte != UInt8(ascii: "-"), byte != UInt8(ascii: "&")
      else {
        return false
      }
      if take("-") {
        guard let last = next, Self.isRange(byte, last) else { return false }
        place += 1
      }
    }
    isRepeatable = true
    return take("]") && !isEmpty
  }

  /// `\d`, and marks that mean themselves.
  private mutating func escape() -> Bool {
    guard let byte = next else { return false }
    place += 1
    isRepeatable = true
    return "dDwWsS.*+?()[]{}|^$\\/-".utf8.contains(byte)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
  private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

  private static func isRange(_ first: UInt8, _ last: UInt8) -> Bool {
    first <= last
      && (isDigit(first) && isDigit(last) || isLetter(first) && isLetter(last) && first & 0x20 == last & 0x20)
  }

  private static func isLiteral(_ byte: UInt8) -> Bool {
    isLetter(byte) || isDigit(byte) || byte >= 0x80 || " _-,:;/'\"<>=@#%&!~".utf8.contains(byte)
  }
}
