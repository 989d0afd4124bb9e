/// The words of a company's name that say which form of business it has, what state it is in, and "and": one system has
/// them and another leaves them out. Without case and accents.
///
/// Source: the forms that the Swedish Companies Registration Office registers, and how they are abbreviated.
enum BusinessForms {
  /// Each as the words that follow each other.
  static let all: [[String]] = [
    ["ab"], ["a", "b"], ["aktiebolag"], ["aktiebolaget"], ["publ"],
    ["hb"], ["handelsbolag"], ["handelsbolaget"], ["kb"], ["kommanditbolag"], ["kommanditbolaget"],
    ["ek", "for"], ["ekonomisk", "forening"], ["ekonomiska", "foreningen"], ["ideell", "forening"],
    ["enskild", "firma"], ["ef"], ["firma"], ["i", "likvidation"], ["i", "konkurs"], ["under", "rekonstruktion"],
    ["och"], ["and"],
  ]

  /// Those of one word, as bytes: for names that are looked through by the million.
  static let words: [[UInt8]] = all.filter { $0.count == 1 }.map { Array($0[0].utf8) }
}
