package import HTTP

/// Sends requests to one accounting system as one of its clients: in its pace, with a token that is fresh, obeying 429.
///
/// Repeats what is safe to repeat and nothing else.
package protocol APISending: Sendable {
  /// Sends a request that has its address, its own headers and its body; the authorization is added.
  ///
  /// - Returns: any answer but 401 and 429, which are dealt with here, and 5xx.
  /// - Throws: ``APIFailure/unavailable(_:)`` when the system does not answer or refuses the client,
  ///   ``APIFailure/outcomeUnknown(_:)`` when a writing request may have been carried out (the answer was lost, or is a
  ///   5xx), ``APIFailure/spent`` and ``APIFailure/cancelled`` when the run may send no more or was asked to stop before the
  ///   request left.
  func send(_ request: HTTPRequest) throws(APIFailure) -> HTTPResponse

  /// How many requests have left, and how many of them were answered with 429.
  var requestCount: (sent: Int, throttled: Int) { get }
}
