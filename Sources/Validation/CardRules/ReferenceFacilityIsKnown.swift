import CustomerModel
import Documents

/// A reference stands at one of the card's facilities.
struct ReferenceFacilityIsKnown: CardRule {
  static let infos = [unknown]
  static let fields: [Field] = [.references, .facilities]

  private static let unknown = RuleInfo(
    "reference.facilityUnknown", .warn, "A reference stands at one of the customer's facilities."
  ) {
    "\($0.column) has a reference at a facility (anläggning) that the customer does not have. Correct its facility, or add "
      + "the facility to the customer."
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
