import CustomerModel

/// A customer has an order number where the register requires one on every order.
struct OrderNumberIsGiven: CardRule {
  static let infos = [missing]
  static let fields: [Field] = [.orderNumber]

  private static let missing = RuleInfo(
    "orderNumber.missing", .warn, "A customer has an order number, where the register requires one on orders."
  ) {
    "\($0.isEmpty(without: "The customer has no order number")), and the register requires an order number (beställningsnummer) on every order. Give the customer "
      + "one, or whoever makes an order must."
  }

  init?(settings: RegisterSettings) {
    guard settings.isOn(.orderNumberRequired) else { return nil }
  }

  func check(_ table: JudgedCards, _ findings: inout CardFindings) {
    let number = table[.orderNumber]
    for row in 0..<table.rowCount where !number.isPresent(row) { findings.report(row, Self.missing, at: number) }
  }
}
