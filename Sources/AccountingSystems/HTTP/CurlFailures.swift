import CLibCurl

/// Tells why one request has no answer, in words that hold no secret: method, host and path alone.
struct CurlFailures {
  private let method: HTTPRequest.Method
  private let address: HTTPAddress
  private let timeouts: HTTPClient.Timeouts
  private let maximumAnswer: Int

  init(_ method: HTTPRequest.Method, _ address: HTTPAddress, timeouts: HTTPClient.Timeouts, maximumAnswer: Int) {
    self.method = method
    self.address = address
    self.timeouts = timeouts
    self.maximumAnswer = maximumAnswer
  }

  func notSent(_ why: String) -> HTTPFailure { .notSent(sentence(why)) }

  /// What a failed transfer means: whether the request may have reached the server depends on nothing but whether its first
  /// byte may have left, whatever the code.
  func failure(_ code: CURLcode, _ exchange: CurlExchange) -> HTTPFailure {
    if exchange.isTooLarge { return .refused(sentence("the answer is larger than \(sizeText(maximumAnswer))")) }
    guard exchange.leftAfter != nil else { return .notSent(sentence(whyNotConnected(code) + throughProxy)) }
    return .answerLost(sentence(whyNoAnswer(code)))
  }

  /// An answer that points elsewhere; only the other host is told, since the rest of the address may hold secrets.
  func redirect(_ status: Int, to location: String?) -> HTTPFailure {
    let host = location.flatMap { HTTPAddress($0)?.authority } ?? address.authority
    return .refused(sentence("the answer \(status) redirects to \(host), and redirects are not followed"))
  }

  private func sentence(_ why: String) -> String { "\(method.rawValue) \(address.place): \(why)" }

  /// A connection that was not made was most likely not made with the proxy, where there is one: it stands first on the way.
  private var throughProxy: String {
    address.isLoopback ? "" : ProxySetting(for: address.host).map(\.sentence) ?? ""
  }

  private func whyNotConnected(_ code: CURLcode) -> String {
    switch code {
    case CURLE_COULDNT_RESOLVE_HOST: "the host's name was not found"
    case CURLE_COULDNT_RESOLVE_PROXY: "the proxy's name was not found"
    case CURLE_COULDNT_CONNECT: "no connection could be made"
    case CURLE_OPERATION_TIMEDOUT: "no connection was made within \(secondsText(min(timeouts.connect, timeouts.whole)))"
    case CURLE_PEER_FAILED_VERIFICATION: "the server's certificate is not one that this computer trusts"
    case CURLE_SSL_CONNECT_ERROR: "no secure connection (TLS) could be made"
    case CURLE_SSL_CACERT_BADFILE: "this computer's list of trusted certificates could not be read"
    default: "no connection could be made (\(String(cString: curl_easy_strerror(code))))"
    }
  }

  private func whyNoAnswer(_ code: CURLcode) -> String {
    switch code {
    case CURLE_OPERATION_TIMEDOUT:
      "the answer did not come in time (\(secondsText(timeouts.stall)) of silence, \(secondsText(timeouts.whole)) in all)"
    case CURLE_PARTIAL_FILE: "the connection was closed in the middle of the answer"
    // The guard in CurlExchange refused a repetition.
    case CURLE_GOT_NOTHING, CURLE_ABORTED_BY_CALLBACK: "the connection was closed before the answer"
    case CURLE_RECV_ERROR, CURLE_SEND_ERROR: "the connection broke"
    default: "the answer could not be read (\(String(cString: curl_easy_strerror(code))))"
    }
  }

  private func secondsText(_ seconds: Double) -> String {
    seconds == seconds.rounded() ? "\(Int(seconds)) s" : "\(seconds) s"
  }

  private func sizeText(_ bytes: Int) -> String { bytes >= 1 << 20 ? "\(bytes >> 20) MB" : "\(bytes) bytes" }
}
