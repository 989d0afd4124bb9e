import CustomerModel
import Rows
import Texts

/// A number that has no decimals ends in none. Where the whole column shows that a program wrote its numbers so they are mended
/// before; one among others is kept.
struct FractionIsLeft: ValueRule {
  static let infos = [left]

  private static let left = RuleInfo(
    "cell.fraction", .warn, "Phone numbers, postal codes, apartment numbers and identity numbers have no decimals."
  ) {
    $0.mark == unclear
      ? $0.doubted(
        Text(
          en:
            "\($0.column.english) ends in \($0.detail.english), as when a program has made a decimal number of it, "
            + "or as thousands are parted.",
          sv:
            "\($0.column.swedish) slutar på \($0.detail.swedish), som när ett program har gjort ett decimaltal av "
            + "det eller när tusental skiljs åt."),
        Text(
          en: "Write the number that is meant in digits alone.",
          sv: "Skriv det avsedda numret med enbart siffror."))
      : $0.doubted(
        Text(
          en: "\($0.column.english) ends in \($0.detail.english), as when a program has made a decimal number of it.",
          sv:
            "\($0.column.swedish) slutar på \($0.detail.swedish), som när ett program har gjort ett decimaltal av "
            + "det."),
        Text(en: "Take off the \($0.detail.english).", sv: "Ta bort \($0.detail.swedish)."))
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
      sweep.report(row, Self.left, mark: fraction.mark, detail: Text(verbatim: fraction.text))
    }
  }

  /// The mark of a fraction that may as well be the last three digits of a number whose thousands are parted.
  static let unclear = "unclear"
  /// The mark of any other.
  static let clear = "fraction"

  /// `.0` or `,0` at the end of digits as it stands in the text, and its mark; nil for any other text.
  static func fraction(of bytes: UnsafeBufferPointer<UInt8>) -> (text: String, mark: String)? {
    ZeroFraction(UnsafeRawBufferPointer(bytes)).map { fraction in
      (String(decoding: bytes[fraction.point...], as: UTF8.self), fraction.mayPartThousands ? unclear : clear)
    }
  }
}
