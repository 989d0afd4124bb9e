import Foundation
import Runs
import Texts

/// One login, as requests and the list of sessions know it.
struct Session: Sendable, Equatable {
  /// A name that may be shown, and opens nothing.
  let id: String
  let user: String
  let begun: Date
  /// From where the login came: an address, or empty behind a socket.
  let address: String
  /// What the browser said that it is.
  let browser: String
  /// Which password it began with; nil for a link.
  let password: PasswordMark?
  fileprivate(set) var lastUsed: Date
  /// The language that was chosen on the page; nil before.
  fileprivate(set) var language: Language?
}

extension Session {
  init(user: String, at moment: Date, address: String, browser: String, password: PasswordMark?) {
    self.init(
      id: Secret.name(), user: user, begun: moment, address: address, browser: browser, password: password,
      lastUsed: moment, language: nil)
  }

  /// As it is after another request.
  func used(at moment: Date) -> Session {
    var session = self
    session.lastUsed = moment
    return session
  }

  func choosing(_ language: Language) -> Session {
    var session = self
    session.language = language
    return session
  }
}
