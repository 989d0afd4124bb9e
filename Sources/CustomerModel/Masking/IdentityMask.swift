import SwedishIdentity

/// Hides the last four digits of a personal identity number, so that reports and logs do not spread it.
package enum IdentityMask {
  /// `19800101-1234` becomes `19800101-****`. An organisation number is public and stays; so does a text that holds no
  /// personal number.
  package static func masked(_ text: String) -> String { masked(text, by: mask) }

  /// A customer's number as it is shown. Numbers of ten and twelve digits are common, and programs find customers by them:
  /// what only looks like a person's, without a day of birth that exists and the right check digit, stays.
  package static func maskedNumber(_ number: String) -> String { masked(number, by: maskNumber) }

  /// A telephone number as it is shown. `0708123456` reads like a person born in August 2007, and is a mobile number: of ten
  /// digits only those are masked that no Swedish number begins like and that have the right check digit, or that are written
  /// as an identity number is, `070812-3456`.
  package static func maskedPhone(_ number: String) -> String { masked(number, by: maskPhone) }

  private static func masked(_ text: String, by mask: (UnsafeMutableRawBufferPointer) -> Bool) -> String {
    // Most texts have no number, and are told from the others cheaply.
    guard text.utf8.count(where: isDigit) >= leastDigits else { return text }
    var bytes = Array(text.utf8)
    return bytes.withUnsafeMutableBytes(mask) ? String(decoding: bytes, as: UTF8.self) : text
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
    masked(value) { mask($0, of: field) }
  }

  static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

}
