package import CustomerModel
import Documents
import Texts

/// What is told of a directory that gave no answer.
enum DirectoryTexts {
  static func busy(_ directory: String, _ why: Text) -> Text {
    Text(
      en: "\(directory) has too many requests for now: \(why.english). Try again in a while.",
      sv: "\(directory) har för många anrop just nu: \(why.swedish). Försök igen om en stund.")
  }

  static func unavailable(_ directory: String, _ why: Text) -> Text {
    Text(
      en: "\(directory) does not answer for now: \(why.english). Try again in a while.",
      sv: "\(directory) svarar inte just nu: \(why.swedish). Försök igen om en stund.")
  }

  static func refused(_ directory: String, _ why: Text) -> Text {
    Text(
      en: "\(directory) gave no answer that can be used: \(why.english). See “lookup” in the configuration.",
      sv: "\(directory) gav inget användbart svar: \(why.swedish). Se ”lookup” i konfigurationen.")
  }

  static func personal(_ directory: String) -> Text {
    Text(
      en: "That is a person's number, which is not sent to \(directory). Give a company's organisation number.",
      sv: "Det är ett personnummer, som inte skickas till \(directory). Ange ett företags organisationsnummer.")
  }

  // MARK: Why: parts of sentences, of which the directory is the subject

  static func says(_ code: String) -> Text { Text(en: "it says \(code)", sv: "det svarar \(code)") }

  static let saysNoKnownCode = Text(
    en: "it tells of an error that it gives no known code", sv: "det svarar med ett fel utan känd kod")

  static func answered(status: Int) -> Text {
    Text(en: "it answered with status \(status)", sv: "det svarade med status \(status)")
  }

  static func notJSON(_ position: TextPosition, _ mistake: Text) -> Text {
    Text(
      en: "the answer is not JSON (\(position): \(mistake.english))",
      sv: "svaret är inte JSON (\(position): \(mistake.swedish))")
  }

  static let saysNothing = Text(
    en: "the answer does not say whether the number is valid", sv: "svaret anger inte om numret är giltigt")
  static let isOfOtherNumber = Text(
    en: "the answer is about another number", sv: "svaret gäller ett annat nummer")
}

extension ErrorCode {
  /// The codes of this room.
  package static let ofCompanyLookup = [lookupBusy, lookupUnavailable, lookupRefused, lookupPersonal]

  static let lookupBusy = ErrorCode("lookup.busy", .unavailable, "The directory has too many requests for now.")
  static let lookupUnavailable = ErrorCode(
    "lookup.unavailable", .unavailable, "The directory cannot be reached, or does not answer for now.")
  static let lookupRefused = ErrorCode(
    "lookup.refused", .unavailable, "The directory blocks this computer, or its answer makes no sense.")
  static let lookupPersonal = ErrorCode(
    "lookup.personal", .usage, "The number is a person's, and is not sent to a directory.")
}
