import CustomerModel

/// A new customer has a number, unless the register gives it the next one.
struct NumberIsGiven: CardRule {
  static let infos = [missing]
  static let fields: [Field] = [.number]

  private static let missing = RuleInfo(
    fixed: "number.missing", "A new customer has a number, unless the register generates it."
  ) {
    let trouble =
      $0.hasColumn
      ? "\($0.column) is empty, and no customer was found without it. Give the row a customer number"
      : "No column was taken for the customer number, and no customer was found without it. Say in a mapping which column it is"
    return "\(trouble), or let the register generate numbers with: kundreg settings set generateNumber on"
  }

  init?(settings: RegisterSettings) {
    if settings.isOn(.generateNumber) { return nil }
  }

  func check(_ table: JudgedCards, _ findings: inout CardFindings) {
    let number = table[.number]
    for row in 0..<table.rowCount where !number.isPresent(row) { findings.report(row, Self.missing, at: number) }
  }
}
