import Texts

/// Why a column is taken for what it is.
enum UnderstandingTexts {
  static func headingSays(_ words: [String]) -> Text {
    let words = words.joined(separator: " + ")
    return Text(en: "the heading's words: \(words)", sv: "rubrikens ord: \(words)")
  }

  static func headingMeans(_ words: [String], written: String) -> Text {
    let words = words.joined(separator: " + ")
    return Text(en: "“\(written)” is probably \(words)", sv: "”\(written)” är troligen \(words)")
  }

  static func andCells(_ heading: Text) -> Text {
    Text(en: "\(heading.english); the cells agree", sv: "\(heading.swedish); cellerna stämmer")
  }

  static let cellsProve = Text(en: "the cells prove what they are", sv: "cellerna visar vad de är")

  static func perhaps(_ field: Text) -> Text {
    Text(
      en: "not sure enough; the likeliest is “\(field.english)”", sv: "inte säkert nog; troligast är ”\(field.swedish)”"
    )
  }

  static let numbersTellCountry = Text(
    en: "the check digits of the numbers, or the postal codes, tell the country",
    sv: "numrens kontrollsiffror eller postnumren visar landet")

  static let hasNoPlace = Text(
    en: "the card has no place for it", sv: "kortet har ingen plats för det")
}
