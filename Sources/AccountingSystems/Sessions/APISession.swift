import CustomerModel
package import HTTP
import Synchronization
import Texts

/// Sends requests to one accounting system over any ``HTTPSender``: in the quota's pace, with a bearer token.
///
/// What is repeated: a request that was answered 401 (once, with another token) or 429 (it was not carried out), one that
/// surely did not leave, and a GET whose answer was lost or is a 5xx.
package final class APISession: APISending {
  private let name: String
  private let systemName: String
  private let sender: any HTTPSender
  private let tokens: any TokenSource
  private let pacer: RequestPacer
  private let budget: RequestBudget
  private let cancellation: Cancellation
  private let random: @Sendable () -> Double
  private let counts = Mutex((sent: 0, throttled: 0))

  /// - Parameters:
  ///   - name: the system's name in the configuration: `fortnox`.
  ///   - systemName: what sentences call it: `Fortnox (fortnox)`.
  ///   - pacer: the quota's, whose clock is also waited by between tries.
  ///   - budget: how many requests may be sent.
  ///   - random: 0..<1.
  package init(
    name: String, systemName: String, sender: any HTTPSender, tokens: any TokenSource, pacer: RequestPacer,
    budget: RequestBudget = RequestBudget(), cancellation: Cancellation,
    random: @escaping @Sendable () -> Double = { Double.random(in: 0..<1) }
  ) {
    self.name = name
    self.systemName = systemName
    self.sender = sender
    self.tokens = tokens
    self.pacer = pacer
    self.budget = budget
    self.cancellation = cancellation
    self.random = random
  }

  package var requestCount: (sent: Int, throttled: Int) { counts.withLock { $0 } }

  package func send(_ request: HTTPRequest) throws(APIFailure) -> HTTPResponse {
    if cancellation.isCancelled { throw .cancelled }
    var token = try token { () throws(KundregError) in try tokens.accessToken() }
    var hasRenewed = false
    var failures = 0
    var throttled = 0
    while true {
      let why: Text
      var isReached = true
      switch try attempt(request, token: token) {
      case .success(let response) where response.status == 401:
        guard !hasRenewed else { throw .unavailable(unauthorized) }
        hasRenewed = true
        let refused = token
        token = try self.token { () throws(KundregError) in try tokens.accessToken(replacing: refused) }
        continue
      case .success(let response) where response.status == 429:
        throttled += 1
        try obey(response, tries: throttled)
        continue
      case .success(let response) where response.status < 500: return response
      case .success(let response):
        why = SessionTexts.serverFault(request.method.rawValue, status: response.status)
        guard request.method == .get else { throw .outcomeUnknown(SessionTexts.lost(systemName, why)) }
      case .failure(.answerLost(let reason)):
        why = reason
        guard request.method == .get else { throw .outcomeUnknown(SessionTexts.lost(systemName, why)) }
      case .failure(.refused(let reason)):
        // The request did arrive: a change may have been made before this answer was written.
        guard request.method == .get else { throw .outcomeUnknown(SessionTexts.lost(systemName, reason)) }
        throw .unavailable(KundregError(.erpRefused, SessionTexts.refused(systemName, reason)))
      case .failure(.notSent(let reason)):
        why = reason
        isReached = false
      }
      failures += 1
      guard failures < RetryLimits.unanswered else { throw .unavailable(unreachable(why, isReached: isReached)) }
      do { try pacer.clock.sleep(Double(failures), unless: cancellation) } catch { throw .cancelled }
    }
  }

  private func attempt(_ request: HTTPRequest, token: String) throws(APIFailure) -> Result<HTTPResponse, HTTPFailure> {
    guard budget.take(isPage: request.isPage) else { throw .spent }
    let slot: RequestPacer.Slot
    do { slot = try pacer.wait(cancellation: cancellation) } catch { throw .cancelled }
    do {
      let response = try sender.send(authorized(request, token))
      pacer.left(slot, after: response.leftAfter)
      counts.withLock { counts in
        counts.sent += 1
        if response.status == 429 { counts.throttled += 1 }
      }
      return .success(response)
    } catch {
      if case .notSent = error {
        pacer.neverLeft(slot)
      } else {
        pacer.left(slot, after: nil)
        counts.withLock { $0.sent += 1 }
      }
      return .failure(error)
    }
  }

  private func authorized(_ request: HTTPRequest, _ token: String) -> HTTPRequest {
    var request = request
    request.headers.append(("Authorization", "Bearer \(token)"))
    func add(_ name: String) {
      guard !request.headers.contains(where: { $0.name.lowercased() == name.lowercased() }) else { return }
      request.headers.append((name, "application/json"))
    }
    add("Accept")
    if request.body != nil { add("Content-Type") }
    return request
  }

  private func token(_ source: () throws(KundregError) -> String) throws(APIFailure) -> String {
    do { return try source() } catch { throw .unavailable(error) }
  }

  /// Holds every request of the quota back for as long as the answer says.
  private func obey(_ response: HTTPResponse, tries: Int) throws(APIFailure) {
    pacer.obey(response, random: random())
    guard tries >= RetryLimits.throttled else { return }
    throw .unavailable(KundregError(.erpThrottled, SessionTexts.throttled(systemName, tries: tries)))
  }

  private var unauthorized: KundregError {
    KundregError(.erpUnauthorized, SessionTexts.unauthorized(systemName), remedies: [.logIn(system: name)])
  }

  /// - Parameter isReached: true when the last try got through, and no answer came that says anything.
  private func unreachable(_ why: Text, isReached: Bool) -> KundregError {
    KundregError(
      .erpUnreachable,
      isReached
        ? SessionTexts.noUsableAnswer(systemName, tries: RetryLimits.unanswered, why)
        : SessionTexts.unreachable(systemName, tries: RetryLimits.unanswered, why))
  }
}
