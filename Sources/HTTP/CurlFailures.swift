import CLibCurl
import Texts

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

  func notSent(_ why: Text) -> HTTPFailure { .notSent(sentence(why)) }

  /// What a failed transfer means: whether the request may have reached the server depends on nothing but whether its first
  /// byte may have left, whatever the code.
  func failure(_ code: CURLcode, _ exchange: CurlExchange) -> HTTPFailure {
    if exchange.isTooLarge { return .refused(sentence(HTTPTexts.answerTooLarge(sizeText(maximumAnswer)))) }
    guard exchange.leftAfter != nil else { return .notSent(sentence(throughProxy(whyNotConnected(code)))) }
    return .answerLost(sentence(whyNoAnswer(code)))
  }

  /// An answer that points elsewhere; only the other host is told, since the rest of the address may hold secrets.
  func redirect(_ status: Int, to location: String?) -> HTTPFailure {
    let host = location.flatMap { HTTPAddress($0)?.authority } ?? address.authority
    return .refused(sentence(HTTPTexts.redirect(status, to: host)))
  }

  private func sentence(_ why: Text) -> Text { HTTPTexts.located("\(method.rawValue) \(address.place)", why) }

  /// A connection that was not made was most likely not made with the proxy, where there is one: it stands first on the way.
  private func throughProxy(_ why: Text) -> Text {
    guard !address.isLoopback, let proxy = ProxySetting(for: address.host) else { return why }
    return HTTPTexts.throughProxy(why, proxy.authority, proxy.variable)
  }

  private func whyNotConnected(_ code: CURLcode) -> Text {
    switch code {
    case CURLE_COULDNT_RESOLVE_HOST: HTTPTexts.hostNotFound
    case CURLE_COULDNT_RESOLVE_PROXY: HTTPTexts.proxyNotFound
    case CURLE_COULDNT_CONNECT: HTTPTexts.notConnected
    case CURLE_OPERATION_TIMEDOUT:
      HTTPTexts.noConnection(within: secondsText(min(timeouts.connect, timeouts.whole)))
    case CURLE_PEER_FAILED_VERIFICATION: HTTPTexts.untrustedCertificate
    case CURLE_SSL_CONNECT_ERROR: HTTPTexts.noSecureConnection
    case CURLE_SSL_CACERT_BADFILE: HTTPTexts.noCertificateList
    default: HTTPTexts.noConnection(String(cString: curl_easy_strerror(code)))
    }
  }

  private func whyNoAnswer(_ code: CURLcode) -> Text {
    switch code {
    case CURLE_OPERATION_TIMEDOUT:
      HTTPTexts.silence(secondsText(timeouts.stall), whole: secondsText(timeouts.whole))
    case CURLE_PARTIAL_FILE: HTTPTexts.closedWithinAnswer
    // The guard in CurlExchange refused a repetition.
    case CURLE_GOT_NOTHING, CURLE_ABORTED_BY_CALLBACK: HTTPTexts.closedBeforeAnswer
    case CURLE_RECV_ERROR, CURLE_SEND_ERROR: HTTPTexts.connectionBroke
    default: HTTPTexts.unreadableAnswer(String(cString: curl_easy_strerror(code)))
    }
  }

  private func secondsText(_ seconds: Double) -> String {
    seconds == seconds.rounded() ? "\(Int(seconds)) s" : "\(seconds) s"
  }

  private func sizeText(_ bytes: Int) -> String { bytes >= 1 << 20 ? "\(bytes >> 20) MB" : "\(bytes) B" }
}
