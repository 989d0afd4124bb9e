import CustomerModel

/// A private customer has no organisation number. A company may have a personal number: a sole trader (enskild firma).
/// The register's schema says the same.
struct IdentityFitsType: CardRule {
  static let infos = [privateOrganisation]
  static let fields: [Field] = [.type] + IdentityFitsCountry.fields

  private static let privateOrganisation = RuleInfo(
    fixed: "identity.type", "A private customer has no organisation number."
  ) {
    $0.detail == assumed && $0.origin.isFile
      ? "\($0.column) holds an organisation number, but the row gives no type and the register takes such customers for private. "
        + "Write the type (företag), or let the number decide: --type-by identity"
      : "\($0.column) holds an organisation number, but the customer is private. Make the customer a company (företag), or "
        + "write the person's number (personnummer)."
  }

  /// The detail of a customer whose type is the register's default.
  private static let assumed = "assumed"

  private let isPrivateByDefault: Bool

  init?(settings: RegisterSettings) { isPrivateByDefault = settings.isOn(.privateAsDefault) }

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
      findings.report(row, Self.privateOrganisation, at: identity, detail: isGiven ? "" : Self.assumed)
    }
  }
}
