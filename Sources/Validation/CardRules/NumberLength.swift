import CustomerModel

/// A customer number keeps within the register's limits. Tightened limits bind new and changed numbers; old ones are warned
/// of, which is why this is a rule on cards.
struct NumberLength: CardRule {
  static let infos = [length]
  static let fields: [Field] = [.number]

  private static let length = RuleInfo(
    "number.length", .reject, "A customer number keeps within the register's limits."
  ) {
    let minimum = $0.settings[.numberMinimumLength]
    let maximum = $0.settings[.numberMaximumLength]
    let limits = minimum == maximum ? "exactly \(minimum)" : "from \(minimum) to \(maximum)"
    let text = "\($0.column) holds a customer number outside the register's limits, \(limits) characters. "
    if $0.detail == tooShort, $0.origin == .text || $0.origin == .workbook {
      return text + "Leading zeros lost in a spreadsheet are a common cause; format the column as text."
    }
    return text + ($0.detail == tooShort ? "Write it in full." : "Shorten it, or change the limit.")
  }

  /// The detail of a number that is shorter than the least; others are longer than the most.
  private static let tooShort = "short"

  private let minimum: Int
  private let maximum: Int

  init?(settings: RegisterSettings) {
    minimum = settings[.numberMinimumLength]
    maximum = settings[.numberMaximumLength]
  }

  func check(_ table: JudgedCards, _ findings: inout CardFindings) {
    let number = table[.number]
    guard number.exists else { return }
    for row in 0..<table.rowCount {
      guard let bytes = number.bytes(row) else { continue }
      let count = CharacterCount.of(bytes)
      if count < minimum || count > maximum {
        findings.report(row, Self.length, at: number, detail: count < minimum ? Self.tooShort : "")
      }
    }
  }
}
