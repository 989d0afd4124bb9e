import CustomerModel

/// The words of a free-text search, folded: each must be found somewhere in a customer's searched texts.
struct SearchWords {
  /// The other spellings that count as the word stand beside it: one of them is enough. The longest word comes first,
  /// since it is the rarest.
  let alternatives: [[[UInt8]]]
  /// As of ``CustomerSearch/hidesIdentity``.
  private let hidesIdentity: Bool

  init(_ text: String, hidesIdentity: Bool = false) {
    self.hidesIdentity = hidesIdentity
    alternatives = text.split(whereSeparator: \.isWhitespace)
      .map { FoldedText.bytes(String($0)).filter { $0 >= 0x20 } }
      .filter { !$0.isEmpty }
      .map(Self.spellings)
      .sorted { $0[0].count > $1[0].count }
  }

  var isEmpty: Bool { alternatives.isEmpty }

  /// The word, and how an identity number that it may be stands in the register: the sign for those over a hundred years
  /// is a hyphen there, and the 16 before an organisation's number is left out.
  /// Source: Skatteverket, SKV 704; Bolagsverket on twelve-digit organisation numbers.
  private static func spellings(_ word: [UInt8]) -> [[UInt8]] {
    var others: [[UInt8]] = []
    let plus = UInt8(ascii: "+")
    let digits = word.filter { $0 >= 0x30 && $0 <= 0x39 }
    guard word.allSatisfy(isOfNumber) else { return [word] }
    if word.count > 5, word[word.count - 5] == plus, digits.count == word.count - 1 {
      others.append(word.map { $0 == plus ? UInt8(ascii: "-") : $0 })
    }
    if digits.count == 12, digits.starts(with: Array("16".utf8)), word.starts(with: Array("16".utf8)) {
      others.append(Array(word.dropFirst(2)))
    }
    return [word] + others
  }

  /// True when each word stands in a text of an entry in which the searching user may look for it: a part of a personal
  /// number that is shown masked is none.
  func areOpen(in entry: UnsafeRawBufferPointer) -> Bool {
    guard hidesIdentity else { return true }
    return alternatives.allSatisfy { spellings in
      // A word without digits has none that are hidden.
      !spellings[0].contains(where: Self.isDigit) || spellings.contains { Self.isOpen($0, in: entry) }
    }
  }

  private static func isOpen(_ word: [UInt8], in entry: UnsafeRawBufferPointer) -> Bool {
    word.withUnsafeBytes { word in
      var start = 0
      while start < entry.count {
        let rest = UnsafeRawBufferPointer(rebasing: entry[start...])
        let end = start + (rest.firstIndex(of: SearchEntries.separator) ?? rest.count)
        let text = UnsafeRawBufferPointer(rebasing: entry[start..<end])
        if TextScan.first(word, in: text, from: 0) != nil, mayFind(text, by: word, isNumber: start == 0) { return true }
        start = end + 1
      }
      return false
    }
  }

  /// - Parameter isNumber: true for the customer number, which is masked only when it is a person's.
  private static func mayFind(
    _ text: UnsafeRawBufferPointer, by word: UnsafeRawBufferPointer, isNumber: Bool
  ) -> Bool {
    // Fewer digits are no personal number.
    let digits = text.filter(isDigit)
    guard digits.count >= 10 else { return true }
    let held = String(decoding: text, as: UTF8.self)
    let shown = isNumber ? IdentityMask.maskedNumber(held) : IdentityMask.masked(held)
    if shown.contains(String(decoding: word, as: UTF8.self)) { return true }
    // The whole number, with or without its century.
    let given = word.filter(isDigit)
    return given.count >= 10 && digits.suffix(given.count) == given[...]
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  private static func isOfNumber(_ byte: UInt8) -> Bool {
    isDigit(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+")
  }
}
