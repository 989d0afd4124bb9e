import CustomerModel
import Rows
import Texts

/// A phone number has 5 to 15 digits, and between them only what people write to part them.
///
/// Source: ITU-T E.164: at most fifteen digits with the country's code.
struct PhoneShape: ValueRule {
  static let infos = [shape]

  private static let shape = RuleInfo("phone.shape", .warn, "A phone number has 5 to 15 digits.") {
    $0.doubted(
      Text(
        en: "\($0.column.english) is not one phone number.",
        sv: "\($0.column.swedish) är inte ett telefonnummer."),
      Text(
        en: "Correct it, and put remarks in the comments.",
        sv: "Rätta det, och lägg anmärkningar i kommentaren."))
  }

  private let asksForConverted: Bool

  init?(column: RecordColumn, scope: RuleScope) {
    guard column.path.field.kind == .phone else { return nil }
    asksForConverted = TextIsAsTyped.asks(column.path, scope)
  }

  func check(_ sweep: inout ColumnSweep) {
    for row in 0..<sweep.rowCount {
      guard let bytes = sweep.bytes(row) else { continue }
      if !Self.isNumber(bytes) {
        sweep.report(row, asksForConverted && Self.isConverted(bytes) ? TextIsAsTyped.converted : Self.shape)
      } else if asksForConverted, ConvertedText.isDay(bytes) {
        sweep.report(row, TextIsAsTyped.converted)
      }
    }
  }

  /// True for what is no telephone number since a spreadsheet made something else of it: a number in a shorter form, a day with a time
  /// or with the name of its month.
  private static func isConverted(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    ConvertedText.isShortened(bytes) || ConvertedText.isDayOrMonth(bytes)
  }

  private static func isNumber(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var digits = 0
    var place = 0
    while place < bytes.count {
      let word = ByteWord(bytes, at: place)
      let isDigit = word.within(0x30, 0x39)
      let isPlus = word.within(0x2B, 0x2B)
      // What parts digits: a blank, parentheses, and - . / which follow each other.
      let isBetween = word.within(0x20, 0x20) | word.within(0x28, 0x29) | word.within(0x2D, 0x2F)
      guard isDigit | isPlus | isBetween == ByteWord.every else { return false }
      let firstDigit = isDigit & (0 &- isDigit)
      if isPlus != 0, digits > 0 || firstDigit != 0 && isPlus > firstDigit { return false }
      digits &+= isDigit.nonzeroBitCount
      place &+= 8
    }
    return (5...15).contains(digits)
  }
}
