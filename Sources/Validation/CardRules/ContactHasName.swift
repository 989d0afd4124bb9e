import CustomerModel
import Texts

/// A contact person of whom something is known has a name.
struct ContactHasName: CardRule {
  static let infos = [missing]
  static let fields: [Field] = CardSlot.contactFields

  private static let missing = RuleInfo("contact.nameMissing", .warn, "A contact person has a name.") {
    $0.isEmptyCell
      ? Text(
        en:
          "\($0.column.english) holds no name, but there are other details of the person. Write the name, so that "
          + "people know whom to ask for.",
        sv:
          "\($0.column.swedish) innehåller inget namn, men det finns andra uppgifter om personen. Skriv namnet, så att man vet "
          + "vem man ska fråga efter.")
      : Text(
        en:
          "The contact person has no name, but there are other details of the person. Write the name, so that "
          + "people know whom to ask for.",
        sv:
          "Kontaktpersonen saknar namn, men det finns andra uppgifter om personen. Skriv namnet, så att man vet "
          + "vem man ska fråga efter.")
  }

  init?(settings: RegisterSettings) {}

  func check(_ table: JudgedCards, _ findings: inout CardFindings) {
    for position in 0..<table.contactCount {
      let name = table.contact(.contactName, position: position)
      let others = CardSlot.contactFields.filter { $0 != .contactName }
        .map { (column: table.contact($0, position: position), isMark: $0.kind == .boolean) }
        .filter(\.column.exists)
      for row in 0..<table.rowCount where !name.isPresent(row) {
        // A mark that says no is what a column full of "nej" gives people who are not there.
        if others.contains(where: { $0.isMark ? $0.column.isYes(row) : $0.column.isPresent(row) }) {
          findings.report(row, Self.missing, at: name)
        }
      }
    }
  }
}
