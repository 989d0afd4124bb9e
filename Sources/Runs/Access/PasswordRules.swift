import CustomerModel
import Foundation

/// What a password must be. No kinds of characters are asked for: that makes passwords short and alike (NIST SP 800-63B, 3.1.1.2).
enum PasswordRules {
  private static let least = 12
  private static let most = 200

  /// - Throws: ``KundregError`` `password.unfit` with status 64.
  static func check(_ password: String, of name: String) throws {
    let count = password.precomposedStringWithCanonicalMapping.unicodeScalars.count
    guard count >= least else { throw KundregError(.passwordUnfit, PasswordTexts.tooShort(least: least)) }
    guard count <= most, !password.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F }) else {
      throw KundregError(.passwordUnfit, PasswordTexts.tooLong(most: most))
    }
    guard !password.unicodeScalars.contains("\u{FFFD}") else {
      throw KundregError(.passwordUnfit, PasswordTexts.notReadable)
    }
    guard password.lowercased() != name.lowercased() else {
      throw KundregError(.passwordUnfit, PasswordTexts.isName(name))
    }
  }
}
