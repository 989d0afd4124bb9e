import CLibCurl

/// What libcurl tells while one request is under way. Used by the one thread that is inside the call.
final class CurlExchange {
  private let limit: Int
  private let start = ContinuousClock.now
  private(set) var headers: [String: String] = [:]
  private(set) var body: [UInt8] = []
  private(set) var isTooLarge = false
  /// Seconds from the start until the request left; nil before that.
  private(set) var leftAfter: Double?

  /// - Parameter limit: the greatest body in bytes, after decompression.
  init(limit: Int) { self.limit = limit }

  /// Asked when a connection stands, TLS included, right before the first byte of the request is written to it.
  ///
  /// Also the guard against doing things twice. When a connection that was kept alive turns out dead before a byte of the
  /// answer came, libcurl repeats the request on a fresh one by itself, up to five times, *whatever its method*
  /// (`Curl_retry_request` in its transfer.c asks only whether the connection was reused and nothing was received): it
  /// takes for granted that the server closed before it read. A server that carried out a POST and then broke the
  /// connection would so get it twice. The second time is refused here: what became of the first is for the caller to
  /// find out. That holds for reads too, since a repetition that nobody paces may exceed the quota. Unlike a fresh
  /// connection for each write it costs no handshakes, and it depends on documented behaviour alone.
  static let leave:
    @convention(c) (
      UnsafeMutableRawPointer?, UnsafeMutablePointer<CChar>?, UnsafeMutablePointer<CChar>?, Int32, Int32
    ) -> Int32 = { context, _, _, _, _ in
      guard let exchange = CurlExchange.from(context), exchange.leftAfter == nil else { return CURL_PREREQFUNC_ABORT }
      exchange.leftAfter = (ContinuousClock.now - exchange.start) / .seconds(1)
      return CURL_PREREQFUNC_OK
    }

  static let takeHeader: @convention(c) (UnsafeMutablePointer<CChar>?, Int, Int, UnsafeMutableRawPointer?) -> Int = {
    data, size, count, context in
    guard let exchange = CurlExchange.from(context), let data else { return 0 }
    exchange.takeHeader(UnsafeRawBufferPointer(start: data, count: size * count))
    return size * count
  }

  static let takeBody: @convention(c) (UnsafeMutablePointer<CChar>?, Int, Int, UnsafeMutableRawPointer?) -> Int = {
    data, size, count, context in
    guard let exchange = CurlExchange.from(context), let data else { return 0 }
    guard exchange.body.count + size * count <= exchange.limit else {
      exchange.isTooLarge = true
      return 0  // Other than what was given: ends the transfer.
    }
    exchange.body += UnsafeRawBufferPointer(start: data, count: size * count)
    return size * count
  }

  private static func from(_ context: UnsafeMutableRawPointer?) -> CurlExchange? {
    context.map { Unmanaged<CurlExchange>.fromOpaque($0).takeUnretainedValue() }
  }

  private func takeHeader(_ line: UnsafeRawBufferPointer) {
    // Each status line begins an answer; one with 1xx comes before the answer that counts.
    if line.starts(with: "HTTP/".utf8) { headers = [:] }
    guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { return }
    let name = String(decoding: line[..<colon], as: UTF8.self).lowercased()
    var value = line[(colon + 1)...]
    let isBlank = { (byte: UInt8) in byte == 0x20 || byte == 0x09 || byte == 0x0D || byte == 0x0A }
    value = value.drop(while: isBlank)
    while let last = value.last, isBlank(last) { value.removeLast() }
    headers[name] = String(decoding: value, as: UTF8.self)
  }
}
