import CustomerModel

/// A private customer has no organisation number. A company may have a personal number: a sole trader (enskild firma).
/// The register's schema says the same.
struct IdentityFitsType: CardRule {
  static let infos = [privateOrganisation]
  static let fields: [Field] = [.type, .identityNumber]

  private static let privateOrganisation = RuleInfo(
    fixed: "identity.type", "A private customer has no organisation number."
  ) {
    "\($0.column) holds an organisation number, but the customer is private. Make the customer a company (företag), or write "
      + "the person's number (personnummer)."
  }

  private let isPrivateByDefault: Bool

  init?(settings: RegisterSettings) { isPrivateByDefault = settings.isOn(.privateAsDefault) }

  func check(_ table: CardTable, _ findings: inout CardFindings) {
    let identity = table[.identityNumber]
    guard identity.exists else { return }
    let types = CustomerTypes(table, isPrivateByDefault: isPrivateByDefault)
    for row in 0..<table.rowCount where identity.isOrganisationNumber(row) && types.isPrivate(row) {
      findings.report(row, Self.privateOrganisation, at: identity)
    }
  }
}
