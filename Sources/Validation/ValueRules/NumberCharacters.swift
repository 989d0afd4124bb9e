import CustomerModel
import Rows

/// A customer number has letters, digits, `-`, `+`, `/` and `_` only.
///
/// Source: these are what Fortnox accepts in a customer number; the number is the link to the accounting system. Letters are
/// those of Latin-1, which has the Swedish ones; the register's schema says the same.
struct NumberCharacters: ValueRule {
  static let infos = [characters]

  static let characters = RuleInfo(
    fixed: "number.characters", "A customer number has only letters, digits and - + / _."
  ) {
    // The detail is a dash that stands where a hyphen is meant, or a fraction of zero at the end.
    let refused = "\($0.column) holds a customer number with characters that none can have. "
    return switch $0.detail.first {
    case nil where $0.origin == .system:
      refused + "Give the record there a number of letters, digits and - + / _ without blanks."
    case nil: refused + "Use letters, digits and - + / _ without blanks."
    case _ where FractionIsLeft.isUnclear($0.detail):
      refused
        + "Its \(FractionIsLeft.shown($0.detail)) may be decimals or part thousands: write the number that is meant, "
        + "in digits alone."
    case shortened:
      refused
        + "A spreadsheet has shortened it, as it shows 1,98E+11 for a long number, and its last digits may be gone. Format "
        + "the column as text where the list comes from, and export it again."
    case ".", ",": refused + "A program has made a decimal number of it: take off the \($0.detail) at its end."
    case .some:
      "\($0.column) holds a dash (\($0.detail)), which is another character than the hyphen of customer numbers. Write - "
        + "instead: a number has only letters, digits and - + / _, without blanks."
    }
  }

  /// The detail of a number that a spreadsheet shortened.
  private static let shortened: Character = "E"

  private let asksForConverted: Bool

  init?(column: RecordColumn, scope: RuleScope) {
    guard column.path.field == .number else { return nil }
    asksForConverted = TextIsAsTyped.asks(column.path, scope)
  }

  func check(_ sweep: inout ColumnSweep) {
    for row in 0..<sweep.rowCount {
      guard let bytes = sweep.bytes(row) else { continue }
      if !Self.areAllowed(bytes) {
        let dash = DashCharacters.first(in: bytes).map { String($0) }
        let short = ConvertedText.isShortened(bytes) ? String(Self.shortened) : nil
        sweep.report(row, Self.characters, detail: dash ?? short ?? FractionIsLeft.fraction(of: bytes) ?? "")
      } else if asksForConverted, ConvertedText.isOfNumber(bytes) {
        sweep.report(row, TextIsAsTyped.converted)
      }
    }
  }

  fileprivate static func areAllowed(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var place = 0
    while place < bytes.count {
      switch bytes[place] {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "/"),
        UInt8(ascii: "_"):
        place += 1
      case 0xC3:
        // C3 begins U+00C0 to U+00FF: letters, but for the signs × and ÷.
        guard place + 1 < bytes.count, bytes[place + 1] | 0x20 != 0xB7 else { return false }
        place += 2
      default: return false
      }
    }
    return true
  }
}

extension Validator {
  /// True for a text that may be a customer number as far as its characters tell, and that no spreadsheet made of another.
  package static func mayBeNumber(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    NumberCharacters.areAllowed(bytes) && !ConvertedText.isOfNumber(bytes)
  }
}
