import Glibc

/// The hosts that `no_proxy` in the environment lets be reached without a proxy.
///
/// Names count with all that end in them, with or without a dot before them; addresses alone or as networks (`10.0.0.0/8`,
/// `2001:db8::/32`, without brackets); `*` where it is the whole list. A port in an entry makes it match nothing.
///
/// Source: libcurl, "CURLOPT_NOPROXY", and what libcurl 7.88 does where that leaves something open. It compares IPv6 addresses as
/// texts, though it documents their networks: what is excepted here is therefore told to it.
struct ProxyExceptions {
  private let list: String

  /// An empty variable counts as none.
  init(environment: (String) -> String? = ProxySetting.variable) {
    let named = ["no_proxy", "NO_PROXY"].lazy.compactMap(environment).first { !$0.isEmpty }
    list = named ?? ""
  }

  /// - Parameter host: of an address, an IPv6 address in brackets.
  func contain(_ host: String) -> Bool {
    if list == "*" { return true }
    let entries = list.split { $0 == "," || $0 == " " || $0 == "\t" }
    if host.hasPrefix("[") {
      guard let address = Self.bytes(String(host.dropFirst().prefix { $0 != "]" }), AF_INET6, 16) else { return false }
      return entries.contains { Self.network($0, AF_INET6, of: address) }
    }
    if let address = Self.bytes(host, AF_INET, 4) { return entries.contains { Self.network($0, AF_INET, of: address) } }
    let name = Self.withoutDot(host.lowercased()[...])
    return entries.contains { entry in
      var domain = Self.withoutDot(entry.lowercased()[...])
      if domain.first == "." { domain = domain.dropFirst() }
      return !domain.isEmpty && (name == domain || name.hasSuffix(".\(domain)"))
    }
  }

  private static func withoutDot(_ name: Substring) -> Substring { name.last == "." ? name.dropLast() : name }

  /// True when an entry is that address, or a network that it lies in. A network of no bits is the one address.
  private static func network(_ entry: Substring, _ family: Int32, of address: [UInt8]) -> Bool {
    let parts = entry.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    guard let base = bytes(String(parts[0]), family, address.count) else { return false }
    let given = parts.count == 2 ? Int(parts[1].prefix { $0.isASCII && $0.isNumber }) ?? 0 : 0
    let bits = given == 0 ? address.count * 8 : given
    guard bits <= address.count * 8, parts.count < 2 || parts[1].first != "-" else { return false }
    return (0..<bits).allSatisfy { bit in
      let mask: UInt8 = 0x80 >> UInt8(bit % 8)
      return base[bit / 8] & mask == address[bit / 8] & mask
    }
  }

  /// The bytes of a numerical address; nil for anything else.
  private static func bytes(_ text: String, _ family: Int32, _ count: Int) -> [UInt8]? {
    var bytes = [UInt8](repeating: 0, count: count)
    return inet_pton(family, text, &bytes) == 1 ? bytes : nil
  }
}
