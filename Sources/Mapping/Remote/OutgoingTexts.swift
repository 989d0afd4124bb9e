import Texts

/// Why a field's value was not sent to an accounting system. A `field` is its column heading, a `key` where the system would
/// have it.
enum OutgoingTexts {
  static func tooLong(_ field: Text, length: Int, key: String, maximum: Int) -> Text {
    Text(
      en:
        "\(field.english) has \(length) characters, but \(key) takes at most \(maximum), so it was not sent. Shorten it in the register.",
      sv:
        "\(field.swedish) har \(length) tecken, men \(key) tar högst \(maximum), så det skickades inte. Korta det i registret."
    )
  }

  /// - Parameter objection: what is wrong with it, as the end of a sentence.
  static func isRefused(_ field: Text, _ objection: Text) -> Text {
    Text(
      en: "\(field.english) \(objection.english), so it was not sent. Change it in the register.",
      sv: "\(field.swedish) \(objection.swedish), så det skickades inte. Ändra det i registret.")
  }

  /// An objection that does not show the value.
  static func isNotTaken(by key: String) -> Text {
    Text(en: "has a value that \(key) does not take", sv: "har ett värde som \(key) inte tar emot")
  }

  // MARK: No counterpart

  /// - Parameters:
  ///   - value: nil for one that must not be shown.
  ///   - reason: the end of a sentence.
  static func hasNoCounterpart(_ field: Text, value: String?, _ reason: Text) -> Text {
    value.map { value in
      Text(
        en:
          "\(field.english) is “\(value)”, which was not sent: \(reason.english). Change the field in the register, or the mapping.",
        sv:
          "\(field.swedish) är ”\(value)”, som inte skickades: \(reason.swedish). Ändra fältet i registret, eller mappningen."
      )
    }
      ?? Text(
        en:
          "\(field.english) has a value that was not sent: \(reason.english). Change the field in the register, or the mapping.",
        sv:
          "\(field.swedish) har ett värde som inte skickades: \(reason.swedish). Ändra fältet i registret, eller mappningen."
      )
  }

  static func noWord(in mapping: String, key: String) -> Text {
    Text(
      en: "the mapping \(mapping) has no word for it among the \"values\" of \(key)",
      sv: "mappningen \(mapping) har inget ord för det bland \"values\" för \(key)")
  }

  static func nothingLeft(key: String) -> Text {
    Text(
      en: "nothing of it is left in the form that \(key) takes",
      sv: "inget finns kvar av det i den form som \(key) tar emot")
  }

  static func takesYesOrNo(_ key: String) -> Text {
    Text(en: "\(key) takes yes or no only", sv: "\(key) tar bara emot ja eller nej")
  }

  static func takesNumber(_ key: String) -> Text {
    Text(en: "\(key) takes a number only", sv: "\(key) tar bara emot ett tal")
  }
}
