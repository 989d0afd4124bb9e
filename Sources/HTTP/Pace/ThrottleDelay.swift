/// How long to wait after a 429: of every accounting system, its token address, and directories of companies.
///
/// Sources: RFC 9110, 10.2.3 (`Retry-After`, seconds or a date); Visma eAccounting's error 4010, "API calls quota exceeded!
/// maximum admitted 600 per Minute. Try again in 55 seconds."; Fortnox documents neither, so a fixed time.
package enum ThrottleDelay {
  private static let maximum = 60.0
  private static let fallback = 5.0

  /// - Parameters:
  ///   - date: this computer's time in seconds since 1970, for an answer with a date but without the server's own time.
  ///   - random: 0..<1. Up to that part of a second is added, so that several computers do not come back at once.
  static func seconds(_ response: HTTPResponse, date: Double, random: Double = 0) -> Double {
    min(max(told(response, date: date) ?? fallback, 1) + random, maximum)
  }

  /// What the answer says itself: not negative, and as long as it likes. Nil when it says nothing.
  package static func told(_ response: HTTPResponse, date: Double) -> Double? {
    response.headers["retry-after"].flatMap { retryAfter($0, response, date: date) } ?? secondsInText(response.body)
  }

  private static func retryAfter(_ value: String, _ response: HTTPResponse, date: Double) -> Double? {
    if let seconds = Double(value), seconds >= 0, seconds.isFinite { return seconds }
    guard let then = HTTPDate.seconds(value) else { return nil }
    return max(0, then - (response.headers["date"].flatMap(HTTPDate.seconds) ?? date))
  }

  /// The number in "Try again in 55 seconds".
  private static func secondsInText(_ body: [UInt8]) -> Double? {
    let text = String(decoding: body.prefix(4096), as: UTF8.self).lowercased()
    let words = text.split { !$0.isLetter && !$0.isNumber }
    let phrase: [Substring] = ["try", "again", "in"]
    guard words.count > 4,
      let index = (0..<words.count - 4).first(where: { Array(words[$0..<$0 + 3]) == phrase }),
      words[index + 4].hasPrefix("second")
    else { return nil }
    return Double(words[index + 3])
  }
}
