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
    var areAllowed: UInt32 = 1
    for byte in bytes {
      let place = UInt32(byte) &- 0x20
      areAllowed &= place < 32 ? allowed >> place : 0
      if byte == UInt8(ascii: "+"), digits > 0 { return false }
      digits &+= byte &- 0x30 < 10 ? 1 : 0
    }
    return areAllowed & 1 == 1 && (5...15).contains(digits)
  }

  /// Digits and what parts them, ` ()+-./`: a bit for each character from the blank on.
  private static let allowed: UInt32 = 0x03FF_EB01
}
