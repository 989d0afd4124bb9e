/// A text that nobody guesses: the key of a link, the token of a session.
struct Secret: Sendable {
  /// 43 characters that stand in addresses and cookies as they are.
  let text: String

  /// 256 bits of the system's randomness.
  init() {
    var random = SystemRandomNumberGenerator()
    text = Self.text(of: (0..<32).map { _ in UInt8.random(in: .min ... .max, using: &random) })
  }

  init(text: String) { self.text = text }

  /// By what it is looked up and kept. What compares and finds digests tells by the time that it takes nothing about the secret.
  var digest: SecretDigest { SecretDigest(of: text) }

  /// A short name for what the secret opens, which may be shown and logged, and opens nothing.
  static func name() -> String { String(Secret().text.utf8.prefix(10).map { Character(Unicode.Scalar($0)) }) }

  /// Base64 for addresses, without padding (RFC 4648, 5).
  private static func text(of bytes: [UInt8]) -> String {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)
    var text: [UInt8] = []
    var (bits, count) = (0, 0)
    for byte in bytes {
      bits = bits << 8 | Int(byte)
      count += 8
      while count >= 6 {
        count -= 6
        text.append(alphabet[bits >> count & 63])
      }
      bits &= (1 << count) - 1
    }
    if count > 0 { text.append(alphabet[bits << (6 - count) & 63]) }
    return String(decoding: text, as: UTF8.self)
  }
}
