import Foundation

/// The proxy that the environment names for an address, as libcurl reads it: for sentences, since libcurl itself finds it.
///
/// Source: libcurl, "CURLOPT_PROXY". Which hosts are excepted: ``ProxyExceptions``.
struct ProxySetting: Equatable {
  /// Host and port, without user name and password.
  let authority: String
  /// The variable that names it.
  let variable: String

  /// Nil when the host is reached without a proxy.
  init?(for host: String, environment: (String) -> String? = Self.variable) {
    if ProxyExceptions(environment: environment).contain(host) { return nil }
    // An empty variable counts as none, and the next is asked.
    let names = ["https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"]
    let named = names.compactMap { name in environment(name).map { (name: name, address: $0) } }
    guard let first = named.first(where: { !$0.address.isEmpty }) else { return nil }
    variable = first.name
    authority = Self.authority(first.address)
  }

  static func variable(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

  /// Whatever stands before an `@` may be a password.
  private static func authority(_ address: String) -> String {
    var rest = address[...]
    if let scheme = rest.range(of: "://") { rest = rest[scheme.upperBound...] }
    rest = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    if let at = rest.lastIndex(of: "@") { rest = rest[rest.index(after: at)...] }
    let shown = rest.unicodeScalars.filter { $0.properties.generalCategory != .control }
    return String(String.UnicodeScalarView(shown))
  }
}
