import CustomerModel

/// The words that one system has in a company's name and another leaves out: its form of business, the state it is in, and "and".
/// Without case and accents.
enum LeftOutWords {
  /// Each as the words that follow each other.
  static let all: [[String]] = BusinessForms.swedish + BusinessForms.states + [["och"], ["and"]]

  /// Those of one word, as bytes: for names that are looked through by the million.
  static let words: [[UInt8]] = all.filter { $0.count == 1 }.map { Array($0[0].utf8) }
}
