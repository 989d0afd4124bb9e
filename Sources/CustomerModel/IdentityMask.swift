import SwedishIdentity

/// Hides the last four digits of a personal identity number, so that reports and logs do not spread it.
package enum IdentityMask {
  /// `19800101-1234` becomes `19800101-****`. An organisation number is public and stays; so does a text that holds no
  /// personal number.
  package static func masked(_ text: String) -> String { masked(text) { _ in true } }

  /// A customer's number as it is shown. Numbers of ten and twelve digits are common, and programs find customers by them:
  /// what only looks like a person's, without a day of birth that exists and the right check digit, stays.
  package static func maskedNumber(_ number: String) -> String { masked(number, where: isIdentity) }

  /// A telephone number as it is shown. `0708123456` reads like a person born in August 2007, and is a mobile number: of ten
  /// digits only those are masked that no Swedish number begins like and that have the right check digit, or that are written
  /// as an identity number is, `070812-3456`.
  package static func maskedPhone(_ number: String) -> String {
    masked(number) { digits in
      let isWrittenAsIdentity = digits.contains(UInt8(ascii: "-")) || digits.contains(UInt8(ascii: "+"))
      return isWrittenAsIdentity || digits.first != UInt8(ascii: "0") && isIdentity(digits)
    }
  }

  /// - Parameter isMeant: tells of what looks like a person's number whether it is masked.
  private static func masked(_ text: String, where isMeant: (ArraySlice<UInt8>) -> Bool) -> String {
    // Ten digits are the fewest that a personal number has. Most texts have none, and are told from the others cheaply.
    guard text.utf8.count >= 10, text.utf8.count(where: isDigit) >= 10 else { return text }
    var bytes = Array(text.utf8)
    var start = 0
    while start < bytes.count {
      guard isDigit(bytes[start]) else {
        start += 1
        continue
      }
      var end = runEnd(bytes, from: start)
      var digits = bytes[start..<end]
      if end - start == 6 || end - start == 8, end < bytes.count, isJoiner(bytes[end]) {
        let lastFour = end + 1..<runEnd(bytes, from: end + 1)
        if lastFour.count == 4 {
          digits += bytes[lastFour]
          end = lastFour.upperBound
        }
      }
      if isPersonal(digits.map { $0 - 0x30 }), isMeant(bytes[start..<end]) {
        for place in end - 4..<end { bytes[place] = UInt8(ascii: "*") }
      }
      start = end
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A sentence that names files. `kunder-20261127-0200.csv` is no person's number, though it reads like one.
  ///
  /// - Parameter paths: the files that the sentence names; they stay as they are, blanks and all. Of others, words that end
  ///   as the files do that Kundreg reads and writes stay: an error message may name one.
  package static func masked(_ text: String, outside paths: [String]) -> String {
    guard masked(text) != text else { return text }
    for path in paths {
      guard let place = place(of: path, in: text) else { continue }
      return masked(String(text[..<place.lowerBound]), outside: paths) + path
        + masked(String(text[place.upperBound...]), outside: paths)
    }
    return maskedOutsideFileNames(text)
  }

  /// Where a path stands by itself: a file may be called `1`, which is no reason to show the digits of a number.
  private static func place(of path: String, in text: String) -> Range<String.Index>? {
    guard !path.isEmpty else { return nil }
    let isPart = { (character: Character?) in character.map { $0.isLetter || $0.isNumber } ?? false }
    return text.ranges(of: path).first { place in
      !isPart(text[..<place.lowerBound].last) && !isPart(text[place.upperBound...].first)
    }
  }

  private static func maskedOutsideFileNames(_ text: String) -> String {
    var result = ""
    // What stands between two paths is masked as one, since a number may have a blank in it.
    var plain = ""
    var rest = text[...]
    while let first = rest.first {
      let word = rest.prefix { $0.isWhitespace == first.isWhitespace }
      rest = rest[word.endIndex...]
      if isFileName(word) {
        result += masked(plain) + word
        plain = ""
      } else {
        plain += word
      }
    }
    return result + masked(plain)
  }

  private static let fileEndings: Set = ["csv", "tsv", "txt", "xlsx", "xlsm", "json", "db", "pdf"]

  private static func isFileName(_ word: Substring) -> Bool {
    guard let end = word.lastIndex(where: { $0.isLetter || $0.isNumber }), !word.contains("@") else { return false }
    if isContentName(word[...end]) { return true }
    let ending = word[...end].split(separator: ".", omittingEmptySubsequences: false).dropFirst().last
    return ending.map { fileEndings.contains($0.lowercased()) } ?? false
  }

  /// The file of a document's content: its name is 64 hexadecimal digits.
  private static func isContentName(_ path: Substring) -> Bool {
    let name = path.utf8.reversed().prefix { $0 != UInt8(ascii: "/") }
    return name.count == 64 && name.allSatisfy { isDigit($0) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains($0) }
  }

  /// A value of a field as it is shown. In a sensitive field a mistyped personal number must not show either, nor one
  /// inside a sole trader's VAT number: what does not look like an organisation's number keeps its first six digits and
  /// loses the others. A set is masked number by number.
  package static func masked(_ value: String, of field: Field?) -> String {
    if field == .number { return maskedNumber(value) }
    if field?.kind == .phone { return maskedPhone(value) }
    guard let field, field.isSensitive else { return masked(value) }
    if field.isSet {
      return value.utf8.split(separator: Field.setSeparator).map { maskedSensitive(String(Substring($0))) + "\u{1F}" }
        .joined()
    }
    return maskedSensitive(value)
  }

  private static func maskedSensitive(_ value: String) -> String {
    // What is masked already stays, so that masking twice is masking once.
    if value.utf8.contains(UInt8(ascii: "*")) { return value }
    let text = masked(value)
    return text == value ? maskedUnlessOrganisation(text) : text
  }

  private static func maskedUnlessOrganisation(_ value: String) -> String {
    var bytes = Array(value.utf8)
    let places = bytes.indices.filter { isDigit(bytes[$0]) }
    let digits = places.map { bytes[$0] - 0x30 }
    let hasCentury = digits.starts(with: [1, 8]) || digits.starts(with: [1, 9]) || digits.starts(with: [2, 0])
    let start = digits.starts(with: [1, 6]) && digits.count == 12 ? 2 : 0
    if !hasCentury, digits.count > start + 2, digits[start + 2] >= 2 { return value }
    for place in places.dropFirst(6) { bytes[place] = UInt8(ascii: "*") }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func runEnd(_ bytes: [UInt8], from start: Int) -> Int {
    bytes[start...].firstIndex { !isDigit($0) } ?? bytes.count
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  private static func isJoiner(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+") || byte == UInt8(ascii: " ")
  }

  private static func isIdentity(_ number: ArraySlice<UInt8>) -> Bool {
    number.withUnsafeBufferPointer { bytes in
      // The last day that twelve digits can name: someone born after a clock that goes wrong is a person all the same.
      let today = CalendarDay(year: 2099, month: 12, day: 31)
      guard case .success(let identity) = IdentityNumber.read(bytes, today: today) else { return false }
      return identity.kind != .organisation
    }
  }

  /// Ten or twelve digits whose month and day are a person's: an organisation number's month is 20 or more. A mask must
  /// not need the right checksum: a mistyped personal number is nearly a personal number.
  private static func isPersonal(_ digits: [UInt8]) -> Bool {
    let short: ArraySlice<UInt8>
    switch digits.count {
    case 10: short = digits[...]
    case 12 where digits[0] == 1 && digits[1] >= 8 || digits[0] == 2 && digits[1] == 0: short = digits[2...]
    default: return false
    }
    let place = short.startIndex
    let month = Int(short[place + 2]) * 10 + Int(short[place + 3])
    let day = Int(short[place + 4]) * 10 + Int(short[place + 5])
    return (1...12).contains(month) && ((1...31).contains(day) || (61...91).contains(day))
  }
}
