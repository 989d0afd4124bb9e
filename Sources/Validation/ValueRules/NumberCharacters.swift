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
    "\($0.column) holds a customer number with characters that the accounting system refuses. "
      + "Use letters, digits and - + / _ without blanks."
  }

  init?(column: RecordColumn, scope: RuleScope) {
    guard column.path.field == .number else { return nil }
  }

  func check(_ sweep: inout ColumnSweep) { sweep.require(Self.characters, Self.areAllowed) }

  private static func areAllowed(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
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
