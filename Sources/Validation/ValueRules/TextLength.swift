import CustomerModel
import Rows
import Texts

/// A text is no longer than its field. The name goes to the accounting system and is refused there when it is too long; any
/// other text is kept and reported.
struct TextLength: ValueRule {
  static let infos = [name, text]

  private static let name = RuleInfo("name.tooLong", .reject, "A customer's name has at most 200 characters.") {
    Text(
      en:
        "\($0.column.english) is longer than the \(limit($0)) characters that a customer's name may have. "
        + "Shorten it.",
      sv: "\($0.column.swedish) är längre än de \(limit($0)) tecken som ett kundnamn får ha. Förkorta det.")
  }
  private static let text = RuleInfo("text.tooLong", .warn, "A text is no longer than its field.") {
    Text(
      en:
        "\($0.column.english) is longer than the \(limit($0)) characters meant for it, and may be cut off where "
        + "it is printed. Shorten it.",
      sv:
        "\($0.column.swedish) är längre än de \(limit($0)) tecken som är tänkta och kan kapas vid utskrift. "
        + "Förkorta texten.")
  }

  private let maximum: Int
  private let info: RuleInfo
  private let asksForConverted: Bool

  init?(column: RecordColumn, scope: RuleScope) {
    guard case .text(let maximum, _) = column.path.field.kind else { return nil }
    self.maximum = maximum
    info = column.path.field == .customerName ? Self.name : Self.text
    asksForConverted = TextIsAsTyped.asks(column.path, scope)
  }

  func check(_ sweep: inout ColumnSweep) {
    for row in 0..<sweep.rowCount {
      guard let bytes = sweep.bytes(row) else { continue }
      if CharacterCount.exceeds(bytes, maximum) {
        sweep.report(row, info)
      } else if asksForConverted, ConvertedText.isDayOrMonth(bytes) {
        sweep.report(row, TextIsAsTyped.converted)
      }
    }
  }

  private static func limit(_ place: RulePlace) -> Int {
    if case .text(let maximum, _) = place.path?.field.kind { maximum } else { 0 }
  }
}
