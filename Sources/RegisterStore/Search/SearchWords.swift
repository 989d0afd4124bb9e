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
    let partial = alternatives.filter { $0[0].allSatisfy(Self.isOfNumber) }
    guard !partial.isEmpty else { return true }
    let texts = entry.split(separator: SearchEntries.separator).map { String(decoding: $0, as: UTF8.self) }
    return partial.allSatisfy { spellings in
      spellings.contains { word in
        let word = String(decoding: word, as: UTF8.self)
        return texts.contains { Self.mayFind($0, by: word) }
      }
    }
  }

  private static func mayFind(_ text: String, by word: String) -> Bool {
    guard text.contains(word) else { return false }
    let shown = IdentityMask.masked(text)
    if shown.contains(word) { return true }
    // The whole number, with or without its century.
    let (held, given) = (text.filter(\.isNumber), word.filter(\.isNumber))
    return given.count >= 10 && held.hasSuffix(given)
  }

  private static func isOfNumber(_ byte: UInt8) -> Bool {
    byte >= 0x30 && byte <= 0x39 || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+")
  }
}
