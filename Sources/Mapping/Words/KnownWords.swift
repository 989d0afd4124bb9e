package import CustomerModel

/// The words that a field with a fixed list of values knows, whatever the mapping says.
package enum KnownWords {
  /// Nil for a kind whose values are free.
  package static func list(for kind: Field.Kind) -> WordList? {
    switch kind {
    case .boolean: booleans
    case .country: countries
    case .language: languages
    case .choice(let words): choices(words)
    default: nil
    }
  }

  /// `-1` is how Visual Basic and Access write true.
  package static let booleans = WordList(
    table: """
      1|ja|j|yes|y|sant|true|t|x|på|on|-1|✓|✔|kyllä
      0|nej|n|no|falskt|falsk|false|f|av|off|nei|ei
      """)

  package static let countries = WordList(table: CountryNames.table)
  package static let languages = WordList(table: LanguageNames.table)

  package static let customerTypes = choices(["company", "private"])

  /// The words themselves and what Swedish and English programs write for them.
  static func choices(_ words: [String]) -> WordList { ofCatalogue[words] ?? made(words) }

  /// Those of the catalogue's fields, which every mapping asks for.
  private static let ofCatalogue: [[String]: WordList] = Dictionary(
    Field.all.lazy.compactMap { if case .choice(let words) = $0.kind { (words, made(words)) } else { nil } },
    uniquingKeysWith: { first, _ in first })

  private static func made(_ words: [String]) -> WordList {
    WordList(table: words.map { ([$0] + (synonyms[$0] ?? [])).joined(separator: "|") }.joined(separator: "\n"))
  }

  private static let synonyms: [String: [String]] = [
    "company": companies,
    "private": persons,
    "normal": ["Standard"],
    "none": ["Ingen", "Ingen moms", "Momsfri", "No VAT"],
    "order": ["Arbetsorder", "Beställning", "Work order"],
    "errorReport": ["Felanmälan", "Felrapport", "Error report", "Ärende"],
    "quotation": ["Offert", "Anbud", "Quote"],
    "custom": ["Egen", "Anpassad", "Annan"],
  ]
}
