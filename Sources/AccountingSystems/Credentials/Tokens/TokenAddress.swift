import ConfigurationFile
import CustomerModel
import Foundation
import HTTP
import Texts

/// Speaks with the address of an accounting system that gives tokens and takes them back.
struct TokenAddress: Sendable {
  let system: AccountingSystem
  let sender: any HTTPSender
  /// Waits so many seconds.
  let pause: @Sendable (Double) -> Void

  /// The longest pause between two attempts that the address may ask for, in seconds: a person may wait for a login.
  private static let maximumPause = 30.0

  /// Asks for tokens.
  ///
  /// A renewal whose answer was lost is asked once more: the one-time token may be dead then, but it may as well not have
  /// arrived, and there is no other to ask with.
  ///
  /// - Throws: ``KundregError`` with status 69: `erp.consentDead`, `erp.codeRefused`, `erp.clientRefused`,
  ///   `erp.tokenRefused`, or `erp.tokenUnavailable` after a few attempts.
  func tokens(_ grant: TokenGrant, _ credentials: Credentials) throws(KundregError) -> TokenReply {
    let request = self.request(
      system.tokenURL.absoluteString, form: grant.form, headers: grant.headers, credentials)
    var answersLost = 0
    var isPerhapsSpent = false
    var attempt = 0
    while true {
      attempt += 1
      let isLast = attempt == RetryLimits.tokens
      switch answer(to: request) {
      case .reply(let reply): return reply
      case .refused(let response):
        throw refusal(response, grant, isPerhapsSpent: isPerhapsSpent)
      case .lost(let reason):
        isPerhapsSpent = true
        answersLost += 1
        if isLast || answersLost == 2 { throw unavailable(reason) }
      case .failed(let status, let seconds):
        let reason = TokenTexts.answered(status: status)
        isPerhapsSpent = isPerhapsSpent || status >= 500
        if isLast { throw unavailable(reason) }
        pause(seconds ?? Double(1 << (attempt - 1)))
      case .notSent(let reason):
        if isLast { throw unavailable(reason) }
        pause(Double(1 << (attempt - 1)))
      case .impossible(let reason): throw unavailable(reason)
      }
    }
  }

  /// Gives the consent back. Source: RFC 7009.
  ///
  /// - Returns: Nil when it is gone, or else why it may not be, as the end of a sentence.
  func revoke(_ refreshToken: Secret, _ credentials: Credentials) -> Text? {
    let request = self.request(
      system.revokeURL.absoluteString,
      form: [("token", refreshToken.exposed), ("token_type_hint", "refresh_token")], headers: [], credentials)
    do throws(HTTPFailure) {
      let response = try sender.send(request)
      if (200..<300).contains(response.status) { return nil }
      return TokenTexts.answered(status: response.status, word: TokenReply.errorWord(response.body))
    } catch {
      return error.reason
    }
  }

  private enum Answer {
    case reply(TokenReply)
    case refused(HTTPResponse)
    /// The request may have been carried out.
    case lost(Text)
    /// 429 or 5xx: to be asked again, after so many seconds when the answer says.
    case failed(status: Int, seconds: Double?)
    case notSent(Text)
    case impossible(Text)
  }

  private func answer(to request: HTTPRequest) -> Answer {
    let response: HTTPResponse
    do throws(HTTPFailure) {
      response = try sender.send(request)
    } catch .notSent(let reason) {
      return .notSent(reason)
    } catch .answerLost(let reason) {
      return .lost(reason)
    } catch {
      return .impossible(error.reason)
    }
    switch response.status {
    case 200..<300:
      // A reply that was cut has spent the renewal token all the same.
      return TokenReply(response.body).map(Answer.reply) ?? .lost(TokenTexts.noToken)
    case 429, 500...:
      let seconds = ThrottleDelay.told(response, date: Date().timeIntervalSince1970).map { min($0, Self.maximumPause) }
      return .failed(status: response.status, seconds: seconds)
    default: return .refused(response)
    }
  }

  private func request(
    _ url: String, form: [(name: String, value: String)], headers: [(name: String, value: String)],
    _ credentials: Credentials
  ) -> HTTPRequest {
    HTTPRequest(
      .post, url,
      headers: [
        ("Authorization", credentials.basicAuthorization), ("Accept", "application/json"),
        ("Content-Type", "application/x-www-form-urlencoded"),
      ] + headers,
      body: Array(FormEncoding.encode(form).utf8))
  }
}
