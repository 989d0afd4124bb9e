import CustomerModel
import SwedishIdentity
import Texts

/// What the cells of a column look like.
struct ValueGuess: Sendable {
  /// The fields that hold such values, the likeliest first.
  let fields: [FieldPath]
  /// How sure the look makes it, at best.
  let confidence: Double
  /// What the cells are, for a person: `organisation or personal identity numbers`.
  let what: Text

  private init?(_ names: [String], _ confidence: Double, _ what: Text) {
    fields = names.compactMap { FieldPath($0) }
    self.confidence = confidence
    self.what = what
  }

  /// The surest of what at least eight of ten filled cells look like; nil when they look like nothing known.
  ///
  /// A checksum does not fit by chance, so it says more than any heading; a short code says little.
  static func of(_ cells: [String]) -> ValueGuess? {
    let filled = cells.map(\.trimmingBlanks).filter { !$0.isEmpty }
    guard filled.count >= 2 else { return nil }
    func most(_ fits: (String) -> Bool) -> Bool { filled.count(where: fits) * 10 >= filled.count * 8 }
    if most(isIdentityNumber) {
      return ValueGuess(["identityNumber"], 0.9, SuggestionTexts.identityNumbers)
    }
    if most(isVATNumber) { return ValueGuess(["vatNumber"], 0.9, SuggestionTexts.vatNumbers) }
    if most(isEmail) { return ValueGuess(["email", "contactPersons[0].email"], 0.85, SuggestionTexts.emails) }
    if most(isWebsite) { return ValueGuess(["website"], 0.8, SuggestionTexts.websites) }
    if most(isPostalCode) {
      return ValueGuess(
        ["invoiceAddress.postalCode", "visitingAddress.postalCode", "mailAddress.postalCode"], 0.7,
        SuggestionTexts.postalCodes)
    }
    if most({ isPhone($0) && isMobile($0) }) {
      return ValueGuess(["mobile", "phone", "contactPersons[0].mobile"], 0.7, SuggestionTexts.mobiles)
    }
    if most(isPhone) {
      return ValueGuess(["phone", "mobile", "contactPersons[0].phone"], 0.65, SuggestionTexts.phones)
    }
    if most({ KnownWords.choices(["company", "private"]).meaning(of: $0) != nil }) {
      return ValueGuess(["type"], 0.75, SuggestionTexts.types)
    }
    if most({ KnownWords.countries.meaning(of: $0) != nil }) {
      return ValueGuess(["invoiceAddress.country", "visitingAddress.country"], 0.6, SuggestionTexts.countries)
    }
    if Set(filled).count == filled.count, filled.count == cells.count, most(isCode) {
      return ValueGuess(["number"], 0.5, SuggestionTexts.codes)
    }
    return nil
  }

  /// True when most cells are yes or no, which fits many fields.
  static func areYesOrNo(_ cells: [String]) -> Bool {
    let filled = cells.map(\.trimmingBlanks).filter { !$0.isEmpty }
    return filled.count >= 2 && filled.allSatisfy { KnownWords.booleans.meaning(of: $0) != nil }
  }

  /// After every date of birth: what a number looks like needs no age.
  private static let lastDay = CalendarDay(year: 9999, month: 12, day: 31)

  static func isIdentityNumber(_ text: String) -> Bool {
    Array(text.utf8).withUnsafeBufferPointer {
      if case .success = IdentityNumber.read($0, today: lastDay) { true } else { false }
    }
  }

  private static func isVATNumber(_ text: String) -> Bool {
    Array(text.utf8).withUnsafeBufferPointer { if case .success = VATNumber.read($0) { true } else { false } }
  }

  private static func isPostalCode(_ text: String) -> Bool {
    Array(text.utf8).withUnsafeBufferPointer { PostalCode($0) != nil }
  }

  private static func isEmail(_ text: String) -> Bool {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    return parts.count == 2 && !parts[0].isEmpty && parts[1].contains(".") && !text.contains(" ")
  }

  private static func isWebsite(_ text: String) -> Bool {
    let text = text.lowercased()
    return !text.contains(" ") && !text.contains("@") && text.contains(".")
      && (text.hasPrefix("www.") || text.hasPrefix("http://") || text.hasPrefix("https://"))
  }

  /// Seven to fifteen digits that begin with a zero or a plus sign.
  private static func isPhone(_ text: String) -> Bool {
    let digits = text.utf8.count { (0x30...0x39).contains($0) }
    return (7...15).contains(digits) && (text.hasPrefix("0") || text.hasPrefix("+"))
      && text.utf8.allSatisfy { (0x30...0x39).contains($0) || " -+()/.".utf8.contains($0) }
  }

  /// Swedish mobile numbers begin with 07 and one of 0, 2, 3, 6 and 9. Source: PTS, the Swedish numbering plan.
  private static func isMobile(_ text: String) -> Bool {
    let digits = text.filter(\.isNumber)
    return ["070", "072", "073", "076", "079", "4670", "4672", "4673", "4676", "4679", "467", "46070"].contains {
      digits.hasPrefix($0)
    }
  }

  private static func isCode(_ text: String) -> Bool {
    text.utf8.count <= 12 && text.utf8.contains { (0x30...0x39).contains($0) }
      && text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }
  }
}
