import CustomerModel
import Texts

/// A new customer has a number, unless the register gives it the next one.
struct NumberIsGiven: CardRule {
  static let infos = [missing]
  static let fields: [Field] = [.number]

  private static let missing = RuleInfo(
    fixed: "number.missing", "A new customer has a number, unless the register generates it."
  ) {
    $0.hasColumn
      ? Text(
        en:
          "\($0.column.english) holds no customer number, and no customer was found without it. Give the row a customer number, or "
          + "let the register generate numbers (the setting generateNumber).",
        sv:
          "\($0.column.swedish) innehåller inget kundnummer, och ingen kund hittades på annat sätt. Ge raden ett kundnummer, eller låt "
          + "registret skapa nummer (inställningen generateNumber).")
      : Text(
        en:
          "No column was taken for the customer number, and no customer was found without it. Say in a mapping "
          + "which column it is, or let the register generate numbers (the setting generateNumber).",
        sv:
          "Ingen kolumn har lästs som kundnummer, och ingen kund hittades på annat sätt. Ange i en mappning vilken "
          + "kolumn det är, eller låt registret skapa nummer (inställningen generateNumber).")
  }

  init?(settings: RegisterSettings) {
    if settings.isOn(.generateNumber) { return nil }
  }

  func check(_ table: JudgedCards, _ findings: inout CardFindings) {
    let number = table[.number]
    for row in 0..<table.rowCount where !number.isPresent(row) { findings.report(row, Self.missing, at: number) }
  }
}
