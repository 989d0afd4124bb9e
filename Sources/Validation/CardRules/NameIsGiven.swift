import CustomerModel

/// A customer has a name.
struct NameIsGiven: CardRule {
  static let infos = [missing]
  static let fields: [Field] = [.customerName]

  private static let missing = RuleInfo(fixed: "name.missing", "A customer has a name.") {
    "\($0.column) is empty, and a customer must have a name. Write it in the row."
  }

  init?(settings: RegisterSettings) {}

  func check(_ table: CardTable, _ findings: inout CardFindings) {
    let name = table[.name]
    for row in 0..<table.rowCount where !name.isPresent(row) { findings.report(row, Self.missing, at: name) }
  }
}
