import Documents
import Texts

/// What is wrong with a mapping file. A `place` is where something stands in it, such as `columns[3].values`, or
/// ``theMapping``.
enum MappingMistakeTexts {
  static let theMapping = Text(en: "the mapping", sv: "mappningen")

  /// A mistake with the file and the place in it where it stands.
  static func located(_ origin: String, _ position: TextPosition?, _ mistake: Text) -> Text {
    let line = position.map { ":\($0)" } ?? ""
    return Text(en: "\(origin)\(line): \(mistake.english)", sv: "\(origin)\(line): \(mistake.swedish)")
  }

  static func notJSON(_ mistake: Text) -> Text {
    Text(en: "not JSON: \(mistake.english).", sv: "inte JSON: \(mistake.swedish).")
  }

  // MARK: Kinds of values

  static func wrongType(_ place: Text, expected: Text, is kind: Text) -> Text {
    Text(
      en: "\(place.english) must be \(expected.english), not \(kind.english).",
      sv: "\(place.swedish) ska vara \(expected.swedish), inte \(kind.swedish).")
  }

  static let scalar = Text(en: "a text, a number, true or false", sv: "en text, ett tal, true eller false")
  static let pairs = Text(
    en: "an object of words and what they stand for", sv: "ett objekt med ord och vad de betyder")
  static let listOfColumns = Text(en: "a list of columns", sv: "en lista med kolumner")
  static let listOfFieldNames = Text(en: "a list of field names", sv: "en lista med fältnamn")
  static let listOfHeadings = Text(en: "a list of lists of headings", sv: "en lista med listor av rubriker")
  static let listOfTransforms = Text(en: "a list of transforms", sv: "en lista med omvandlingar")
  static let transform = Text(
    en: "a transform's name or an object with one key", sv: "namnet på en omvandling eller ett objekt med en nyckel")
  static let replacement = Text(
    en: "an object with \"pattern\" and \"with\"", sv: "ett objekt med \"pattern\" och \"with\"")
  static let split = Text(
    en: "a text or an object with \"at\" or \"groups\"", sv: "en text eller ett objekt med \"at\" eller \"groups\"")

  // MARK: Values

  // JSON's own quotes stand around keys, and around what is to be written as it stands. Words that a file has are quoted as
  // the language quotes.

  private static func quoted(_ words: [String], _ open: String, _ close: String) -> String {
    words.map { open + $0 + close }.joined(separator: ", ")
  }

  /// - Parameter meant: the word that was probably meant.
  static func notOneOf(_ place: Text, _ words: [String], _ text: String, meant: String?) -> Text {
    let list = (en: quoted(words, "“", "”"), sv: quoted(words, "”", "”"))
    return meant.map { meant in
      Text(
        en: "\(place.english) must be one of \(list.en), not “\(text)”. Did you mean “\(meant)”?",
        sv: "\(place.swedish) ska vara något av \(list.sv), inte ”\(text)”. Menade du ”\(meant)”?")
    }
      ?? Text(
        en: "\(place.english) must be one of \(list.en), not “\(text)”.",
        sv: "\(place.swedish) ska vara något av \(list.sv), inte ”\(text)”.")
  }

  static func noSplit(_ place: Text, _ words: [String], _ text: String, meant: String?) -> Text {
    let list = (en: quoted(words, "“", "”"), sv: quoted(words, "”", "”"))
    let en = "\(place.english) must be one of \(list.en), or {\"at\": …} or {\"groups\": …}, not “\(text)”."
    let sv = "\(place.swedish) ska vara något av \(list.sv), eller {\"at\": …} eller {\"groups\": …}, inte ”\(text)”."
    return meant.map { Text(en: "\(en) Did you mean “\($0)”?", sv: "\(sv) Menade du ”\($0)”?") }
      ?? Text(en: en, sv: sv)
  }

  static func nameIsEmpty(_ place: Text) -> Text {
    Text(
      en: "\(place.english) is empty; leave it out or give a name.",
      sv: "\(place.swedish) är tomt; utelämna det eller ange ett namn.")
  }

  static func isEmpty(_ place: Text) -> Text { Text(en: "\(place.english) is empty.", sv: "\(place.swedish) är tom.") }

  static func noDelimiter(_ place: Text, _ text: String) -> Text {
    Text(
      en: "\(place.english) must be one character, such as “;” or “\\t”, not “\(text)”.",
      sv: "\(place.swedish) ska vara ett tecken, till exempel ”;” eller ”\\t”, inte ”\(text)”.")
  }

  static func noHeaderRow(_ place: Text) -> Text {
    Text(
      en: "\(place.english) must be a whole number: the row of the headings from 1, or 0 for a list without headings.",
      sv: "\(place.swedish) ska vara ett heltal: raden med rubrikerna från 1, eller 0 för en lista utan rubriker.")
  }

