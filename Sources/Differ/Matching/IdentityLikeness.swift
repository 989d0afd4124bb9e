import SwedishIdentity

/// When two identity numbers mean the same customer.
package enum IdentityLikeness {
  /// What a number has in common with others of its customer: of a number in one of the Swedish ways of writing, the ten
  /// digits, since the century may be a guess and the hyphen is no part of it. It cannot confuse a person with an
  /// organisation, whose number has 20 or more where a person's has the month. Of any other number all of it.
  package static func key(_ number: String) -> String {
    let parts = number.utf8.split(separator: UInt8(ascii: "-"), maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 1 || parts[1].count == 4, parts.allSatisfy({ $0.allSatisfy(isDigit) }) else { return number }
    let digits = parts.flatMap { $0 }
    guard digits.count == 10 || digits.count == 12 && hasCentury(digits) else { return number }
    return String(decoding: digits.suffix(10), as: UTF8.self)
  }

  /// What two numbers of a customer have in common however they are written: what ``key(_:)`` has, or the letters and digits
  /// of any other number.
  static func spelled(_ number: String) -> String {
    let comparable = ComparableIdentity.of(number)
    let bytes = Array(comparable.utf8)
    guard bytes.allSatisfy(isDigit), bytes.count == 10 || bytes.count == 12 && hasCentury(bytes) else {
      return comparable
    }
    return String(decoding: bytes.suffix(10), as: UTF8.self)
  }

  /// 16 stands before organisation numbers.
  private static func hasCentury(_ digits: [UInt8]) -> Bool {
    let century = (digits[0] &- 0x30) &* 10 &+ (digits[1] &- 0x30)
    return [16, 18, 19, 20].contains(century)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
}
