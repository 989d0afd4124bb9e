import CustomerModel
import Documents
import Texts

/// A reference stands at one of the card's facilities.
struct ReferenceFacilityIsKnown: CardRule {
  static let infos = [unknown]
  static let fields: [Field] = [.references, .facilities]

  private static let unknown = RuleInfo(
    "reference.facilityUnknown", .warn, "A reference stands at one of the customer's facilities."
  ) {
    Text(
      en:
        "\($0.column.english) has a reference at a facility (anläggning) that the customer does not have. "
        + "Correct its facility, or add the facility to the customer.",
      sv:
        "\($0.column.swedish) har en referens till en anläggning som kunden inte har. Rätta anläggningen, eller "
        + "lägg till den på kunden.")
  }

  init?(settings: RegisterSettings) {}

  func check(_ table: JudgedCards, _ findings: inout CardFindings) {
    let references = table[.references]
    let facilities = table[.facilities]
    guard references.exists else { return }
    for row in 0..<table.rowCount {
      guard let bytes = references.bytes(row), let list = ListedRecord.list(bytes, of: .reference) else { continue }
      let stated = list.compactMap { $0["facility"]?.scalarText }
      guard !stated.isEmpty else { continue }
      let known = facilities.bytes(row).flatMap { ListedRecord.list($0, of: .facility) } ?? []
      let numbers = Set(known.compactMap { $0["number"]?.scalarText })
      if !stated.allSatisfy(numbers.contains) { findings.report(row, Self.unknown, at: references) }
    }
  }
}
