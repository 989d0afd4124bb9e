import CLibCurl

/// An address taken apart by the parser of the library that also connects, so that both agree on which host it names.
struct HTTPAddress {
  let scheme: String
  let host: String
  /// Host and, where the address has one, port.
  let authority: String
  /// Host and path without query: what an error may tell.
  let place: String
  let isLoopback: Bool

  /// Nil for what is no full http or https address, has blanks or control characters, or holds a user name.
  init?(_ url: String) {
    guard url.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F }), let parser = curl_url() else { return nil }
    defer { curl_url_cleanup(parser) }
    guard curl_url_set(parser, CURLUPART_URL, url, UInt32(CURLU_DISALLOW_USER)) == CURLUE_OK,
      let scheme = Self.part(CURLUPART_SCHEME, of: parser), let host = Self.part(CURLUPART_HOST, of: parser)
    else { return nil }
    let port = Self.part(CURLUPART_PORT, of: parser)
    self.scheme = scheme
    self.host = host
    authority = host + (port.map { ":" + $0 } ?? "")
    place = authority + (Self.part(CURLUPART_PATH, of: parser) ?? "")
    isLoopback = Self.isLoopback(host)
  }

  /// Secrets and customers' data go to `https` alone; `http` goes to this computer, where a rehearsal system listens.
  var isAllowed: Bool { scheme == "https" || scheme == "http" && isLoopback }

  private static func part(_ part: CURLUPart, of parser: OpaquePointer) -> String? {
    var text: UnsafeMutablePointer<CChar>?
    guard kundreg_curl_url_get(parser, part, &text, 0) == CURLUE_OK, let text else { return nil }
    defer { curl_free(text) }
    return String(cString: text)
  }

  /// Source: RFC 1122, 3.2.1.3 (127/8), RFC 4291, 2.5.3 (::1), RFC 6761, 6.3 (localhost, which libcurl never asks the
  /// name server for).
  private static func isLoopback(_ host: String) -> Bool {
    let host = host.lowercased()
    if host == "localhost" || host == "[::1]" { return true }
    let parts = host.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil }
  }
}
