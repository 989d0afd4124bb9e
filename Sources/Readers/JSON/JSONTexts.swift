import Texts

/// What is told of JSON documents that cannot be read. All but ``unreadable(_:line:column:_:)`` are the reasons it gives.
enum JSONTexts {
  static func unreadable(_ input: Text, line: Int, column: Int, _ reason: Text) -> Text {
    Text(
      en:
        "\(input.english) cannot be read as JSON: on line \(line), column \(column), \(reason.english). Mend the file there, or "
        + "export it again.",
      sv:
        "\(input.swedish) går inte att läsa som JSON. Rad \(line), kolumn \(column): \(reason.swedish). Rätta filen där, eller "
        + "exportera den igen.")
  }

  static let endsTooEarly = Text(en: "the text ends too early", sv: "texten slutar för tidigt")
  static let colonExpected = Text(en: "a colon is expected after the name", sv: "efter namnet ska ett kolon stå")
  static let nameExpected = Text(
    en: "a name in double quotes is expected", sv: "här ska ett namn inom citattecken stå")
  static let valueExpected = Text(en: "a value is expected", sv: "här ska ett värde stå")
  static let textHasNoEnd = Text(en: "the text ends inside a string", sv: "filen slutar mitt i en text")
  static let controlCharacter = Text(
    en: "a line break or another control character stands inside a string",
    sv: "en radbrytning eller ett annat styrtecken står i en text")
  static let noEscape = Text(
    en: "a backslash is followed by a character that it cannot escape",
    sv: "efter ett omvänt snedstreck står ett tecken som inte får stå där")
  static let hexadecimalDigitsExpected = Text(
    en: "\\u is not followed by four hexadecimal digits", sv: "\\u följs inte av fyra hexadecimala siffror")
  static let noNumber = Text(
    en: "a number is not written as JSON writes them (leading zeros belong in quotes)",
    sv: "ett tal är inte skrivet som i JSON (tal som börjar med nollor ska stå inom citattecken)")
  static let arrayGoesOn = Text(en: "nothing may follow the array", sv: "inget får stå efter listan")
  static let objectGoesOn = Text(en: "nothing may follow the object", sv: "inget får stå efter objektet")
  static let objectExpected = Text(en: "an object is expected", sv: "här ska ett objekt stå")
  static let customerExpected = Text(
    en: "an object is expected, as every customer is one", sv: "här ska ett objekt stå, för varje kund är ett objekt")

  static func commaExpected(or bracket: String) -> Text {
    Text(en: "a comma or \(bracket) is expected", sv: "här ska ett komma eller \(bracket) stå")
  }

  static func tooDeep(limit: Int) -> Text {
    Text(en: "values are nested more than \(limit) deep", sv: "värdena är nästlade i fler än \(limit) nivåer")
  }

  static func valueTooLarge(bytes: Int) -> Text {
    Text(en: "a value is larger than \(bytes) bytes", sv: "ett värde är större än \(bytes) byte")
  }

  static func objectTooLarge(bytes: Int) -> Text {
    Text(en: "the object's values are larger than \(bytes) bytes", sv: "objektets värden är större än \(bytes) byte")
  }

  static func headTooLarge(bytes: Int) -> Text {
    Text(
      en: "the head is larger than \(bytes) bytes", sv: "det som står bredvid listan är större än \(bytes) byte")
  }

  static func oneArrayExpected(_ name: String) -> Text {
    Text(en: "one array is expected as \(name)", sv: "\(name) ska vara en enda lista")
  }

  static func arrayMissing(_ name: String) -> Text {
    Text(en: "the array \(name) is missing", sv: "listan \(name) saknas")
  }

  static func tooManyLists(limit: Int) -> Text {
    Text(
      en: "the object ends, which has more than \(limit) lists of objects",
      sv: "här slutar ett objekt som har fler än \(limit) listor med objekt")
  }

  static func tooManyColumns(limit: Int) -> Text {
    Text(
      en: "the objects have more than \(limit) different values, or names that are longer than any heading",
      sv: "objekten har fler än \(limit) olika värden, eller namn som är längre än någon rubrik")
  }

  static func nameTwice(_ name: String) -> Text {
    Text(en: "the object has the name \(name) twice", sv: "objektet har namnet \(name) två gånger")
  }
}
