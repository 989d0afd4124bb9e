import Glibc
import Texts

/// The little of HTTP/1.1 that a browser's way back from a login needs. Source: RFC 9112, 3.
enum CallbackRequest {
  /// True when the request's head has ended; a GET has nothing after it.
  static func isWhole(_ bytes: [UInt8]) -> Bool {
    bytes.contains([0x0D, 0x0A, 0x0D, 0x0A]) || bytes.contains([0x0A, 0x0A])
  }

  /// The query of a GET of that path, empty without one; nil for every other request.
  static func query(of bytes: [UInt8], path: String) -> String? {
    let line = String(decoding: bytes.prefix { $0 != 0x0D && $0 != 0x0A }, as: UTF8.self)
    let words = line.split(separator: " ", omittingEmptySubsequences: false)
    guard words.count == 3, words[0] == "GET", words[2].hasPrefix("HTTP/1.") else { return nil }
    let parts = words[1].split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.first.map(String.init) == path else { return nil }
    return parts.count == 2 ? String(parts[1]) : ""
  }
}

/// What the browser shows after a login.
struct CallbackPage: Sendable {
  let status: String
  let text: Text

  static let done = CallbackPage(
    status: "200 OK", text: LoginTexts.pageDone)
  static let refused = CallbackPage(
    status: "400 Bad Request", text: LoginTexts.pageRefused)
  static let notFound = CallbackPage(status: "404 Not Found", text: LoginTexts.pageNotFound)

  /// Neither kept nor passed on by the browser, because the address that it came from holds the code.
  func bytes(in language: Language) -> [UInt8] {
    let page =
      "<!doctype html><html lang=\"\(language.rawValue)\"><meta charset=\"utf-8\"><title>kundreg</title>"
      + "<p>\(text[language])</p></html>\n"
    let head = [
      "HTTP/1.1 \(status)", "Content-Type: text/html; charset=utf-8", "Content-Length: \(page.utf8.count)",
      "Cache-Control: no-store", "Referrer-Policy: no-referrer", "Content-Security-Policy: default-src 'none'",
      "Connection: close",
    ]
    return Array((head.joined(separator: "\r\n") + "\r\n\r\n" + page).utf8)
  }

  /// Sends the page whole: it fits the buffer of a connection that nothing was sent on.
  func send(to socket: Int32, in language: Language) {
    let bytes = bytes(in: language)
    _ = Glibc.send(socket, bytes, bytes.count, Int32(MSG_NOSIGNAL))
    shutdown(socket, Int32(SHUT_WR))
  }
}
