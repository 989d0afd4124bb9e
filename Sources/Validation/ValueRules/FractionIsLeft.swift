import CustomerModel
import Rows

/// A number that has no decimals ends in none. Where the whole column shows that a program wrote its numbers so they are mended
/// before; one among others is kept.
struct FractionIsLeft: ValueRule {
  static let infos = [left]

  private static let left = RuleInfo(
    "cell.fraction", .warn, "Phone numbers, postal codes, apartment numbers and identity numbers have no decimals."
  ) {
    "\($0.column) ends in \($0.detail), as when a program has made a decimal number of it. "
      + $0.remedy("take off the \($0.detail).")
  }

  init?(column: RecordColumn, scope: RuleScope) {
    let field = column.path.field
    switch field.kind {
    // A Swedish identity number has its form by now: what still has a fraction is another country's.
    case .phone, .postalCode, .identityNumber, .vatNumber: break
    default: guard field == .apartmentNumber else { return nil }
    }
  }

  func check(_ sweep: inout ColumnSweep) {
    for row in 0..<sweep.rowCount {
      guard let bytes = sweep.bytes(row), let fraction = Self.fraction(of: bytes) else { continue }
      sweep.report(row, Self.left, detail: fraction)
    }
  }

  /// `.0` or `,0` at the end of digits; nil for any other text.
  static func fraction(of bytes: UnsafeBufferPointer<UInt8>) -> String? {
    guard bytes.count >= 3, bytes[bytes.count - 1] == 0x30 else { return nil }
    var sign = bytes.count - 1
    while sign > 0, bytes[sign] == 0x30 { sign -= 1 }
    guard sign > 0, bytes[sign] == UInt8(ascii: ".") || bytes[sign] == UInt8(ascii: ","),
      bytes[..<sign].allSatisfy({ $0 >= 0x30 && $0 <= 0x39 })
    else { return nil }
    return String(decoding: bytes[sign...], as: UTF8.self)
  }
}
