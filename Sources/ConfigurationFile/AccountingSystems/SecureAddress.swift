import CustomerModel
import Foundation
import Texts

/// The rule for addresses of accounting systems: `https` only, because secrets go there; `http` to this computer, where a
/// rehearsal system listens. Websockets' `wss` and `ws` likewise.
enum SecureAddress {
  /// Why an address is not taken. A `scheme` is the one without TLS.
  enum Refusal: Error, Equatable {
    case isNotFull(scheme: String)
    case hasCredentials
    case hasQuery
    case isInsecure(scheme: String)

    var code: ErrorCode { if case .isInsecure = self { .configInsecureURL } else { .configBadValue } }

    /// - Parameter place: the key whose value it is.
    func text(of place: String) -> Text {
      switch self {
      case .isNotFull(let scheme): ConfigurationTexts.addressIsNotFull(place, scheme: scheme)
      case .hasCredentials: ConfigurationTexts.addressHasCredentials(place)
      case .hasQuery: ConfigurationTexts.addressHasQuery(place)
      case .isInsecure(let scheme): ConfigurationTexts.addressIsInsecure(place, scheme: scheme)
      }
    }
  }

  /// - Parameter plain: the scheme without TLS, `http` or `ws`; the other one has an `s` behind it.
  static func check(_ text: String, _ plain: String = "http") -> Result<URL, Refusal> {
    guard let parts = URLComponents(string: text), let scheme = parts.scheme?.lowercased(), let host = parts.host,
      !host.isEmpty, let url = parts.url
    else {
      return .failure(.isNotFull(scheme: plain))
    }
    guard parts.user == nil, parts.password == nil else {
      return .failure(.hasCredentials)
    }
    guard parts.query == nil, parts.fragment == nil else {
      return .failure(.hasQuery)
    }
    guard scheme == "\(plain)s" || scheme == plain && isLoopback(host) else {
      return .failure(.isInsecure(scheme: plain))
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
