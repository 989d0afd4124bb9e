import CustomerModel
import Texts

/// A customer has a cost center where the register, or the customer's own card, requires one on orders.
struct CostCenterIsGiven: CardRule {
  static let infos = [missing]
  static let fields: [Field] = [.costCenter, .costCenterRequired]

  private static let missing = RuleInfo(
    "costCenter.missing", .warn, "A customer has a cost center, where the register or the card requires one."
  ) {
    $0.isEmptyCell
      ? Text(
        en:
          "\($0.column.english) holds no cost center (kostnadsställe), and the customer's orders require one. Give "
          + "the customer one, or whoever makes an order must.",
        sv:
          "\($0.column.swedish) innehåller inget kostnadsställe, men kundens order kräver ett. Ange ett på kunden, annars "
          + "måste den som lägger ordern göra det.")
      : Text(
        en:
          "The customer has no cost center, and the customer's orders require a cost center (kostnadsställe). Give "
          + "the customer one, or whoever makes an order must.",
        sv:
          "Kunden saknar kostnadsställe, men kundens order kräver ett. Ange ett på kunden, annars måste den som "
          + "lägger ordern göra det.")
  }

  private let isRequiredOfAll: Bool

  init?(settings: RegisterSettings) { isRequiredOfAll = settings.isOn(.costCenterRequired) }

  func check(_ table: JudgedCards, _ findings: inout CardFindings) {
    let center = table[.costCenter]
    let required = table[.costCenterRequired]
    guard isRequiredOfAll || required.exists else { return }
    for row in 0..<table.rowCount where !center.isPresent(row) && (isRequiredOfAll || required.isYes(row)) {
      findings.report(row, Self.missing, at: center)
    }
  }
}
