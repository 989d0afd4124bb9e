import CustomerModel
import Rows
import SwedishIdentity
import Texts

/// A Swedish postal code has five digits. Codes of other countries are taken as they are: an address is in Sweden when it
/// has no other country.
struct PostalCodeShape: ValueRule {
  static let infos = [shape]

  private static let shape = RuleInfo("postalCode.shape", .warn, "A Swedish postal code has five digits.") {
    $0.doubted(
      Text(
        en: "\($0.column.english) is no Swedish postal code (postnummer), five digits such as 123 45.",
        sv: "\($0.column.swedish) är inget svenskt postnummer, fem siffror som 123 45."),
      Text(en: "Correct it, or give the address its country.", sv: "Rätta det, eller ange adressens land."))
  }

  /// The country of the same address.
  private let country: CountryEvidence

  init?(column: RecordColumn, scope: RuleScope) {
    guard let country = CountryEvidence(ofPostalCode: column.path.field) else { return nil }
    self.country = country
  }

  func check(_ sweep: inout ColumnSweep) {
    for row in 0..<sweep.rowCount {
      guard let bytes = sweep.bytes(row), PostalCode(bytes) == nil else { continue }
      let sign = sweep.signs(row)[country]
      if sign == .sweden || sign == .none { sweep.report(row, Self.shape) }
    }
  }
}
