import Foundation

/// The rule for addresses of accounting systems: `https` only, because secrets go there; `http` to this computer, where a
/// rehearsal system listens. Websockets' `wss` and `ws` likewise.
enum SecureAddress {
  struct Refusal: Error, Equatable {
    let code: String
    /// Follows the key's name in a sentence.
    let message: String
  }

  /// - Parameter plain: the scheme without TLS, `http` or `ws`; the other one has an `s` behind it.
  static func check(_ text: String, _ plain: String = "http") -> Result<URL, Refusal> {
    guard let parts = URLComponents(string: text), let scheme = parts.scheme?.lowercased(), let host = parts.host,
      !host.isEmpty, let url = parts.url
    else {
      return .failure(
        Refusal(code: "config.badValue", message: "is not a full address such as \(plain)s://api.example.com"))
    }
    guard parts.user == nil, parts.password == nil else {
      return .failure(
        Refusal(
          code: "config.badValue", message: "holds a user name or password: those belong in the credentials' file"))
    }
    guard parts.query == nil, parts.fragment == nil else {
      return .failure(Refusal(code: "config.badValue", message: "has something after ? or #: give the address alone"))
    }
    guard scheme == "\(plain)s" || scheme == plain && isLoopback(host) else {
      return .failure(
        Refusal(
          code: "config.insecureURL",
          message: "must begin with \(plain)s:// (\(plain):// only to this computer, 127.0.0.1)"))
    }
    return .success(url)
  }

  /// Source: RFC 1122, 3.2.1.3 (127/8), RFC 4291, 2.5.3 (::1), RFC 6761, 6.3 (localhost).
  private static func isLoopback(_ host: String) -> Bool {
    let host = host.lowercased()
    if host == "localhost" || host == "::1" || host == "[::1]" { return true }
    let parts = host.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil }
  }
}
