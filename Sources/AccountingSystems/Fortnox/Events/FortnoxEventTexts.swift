import Texts

/// Why Fortnox' events cannot be had, or not all of them: parts of sentences, of which the stream is the subject.
enum FortnoxEventTexts {
  static let noLogin = Text(
    en: "there is no login that could be used for it", sv: "det finns ingen inloggning som kan användas för den")
  static let tokenRefused = Text(
    en: "it does not take the access token", sv: "den tar inte emot åtkomsttoken")

  static func topicRefused(_ topic: String) -> Text {
    Text(
      en: "it has no topic “\(topic)”, or does not take the offset that it gave",
      sv: "den har inget ämne ”\(topic)”, eller tar inte emot platsen som den själv gav")
  }

  static let subscriptionRefused = Text(
    en: "it does not let anybody subscribe", sv: "den låter ingen prenumerera")

  static func noAnswer(to command: String) -> Text {
    Text(
      en: "it answered with something that is no answer to “\(command)”",
      sv: "den svarade med något som inte är ett svar på ”\(command)”")
  }

  static func noAnswerInTime(to command: String) -> Text {
    Text(en: "it did not answer to “\(command)” in time", sv: "den svarade inte på ”\(command)” i tid")
  }

  static func notReadToEnd(seconds: Int) -> Text {
    Text(
      en: "it was not read to its end within \(seconds.counted("second"))",
      sv: "den lästes inte till slutet inom \(seconds.counted("sekund", "sekunder"))")
  }

  static let tooMuch = Text(
    en: "it told more than could be read in one go", sv: "den berättade mer än vad som kunde läsas på en gång")
  static let noEvent = Text(
    en: "it told something that is no event", sv: "den berättade något som inte är en händelse")
}
