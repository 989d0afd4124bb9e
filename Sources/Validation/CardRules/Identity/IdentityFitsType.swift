import CustomerModel
import Texts

/// A private customer has no organisation number. A company may have a personal number: a sole trader (enskild firma).
/// The register's schema says the same.
struct IdentityFitsType: CardRule {
  static let infos = [privateOrganisation]
  static let fields: [Field] = [.type] + IdentityFitsCountry.fields

  private static let privateOrganisation = RuleInfo(
    fixed: "identity.type", "A private customer has no organisation number."
  ) {
    $0.mark == assumed && $0.origin.isFile
      ? Text(
        en:
          "\($0.column.english) holds an organisation number, but the row gives no type and the register takes "
          + "such customers for private. Write the type (företag), or let the identity number decide the type "
          + "(typeFrom in the mapping).",
        sv:
          "\($0.column.swedish) innehåller ett organisationsnummer, men raden anger ingen kundtyp och registret "
          + "räknar sådana kunder som privatpersoner. Skriv kundtypen (företag), eller låt numret avgöra kundtypen "
          + "(typeFrom i mappningen).")
      : Text(
        en:
          "\($0.column.english) holds an organisation number, but the customer is private. Make the customer a "
          + "company (företag), or write the person's number (personnummer).",
        sv:
          "\($0.column.swedish) innehåller ett organisationsnummer, men kunden är en privatperson. Gör kunden till "
          + "företag, eller skriv personens personnummer.")
  }

  /// The mark of a customer whose type is the register's default.
  private static let assumed = "assumed"

  private let isPrivateByDefault: Bool

  init?(settings: RegisterSettings) { isPrivateByDefault = NewCustomerDefaults(settings: settings).isPrivate }

  func check(_ table: JudgedCards, _ findings: inout CardFindings) {
    let identity = table[.identityNumber]
    guard identity.exists else { return }
    let types = CustomerTypes(table, isPrivateByDefault: isPrivateByDefault)
    for row in 0..<table.rowCount where identity.isOrganisationNumber(row) && types.isPrivate(row) {
      // A person's number of another country may look like one.
      switch table.signs(row).country {
      case .sweden, .unread: break
      case .other, .unsure: continue
      }
      let isGiven = table[.type].isPresent(row)
      findings.report(row, Self.privateOrganisation, at: identity, mark: isGiven ? "" : Self.assumed)
    }
  }
}
