import CustomerModel
import Rows

/// A phone number has 5 to 15 digits, and between them only what people write to part them.
///
/// Source: ITU-T E.164: at most fifteen digits with the country's code.
struct PhoneShape: ValueRule {
  static let infos = [shape]

  private static let shape = RuleInfo("phone.shape", .warn, "A phone number has 5 to 15 digits.") {
    "\($0.column) is not one phone number. It is kept as it is; correct it, and put remarks in the comments."
  }

  init?(column: RecordColumn, scope: RuleScope) {
    guard column.path.field.kind == .phone else { return nil }
  }

  func check(_ sweep: inout ColumnSweep) { sweep.require(Self.shape, Self.isNumber) }

  private static func isNumber(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var digits = 0
    for place in 0..<bytes.count {
      switch bytes[place] {
      case 0x30...0x39: digits += 1
      case UInt8(ascii: "+"): guard digits == 0 else { return false }
      case UInt8(ascii: " "), UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "."), UInt8(ascii: "("),
        UInt8(ascii: ")"):
        continue
      default: return false
      }
    }
    return (5...15).contains(digits)
  }
}
