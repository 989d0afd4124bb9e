import Texts

/// What is wrong with a text that should be JSON: the end of a sentence, without its full stop.
enum JSONSyntaxTexts {
  static let isNotUTF8 = Text(
    en: "the text is not UTF-8; save the file as UTF-8", sv: "texten är inte UTF-8; spara filen som UTF-8")
  static let goesOn = Text(
    en: "nothing may follow after the end of the document", sv: "inget får stå efter dokumentets slut")
  static let endsBeforeValue = Text(
    en: "the document ends where a value is expected", sv: "dokumentet slutar där ett värde ska stå")
  static let endsInEscape = Text(
    en: "the document ends in the middle of an escape", sv: "dokumentet slutar mitt i en escapesekvens")
  static let controlCharacter = Text(
    en: "a line break or other control character must be escaped in a text; a line break is written \\n",
    sv: "radbrytningar och andra styrtecken får inte stå direkt i en text; en radbrytning skrivs \\n")
  static let textHasNoEnd = Text(
    en: "the text that begins here has no closing quote", sv: "texten som börjar här saknar avslutande citattecken")
  static let halfSurrogatePair = Text(en: "half of a surrogate pair", sv: "ett halvt surrogatpar")
  static let hexadecimalDigitsExpected = Text(
    en: "\\u is followed by four hexadecimal digits", sv: "\\u följs av fyra hexadecimala siffror")
  static let commaOrBraceExpected = Text(en: "a comma or } is expected", sv: "här ska ett komma eller } stå")
  static let commaOrBracketExpected = Text(en: "a comma or ] is expected", sv: "här ska ett komma eller ] stå")
  static let leadingZero = Text(en: "a number does not begin with 0", sv: "ett tal börjar inte med 0")

  static func tooManyValues(limit: Int) -> Text {
    Text(en: "the document has more than \(limit) values", sv: "dokumentet har fler än \(limit) värden")
  }

  static func isTooDeep(limit: Int) -> Text {
    Text(en: "the nesting is deeper than \(limit) levels", sv: "dokumentet är nästlat i fler än \(limit) nivåer")
  }

  static func noEscape(_ shown: String) -> Text {
    Text(
      en: "\\\(shown) is no escape; a backslash itself is written \\\\",
      sv: "\\\(shown) är ingen escapesekvens; ett omvänt snedstreck skrivs \\\\")
  }

  /// - Parameter isAfterComma: true where the object ends behind a comma, the most frequent mistake of those who move lines about.
  static func keyExpected(isAfterComma: Bool) -> Text {
    isAfterComma
      ? Text(
        en: "a key in double quotes is expected; a comma must not stand before }",
        sv: "här ska en nyckel inom citattecken stå; före } får det inte stå ett komma")
      : Text(en: "a key in double quotes is expected", sv: "här ska en nyckel inom citattecken stå")
  }

  static func keyStandsTwice(_ key: String) -> Text {
    Text(
      en: "the key “\(key)” stands twice in the same object", sv: "nyckeln ”\(key)” står två gånger i samma objekt")
  }

  static func colonExpected(after key: String) -> Text {
    Text(
      en: "a colon is expected after the key “\(key)”", sv: "efter nyckeln ”\(key)” ska ett kolon stå")
  }

  /// - Parameter isAfterComma: true where the list ends behind a comma.
  static func valueExpected(isAfterComma: Bool) -> Text {
    isAfterComma
      ? Text(
        en:
          "a value is expected: a text in double quotes, a number, true, false, null, [ or {; a comma must not stand before ]",
        sv:
          "här ska ett värde stå: en text inom citattecken, ett tal, true, false, null, [ eller {; före ] får det inte stå ett komma"
      )
      : Text(
        en: "a value is expected: a text in double quotes, a number, true, false, null, [ or {",
        sv: "här ska ett värde stå: en text inom citattecken, ett tal, true, false, null, [ eller {")
  }

  static func digitExpected(in number: String) -> Text {
    Text(
      en: "a digit is expected: \(number) is no number", sv: "här ska en siffra stå: \(number) är inget tal")
  }
}
