import CustomerModel
import Texts

/// What is told of conditions that cannot be read.
enum FilterTexts {
  /// - Parameters:
  ///   - source: the condition as it was typed, with personal identity numbers masked.
  ///   - place: the character at which it cannot be read, from 1.
  static func malformed(_ source: String, at place: Int, _ mistake: Text) -> Text {
    Text(
      en:
        "\(source): at character \(place), \(mistake.english). A value that holds and, or, or parentheses stands in quotes.",
      sv:
        "\(source): vid tecken \(place) \(mistake.swedish). Ett värde som innehåller and, or eller parenteser står inom "
        + "citattecken.")
  }

  static let strayParenthesis = Text(en: "there is a ) without its (", sv: "finns en ) utan sin (")
  static let openParenthesis = Text(en: "a ( has no )", sv: "saknar en ( sin )")
  static let tooDeep = Text(
    en: "there are more than a hundred groups within each other", sv: "finns mer än hundra grupper i varandra")
  static let noComparison = Text(
    en: "a comparison is missing after the field's name. Write FIELD=VALUE, or !=, ~, >, >=, <, <=",
    sv: "saknas en jämförelse efter fältets namn. Skriv FÄLT=VÄRDE, eller !=, ~, >, >=, <, <=")
  static let noField = Text(en: "a field's name is missing", sv: "saknas ett fälts namn")
  static let afterQuotes = Text(
    en: "after a value in quotes comes and, or, or nothing",
    sv: "står något annat än and, or eller ingenting efter ett värde inom citattecken")
  static let openQuote = Text(en: "a quote has no end", sv: "saknar ett citattecken sitt slut")

  // MARK: Fields

  static func isGroup(_ name: String, of fields: [String]) -> Text {
    let list = fields.joined(separator: ", ")
    return Text(
      en: "\(name) is several fields: ask for \(name)~TEXT, \(name)= or \(name)!=, or for one of \(list).",
      sv: "\(name) är flera fält: fråga efter \(name)~TEXT, \(name)= eller \(name)!=, eller efter ett av \(list).")
  }

  /// - Parameter near: the field that was probably meant.
  static func unknownField(_ name: String, known: [String], near: String?) -> Text {
    let list = known.joined(separator: ", ")
    return near.map { near in
      Text(
        en: "There is no field \(name). Did you mean \(near)? The fields are \(list).",
        sv: "Det finns inget fält \(name). Menade du \(near)? Fälten är \(list).")
    }
      ?? Text(
        en: "There is no field \(name). The fields are \(list).", sv: "Det finns inget fält \(name). Fälten är \(list)."
      )
  }

  static func unknownMember(_ name: String, of field: String, known: [String], near: String?) -> Text {
    let list = known.joined(separator: ", ")
    return near.map { near in
      Text(
        en: "\(field) has no \(name). Did you mean \(field).\(near)? Each has \(list).",
        sv: "\(field) har inget \(name). Menade du \(field).\(near)? Var och en har \(list).")
    }
      ?? Text(
        en: "\(field) has no \(name). Each has \(list).", sv: "\(field) har inget \(name). Var och en har \(list).")
  }

  static func unknownCustomField(_ name: String, known: [String]) -> Text {
    guard !known.isEmpty else {
      return Text(
        en: "There is no custom field \(name). The register has none.",
        sv: "Det finns inget eget fält \(name). Registret har inga egna fält.")
    }
    let list = known.joined(separator: ", ")
    return Text(
      en: "There is no custom field \(name). The register has \(list).",
      sv: "Det finns inget eget fält \(name). Registret har \(list).")
  }

  static func noOrder(_ name: String) -> Text {
    Text(
      en: "The values of \(name) have no order, so >, >=, < and <= mean nothing there. Use =, != or ~.",
      sv: "Värdena i \(name) har ingen ordning, så >, >=, < och <= betyder inget där. Använd =, != eller ~.")
  }

