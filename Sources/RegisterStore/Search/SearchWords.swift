/// The words of a free-text search, folded: each must be found somewhere in a customer's searched texts.
struct SearchWords {
  /// The other spellings that count as the word stand beside it: one of them is enough. The longest word comes first,
  /// since it is the rarest.
  let alternatives: [[[UInt8]]]

  init(_ text: String) {
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
    let hyphen = UInt8(ascii: "-")
    let digits = word.filter { $0 >= 0x30 && $0 <= 0x39 }
    guard word.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 || $0 == hyphen || $0 == plus }) else { return [word] }
    if word.count > 5, word[word.count - 5] == plus, digits.count == word.count - 1 {
      others.append(word.map { $0 == plus ? hyphen : $0 })
    }
    if digits.count == 12, digits.starts(with: Array("16".utf8)), word.starts(with: Array("16".utf8)) {
      others.append(Array(word.dropFirst(2)))
    }
    return [word] + others
  }
}
