import Texts

/// Why a websocket could not be opened, or is of no use any more: parts of sentences.
enum WebSocketTexts {
  static let insecureAddress = Text(
    en: "its address must begin with wss:// (ws:// only to this computer)",
    sv: "adressen måste börja med wss:// (ws:// bara till den här datorn)")
  static let nothingSentInTime = Text(en: "nothing could be sent in time", sv: "inget kunde skickas i tid")
  static let noAnswerInTime = Text(en: "the server did not answer in time", sv: "servern svarade inte i tid")
  static let closedConnection = Text(
    en: "the server closed the connection", sv: "servern stängde anslutningen")
  static let isClosed = Text(en: "the stream is closed", sv: "strömmen är stängd")

  static func closedStream(status: UInt16?) -> Text {
    status.map {
      Text(en: "the server closed the stream (status \($0))", sv: "servern stängde strömmen (status \($0))")
    } ?? Text(en: "the server closed the stream", sv: "servern stängde strömmen")
  }

  // MARK: The answer that opens it

  static let endlessAnswer = Text(en: "the server's answer has no end", sv: "serverns svar tar aldrig slut")
  static let noHTTP = Text(
    en: "the server answered with something that is no HTTP", sv: "servern svarade med något som inte är HTTP")

  static func notOpened(status: Int) -> Text {
    Text(
      en: "the server answered with status \(status) and opened no stream",
      sv: "servern svarade med status \(status) och öppnade ingen ström")
  }

  static let noWebSocket = Text(
    en: "the server's answer does not open a websocket", sv: "serverns svar öppnar ingen websocket")
  static let otherKey = Text(
    en: "the server's answer is not one to this request: it has another key",
    sv: "serverns svar hör inte till det här anropet: det har en annan nyckel")
  static let unknownExtension = Text(
    en: "the server chose an extension that was not offered", sv: "servern valde ett tillägg som inte erbjöds")

  // MARK: What came

  static let bytesForText = Text(
    en: "the server sent bytes where texts are expected", sv: "servern skickade bytes där text väntades")

  static func textTooLong(limit: Int) -> Text {
    Text(
      en: "the server sent a text of more than \(limit) bytes", sv: "servern skickade en text på mer än \(limit) byte")
  }

  static let textIsNoUTF8 = Text(
    en: "the server sent a text that is no UTF-8", sv: "servern skickade en text som inte är UTF-8")
  static let reasonIsNoUTF8 = Text(
    en: "the server closed the stream with a text that is no UTF-8",
    sv: "servern stängde strömmen med en text som inte är UTF-8")

  // MARK: The protocol

  static func fault(_ what: Text) -> Text {
    Text(
      en: "the server does not keep to the websocket protocol: \(what.english)",
      sv: "servern följer inte websocket-protokollet: \(what.swedish)")
  }

  static let reservedBit = Text(en: "a reserved bit is set", sv: "en reserverad bit är satt")
  static let unknownFrame = Text(en: "a frame of an unknown kind", sv: "en ram av okänt slag")
  static let maskedFrame = Text(en: "a server's frame is masked", sv: "en ram från servern är maskerad")
  static let controlInFragments = Text(en: "a control frame in fragments", sv: "en kontrollram i delar")
  static let controlTooLong = Text(en: "a control frame is too long", sv: "en kontrollram är för lång")
  static let noLength = Text(en: "a frame's length is none", sv: "en rams längd är ogiltig")
  static let longForm = Text(
    en: "a frame's length is not written the shortest way", sv: "en rams längd är inte skriven på kortaste sätt")
  static let restWithoutBeginning = Text(
    en: "the rest of a text that never began", sv: "resten av en text som aldrig började")
  static let textWithinText = Text(en: "a text within a text", sv: "en text inuti en text")
  static let halfStatus = Text(en: "a close frame with half a status", sv: "en stängningsram med en halv status")
  static let noStatus = Text(
    en: "a close frame with a status that is none", sv: "en stängningsram med ogiltig status")
}
