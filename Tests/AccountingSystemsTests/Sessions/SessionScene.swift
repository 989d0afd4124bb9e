import HTTP
import TestSupport
import CustomerModel
import Synchronization
import Texts

@testable import AccountingSystems

/// Answers by a script.
final class ScriptedSender: HTTPSender {
  enum Step: Sendable {
    case answer(Int, String = "", [String: String] = [:])
    case fails(HTTPFailure)
    /// The run is asked to stop while the request is under way.
    case cancelsAndAnswers(Int)
  }

  private let steps: Mutex<[Step]>
  private let log = Mutex<[HTTPRequest]>([])
  private let cancellation: Cancellation

  var sent: [HTTPRequest] { log.withLock { $0 } }

  init(_ steps: [Step], cancellation: Cancellation) {
    self.steps = Mutex(steps)
    self.cancellation = cancellation
  }

  func send(_ request: HTTPRequest) throws(HTTPFailure) -> HTTPResponse {
    log.withLock { $0.append(request) }
    switch steps.withLock({ $0.isEmpty ? nil : $0.removeFirst() }) {
    case .answer(let status, let body, let headers):
      return HTTPResponse(status: status, headers: headers, body: Array(body.utf8))
    case .fails(let failure): throw failure
    case .cancelsAndAnswers(let status):
      cancellation.cancel()
      return HTTPResponse(status: status)
    case nil: throw .refused(Text(verbatim: "more requests than the script has answers"))
    }
  }
}

/// Gives `t0`, and in place of `t0` `t1`, and so on.
private struct NumberedTokens: TokenSource {
  let error: KundregError?

  func accessToken() throws(KundregError) -> String {
    if let error { throw error }
    return "t0"
  }

  func accessToken(replacing refused: String) throws(KundregError) -> String {
    "t\((Int(refused.dropFirst()) ?? 0) + 1)"
  }
}

/// A session with everything around it scripted, and a clock that does not wait.
struct SessionScene {
  let time = SimulatedClock()
  let cancellation = Cancellation()
  let session: APISession
  private let sender: ScriptedSender

  var sent: [HTTPRequest] { sender.sent }
  var tokensUsed: [String] {
    sent.flatMap { request in request.headers.filter { $0.name == "Authorization" }.map(\.value) }
  }
  /// Seconds by the clock since the beginning.
  var waited: Double { time.now - 1000 }

  init(_ steps: [ScriptedSender.Step], tokenError: KundregError? = nil, budget: RequestBudget = RequestBudget()) {
    sender = ScriptedSender(steps, cancellation: cancellation)
    session = APISession(
      name: "fortnox", systemName: "Fortnox (fortnox)", sender: sender, tokens: NumberedTokens(error: tokenError),
      pacer: RequestPacer(requests: 25, seconds: 5, clock: time.clock), budget: budget, cancellation: cancellation,
      random: { 0.5 })
  }
}
