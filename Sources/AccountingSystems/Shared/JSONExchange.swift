import CustomerModel
import Documents
import HTTP

/// Asks one accounting system and reads its JSON, whatever its content type says.
struct JSONExchange: Sendable {
  let api: any APISending
  /// The base address without a slash at its end.
  let base: String
  /// What people call the system: `Fortnox`.
  let system: String
  /// The system's name in the configuration.
  let name: String
  /// The code of an answer that cannot be read.
  private let unreadable: ErrorCode

  init(api: any APISending, baseURL: String, system: String, name: String, unreadable: ErrorCode) {
    self.api = api
    base = String(baseURL.reversed().drop { $0 == "/" }.reversed())
    self.system = system
    self.name = name
    self.unreadable = unreadable
  }

  /// The answer to a question.
  ///
  /// An answer that cannot be read is asked for once more, as one may be cut on its way.
  ///
  /// - Parameters:
  ///   - refusal: what an answer means whose status is not 2xx.
  ///   - isPage: true for a page of a list.
  ///   - read: what an answer's document holds; nil when it is not what was asked for.
  func get<Answer>(
    _ path: String, isPage: Bool = false, refusal: (HTTPResponse) -> APIFailure,
    read: (JSONNode, HTTPResponse) -> Answer?
  ) throws(APIFailure) -> Answer {
    var status = 0
    for _ in 0..<2 {
      var request = HTTPRequest(.get, base + path, headers: [("Accept", "application/json")])
      request.isPage = isPage
      let response = try api.send(request)
      guard (200..<300).contains(response.status) else { throw refusal(response) }
      if let node = Self.document(response), let answer = read(node, response) { return answer }
      status = response.status
    }
    throw .unavailable(KundregError(unreadable, VendorTexts.unreadable(system, name, status: status)))
  }

  /// Sends a writing request once, and gives the answer if it is a 2xx.
  func write(_ request: PreparedRequest, refusal: (HTTPResponse) -> APIFailure) throws(APIFailure) -> HTTPResponse {
    let response = try api.send(
      HTTPRequest(
        request.method, base + request.path,
        headers: [("Accept", "application/json"), ("Content-Type", "application/json")], body: request.body))
    guard (200..<300).contains(response.status) else { throw refusal(response) }
    return response
  }

  /// What became of a request that the system took and answered with something else than the record.
  var unreadableWrite: APIFailure { .outcomeUnknown(VendorTexts.answeredWithoutRecord(system)) }

  /// True for an answer that some other server gave than the system's own: a page for people, not JSON. A 404 of that kind
  /// tells that the address is wrong, and must not pass for a customer who was deleted.
  static func isForeign(_ response: HTTPResponse) -> Bool { !response.body.isEmpty && document(response) == nil }

  /// The document that an answer is; nil when it is none.
  static func document(_ response: HTTPResponse) -> JSONNode? { try? JSONNode(parsing: response.body) }
}
