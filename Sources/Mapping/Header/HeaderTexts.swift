import Texts

/// What is told of how headings were read.
enum HeaderTexts {
  static let twoRows = Text(
    en: "The headings stand in two rows, which were read as one.",
    sv: "Rubrikerna står på två rader, som lästes som en.")

  /// - Parameter leftOut: the headings of columns that no field takes for the word over them.
  static func groups(_ words: [String], leftOut: [String]) -> Text {
    let groups = Text(
      en:
        "Above the headings stand groups of columns: \(english(words)). Each column was taken for its group.",
      sv:
        "Ovanför rubrikerna står grupper av kolumner: \(swedish(words)). Varje kolumn togs för sin grupp.")
    guard !leftOut.isEmpty else { return groups }
    let left = Text(
      en: "Left out, as nobody knows whose they are: \(english(leftOut)).",
      sv: "Utelämnade, eftersom det inte framgår vems de är: \(swedish(leftOut)).")
    return [groups, left].joined()
  }

  static func noNameBelow(_ word: String, _ headings: [String]) -> Text {
    Text(
      en:
        "Below “\(word)” stands no name, so \(english(headings)) were taken for the customer's own. If they are a person's, write "
        + "“Kontaktperson” there, or a column with the name.",
      sv:
        "Under ”\(word)” står inget namn, så \(swedish(headings)) togs för kundens egna. Om de hör till en person: skriv "
        + "”Kontaktperson” där, eller lägg till en kolumn med namnet.")
  }

  static func onlyNameBelow(_ word: String, _ headings: [String]) -> Text {
    Text(
      en:
        "“\(word)” stands over the only name of the list, so that name and \(english(headings)) were taken for the customer's "
        + "own. If they are a person's, write “Kontaktperson” there.",
      sv:
        "”\(word)” står över listans enda namn, så namnet och \(swedish(headings)) togs för kundens egna. Om de hör till en "
        + "person: skriv ”Kontaktperson” där.")
  }

  // MARK: A heading that changes what its column means

  /// - Parameter heading: nil for a word that may be a value.
  static func stands(_ heading: String?, where former: String) -> Text {
    heading.map { Text(en: "“\($0)” stands where “\(former)” stood", sv: "”\($0)” står där ”\(former)” stod") }
      ?? Text(en: "another word stands where “\(former)” stood", sv: "ett annat ord står där ”\(former)” stod")
  }

  /// - Parameter heading: nil for a word that may be a value.
  static func standsWhereNoneStood(_ heading: String?) -> Text {
    heading.map {
      Text(en: "“\($0)” stands where no heading stood", sv: "”\($0)” står där det inte fanns någon rubrik")
    }
      ?? Text(
        en: "another word stands where no heading stood", sv: "ett annat ord står där det inte fanns någon rubrik")
  }

  private static func english(_ words: [String]) -> String { words.map { "“\($0)”" }.joined(separator: ", ") }
  private static func swedish(_ words: [String]) -> String { words.map { "”\($0)”" }.joined(separator: ", ") }
}
