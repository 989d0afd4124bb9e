import CustomerModel
import Texts

/// The fields of a tax reduction stand on private customers and condominium associations only.
///
/// A company counts as an association when it names one, or when its organisation number begins with 7: Skatteverket,
/// *Organisationsnummer* (SKV 709), gives that first digit to economic and non-profit associations, condominium associations
/// (bostadsrättsföreningar) among them.
struct TaxReductionFitsCustomer: CardRule {
  static let infos = [company]
  static let fields: [Field] =
    [.type, .identityNumber, .propertyDesignation, .associationNumber, .apartmentNumber, .coApplicants]

  private static let company = RuleInfo(
    "taxReduction.type", .reject, "Tax reductions belong to private customers and condominium associations."
  ) {
    Text(
      en:
        "\($0.column.english) is for tax reductions (ROT, RUT, grön teknik), which only private customers and "
        + "condominium associations (bostadsrättsföreningar) have. Make the customer private, or take the value "
        + "out.",
      sv:
        "\($0.column.swedish) gäller skattereduktion (ROT, RUT, grön teknik), som bara privatkunder och "
        + "bostadsrättsföreningar kan ha. Gör kunden till privatkund, eller ta bort värdet.")
  }

  private let isPrivateByDefault: Bool

  init?(settings: RegisterSettings) {
    guard settings.isOn(.useTaxReductions) else { return nil }
    isPrivateByDefault = NewCustomerDefaults(settings: settings).isPrivate
  }

  func check(_ table: JudgedCards, _ findings: inout CardFindings) {
    let association = table[.associationNumber]
    let identity = table[.identityNumber]
    let types = CustomerTypes(table, isPrivateByDefault: isPrivateByDefault)
    let property = table[.propertyDesignation]
    let apartment = table[.apartmentNumber]
    let coApplicants = table[.coApplicants]
    guard property.exists || apartment.exists || coApplicants.exists else { return }
    for row in 0..<table.rowCount where types.isCompany(row) && !association.isPresent(row) {
      let filled =
        property.isPresent(row) ? property : apartment.isPresent(row) ? apartment : coApplicants
      guard filled.isPresent(row), !Self.isAssociation(identity, row) else { continue }
      findings.report(row, Self.company, at: filled)
    }
  }

  private static func isAssociation(_ identity: CardColumn, _ row: Int) -> Bool {
    identity.isOrganisationNumber(row) && identity.bytes(row)?[0] == UInt8(ascii: "7")
  }
}
