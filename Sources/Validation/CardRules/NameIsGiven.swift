import CustomerModel
import Rows
import Texts

/// A customer has a name.
struct NameIsGiven: CardRule {
  static let infos = [missing]
  static let fields: [Field] = [.customerName]

  private static let missing = RuleInfo(fixed: AskedRuleCodes.nameMissing, "A customer has a name.") {
    switch ($0.origin, $0.hasColumn) {
    case (.command, _):
      Text(
        en: "A customer must have a name: give it in the field name.",
        sv: "En kund måste ha ett namn: ange det i fältet name.")
    case (.system, _):
      Text(
        en: "The record has no name, and a customer must have one. Write it in the accounting system.",
        sv: "Posten saknar namn, och en kund måste ha ett. Skriv det i ekonomisystemet.")
    case (_, true):
      Text(
        en: "\($0.column.english) holds no name, and a customer must have one. Write it in the row.",
        sv: "\($0.column.swedish) innehåller inget namn, men en kund måste ha ett. Skriv det på raden.")
    case (_, false):
      Text(
        en: "No column was taken for the name, and a customer must have one. Name its column in the mapping.",
        sv: "Ingen kolumn har lästs som namn, men en kund måste ha ett. Ange namnets kolumn i mappningen.")
    }
  }

  init?(settings: RegisterSettings) {}

  func check(_ table: JudgedCards, _ findings: inout CardFindings) {
    let name = table[.name]
    for row in 0..<table.rowCount where !Self.isShown(name.bytes(row)) { findings.report(row, Self.missing, at: name) }
  }

  /// True when a person sees something of a text.
  private static func isShown(_ text: UnsafeBufferPointer<UInt8>?) -> Bool {
    guard let text, let first = text.first else { return false }
    return !BlankText.mayBegin(with: first) || !BlankText.isBlank(UnsafeRawBufferPointer(text))
  }
}
