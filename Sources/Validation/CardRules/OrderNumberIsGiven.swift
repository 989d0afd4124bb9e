import CustomerModel
import Texts

/// A customer has an order number where the register requires one on every order.
struct OrderNumberIsGiven: CardRule {
  static let infos = [missing]
  static let fields: [Field] = [.orderNumber]

  private static let missing = RuleInfo(
    "orderNumber.missing", .warn, "A customer has an order number, where the register requires one on orders."
  ) {
    $0.isEmptyCell
      ? Text(
        en:
          "\($0.column.english) holds no order number (beställningsnummer), and the register requires one on every "
          + "order. Give the customer one, or whoever makes an order must.",
        sv:
          "\($0.column.swedish) innehåller inget beställningsnummer, men registret kräver ett på varje order. Ange ett på "
          + "kunden, annars måste den som lägger ordern göra det.")
      : Text(
        en:
          "The customer has no order number, and the register requires an order number (beställningsnummer) on "
          + "every order. Give the customer one, or whoever makes an order must.",
        sv:
          "Kunden saknar beställningsnummer, men registret kräver ett på varje order. Ange ett på kunden, annars "
          + "måste den som lägger ordern göra det.")
  }

  init?(settings: RegisterSettings) {
    guard settings.isOn(.orderNumberRequired) else { return nil }
  }

  func check(_ table: JudgedCards, _ findings: inout CardFindings) {
    let number = table[.orderNumber]
    for row in 0..<table.rowCount where !number.isPresent(row) { findings.report(row, Self.missing, at: number) }
  }
}
