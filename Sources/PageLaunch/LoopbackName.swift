/// Names and addresses that lead to the computer itself and that no other computer reaches.
package enum LoopbackName {
  /// `localhost` and all names below it (RFC 6761, 6.3), 127.0.0.0/8 (RFC 1122, 3.2.1.3) and `::1`.
  package static func isLoopback(_ host: String) -> Bool {
    let host = host.lowercased()
    return host == "localhost" || host.hasSuffix(".localhost") || host == "::1" || host == "[::1]" || isAddress(host)
  }

  /// The address that a host to listen on stands for: `localhost` for 127.0.0.1, `[::1]` for `::1`. Nil for what other computers
  /// may reach, and for other names: who answers for them is not known here.
  static func address(_ host: String) -> String? {
    switch host.lowercased() {
    case "localhost": "127.0.0.1"
    case "::1", "[::1]": "::1"
    case let host: isAddress(host) ? host : nil
    }
  }

  private static func isAddress(_ host: String) -> Bool {
    let parts = host.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4 && parts.first == "127"
      && parts.allSatisfy { part in
        (1...3).contains(part.utf8.count) && part.utf8.allSatisfy { (0x30...0x39).contains($0) }
          && UInt8(part) != nil
      }
  }
}
