import CustomerModel
import Foundation
import HTTP
import Synchronization
import Texts

@testable import AccountingSystems

/// Answers requests from a script, and keeps what was asked.
final class ScriptedTokenServer: HTTPSender {
  private let script: Mutex<(answers: [Answer], asked: [HTTPRequest])>
  private let meanwhile: @Sendable () -> Void

  /// - Parameter meanwhile: What happens while a request is on its way.
  init(_ answers: [Answer], meanwhile: @escaping @Sendable () -> Void = {}) {
    script = Mutex((answers, []))
    self.meanwhile = meanwhile
  }

  var asked: [HTTPRequest] { script.withLock { $0.asked } }
  /// The bodies of what was asked, as texts.
  var forms: [String] { asked.map { String(decoding: $0.body ?? [], as: UTF8.self) } }

  func send(_ request: HTTPRequest) throws(HTTPFailure) -> HTTPResponse {
    let answer: Answer? = script.withLock { script in
      script.asked.append(request)
      return script.answers.isEmpty ? nil : script.answers.removeFirst()
    }
    meanwhile()
    guard let answer else { throw .refused(Text(verbatim: "the script has ended")) }
    return try answer.response()
  }
}

/// One answer of a token address.
enum Answer: Sendable {
  case json(Int, String, headers: [String: String] = [:])
  case failure(HTTPFailure)

  static func tokens(_ access: String, refresh: String? = nil) -> Answer {
    let refresh = refresh.map { #""refresh_token": "\#($0)", "# } ?? ""
    // Fortnox calls its JSON a web page.
    return .json(
      200, #"{"access_token": "\#(access)", \#(refresh)"expires_in": 3600, "token_type": "bearer"}"#,
      headers: ["content-type": "text/html; charset=UTF-8"])
  }
  static func error(_ word: String, status: Int = 400) -> Answer {
    .json(
      status, #"{"error": "\#(word)", "error_description": "\#(Office.secrets.joined(separator: " "))"}"#,
      headers: ["content-type": "text/plain;charset=UTF-8"])
  }

  func response() throws(HTTPFailure) -> HTTPResponse {
    switch self {
    case .json(let status, let text, let headers):
      return HTTPResponse(status: status, headers: headers, body: Array(text.utf8))
    case .failure(let failure): throw failure
    }
  }
}

/// A token address with one-time renewal tokens: one that comes a second time kills the whole login, as Fortnox and
/// RFC 9700, 4.14.2, have it.
final class RotatingTokenServer: HTTPSender {
  private struct State {
    var valid: String
    var renewals = 0
    var isDead = false
  }
  private let state: Mutex<State>

  init(valid: String) { state = Mutex(State(valid: valid)) }

  var renewals: Int { state.withLock { $0.renewals } }
  var isDead: Bool { state.withLock { $0.isDead } }

  func send(_ request: HTTPRequest) throws(HTTPFailure) -> HTTPResponse {
    let token = FormEncoding.decode(String(decoding: request.body ?? [], as: UTF8.self))["refresh_token"]
    let answer: Answer = state.withLock { state in
      guard !state.isDead, token == state.valid else {
        state.isDead = true
        return .error("invalid_grant")
      }
      state.renewals += 1
      state.valid = "refresh-\(state.renewals)"
      return .tokens("access-\(state.renewals)", refresh: state.valid)
    }
    // Long enough for the others to come and find the renewal under way.
    Thread.sleep(forTimeInterval: 0.02)
    return try answer.response()
  }
}