  // MARK: Values

  static func noValue(_ name: String, _ comparison: String) -> Text {
    Text(
      en: "\(name)\(comparison) lacks a value. \(name)= asks for customers without one, \(name)!= for those with one.",
      sv: "\(name)\(comparison) saknar värde. \(name)= frågar efter kunder utan, \(name)!= efter dem som har något.")
  }

  static func isYesOrNo(_ name: String) -> Text {
    Text(
      en: "\(name) is yes or no: ask with \(name)=yes or \(name)=no.",
      sv: "\(name) är ja eller nej: fråga med \(name)=ja eller \(name)=nej.")
  }

  /// - Parameters:
  ///   - value: as it was typed, with personal identity numbers masked.
  ///   - allowed: what the values are, in a sentence: one of those below.
  static func badValue(_ name: String, _ value: String, _ allowed: Text) -> Text {
    Text(
      en: "\(name) cannot be \(value). \(allowed.english)", sv: "\(name) kan inte vara \(value). \(allowed.swedish)")
  }

  static let yesOrNo = Text(en: "It is yes or no.", sv: "Det är ja eller nej.")
  static let number = Text(en: "It is a number.", sv: "Det är ett tal.")
  static let date = Text(en: "It is a date, 2026-11-24.", sv: "Det är ett datum, 2026-11-24.")
  static let identityNumber = Text(
    en: "It is an identity number with a right check digit, with or without century and hyphen.",
    sv: "Det är ett identitetsnummer med rätt kontrollsiffra, med eller utan århundrade och bindestreck.")
  static let vatNumber = Text(
    en: "It is a VAT number with its country, SE556677889901.",
    sv: "Det är ett momsregistreringsnummer med land, SE556677889901.")
  static let percent = Text(en: "It is a number from 0 to 100.", sv: "Det är ett tal från 0 till 100.")
  static let language = Text(en: "It is a language, sv or svenska.", sv: "Det är ett språk, sv eller svenska.")
  static let country = Text(en: "It is a country, SE or Sverige.", sv: "Det är ett land, SE eller Sverige.")
  static let time = Text(
    en:
      "It is a local time or the beginning of one: 2026, 2026-11, 2026-11-24, 2026-11-24 22:00. With Z at its end it is in UTC.",
    sv: "Det är en lokal tid eller början på en: 2026, 2026-11, 2026-11-24, 2026-11-24 22:00. Med Z sist är den i UTC.")
  static let email = Text(
    en: "It is an e-mail address; part of one is found with ~.",
    sv: "Det är en e-postadress; en del av en hittas med ~.")
  static let phone = Text(
    en: "It is a telephone number; part of one is found with ~.",
    sv: "Det är ett telefonnummer; en del av ett hittas med ~.")
  static let part = Text(en: "Part of one is found with ~.", sv: "En del av ett värde hittas med ~.")

  static func choice(_ words: [String]) -> Text {
    let list = words.joined(separator: ", ")
    return Text(en: "It is \(list).", sv: "Det är \(list).")
  }

  static func noNames(_ kind: ReferenceKind) -> Text {
    Text(
      en: "There is nothing in \(kind.listLabel.english) yet.",
      sv: "Det finns inget i \(kind.listLabel.swedish) än.")
  }
}

extension ErrorCode {
  static let ofFilters = [whereMalformed, whereGroup, whereOrder, whereValue, fieldUnknown]

  static let whereMalformed = ErrorCode("where.malformed", .usage, "The condition cannot be read.")
  static let whereGroup = ErrorCode("where.group", .usage, "The condition asks of several fields what is asked of one.")
  static let whereOrder = ErrorCode("where.order", .usage, "The condition asks for an order where values have none.")
  static let whereValue = ErrorCode("where.value", .usage, "The field cannot have the value of the condition.")
  static let fieldUnknown = ErrorCode("field.unknown", .usage, "There is no field of that name.")
}
