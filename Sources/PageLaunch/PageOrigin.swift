import CustomerModel

/// Scheme, name and port by which browsers know the page, as they write them in `Host` and `Origin`.
package struct PageOrigin: Sendable, Equatable, Codable, CustomStringConvertible {
  package let isEncrypted: Bool
  /// `kunder.example.se`, `localhost:8481`, `[::1]:8481`: in small letters, with the port unless it is the scheme's own.
  package let authority: String

  package init(isEncrypted: Bool, authority: String) {
    self.isEncrypted = isEncrypted
    self.authority = authority
  }

  /// - Parameter text: `https://kunder.example.se`, or `http` with a name of this computer: no other traffic may be read on
  ///   its way.
  /// - Throws: ``KundregError`` `page.origin` with status 64.
  package init(_ text: String) throws {
    func refused() -> KundregError { KundregError(.pageOrigin, PageLaunchTexts.originIsNone(text)) }
    let lower = text.lowercased()
    guard let scheme = ["https://", "http://"].first(where: lower.hasPrefix) else { throw refused() }
    var rest = lower.dropFirst(scheme.count)
    if rest.hasSuffix("/") { rest = rest.dropLast() }
    isEncrypted = scheme == "https://"
    guard let place = Self.place(rest) else { throw refused() }
    guard isEncrypted || LoopbackName.isLoopback(place.name) else {
      throw KundregError(.pageOrigin, PageLaunchTexts.originIsReadable(text))
    }
    let own = isEncrypted ? 443 : 80
    authority = place.name + (place.port.map { $0 == own ? "" : ":\($0)" } ?? "")
  }

  private static func place(_ text: Substring) -> (name: String, port: Int?)? {
    var name = text
    var port: Int?
    // A colon within brackets belongs to the address.
    if let colon = text.lastIndex(of: ":"), !text[colon...].contains("]") {
      name = text[..<colon]
      let digits = text[text.index(after: colon)...]
      guard digits.allSatisfy({ $0.isASCII && $0.isNumber }), let number = Int(digits), (1...65_535).contains(number)
      else { return nil }
      port = number
    }
    let isBracketed = name.hasPrefix("[") && name.hasSuffix("]")
    let inner = isBracketed ? name.dropFirst().dropLast() : name
    let allowed: (UInt8) -> Bool = { byte in
      (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "-")
        || byte == UInt8(ascii: isBracketed ? ":" : ".")
    }
    guard !inner.isEmpty, inner.utf8.allSatisfy(allowed) else { return nil }
    return (String(name), port)
  }

  /// As a browser writes it in `Origin`.
  package var description: String { (isEncrypted ? "https://" : "http://") + authority }
}
