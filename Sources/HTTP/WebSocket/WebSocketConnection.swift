import CustomerModel
package import Foundation

/// A websocket's client: texts in both directions.
///
/// Only `wss`, and `ws` to this computer, without a proxy. Used by one thread at a time.
package final class WebSocketConnection {
  private let stream: CurlStream
  private var reader: WebSocketReader
  private var isOpen = true
  /// The fields of the answer that opened it, by name in lower case.
  package let fields: [String: String]
  private let timeouts: HTTPClient.Timeouts

  package init(
    _ url: URL, timeouts: HTTPClient.Timeouts = HTTPClient.Timeouts(), longestText: Int = HTTPLimits.webSocketText,
    cancellation: Cancellation
  ) throws(WebSocketFailure) {
    self.timeouts = timeouts
    do throws(KundregError) {
      try HTTPClient.requireLibrary()
    } catch {
      throw WebSocketFailure(error.text.withoutStop)
    }
    let text = url.absoluteString
    // libcurl only makes the connection, and may know no websockets: to it this is what they begin as.
    let plain = text.lowercased().hasPrefix("ws") ? "http" + text.dropFirst(2) : text
    guard let address = HTTPAddress(plain), address.isAllowed else {
      throw WebSocketFailure(WebSocketTexts.insecureAddress)
    }
    stream = try CurlStream(plain, to: address, timeouts: timeouts, cancellation: cancellation)
    let path = url.path(percentEncoded: true)
    let handshake = WebSocketHandshake(
      authority: address.authority,
      target: (path.isEmpty ? "/" : path) + (url.query(percentEncoded: true).map { "?\($0)" } ?? ""),
      key: WebSocketHandshake.makeKey())
    let deadline = ContinuousClock.now + .seconds(timeouts.stall)
    try stream.send(handshake.request, until: deadline)
    var bytes: [UInt8] = []
    let end = Array("\r\n\r\n".utf8)
    var blank: Range<Int>?
    while blank == nil {
      guard bytes.count < HTTPLimits.webSocketHead else { throw WebSocketFailure(WebSocketTexts.endlessAnswer) }
      guard let more = try stream.receive(until: deadline) else {
        throw WebSocketFailure(WebSocketTexts.noAnswerInTime)
      }
      bytes += more
      blank = bytes.firstRange(of: end)
    }
    fields = try handshake.check(bytes[..<blank!.lowerBound])
    reader = WebSocketReader(limit: longestText)
    reader.append(bytes[blank!.upperBound...])
  }

  package func send(_ text: String) throws(WebSocketFailure) { try send(WebSocketFrame(.text, Array(text.utf8))) }

  /// The next text; nil when none came within so many seconds. Pings are answered meanwhile.
  package func receive(within seconds: Double) throws(WebSocketFailure) -> String? {
    let deadline = ContinuousClock.now + .seconds(seconds)
    do throws(WebSocketFailure) {
      while true {
        while let message = try reader.next() {
          switch message {
          case .text(let text): return text
          case .ping(let payload): try send(WebSocketFrame(.pong, payload))
          case .pong: break
          case .close(let code):
            close(code ?? 1000)
            throw WebSocketFailure(WebSocketTexts.closedStream(status: code))
          }
        }
        // Also where something arrives all the time that is no text.
        guard ContinuousClock.now < deadline, let bytes = try stream.receive(until: deadline) else { return nil }
        reader.append(bytes)
      }
    } catch {
      if let code = error.closeCode { close(code) }
      throw error
    }
  }

  /// Tells the server that this side is done, if it can still be told. Its answer is not waited for.
  package func close(_ code: UInt16 = 1000) {
    guard isOpen else { return }
    try? send(WebSocketFrame.close(code))
    isOpen = false
  }

  private func send(_ frame: WebSocketFrame) throws(WebSocketFailure) {
    guard isOpen else { throw WebSocketFailure(WebSocketTexts.isClosed) }
    try stream.send(
      frame.bytes(mask: .random(in: .min ... .max)), until: .now + .seconds(timeouts.stall))
  }
}
