import CustomerModel
import Texts

/// A customer whose facilities are disabled has none that anybody sees.
struct FacilitiesAreOn: CardRule {
  static let infos = [disabled]
  static let fields: [Field] = [.facilitiesDisabled, .facilities]

  private static let disabled = RuleInfo(
    "facilities.disabled", .warn, "A customer whose facilities are disabled has no facilities."
  ) {
    $0.doubted(
      Text(
        en: "\($0.column.english) holds facilities (anläggningar), but the customer's facilities are disabled.",
        sv: "\($0.column.swedish) innehåller anläggningar, men kundens anläggningar är avstängda."),
      Text(
        en: "Say no to the one, or take the others away.",
        sv: "Slå på anläggningarna för kunden, eller ta bort dem."))
  }

  init?(settings: RegisterSettings) {}

  func check(_ table: JudgedCards, _ findings: inout CardFindings) {
    let facilities = table[.facilities]
    let disabled = table[.facilitiesDisabled]
    guard facilities.exists, disabled.exists else { return }
    for row in 0..<table.rowCount where facilities.isPresent(row) && disabled.isYes(row) {
      findings.report(row, Self.disabled, at: facilities)
    }
  }
}