  static func noLength(_ place: Text) -> Text {
    Text(
      en: "\(place.english) must be a whole number from 1.", sv: "\(place.swedish) ska vara ett heltal från 1.")
  }

  static func typeFromOfBoth(_ place: Text) -> Text {
    Text(
      en:
        "\(place.english) does not go with \"direction\": \"both\": an accounting system says itself who is a private person.",
      sv:
        "\(place.swedish) går inte ihop med \"direction\": \"both\": ett ekonomisystem anger självt vem som är privatperson."
    )
  }

  /// - Parameter known: some of the words that the field has.
  static func noWordOfField(_ place: Text, _ value: String, field: String, known: [String], hasMore: Bool) -> Text {
    let list = known.joined(separator: ", ")
    return hasMore
      ? Text(
        en: "\(place.english) is “\(value)”, which \(field) cannot be; it knows \(list) and so on.",
        sv: "\(place.swedish) är ”\(value)”, men det kan \(field) inte vara. Där finns \(list) med flera.")
      : Text(
        en: "\(place.english) is “\(value)”, which \(field) cannot be; it knows \(list).",
        sv: "\(place.swedish) är ”\(value)”, men det kan \(field) inte vara. Där finns \(list).")
  }

  // MARK: Keys

  static func unknownKey(_ place: Text, _ key: String, meant: String) -> Text {
    Text(
      en: "\(place.english) has a key \"\(key)\" that is not known. Did you mean \"\(meant)\"?",
      sv: "\(place.swedish) har en okänd nyckel \"\(key)\". Menade du \"\(meant)\"?")
  }

  static func unknownKey(_ place: Text, _ key: String, known: [String]) -> Text {
    let list = known.joined(separator: ", ")
    return Text(
      en: "\(place.english) has a key \"\(key)\" that is not known; the keys are \(list).",
      sv: "\(place.swedish) har en okänd nyckel \"\(key)\". Nycklarna är \(list).")
  }

  static func needsKey(_ place: Text, _ key: String) -> Text {
    Text(en: "\(place.english) needs the key \"\(key)\".", sv: "\(place.swedish) saknar nyckeln \"\(key)\".")
  }

  static func needsColumns(_ place: Text) -> Text {
    Text(
      en: "\(place.english) needs the key \"columns\", a list of columns.",
      sv: "\(place.swedish) saknar nyckeln \"columns\", en lista med kolumner.")
  }

  static func needsField(_ place: Text) -> Text {
    Text(
      en: "\(place.english) needs the key \"field\", or \"fields\" with a split.",
      sv: "\(place.swedish) saknar nyckeln \"field\", eller \"fields\" med en delning.")
  }

  static func needsSource(_ place: Text) -> Text {
    Text(
      en:
        "\(place.english) says nothing of its source: add \"headers\", \"join\", \"firstOf\" or \"constant\".",
      sv:
        "\(place.swedish) anger inte var värdet kommer från: lägg till \"headers\", \"join\", \"firstOf\" eller \"constant\"."
    )
  }

  static func hasBoth(_ place: Text, _ one: String, _ other: String) -> Text {
    Text(
      en: "\(place.english) has both \"\(one)\" and \"\(other)\"; keep one of them.",
      sv: "\(place.swedish) har både \"\(one)\" och \"\(other)\"; behåll en av dem.")
  }

  static func separatorWithoutJoin(_ place: Text) -> Text {
    Text(
      en: "\(place.english) has a \"separator\" but no \"join\".",
      sv: "\(place.swedish) har \"separator\" men ingen \"join\".")
  }

  // MARK: Columns and fields

  static func columnsAreEmpty(_ place: Text) -> Text {
    Text(
      en: "\(place.english) is empty: nothing would be imported.",
      sv: "\(place.swedish) är tom: inget skulle importeras.")
  }

  /// - Parameter meant: the field that was probably meant.
  static func unknownField(_ place: Text, _ name: String, meant: String?) -> Text {
    meant.map { meant in
      Text(
        en: "\(place.english) names no field of the card: “\(name)”. Did you mean “\(meant)”?",
        sv: "\(place.swedish) anger inget fält på kundkortet: ”\(name)”. Menade du ”\(meant)”?")
    }
      ?? Text(
        en: "\(place.english) names no field of the card: “\(name)”.",
        sv: "\(place.swedish) anger inget fält på kundkortet: ”\(name)”.")
  }

  static func readOnlyField(_ place: Text, _ name: String) -> Text {
    Text(
      en: "\(place.english) names \(name), which only the register writes.",
      sv: "\(place.swedish) anger \(name), som bara registret skriver.")
  }

