import CustomerModel
import Mapping
import SwedishIdentity

/// What one cell may be. A cell is of several kinds.
package enum CellKind: Hashable, Sendable {
  /// With a right check digit.
  case identityNumber
  case vatNumber, email, website, postalCode, phone, mobile
  /// `123 45 Storstad`
  case postalCodeCity
  /// Words and a house number, or a box.
  case street
  /// Letters and nothing else.
  case letters
  /// Of letters and with a blank.
  case words
  case companyName
  /// Two or three words that begin with capitals, none of a company.
  case personName
  case yesOrNo, status, date, decimal, digits, type, country, language
  /// Digits, perhaps with letters, and no blanks.
  case code
  /// At least five words.
  case sentence
  /// Has digits, and no letters.
  case figures
  /// Has a digit, or an @.
  case withDigit, withAt
  /// At most four characters.
  case short
  /// At least six digits.
  case longNumber
  /// At least four digits, or only one, and nothing else; a number below zero.
  case longDigits, oneDigit, negative
  /// A street by its word, or a box: `Storgatan 1`, `2 High Street`.
  case streetWord

  package static func kinds(of text: String) -> Set<CellKind> {
    var kinds: Set<CellKind> = []
    let bytes = Array(text.utf8)
    let digits = bytes.count { (0x30...0x39).contains($0) }
    let letters = text.unicodeScalars.count { $0.properties.isAlphabetic }
    let words = text.split(separator: " ")
    if digits > 0 { kinds.insert(.withDigit) }
    if bytes.count <= 4 { kinds.insert(.short) }
    if bytes.contains(UInt8(ascii: "@")) {
      kinds.insert(.withAt)
      if isEmail(text) { kinds.insert(.email) }
      return kinds
    }
    if isWebsite(text) { kinds.insert(.website) }
    if words.count >= 5 { kinds.insert(.sentence) }
    if digits == 0 {
      addWords(text, words, letters, to: &kinds)
    } else {
      addFigures(text, bytes, digits, letters, &kinds)
    }
    if kinds.contains(.street) || kinds.contains(.letters), StreetWords.tell(words) { kinds.insert(.streetWord) }
    if KnownWords.booleans.meaning(of: text) != nil { kinds.insert(.yesOrNo) }
    if TypeWords.meaning(of: text) != nil { kinds.insert(.type) }
    if StatusWords.knows(text) { kinds.insert(.status) }
    if KnownWords.countries.meaning(of: text) != nil { kinds.insert(.country) }
    if KnownWords.languages.meaning(of: text) != nil { kinds.insert(.language) }
    return kinds
  }

  private static func addWords(_ text: String, _ words: [Substring], _ letters: Int, to kinds: inout Set<CellKind>) {
    guard letters > 0 else { return }
    if isBox(text) {
      kinds.insert(.street)
      return
    }
    kinds.insert(.letters)
    if words.count > 1 { kinds.insert(.words) }
    if CompanyWords.tell(words) {
      kinds.insert(.companyName)
    } else if CompanyWords.tellPerson(words) {
      kinds.insert(.personName)
    }
  }

  private static func addFigures(
    _ text: String, _ bytes: [UInt8], _ digits: Int, _ letters: Int, _ kinds: inout Set<CellKind>
  ) {
    let hasBlank = bytes.contains(UInt8(ascii: " "))
    if digits >= 6 { kinds.insert(.longNumber) }
    if bytes.first == UInt8(ascii: "-"), letters == 0 { kinds.insert(.negative) }
    if digits == 1, bytes.count == 1 { kinds.insert(.oneDigit) }
    if digits >= 4, digits == bytes.count { kinds.insert(.longDigits) }
    if letters == 0 {
      kinds.insert(.figures)
      if digits == bytes.count { kinds.insert(.digits) }
      if isDate(bytes, digits) { kinds.insert(.date) }
      if isDecimal(bytes, digits) { kinds.insert(.decimal) }
      if isPhone(text, digits) {
        kinds.insert(.phone)
        if isMobile(text) { kinds.insert(.mobile) }
      }
    } else if isPostalCodeCity(text) {
      kinds.insert(.postalCodeCity)
    } else if letters >= 3 || isBox(text), hasBlank {
      kinds.insert(.street)
      if CompanyWords.tell(text.split(separator: " ")) { kinds.insert(.companyName) }
    }
    if !hasBlank, bytes.count <= 20 { kinds.insert(.code) }
    if (4...7).contains(bytes.count), (4...5).contains(digits), letters == 0 { kinds.insert(.postalCode) }
    if isForeignPostalCode(bytes) { kinds.insert(.postalCode) }
    bytes.withUnsafeBufferPointer { bytes in
      if letters == 0, case .success = IdentityNumber.read(bytes, today: lastDay) { kinds.insert(.identityNumber) }
      if letters > 0, case .success = VATNumber.read(bytes) { kinds.insert(.vatNumber) }
    }
  }

  /// After every date of birth: what a number looks like needs no age.
  private static let lastDay = CalendarDay(year: 9999, month: 12, day: 31)

  private static func isEmail(_ text: String) -> Bool {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    return parts.count == 2 && !parts[0].isEmpty && parts[1].contains(".") && !text.contains(" ")
  }

  private static func isWebsite(_ text: String) -> Bool {
    guard !text.contains(" "), text.contains(".") else { return false }
    let text = text.lowercased()
    if text.hasPrefix("www.") || text.hasPrefix("http://") || text.hasPrefix("https://") { return true }
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count >= 2 && parts.allSatisfy { !$0.isEmpty } && (2...6).contains(parts.last!.count)
      && parts.last!.allSatisfy(\.isLetter) && parts[0].count > 1
  }

  /// Letters and digits, as British, Dutch and Canadian ones: `LS1 4AB`, `1011 AB`, `K1A 0B1`.
  private static func isForeignPostalCode(_ bytes: [UInt8]) -> Bool {
    let shape = String(
      decoding: bytes.filter { $0 != 0x20 }.map { byte -> UInt8 in
        (0x30...0x39).contains(byte)
          ? UInt8(ascii: "9") : (0x41...0x5A).contains(byte) ? UInt8(ascii: "A") : UInt8(ascii: "-")
      }, as: UTF8.self)
    guard !shape.contains("-") else { return false }
    return shape == "9999AA" || shape == "A9A9A9"
      || (5...7).contains(shape.utf8.count) && shape.hasPrefix("A") && shape.hasSuffix("9AA")
  }

  /// Digits, then a town without any.
  private static func isPostalCodeCity(_ text: String) -> Bool {
    let code = text.prefix { $0.isNumber || $0 == " " || $0 == "-" }
    let digits = code.count(where: \.isNumber)
    let town = text.dropFirst(code.count)
    return (4...5).contains(digits) && town.count >= 2 && !town.contains(where: \.isNumber)
  }

  private static func isPhone(_ text: String, _ digits: Int) -> Bool {
    (7...15).contains(digits) && text.utf8.allSatisfy { (0x30...0x39).contains($0) || " -+()/.".utf8.contains($0) }
  }

  /// Swedish mobile numbers begin with 07 and one of 0, 2, 3, 6 and 9, British ones of eleven digits with 07. Those of other countries
  /// are told behind the country's code only.
  /// Sources: PTS, the Swedish numbering plan; Ofcom, the National Telephone Numbering Plan; Nkom and Traficom, numbering plans.
  private static func isMobile(_ text: String) -> Bool {
    var digits = text.replacing("(0)", with: "").filter { $0.isNumber }[...]
    if digits.hasPrefix("07"), digits.count == 11 { return true }
    if digits.hasPrefix("00") { digits = digits.dropFirst(2) }
    return [
      "070", "072", "073", "076", "079", "467", "46070", "46072", "46073", "46076", "46079", "447", "474", "479",
      "3584",
      "35850",
    ].contains { digits.hasPrefix($0) }
  }

  private static func isDate(_ bytes: [UInt8], _ digits: Int) -> Bool {
    let separators = bytes.count { "-/.".utf8.contains($0) }
    if digits == bytes.count, digits == 8 {
      func number(_ range: Range<Int>) -> Int { range.reduce(0) { $0 * 10 + Int(bytes[$1] - 0x30) } }
      return (1900...2099).contains(number(0..<4)) && (1...12).contains(number(4..<6))
        && (1...31).contains(number(6..<8))
    }
    return separators == 2 && (5...8).contains(digits) && bytes.count == digits + 2
      || separators >= 2 && digits >= 10 && bytes.contains(UInt8(ascii: ":"))
  }

  private static func isDecimal(_ bytes: [UInt8], _ digits: Int) -> Bool {
    bytes.count { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ".") } == 1 && bytes.count - digits <= 3
      && bytes.allSatisfy { (0x30...0x39).contains($0) || " ,.-".utf8.contains($0) }
      && bytes.last.map { (0x30...0x39).contains($0) } == true
  }

  private static func isBox(_ text: String) -> Bool {
    let text = text.lowercased()
    return ["box ", "po box", "postboks", "c/o ", "pl ", "fe "].contains { text.hasPrefix($0) }
  }
}
