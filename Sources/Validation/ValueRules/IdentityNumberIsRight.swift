import CustomerModel
import Rows
import SwedishIdentity

/// An organisation, personal or co-ordination number has the right shape, date and check digit.
///
/// Sources stand at ``IdentityNumber``.
struct IdentityNumberIsRight: ValueRule {
  static let infos = [shape, date, checksum]

  private static let shape = RuleInfo(
    guarding: "identity.shape", "An organisation or personal number has 10 digits, or 12 with the century."
  ) {
    "\($0.column) is no organisation or personal number (org.nr, personnummer). Write 10 digits, or 12 with the century; "
      + "a spreadsheet that shows it as 1,98E+11 must have the column as text."
  }
  private static let date = RuleInfo(
    guarding: "identity.date", "A personal number begins with a date of birth that exists and does not lie ahead."
  ) {
    "\($0.column) begins with a date of birth that does not exist or lies ahead. Compare it with the source."
  }
  private static let checksum = RuleInfo(
    guarding: "identity.checksum", "The last digit of an organisation or personal number is its check digit."
  ) {
    "\($0.column) has a wrong check digit, so a digit is mistyped or two have changed places. Compare it with the source."
  }

  private let today: CalendarDay

  init?(column: RecordColumn, scope: RuleScope) {
    guard column.path.field.kind == .identityNumber else { return nil }
    today = scope.context.today
  }

  func check(_ sweep: inout ColumnSweep) {
    for row in 0..<sweep.rowCount {
      guard let bytes = sweep.bytes(row), case .failure(let flaw) = IdentityNumber.read(bytes, today: today) else {
        continue
      }
      sweep.report(row, Self.info(flaw))
    }
  }

  private static func info(_ flaw: IdentityNumber.Flaw) -> RuleInfo {
    switch flaw {
    case .shape: shape
    case .date: date
    case .checksum: checksum
    }
  }
}
