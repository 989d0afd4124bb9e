import CustomerModel

/// A VAT percentage stands exactly where the VAT type is custom. The register's schema says the same.
struct VATPercentFitsType: CardRule {
  static let infos = [missing, unexpected]
  static let fields: [Field] = [.vatType, .vatPercent]

  private static let missing = RuleInfo(fixed: "vatPercent.missing", "The VAT type custom has a percentage.") {
    "\($0.isEmpty(without: "There is no VAT percentage")), but the VAT type (momstyp) is custom. Write the percentage, or choose another VAT type."
  }
  private static let unexpected = RuleInfo(
    fixed: "vatPercent.unexpected", "Only the VAT type custom has a percentage."
  ) {
    "\($0.column) holds a percentage, but the VAT type (momstyp) is not custom. Take it out, or make the VAT type custom."
  }

  init?(settings: RegisterSettings) {}

  func check(_ table: JudgedCards, _ findings: inout CardFindings) {
    let type = table[.vatType]
    let percent = table[.vatPercent]
    guard type.exists || percent.exists else { return }
    for row in 0..<table.rowCount {
      let isCustom = type.equals("custom", row)
      guard isCustom != percent.isPresent(row) else { continue }
      // What is no percentage has been told so.
      if !isCustom, let bytes = percent.bytes(row), !DecimalSyntax.isPercent(bytes) { continue }
      findings.report(row, isCustom ? Self.missing : Self.unexpected, at: percent)
    }
  }
}
