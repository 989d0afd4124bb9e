import Foundation

/// The rules for single values that need no register.
enum FortnoxChecks {
  /// Ten digits, or twelve with the century, with an optional `-` or `+` before the last four; the last of the ten is the
  /// check digit of the Luhn algorithm.
  static func isIdentityNumber(_ text: String) -> Bool {
    guard text.wholeMatch(of: #/(?:\d\d)?\d{6}[-+]?\d{4}/#) != nil else { return false }
    return luhn(text.utf8.filter { (0x30...0x39).contains($0) }.suffix(10).map { Int($0) - 0x30 })
  }

  private static func luhn(_ digits: [Int]) -> Bool {
    let sum = digits.reversed().enumerated().reduce(0) { sum, place in
      let product = place.element * (place.offset % 2 == 1 ? 2 : 1)
      return sum + product / 10 + product % 10
    }
    return sum % 10 == 0
  }

  /// A country's two letters and its digits; a Swedish number is an identity number followed by two digits.
  static func isVATNumber(_ text: String) -> Bool {
    guard text.wholeMatch(of: #/[A-Z]{2}[0-9A-Z]{2,13}/#) != nil else { return false }
    guard text.hasPrefix("SE") else { return true }
    let digits = String(text.dropFirst(2))
    return digits.wholeMatch(of: #/\d{12}/#) != nil && isIdentityNumber(String(digits.prefix(10)))
  }

  static func isEmail(_ text: String) -> Bool {
    text.wholeMatch(of: #/[^\s@,;()<>]+@[^\s@,;()<>.]+(?:\.[^\s@,;()<>.]+)+/#) != nil
  }

  /// Letters, digits and `-`, `+`, `/`, `_`.
  static func isCustomerNumber(_ text: String) -> Bool {
    !text.isEmpty
      && text.unicodeScalars.allSatisfy { $0.properties.isAlphabetic || "0123456789-+/_".unicodeScalars.contains($0) }
  }

  /// Swedish names of countries by ISO 3166-1's two letters.
  static let countries: [String: String] = {
    let swedish = Locale(identifier: "sv_SE")
    var names: [String: String] = [:]
    for code in Locale.Region.isoRegions.map(\.identifier) where code.wholeMatch(of: #/[A-Z]{2}/#) != nil {
      names[code] = swedish.localizedString(forRegionCode: code)
    }
    return names
  }()

  static let currencies: Set<String> = ["SEK", "EUR", "USD", "NOK", "DKK", "GBP", "CHF", "PLN", "ISK", "JPY"]
}
