import CustomerModel
import Rows
import SwedishIdentity

/// A VAT number has a country of the European Union, its shape and, where it is verified, its check digits.
///
/// Sources stand at ``VATNumber``.
struct VATNumberIsRight: ValueRule {
  static let infos = [country, shape, checksum]

  private static let country = RuleInfo(
    guarding: "vatNumber.country", "A VAT number begins with the letters of a country of the European Union."
  ) {
    "\($0.column) does not begin with the two letters of a country of the European Union. A Swedish VAT number "
      + "(momsregistreringsnummer) is SE, the organisation number's ten digits and 01."
  }
  private static let shape = RuleInfo(guarding: "vatNumber.shape", "A VAT number has the shape that its country uses.")
  {
    "\($0.column) has not the length or characters of its country's VAT numbers. A Swedish one is SE, the organisation "
      + "number's ten digits and 01."
  }
  private static let checksum = RuleInfo(guarding: "vatNumber.checksum", "A VAT number has the right check digits.") {
    "\($0.column) has wrong check digits, so a digit is mistyped or two have changed places. Compare it with the source."
  }

  init?(column: RecordColumn, scope: RuleScope) {
    guard column.path.field.kind == .vatNumber else { return nil }
  }

  func check(_ sweep: inout ColumnSweep) {
    for row in 0..<sweep.rowCount {
      guard let bytes = sweep.bytes(row), case .failure(let flaw) = VATNumber.read(bytes) else { continue }
      sweep.report(row, Self.info(flaw))
    }
  }

  private static func info(_ flaw: VATNumber.Flaw) -> RuleInfo {
    switch flaw {
    case .country: country
    case .shape: shape
    case .checksum: checksum
    }
  }
}
