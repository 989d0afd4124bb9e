import CustomerModel
import Rows

/// A number that has no decimals ends in none. Where the whole column shows that a program wrote its numbers so they are mended
/// before; one among others is kept.
struct FractionIsLeft: ValueRule {
  static let infos = [left]

  private static let left = RuleInfo(
    "cell.fraction", .warn, "Phone numbers, postal codes, apartment numbers and identity numbers have no decimals."
  ) {
    "\($0.column) ends in \(shown($0.detail)), as when a program has made a decimal number of it"
      + (isUnclear($0.detail)
        ? ", or as thousands are parted. " + $0.remedy("write the number that is meant in digits alone.")
        : ". " + $0.remedy("take off the \($0.detail)."))
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
      // Most values are told by their last byte, without a call.
      guard let bytes = sweep.bytes(row), bytes.last == UInt8(ascii: "0"),
        let fraction = Self.fraction(of: bytes)
      else { continue }
      sweep.report(row, Self.left, detail: fraction)
    }
  }

  /// Before a fraction that may as well be the last three digits of a number whose thousands are parted.
  private static let unclear: Character = "?"

  /// `.0` or `,0` at the end of digits, with a mark before it where ``isUnclear(_:)``; nil for any other text.
  static func fraction(of bytes: UnsafeBufferPointer<UInt8>) -> String? {
    ZeroFraction(UnsafeRawBufferPointer(bytes)).map { fraction in
      (fraction.mayPartThousands ? String(unclear) : "") + String(decoding: bytes[fraction.point...], as: UTF8.self)
    }
  }

  /// True for what is either a fraction or three digits of the number.
  static func isUnclear(_ fraction: String) -> Bool { fraction.first == unclear }

  /// The fraction as it stands in the text.
  static func shown(_ fraction: String) -> String { isUnclear(fraction) ? String(fraction.dropFirst()) : fraction }
}
