import CustomerModel
import Texts

/// A customer whose facilities are disabled cannot require one. The register's schema says the same.
struct FacilitiesAgree: CardRule {
  static let infos = [contradiction]
  static let fields: [Field] = [.facilitiesDisabled, .facilityRequired]

  private static let contradiction = RuleInfo(
    fixed: "facilities.contradiction", "A customer without facilities does not require one."
  ) {
    Text(
      en:
        "\($0.column.english) says that a facility (anläggning) is required, but the customer's facilities are "
        + "disabled. Say no to one of the two.",
      sv:
        "\($0.column.swedish) säger att en anläggning krävs, men kundens anläggningar är avstängda. Svara nej på "
        + "det ena.")
  }

  init?(settings: RegisterSettings) {}

  func check(_ table: JudgedCards, _ findings: inout CardFindings) {
    let disabled = table[.facilitiesDisabled]
    let required = table[.facilityRequired]
    guard disabled.exists, required.exists else { return }
    for row in 0..<table.rowCount where disabled.isYes(row) && required.isYes(row) {
      findings.report(row, Self.contradiction, at: required)
    }
  }
}
