import CustomerModel
import Rows
import SwedishIdentity

/// A VAT number has the letters of a country whose numbers are known, its shape and, where they are verified, its check
/// digits. What a customer abroad has for a VAT number without such letters is kept.
///
/// Sources stand at ``VATNumber``.
struct VATNumberIsRight: ValueRule {
  static let infos = [country, shape, checksum, foreignShape, foreignChecksum, unjudged]

  private static let swedish =
    "A Swedish one (momsregistreringsnummer) is SE, the organisation number's ten digits and 01"

  private static let country = RuleInfo(
    guarding: "vatNumber.country",
    "A VAT number begins with the letters of a country of the European Union, GB, XI, NO or CH."
  ) {
    switch $0.detail {
    case "": "\($0.column) does not begin with the two letters of a country whose VAT numbers are known. \(swedish)."
    case let number: "\($0.column) lacks its country. Write \(number)."
    }
  }
  private static let shape = RuleInfo(guarding: "vatNumber.shape", "A VAT number has the shape that its country uses.")
  {
    "\($0.column) has not the length or characters of its country's VAT numbers. "
      + ($0.detail.isEmpty
        ? "\(swedish)." : "Correct it, and write the country of a customer that is abroad.")
  }
  private static let checksum = RuleInfo(guarding: "vatNumber.checksum", "A VAT number has the right check digits.") {
    "\($0.column) has wrong check digits, so a digit is mistyped or two have changed places. Compare it with the source."
  }
  private static let foreignShape = RuleInfo(
    "vatNumber.foreignShape", .warn, "The VAT number of a customer abroad has the shape that its country uses."
  ) {
    "\($0.column) has not the length or characters of the VAT numbers of the country whose letters it begins with. "
      + $0.remedy("compare it with the source, and blank it if the customer has none.")
  }
  private static let foreignChecksum = RuleInfo(
    "vatNumber.foreignChecksum", .warn, "A VAT number of another country has the check digits that its country gives."
  ) {
    "\($0.column) has other check digits than its country gives such numbers. "
      + $0.remedy("compare it with the source.")
  }
  private static let unjudged = RuleInfo(
    "vatNumber.unjudged", .warn, "The VAT number of a customer abroad begins with the letters of its country."
  ) {
    "\($0.column) does not begin with the two letters of a country whose VAT numbers are known, and the customer is not in "
      + "Sweden. " + $0.remedy("put the country's letters before it if it is a VAT number.")
  }

  /// The detail of a number that begins with another country's letters.
  private static let abroad = "abroad"

  /// True for what begins with Sweden's letters.
  private static func isSwedish(_ number: UnsafeBufferPointer<UInt8>) -> Bool {
    number.count >= 2 && number[0] & 0xDF == UInt8(ascii: "S") && number[1] & 0xDF == UInt8(ascii: "E")
  }

  init?(column: RecordColumn, scope: RuleScope) {
    guard column.path.field.kind == .vatNumber else { return nil }
  }

  func check(_ sweep: inout ColumnSweep) {
    for row in 0..<sweep.rowCount {
      guard let bytes = sweep.bytes(row) else { continue }
      switch VATNumber.read(bytes) {
      case .success(let number): if number.isDoubtful { sweep.report(row, Self.foreignChecksum) }
      case .failure(.country) where sweep.signs(row).country != .sweden: sweep.report(row, Self.unjudged)
      case .failure(.country): sweep.report(row, Self.country, detail: VATNumber.completed(bytes) ?? "")
      case .failure(.shape) where Self.isSwedish(bytes): sweep.report(row, Self.shape)
      case .failure(.shape) where sweep.signs(row).country != .sweden: sweep.report(row, Self.foreignShape)
      case .failure(.shape): sweep.report(row, Self.shape, detail: Self.abroad)
      case .failure(.checksum): sweep.report(row, Self.checksum)
      }
    }
  }
}
