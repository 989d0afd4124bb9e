/// The words of a company's name that say which form of business it has and what state it is in, in lower case.
///
/// Source: the forms that the Swedish Companies Registration Office registers and how they are abbreviated, and those that customers
/// abroad commonly have.
package enum BusinessForms {
  /// Swedish forms, each as the words that follow each other, without accents.
  package static let swedish: [[String]] = [
    ["ab"], ["a", "b"], ["aktiebolag"], ["aktiebolaget"], ["publ"],
    ["hb"], ["handelsbolag"], ["handelsbolaget"], ["kb"], ["kommanditbolag"], ["kommanditbolaget"],
    ["ek", "for"], ["ekonomisk", "forening"], ["ekonomiska", "foreningen"], ["ideell", "forening"],
    ["enskild", "firma"], ["ef"], ["firma"],
  ]

  /// What state a business is in, as the words that follow each other.
  package static let states: [[String]] = [["i", "likvidation"], ["i", "konkurs"], ["under", "rekonstruktion"]]

  /// Words that tell a company wherever they stand in a name.
  package static let tellingAnywhere: Set<String> = tellingInTexts.union(swedish.filter { $0.count == 1 }.map { $0[0] })
    .union([
      "oyj", "aps", "a/s", "i/s", "k/s", "asa", "ltd.", "llp", "llc", "inc", "inc.", "plc", "co.", "corp", "corp.",
      "tmi",
      "rf", "ry", "ans", "ikb", "abp", "limited", "(publ)",
    ])
    .subtracting(tellingAtTheEnd)

  /// Those that are also words and names: they tell a company where they stand last, or in capitals.
  package static let tellingAtTheEnd: Set<String> = [
    "as", "ky", "da", "sa", "co", "ks", "ag", "bv", "nv", "sl", "ay", "ef",
  ]

  /// Those that tell a company in any text, also in one that is no name.
  package static let tellingInTexts: Set<String> = ["ab", "hb", "kb", "brf", "aktiebolag", "ltd", "gmbh", "oy"]
}
