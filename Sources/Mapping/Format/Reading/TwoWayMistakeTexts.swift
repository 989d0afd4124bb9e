import Texts

/// What is wrong with entries of a mapping of both directions. A `place` is the entry's, such as `columns[3]`.
enum TwoWayMistakeTexts {
  static func onlyReads(_ place: Text, _ key: String) -> Text {
    Text(
      en:
        "\(place.english) has \"\(key)\", but the mapping only reads: add \"direction\": \"both\" at the top, or leave the key "
        + "out.",
      sv:
        "\(place.swedish) har \"\(key)\", men mappningen bara läser: lägg till \"direction\": \"both\" överst, eller ta bort "
        + "nyckeln.")
  }

  static func entryOnlyReads(_ place: Text, _ key: String) -> Text {
    Text(
      en: "\(place.english) has \"\(key)\", but its \"direction\" is \"in\", so it only reads; leave one of them out.",
      sv: "\(place.swedish) har \"\(key)\", men dess \"direction\" är \"in\", så den bara läser; ta bort en av dem.")
  }

  static func entryOnlyWrites(_ place: Text, _ key: String) -> Text {
    Text(
      en:
        "\(place.english) has \"\(key)\", but its \"direction\" is \"out\", so it only writes; leave one of them out.",
      sv: "\(place.swedish) har \"\(key)\", men dess \"direction\" är \"out\", så den bara skriver; ta bort en av dem.")
  }

  static func writesFieldToo(_ place: Text, _ field: String, other: String) -> Text {
    Text(
      en: "\(place.english) writes \(field), which \(other) writes too; keep one of them.",
      sv: "\(place.swedish) skriver \(field), som även \(other) skriver; behåll en av dem.")
  }

  static func writesKeyToo(_ place: Text, _ key: String, other: String) -> Text {
    Text(
      en: "\(place.english) writes \"\(key)\", which \(other) writes too; keep one of them.",
      sv: "\(place.swedish) skriver \"\(key)\", som även \(other) skriver; behåll en av dem.")
  }

  static func readsNothing(_ place: Text) -> Text {
    Text(
      en: "\(place.english) reads nothing: every entry's \"direction\" is \"out\".",
      sv: "\(place.swedish) läser inget: \"direction\" är \"out\" överallt.")
  }

  static func writesNothing(_ place: Text) -> Text {
    Text(
      en: "\(place.english) writes nothing, though \"direction\" is \"both\": leave that out at the top.",
      sv: "\(place.swedish) skriver inget fast \"direction\" är \"both\": ta bort det överst.")
  }

  // MARK: What cannot be undone

  static func listCannotBeWritten(_ place: Text, _ key: String) -> Text {
    Text(
      en: "\(place.english) reads a list, \"\(key)\", which cannot be written back: let its \"direction\" be \"in\".",
      sv: "\(place.swedish) läser en lista, \"\(key)\", som inte kan skrivas tillbaka: sätt \"direction\" till \"in\".")
  }

  static func sourceCannotBeWritten(_ place: Text, _ key: String) -> Text {
    Text(
      en: "\(place.english) has \"\(key)\", which cannot be written back: let its \"direction\" be \"in\".",
      sv: "\(place.swedish) har \"\(key)\", som inte kan skrivas tillbaka: sätt \"direction\" till \"in\".")
  }

  static func transformCannotBeUndone(_ place: Text, _ name: String) -> Text {
    Text(
      en:
        "\(place.english) has the transform “\(name)”, which cannot be undone: let its \"direction\" be \"in\", or use "
        + "\"values\".",
      sv:
        "\(place.swedish) har omvandlingen ”\(name)”, som inte kan göras ogjord: sätt \"direction\" till \"in\", eller använd "
        + "\"values\".")
  }

  static func valuesAndTransforms(_ place: Text) -> Text {
    Text(
      en:
        "\(place.english) has both \"values\" and \"transforms\", which cannot be undone: keep one of them, or let its "
        + "\"direction\" be \"in\".",
      sv:
        "\(place.swedish) har både \"values\" och \"transforms\", och det kan inte göras ogjort: behåll en av dem, eller sätt "
        + "\"direction\" till \"in\".")
  }

  static func valuesOfSet(_ place: Text) -> Text {
    Text(
      en: "\(place.english) has \"values\" for a set, which cannot be undone: let its \"direction\" be \"in\".",
      sv:
        "\(place.swedish) har \"values\" för en mängd, och det kan inte göras ogjort: sätt \"direction\" till \"in\".")
  }

  // MARK: What the field's values cannot take

  static func lengthOfNoText(_ place: Text, type: String) -> Text {
    Text(
      en: "\(place.english) has a \"maximumLength\", but its \"type\" is \"\(type)\"; only texts have a length.",
      sv: "\(place.swedish) har \"maximumLength\", men dess \"type\" är \"\(type)\"; bara texter har en längd.")
  }

  static func isNeitherYesNorNo(_ place: Text, _ field: String) -> Text {
    Text(
      en: "\(place.english) is \"boolean\", but \(field) is neither yes nor no: add \"values\" for true and false.",
      sv:
        "\(place.swedish) är \"boolean\", men \(field) är varken ja eller nej: lägg till \"values\" för true och false."
    )
  }

  static func wordIsOfOtherType(_ place: Text, _ word: String, type: String) -> Text {
    Text(
      en: "\(place.english) would be written, but “\(word)” is no \(type), which the \"type\" asks for.",
      sv: "\(place.swedish) skulle skrivas, men ”\(word)” är inte \(type), som \"type\" kräver.")
  }

  static func setNeedsNames(_ place: Text, _ field: String) -> Text {
    Text(
      en: "\(place.english) must have \"names\": \(field) is a set and is written as one text.",
      sv: "\(place.swedish) ska ha \"names\": \(field) är en mängd och skrivs som en text.")
  }

  static func namesOfNoSet(_ place: Text, _ field: String) -> Text {
    Text(
      en: "\(place.english) has \"names\", but \(field) is no set.",
      sv: "\(place.swedish) har \"names\", men \(field) är ingen mängd.")
  }

  static func plainNumber(_ place: Text) -> Text {
    Text(
      en: "\(place.english) has \"plainCharacters\", but the number is a key, which is written as it is.",
      sv: "\(place.swedish) har \"plainCharacters\", men kundnumret är en nyckel och skrivs som det är.")
  }

  static func plainCharactersOfNoText(_ place: Text) -> Text {
    Text(
      en: "\(place.english) has \"plainCharacters\", but only texts have characters.",
      sv: "\(place.swedish) har \"plainCharacters\", men bara texter har tecken.")
  }

  static func tenDigitsOfNoIdentity(_ place: Text, _ field: String) -> Text {
    Text(
      en: "\(place.english) has \"tenDigitIdentity\", but \(field) is no identity number.",
      sv: "\(place.swedish) har \"tenDigitIdentity\", men \(field) är inget person- eller organisationsnummer.")
  }
}
