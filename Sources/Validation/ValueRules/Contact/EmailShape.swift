import CustomerModel
import Rows
import Texts

/// An e-mail address has one `@` with a name before it and a domain after it.
///
/// Sources: RFC 5321 4.5.3.1 (lengths: 64 before the `@`, 254 in all), RFC 5322 3.4.1 (dot-atom; quoted names are not taken),
/// RFC 6531 (letters beyond ASCII), RFC 1035 2.3.1 (labels of a domain).
struct EmailShape: ValueRule {
  static let infos = [shape]

  private static let shape = RuleInfo("email.shape", .warn, "An e-mail address has a name, an @ and a domain.") {
    $0.doubted(
      Text(
        en: "\($0.column.english) is not one e-mail address.",
        sv: "\($0.column.swedish) är inte en e-postadress."),
      Text(en: "Correct it, so that mail arrives.", sv: "Rätta den så att posten kommer fram."))
  }

  init?(column: RecordColumn, scope: RuleScope) {
    guard column.path.field.kind == .email else { return nil }
  }

  func check(_ sweep: inout ColumnSweep) { sweep.require(Self.shape, Self.isAddress) }

  static func isAddress(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard bytes.count <= 254 else { return false }
    var at = bytes.endOfLettersAndDigits(from: 0)
    var previousDot = -1
    while at < bytes.count, bytes[at] != UInt8(ascii: "@") {
      if bytes[at] == UInt8(ascii: ".") {
        guard previousDot < at - 1 else { return false }
        previousDot = at
      } else if !isAtom(bytes[at]) {
        return false
      }
      at = bytes.endOfLettersAndDigits(from: at + 1)
    }
    guard (1...64).contains(at), at < bytes.count, previousDot < at - 1 else { return false }
    return isDomain(bytes, from: at + 1)
  }

  private static func isDomain(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Bool {
    var label = start
    var labels = 0
    var place = start
    while true {
      place = bytes.endOfLettersAndDigits(from: place)
      if place == bytes.count || bytes[place] == UInt8(ascii: ".") {
        guard (1...63).contains(place - label), bytes[label] != UInt8(ascii: "-"), bytes[place - 1] != UInt8(ascii: "-")
        else { return false }
        labels += 1
        if place == bytes.count { break }
        label = place + 1
      } else if bytes[place] != UInt8(ascii: "-"), bytes[place] < 0x80 {
        return false
      }
      place += 1
    }
    // The last label is a top domain: at least two characters, the first no digit.
    return labels >= 2 && bytes.count - label >= 2 && !(bytes[label] >= 0x30 && bytes[label] <= 0x39)
  }

  /// RFC 5322's atext, and what UTF-8 adds.
  private static func isAtom(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x00...0x20, 0x7F, UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "<"), UInt8(ascii: ">"),
      UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: ":"), UInt8(ascii: ";"), UInt8(ascii: "@"), UInt8(ascii: "\\"),
      UInt8(ascii: ","), UInt8(ascii: "."), UInt8(ascii: "\""):
      false
    default: true
    }
  }
}
