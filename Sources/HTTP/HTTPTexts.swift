package import Texts

/// Why a request has no answer: parts of sentences, each without its full stop, as some go on.
package enum HTTPTexts {
  package static let stopped = Text(en: "the run was asked to stop", sv: "körningen ombads att sluta")

  /// - Parameter place: method, host and path.
  static func located(_ place: String, _ why: Text) -> Text {
    Text(en: "\(place): \(why.english)", sv: "\(place): \(why.swedish)")
  }

  static let purposeOfLibrary = Text(en: "speaking to other systems", sv: "det som talar med andra system")

  // MARK: Nothing left

  static let addressIsNotFull = Text(
    en: "the address is not a full https address without user name",
    sv: "adressen är ingen fullständig https-adress utan användarnamn")
  static let addressIsInsecure = Text(
    en: "the address must begin with https:// (http:// only to this computer)",
    sv: "adressen måste börja med https:// (http:// bara till den här datorn)")
  static let badHeader = Text(
    en: "a header has a line break or another character that no header may have",
    sv: "en rubrik i anropet har en radbrytning eller ett annat tecken som inte får stå där")
  static let libraryDidNotStart = Text(en: "libcurl could not be started", sv: "libcurl gick inte att starta")

  // MARK: No connection

  static let hostNotFound = Text(en: "the host's name was not found", sv: "värdnamnet hittades inte")
  static let proxyNotFound = Text(en: "the proxy's name was not found", sv: "proxyns namn hittades inte")
  static let notConnected = Text(en: "no connection could be made", sv: "det gick inte att ansluta")

  static func noConnection(_ reason: String) -> Text {
    Text(en: "no connection could be made (\(reason))", sv: "det gick inte att ansluta (\(reason))")
  }

  static func noConnection(within time: String) -> Text {
    Text(en: "no connection was made within \(time)", sv: "ingen anslutning kom till stånd inom \(time)")
  }

  static let untrustedCertificate = Text(
    en: "the server's certificate is not one that this computer trusts",
    sv: "den här datorn litar inte på serverns certifikat")
  static let noSecureConnection = Text(
    en: "no secure connection (TLS) could be made", sv: "det gick inte att ansluta säkert (TLS)")
  static let noCertificateList = Text(
    en: "this computer's list of trusted certificates could not be read",
    sv: "den här datorns lista över betrodda certifikat gick inte att läsa")

  /// - Parameters:
  ///   - authority: the proxy's host and port.
  ///   - variable: the one that names it.
  static func throughProxy(_ why: Text, _ authority: String, _ variable: String) -> Text {
    Text(
      en: "\(why.english) through the proxy \(authority), which \(variable) in the environment names",
      sv: "\(why.swedish) via proxyn \(authority), som \(variable) i miljön anger")
  }

  // MARK: No answer, or none that is taken

  static func silence(_ stall: String, whole: String) -> Text {
    Text(
      en: "the answer did not come in time (\(stall) of silence, \(whole) in all)",
      sv: "svaret kom inte i tid (\(stall) utan data, \(whole) totalt)")
  }

  static let closedWithinAnswer = Text(
    en: "the connection was closed in the middle of the answer", sv: "anslutningen stängdes mitt i svaret")
  static let closedBeforeAnswer = Text(
    en: "the connection was closed before the answer", sv: "anslutningen stängdes före svaret")
  static let connectionBroke = Text(en: "the connection broke", sv: "anslutningen bröts")

  static func unreadableAnswer(_ reason: String) -> Text {
    Text(en: "the answer could not be read (\(reason))", sv: "svaret gick inte att läsa (\(reason))")
  }

  static func answerTooLarge(_ size: String) -> Text {
    Text(en: "the answer is larger than \(size)", sv: "svaret är större än \(size)")
  }

  static func redirect(_ status: Int, to host: String) -> Text {
    Text(
      en: "the answer \(status) redirects to \(host), and redirects are not followed",
      sv: "svaret \(status) hänvisar vidare till \(host), och hänvisningar följs inte")
  }
}

extension Text {
  /// A sentence as the end of another one.
  var withoutStop: Text { Text(en: String(english.dropLast()), sv: String(swedish.dropLast())) }
}