  static func fieldTwice(_ place: Text) -> Text {
    Text(en: "\(place.english) names a field twice.", sv: "\(place.swedish) anger ett fält två gånger.")
  }

  static func noHeadings(_ place: Text) -> Text {
    Text(
      en: "\(place.english) is empty: name at least one heading.",
      sv: "\(place.swedish) är tom: ange minst en rubrik.")
  }

  static func blankHeading(_ place: Text) -> Text {
    Text(
      en: "\(place.english) has neither letters nor digits, so it matches no heading.",
      sv: "\(place.swedish) har varken bokstäver eller siffror och passar därför ingen rubrik.")
  }

  // MARK: Splits

  static func fieldsWithoutSplit(_ place: Text) -> Text {
    Text(
      en: "\(place.english) has \"fields\" but no split among its transforms.",
      sv: "\(place.swedish) har \"fields\" men ingen delning bland sina omvandlingar.")
  }

  static func splitOfOneField(_ place: Text) -> Text {
    Text(
      en: "\(place.english) splits, so it needs \"fields\", not \"field\".",
      sv: "\(place.swedish) delar värdet och behöver därför \"fields\", inte \"field\".")
  }

  static func splitsTwice(_ place: Text) -> Text {
    Text(en: "\(place.english) splits more than once.", sv: "\(place.swedish) delar värdet mer än en gång.")
  }

  static func splitWithDefault(_ place: Text) -> Text {
    Text(
      en: "\(place.english) splits, so a \"default\" fits no single field.",
      sv: "\(place.swedish) delar värdet, så \"default\" passar inget enskilt fält.")
  }

  static func splitCount(_ place: Text, names: Int, parts: Int) -> Text {
    Text(
      en: "\(place.english) has \(names.counted("name")), but the split makes \(parts.counted("part")).",
      sv: "\(place.swedish) har \(names) namn, men delningen ger \(parts.counted("del", "delar")).")
  }

  // MARK: Transforms

  static func unknownTransform(_ place: Text, _ name: String, meant: String) -> Text {
    Text(
      en: "\(place.english) names no transform: “\(name)”. Did you mean “\(meant)”?",
      sv: "\(place.swedish) anger ingen omvandling: ”\(name)”. Menade du ”\(meant)”?")
  }

  static func unknownTransform(_ place: Text, _ name: String, known: [String]) -> Text {
    let list = known.joined(separator: ", ")
    return Text(
      en: "\(place.english) names no transform: “\(name)”; the transforms are \(list).",
      sv: "\(place.swedish) anger ingen omvandling: ”\(name)”. Omvandlingarna är \(list).")
  }

  static func needsArgument(_ place: Text, _ name: String) -> Text {
    Text(
      en: "\(place.english) needs an argument: {\"\(name)\": …}.",
      sv: "\(place.swedish) behöver ett argument: {\"\(name)\": …}.")
  }

  static func takesNoArgument(_ place: Text, _ name: String) -> Text {
    Text(
      en: "\(place.english) takes no argument: write “\(name)”.",
      sv: "\(place.swedish) tar inget argument: skriv ”\(name)”.")
  }

  static func transformOfSeveralKeys(_ place: Text) -> Text {
    Text(
      en: "\(place.english) must have exactly one key, the transform's name.",
      sv: "\(place.swedish) ska ha exakt en nyckel, omvandlingens namn.")
  }

  static func splitOfSeveralKeys(_ place: Text) -> Text {
    Text(
      en: "\(place.english) must have exactly one key, \"at\" or \"groups\".",
      sv: "\(place.swedish) ska ha exakt en nyckel, \"at\" eller \"groups\".")
  }

  static func noCallingCode(_ place: Text, _ code: String) -> Text {
    Text(
      en: "\(place.english) must be a country's calling code, such as “46”, not “\(code)”.",
      sv: "\(place.swedish) ska vara ett landsnummer, till exempel ”46”, inte ”\(code)”.")
  }

  static func noSeparators(_ place: Text) -> Text {
    Text(
      en: "\(place.english) must be the separating characters, ASCII only, such as “;,”.",
      sv: "\(place.swedish) ska vara de tecken som skiljer värdena åt, bara ASCII, till exempel ”;,”.")
  }

  static func splitAtNothing(_ place: Text) -> Text {
    Text(
      en: "\(place.english) is empty: name the text to split at.",
      sv: "\(place.swedish) är tom: ange texten att dela vid.")
  }

  static func badPattern(_ place: Text, _ pattern: String) -> Text {
    Text(
      en: "\(place.english) is no regular expression: “\(pattern)”.",
      sv: "\(place.swedish) är inget reguljärt uttryck: ”\(pattern)”.")
  }
}
