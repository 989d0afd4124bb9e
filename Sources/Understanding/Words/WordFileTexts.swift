package import CustomerModel
import Texts

/// What is wrong with a file of words.
enum WordFileTexts {
  static func unreadable(_ path: String, _ reason: Text) -> Text {
    Text(
      en: "The file of words \(path) cannot be read: \(reason.english)",
      sv: "Ordfilen \(path) kan inte läsas: \(reason.swedish)")
  }

  static func wrong(_ path: String, line: Int, _ what: Text) -> Text {
    Text(en: "\(path), line \(line): \(what.english)", sv: "\(path), rad \(line): \(what.swedish)")
  }

  static let noObject = Text(
    en: "A file of words is one JSON object.", sv: "En ordfil är ett enda JSON-objekt.")
  static let noWords = Text(
    en: "A file of words has an object \"words\".", sv: "En ordfil har ett objekt \"words\".")

  static func unknownKey(_ key: String) -> Text {
    Text(en: "A file of words has no key \"\(key)\".", sv: "En ordfil har ingen nyckel \"\(key)\".")
  }

  static func noMeaning(_ name: String) -> Text {
    Text(
      en: "\"\(name)\" is no meaning that a word can have.", sv: "\"\(name)\" är ingen betydelse som ett ord kan ha.")
  }

  static func noLanguages(_ name: String) -> Text {
    Text(
      en: "\"\(name)\" has a list of words for each language: {\"sv\": [\"…\"]}.",
      sv: "\"\(name)\" har en lista med ord för varje språk: {\"sv\": [\"…\"]}.")
  }
}

extension ErrorCode {
  static let wordsUnreadable = ErrorCode(
    "words.unreadable", .configuration, "A file of words cannot be read, or is no JSON.")
  static let wordsWrong = ErrorCode(
    "words.wrong", .configuration, "A file of words says something that has no meaning.")

  /// Those of this room.
  package static let ofUnderstanding = [wordsUnreadable, wordsWrong]
}
