import CustomerModel
import Rows
import SwedishIdentity
import Texts

/// Every co-applicant of a tax reduction is a person with a right personal or co-ordination number.
///
/// Source: Skatteverket's rules for ROT and RUT: the reduction is applied for by persons.
struct CoApplicantsArePersons: ValueRule {
  static let infos = [invalid]

  private static let invalid = RuleInfo(
    guarding: "coApplicants.invalid", "Every co-applicant has a right personal number."
  ) {
    Text(
      en:
        "\($0.column.english) holds something that is no right personal number (personnummer). Compare the "
        + "co-applicants (medsökande) with the source.",
      sv:
        "\($0.column.swedish) innehåller något som inte är ett riktigt personnummer. Jämför de medsökande med "
        + "källan.")
  }

  private let today: CalendarDay

  init?(column: RecordColumn, scope: RuleScope) {
    guard column.path.field.kind == .identityNumberSet else { return nil }
    today = scope.context.today
  }

  func check(_ sweep: inout ColumnSweep) {
    sweep.require(Self.invalid) { set in
      SetElements(set).allSatisfy { element in
        if case .success(let number) = IdentityNumber.read(element, today: today) {
          number.kind != .organisation
        } else {
          false
        }
      }
    }
  }
}
