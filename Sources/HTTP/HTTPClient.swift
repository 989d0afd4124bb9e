import CLibCurl
package import CustomerModel
import Synchronization
import Texts

/// Sends requests over libcurl: connections kept alive, HTTP/2 where TLS offers it, gzip, the proxy of the environment
/// (`https_proxy`, `no_proxy`).
///
/// Only `https`, and `http` to this computer, without a proxy. Certificates are always verified and redirects never
/// followed, because every request carries a secret. One call sends at most one request: nothing is repeated here.
package final class HTTPClient: HTTPSender {
  /// Handles that nobody uses, the one used last at the end: its connection is the likeliest to be alive.
  private let idle = Mutex<[CurlHandle]>([])
  private let timeouts: Timeouts
  private let maximumAnswer: Int

  /// - Parameter maximumAnswer: the greatest body in bytes, after decompression.
  package init(timeouts: Timeouts = Timeouts(), maximumAnswer: Int = HTTPLimits.answerSize) {
    self.timeouts = timeouts
    self.maximumAnswer = maximumAnswer
  }

  /// - Throws: ``KundregError`` `library.missing` when libcurl cannot be loaded.
  package static func requireLibrary() throws(KundregError) {
    guard kundreg_curl_load() else {
      throw .missingLibrary(
        "libcurl", package: "libcurl4",
        needed: HTTPTexts.purposeOfLibrary)
    }
  }

  package func send(_ request: HTTPRequest) throws(HTTPFailure) -> HTTPResponse {
    do {
      try Self.requireLibrary()
    } catch {
      throw .notSent(HTTPTexts.located(request.method.rawValue, error.text.withoutStop))
    }
    guard let address = HTTPAddress(request.url) else {
      throw .notSent(HTTPTexts.located(request.method.rawValue, HTTPTexts.addressIsNotFull))
    }
    let failures = CurlFailures(request.method, address, timeouts: timeouts, maximumAnswer: maximumAnswer)
    guard address.isAllowed else {
      throw failures.notSent(HTTPTexts.addressIsInsecure)
    }
    guard request.headers.allSatisfy({ Self.isHeader($0.name, $0.value) }) else {
      throw failures.notSent(HTTPTexts.badHeader)
    }
    guard let handle = takeHandle() else { throw failures.notSent(HTTPTexts.libraryDidNotStart) }
    defer { giveBack(handle) }
    configure(handle, for: request, to: address)
    let exchange = CurlExchange(limit: maximumAnswer)
    let code = handle.perform(into: exchange)
    guard code == CURLE_OK else { throw failures.failure(code, exchange) }
    let status = handle.status
    guard !(300..<400).contains(status) else {
      throw failures.redirect(status, to: exchange.headers["location"])
    }
    var response = HTTPResponse(status: status, headers: exchange.headers, body: exchange.body)
    response.leftAfter = exchange.leftAfter ?? 0
    return response
  }

  private func takeHandle() -> CurlHandle? { idle.withLock { $0.popLast() } ?? CurlHandle() }

  private func giveBack(_ handle: CurlHandle) {
    handle.reset()
    idle.withLock { if $0.count < HTTPLimits.idleConnections { $0.append(handle) } }
  }

  /// What holds for every connection, whatever goes over it.
  static func configureConnection(_ handle: CurlHandle, _ url: String, to address: HTTPAddress, timeouts: Timeouts) {
    handle.set(CURLOPT_URL, url)
    handle.set(CURLOPT_PROTOCOLS_STR, address.scheme)
    handle.set(CURLOPT_FOLLOWLOCATION, 0)
    handle.set(CURLOPT_SSL_VERIFYPEER, 1)
    handle.set(CURLOPT_SSL_VERIFYHOST, 2)
    handle.set(CURLOPT_USERAGENT, userAgent)
    if address.isLoopback || ProxyExceptions().contain(address.host) { handle.set(CURLOPT_PROXY, "") }
    handle.set(CURLOPT_SUPPRESS_CONNECT_HEADERS, 1)
    handle.set(CURLOPT_NOSIGNAL, 1)
    handle.set(CURLOPT_CONNECTTIMEOUT_MS, milliseconds(timeouts.connect))
    handle.set(CURLOPT_TIMEOUT_MS, milliseconds(timeouts.whole))
  }

  static let userAgent = "kundreg/\(ProgramVersion.current)"

  private func configure(_ handle: CurlHandle, for request: HTTPRequest, to address: HTTPAddress) {
    Self.configureConnection(handle, request.url, to: address, timeouts: timeouts)
    handle.set(CURLOPT_HTTP_VERSION, Int(CURL_HTTP_VERSION_2TLS))
    handle.set(CURLOPT_ACCEPT_ENCODING, "")
    handle.set(CURLOPT_MAXAGE_CONN, Timeouts.idleConnection)
    handle.set(CURLOPT_LOW_SPEED_LIMIT, 1)
    handle.set(CURLOPT_LOW_SPEED_TIME, max(1, Int(timeouts.stall.rounded(.up))))

    if request.body != nil || request.method == .post || request.method == .put {
      handle.setBody(request.body ?? [])
    }
    handle.set(CURLOPT_CUSTOMREQUEST, request.method.rawValue)
    // Without this libcurl waits a second for a "100 Continue" before a large body.
    handle.addHeader("Expect:")
    if !request.headers.contains(where: { $0.name.lowercased() == "content-type" }) {
      // Else libcurl calls every body a form.
      handle.addHeader("Content-Type:")
    }
    for (name, value) in request.headers { handle.addHeader(value.isEmpty ? "\(name);" : "\(name): \(value)") }
  }

  private static func milliseconds(_ seconds: Double) -> Int { max(1, Int(seconds * 1000)) }

  /// Source: RFC 9110, 5.1 and 5.5. A token with a line break must not become two headers.
  private static func isHeader(_ name: String, _ value: String) -> Bool {
    !name.isEmpty
      && name.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: ":") && $0 != UInt8(ascii: ";") }
      && value.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F || $0 == 0x09 }
  }
}
