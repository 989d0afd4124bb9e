import CustomerModel
import Rows
import Texts

/// The association's number in a tax reduction is an organisation number, not a person's.
///
/// Source: inkomstskattelagen (1999:1229) 67 kap. gives the reduction for a flat in a condominium association
/// (bostadsrättsförening), which is named by its organisation number.
struct AssociationIsOrganisation: ValueRule {
  static let infos = [person]

  private static let person = RuleInfo(
    guarding: AskedRuleCodes.associationIsPerson, "The association's number is an organisation number."
  ) {
    Text(
      en:
        "\($0.column.english) holds a personal number. Write the organisation number of the association "
        + "(bostadsrättsföreningen).",
      sv: "\($0.column.swedish) innehåller ett personnummer. Skriv bostadsrättsföreningens organisationsnummer.")
  }

  init?(column: RecordColumn, scope: RuleScope) {
    guard column.path.field == .associationNumber else { return nil }
  }

  /// The canonical shapes tell: `YYYYMMDD-NNNN` is two bytes longer than `NNNNNN-NNNN`.
  func check(_ sweep: inout ColumnSweep) {
    sweep.require(Self.person) { $0.count != 13 || $0[8] != UInt8(ascii: "-") }
  }
}
