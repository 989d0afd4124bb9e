import CustomerModel
import Texts

/// A VAT percentage stands exactly where the VAT type is custom. The register's schema says the same.
struct VATPercentFitsType: CardRule {
  static let infos = [missing, unexpected]
  static let fields: [Field] = [.vatType, .vatPercent]

  private static let missing = RuleInfo(fixed: "vatPercent.missing", "The VAT type custom has a percentage.") {
    $0.isEmptyCell
      ? Text(
        en:
          "\($0.column.english) holds no percentage, but the VAT type (momstyp) is custom. Write the percentage, or choose "
          + "another VAT type.",
        sv:
          "\($0.column.swedish) innehåller ingen procentsats, men momstypen är egen. Skriv procentsatsen, eller välj en annan momstyp."
      )
      : Text(
        en:
          "There is no VAT percentage, but the VAT type (momstyp) is custom. Write the percentage, or choose "
          + "another VAT type.",
        sv: "Momsprocent saknas, men momstypen är egen. Skriv procentsatsen, eller välj en annan momstyp.")
  }
  private static let unexpected = RuleInfo(
    fixed: "vatPercent.unexpected", "Only the VAT type custom has a percentage."
  ) {
    Text(
      en:
        "\($0.column.english) holds a percentage, but the VAT type (momstyp) is not custom. Take it out, or make "
        + "the VAT type custom.",
      sv:
        "\($0.column.swedish) innehåller en procentsats, men momstypen är inte egen. Ta bort den, eller välj "
        + "momstypen egen.")
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
