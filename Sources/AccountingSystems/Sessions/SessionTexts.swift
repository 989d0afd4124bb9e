package import CustomerModel
import Texts

/// What is told of requests to an accounting system, whichever it is. A `system` is `Fortnox (fortnox)`.
enum SessionTexts {
  /// A part of a sentence.
  static func serverFault(_ method: String, status: Int) -> Text {
    Text(
      en: "\(method) was answered with status \(status), a fault on the other side",
      sv: "\(method) besvarades med status \(status), ett fel på andra sidan")
  }

  /// A part of a sentence.
  static func lost(_ system: String, _ why: Text) -> Text {
    Text(en: "\(system): \(why.english)", sv: "\(system): \(why.swedish)")
  }

  static func refused(_ system: String, _ why: Text) -> Text {
    Text(en: "\(system): \(why.english).", sv: "\(system): \(why.swedish).")
  }

  static func throttled(_ system: String, tries: Int) -> Text {
    Text(
      en:
        "\(system) answered \(tries) times that there are too many requests. Perhaps another program uses the same client. Try again later.",
      sv:
        "\(system) svarade \(tries) gånger att det är för många anrop. Kanske använder ett annat program samma klient. Försök igen senare."
    )
  }

  static func unauthorized(_ system: String) -> Text {
    Text(
      en: "\(system) does not accept the access token, though it was just renewed.",
      sv: "\(system) godtar inte åtkomsttoken, fast den just förnyades.")
  }

  static func unreachable(_ system: String, tries: Int, _ why: Text) -> Text {
    Text(
      en: "\(system) could not be reached in \(tries) tries: \(why.english). Try again later.",
      sv: "\(system) gick inte att nå på \(tries) försök: \(why.swedish). Försök igen senare.")
  }

  static func noUsableAnswer(_ system: String, tries: Int, _ why: Text) -> Text {
    Text(
      en: "\(system) gave no answer that can be used in \(tries) tries: \(why.english). Try again later.",
      sv: "\(system) gav inget användbart svar på \(tries) försök: \(why.swedish). Försök igen senare.")
  }
}

extension ErrorCode {
  static let ofSessions = [erpRefused, erpThrottled, erpUnauthorized, erpUnreachable]

  package static let erpRefused = ErrorCode(
    "erp.refused", .unavailable, "The accounting system gave an answer that is not taken, or refused the listing.")
  static let erpThrottled = ErrorCode(
    "erp.throttled", .unavailable, "The accounting system answers that there are too many requests.")
  static let erpUnauthorized = ErrorCode(
    "erp.unauthorized", .unavailable, "The accounting system does not accept an access token that was just renewed.")
  package static let erpUnreachable = ErrorCode(
    "erp.unreachable", .unavailable, "The accounting system does not answer.")
}
