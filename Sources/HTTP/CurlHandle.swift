import CLibCurl
import Glibc

/// One of libcurl's easy handles, with the connections it keeps alive.
///
/// Sendable though its pointer is not: libcurl lets a handle be used by any thread but never by two at once, and a handle has
/// one owner. Either that is ``HTTPClient``, in whose pool nobody uses it, or out of which it was taken by exactly one call
/// under the pool's lock; or a ``CurlStream``, which makes its own, gives it to nobody, and, not being Sendable, is used by one
/// thread at a time. Cleaning up happens when the last reference goes, so in no call either.
final class CurlHandle: @unchecked Sendable {
  /// Loads and initialises the library once for the process.
  ///
  /// Signals are switched off for each handle, since several threads send; with that, libcurl leaves it to the program to
  /// let a write to a closed connection be an error rather than the end of the process.
  private static let isReady: Bool = {
    signal(SIGPIPE, SIG_IGN)
    return kundreg_curl_load() && curl_global_init(Int(CURL_GLOBAL_SSL)) == CURLE_OK
  }()

  private let pointer: UnsafeMutableRawPointer
  private var headers: UnsafeMutablePointer<curl_slist>?
  /// The first option that was not taken: a request must not leave without one of them.
  private var refusal = CURLE_OK

  init?() {
    guard Self.isReady, let pointer = curl_easy_init() else { return nil }
    self.pointer = pointer
  }

  deinit {
    curl_slist_free_all(headers)
    curl_easy_cleanup(pointer)
  }

  func set(_ option: CURLoption, _ value: Int) { note(kundreg_curl_set_long(pointer, option, value)) }

  /// The text is copied.
  func set(_ option: CURLoption, _ value: String) { note(kundreg_curl_set_string(pointer, option, value)) }

  /// Sets a body, which is copied.
  func setBody(_ bytes: [UInt8]) {
    set(CURLOPT_POST, 1)
    note(kundreg_curl_set_offset(pointer, CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(bytes.count)))
    // An empty array may have no address, and no address would mean that the body is read from a function.
    let copied = bytes.isEmpty ? [0] : bytes
    note(copied.withUnsafeBytes { kundreg_curl_set_pointer(pointer, CURLOPT_COPYPOSTFIELDS, $0.baseAddress) })
  }

  func addHeader(_ line: String) {
    guard let longer = curl_slist_append(headers, line) else { return note(CURLE_OUT_OF_MEMORY) }
    headers = longer
  }

  /// Sends the request that was set and gathers the answer.
  func perform(into exchange: CurlExchange) -> CURLcode {
    note(kundreg_curl_set_pointer(pointer, CURLOPT_HTTPHEADER, headers))
    let context = UnsafeRawPointer(Unmanaged.passUnretained(exchange).toOpaque())
    note(kundreg_curl_set_prereq_function(pointer, CurlExchange.leave))
    note(kundreg_curl_set_pointer(pointer, CURLOPT_PREREQDATA, context))
    note(kundreg_curl_set_data_function(pointer, CURLOPT_HEADERFUNCTION, CurlExchange.takeHeader))
    note(kundreg_curl_set_pointer(pointer, CURLOPT_HEADERDATA, context))
    note(kundreg_curl_set_data_function(pointer, CURLOPT_WRITEFUNCTION, CurlExchange.takeBody))
    note(kundreg_curl_set_pointer(pointer, CURLOPT_WRITEDATA, context))
    guard refusal == CURLE_OK else { return refusal }
    return withExtendedLifetime(exchange) { curl_easy_perform(pointer) }
  }

  /// Makes the connection that was set, TLS included, and sends nothing: see ``send(_:)`` and ``receive(_:)``.
  func connect() -> CURLcode {
    set(CURLOPT_CONNECT_ONLY, 1)
    return refusal == CURLE_OK ? curl_easy_perform(pointer) : refusal
  }

  /// Writes to the connection that was made.
  ///
  /// - Returns: how many of the bytes left; `CURLE_AGAIN` when none may leave now.
  func send(_ bytes: ArraySlice<UInt8>) -> (code: CURLcode, count: Int) {
    var count = 0
    let code = bytes.withUnsafeBytes { curl_easy_send(pointer, $0.baseAddress, $0.count, &count) }
    return (code, count)
  }

  /// Reads from the connection that was made: no byte and `CURLE_OK` when the other side has closed it, `CURLE_AGAIN` when
  /// none is there now.
  func receive(_ buffer: inout [UInt8]) -> (code: CURLcode, count: Int) {
    var count = 0
    let code = buffer.withUnsafeMutableBytes { curl_easy_recv(pointer, $0.baseAddress, $0.count, &count) }
    return (code, count)
  }

  /// The socket of the connection that was made, to wait upon; nil when there is none.
  var socket: Int32? {
    var socket: curl_socket_t = -1
    return kundreg_curl_get_socket(pointer, &socket) == CURLE_OK && socket >= 0 ? socket : nil
  }

  /// The status of the last answer, 0 for none.
  var status: Int {
    var status = 0
    _ = kundreg_curl_get_long(pointer, CURLINFO_RESPONSE_CODE, &status)
    return status
  }

  /// Forgets the request, its secrets included; the connections stay.
  func reset() {
    curl_easy_reset(pointer)
    curl_slist_free_all(headers)
    headers = nil
    refusal = CURLE_OK
  }

  private func note(_ code: CURLcode) { if refusal == CURLE_OK { refusal = code } }
}
