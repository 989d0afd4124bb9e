package import Texts

/// A request as it leaves.
package struct HTTPRequest: Sendable, Equatable {
  package enum Method: String, Sendable {
    case get = "GET", post = "POST", put = "PUT", delete = "DELETE"
  }

  package var method: Method
  /// The full address, percent-encoded.
  package var url: String
  /// Names and values; a name's case does not matter.
  package var headers: [(name: String, value: String)]
  /// Nil for no body at all.
  package var body: [UInt8]?
  /// True for a page of a list, which is worth nothing without the others: whoever counts requests lets it leave in any case.
  package var isPage = false

  package init(
    _ method: Method, _ url: String, headers: [(name: String, value: String)] = [], body: [UInt8]? = nil
  ) {
    self.method = method
    self.url = url
    self.headers = headers
    self.body = body
  }

  package static func == (a: HTTPRequest, b: HTTPRequest) -> Bool {
    a.method == b.method && a.url == b.url && a.body == b.body
      && a.headers.map(\.name) == b.headers.map(\.name) && a.headers.map(\.value) == b.headers.map(\.value)
  }
}

/// An answer, whatever its status.
package struct HTTPResponse: Sendable, Equatable {
  package var status: Int
  /// Values by name in lower case; the last one of a name that comes twice.
  package var headers: [String: String]
  package var body: [UInt8]
  /// Seconds from the call until the request left: the name's look-up, connecting and TLS. No part of what two answers are
  /// compared by.
  package var leftAfter = 0.0

  package init(status: Int, headers: [String: String] = [:], body: [UInt8] = []) {
    self.status = status
    self.headers = headers
    self.body = body
  }

  package static func == (a: HTTPResponse, b: HTTPResponse) -> Bool {
    a.status == b.status && a.headers == b.headers && a.body == b.body
  }
}

/// Why there is no answer, as a part of a sentence. It holds no secrets: neither headers nor queries nor bodies.
package enum HTTPFailure: Error, Sendable, Equatable {
  /// The request surely never reached the server: no name, no connection, no TLS.
  case notSent(Text)
  /// The request left, and what became of it is not known: the connection broke, the answer was cut or did not come in time.
  case answerLost(Text)
  /// The answer is one that must not be followed or kept: too large, or a redirect.
  case refused(Text)

  /// Why there is no answer.
  package var reason: Text {
    switch self {
    case .notSent(let reason), .answerLost(let reason), .refused(let reason): reason
    }
  }
}

/// Sends one request and waits for its answer. Several threads may send at once.
package protocol HTTPSender: Sendable {
  func send(_ request: HTTPRequest) throws(HTTPFailure) -> HTTPResponse
}
