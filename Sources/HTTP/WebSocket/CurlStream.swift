import CLibCurl
import Glibc

/// A connection that libcurl makes as it does for requests, with its TLS, proxy and limits, and on which the bytes are the caller's.
///
/// Used by one thread at a time.
final class CurlStream {
  private let handle: CurlHandle
  private let socket: Int32
  private let cancellation: Cancellation
  private var buffer = [UInt8](repeating: 0, count: 16 << 10)
  /// How long to wait before it is asked whether the run is to stop, in milliseconds.
  private static let slice = 200
  /// How long to wait where the socket is ready and takes nothing all the same, in microseconds: TLS may have to read first.
  private static let pause: UInt32 = 20_000

  /// - Parameter url: an address that ``HTTPAddress/isAllowed``.
  init(
    _ url: String, to address: HTTPAddress, timeouts: HTTPClient.Timeouts, cancellation: Cancellation
  ) throws(WebSocketFailure) {
    guard let handle = CurlHandle() else { throw WebSocketFailure(HTTPTexts.libraryDidNotStart) }
    HTTPClient.configureConnection(handle, url, to: address, timeouts: timeouts)
    // A websocket begins with HTTP/1.1: no other version may be agreed on with TLS.
    handle.set(CURLOPT_HTTP_VERSION, Int(CURL_HTTP_VERSION_1_1))
    let code = handle.connect()
    guard code == CURLE_OK, let socket = handle.socket else {
      let failures = CurlFailures(.get, address, timeouts: timeouts, maximumAnswer: 0)
      throw WebSocketFailure(failures.failure(code, CurlExchange(limit: 0)).reason)
    }
    self.handle = handle
    self.socket = socket
    self.cancellation = cancellation
  }

  /// Sends all of the bytes.
  func send(_ bytes: [UInt8], until deadline: ContinuousClock.Instant) throws(WebSocketFailure) {
    var rest = bytes[...]
    var isReady = false
    while !rest.isEmpty {
      let (code, count) = handle.send(rest)
      rest = rest.dropFirst(count)
      if code == CURLE_OK, count > 0 {
        isReady = false
        continue
      }
      guard code == CURLE_OK || code == CURLE_AGAIN else { throw WebSocketFailure(HTTPTexts.connectionBroke) }
      if isReady { usleep(Self.pause) }
      guard try wait(for: Int16(POLLOUT), until: deadline) else {
        throw WebSocketFailure(WebSocketTexts.nothingSentInTime)
      }
      isReady = true
    }
  }

  /// The next bytes; nil when none came in time.
  func receive(until deadline: ContinuousClock.Instant) throws(WebSocketFailure) -> ArraySlice<UInt8>? {
    while true {
      // Asked before the socket is waited upon: what TLS has read already makes no socket ready.
      let (code, count) = handle.receive(&buffer)
      if code == CURLE_OK, count > 0 { return buffer[..<count] }
      guard code == CURLE_AGAIN else { throw WebSocketFailure(WebSocketTexts.closedConnection) }
      guard try wait(for: Int16(POLLIN), until: deadline) else { return nil }
    }
  }

  /// False when the socket was not ready in time.
  private func wait(for events: Int16, until deadline: ContinuousClock.Instant) throws(WebSocketFailure) -> Bool {
    while true {
      if cancellation.isCancelled { throw WebSocketFailure(HTTPTexts.stopped) }
      let left = (deadline - .now) / .milliseconds(1)
      guard left > 0 else { return false }
      var query = pollfd(fd: socket, events: events, revents: 0)
      if poll(&query, 1, Int32(min(left.rounded(.up), Double(Self.slice)))) > 0 { return true }
    }
  }
}
