import CustomerModel
import Rows
import SwedishIdentity

/// A Swedish postal code has five digits. Codes of other countries are taken as they are.
struct PostalCodeShape: ValueRule {
  static let infos = [shape]

  private static let shape = RuleInfo("postalCode.shape", .warn, "A Swedish postal code has five digits.") {
    "\($0.column) is no Swedish postal code (postnummer), five digits such as 123 45. It is kept as it is; correct it, or give "
      + "the address its country."
  }

  /// The column of the same address's country, when the file has one.
  private let country: Int?

  init?(column: RecordColumn, scope: RuleScope) {
    guard column.path.field.kind == .postalCode else { return nil }
    let address = column.path.field.name.prefix { $0 != "." }
    country = Field.named("\(address).country").flatMap { scope.column(of: FieldPath($0)) }
  }

  func check(_ sweep: inout ColumnSweep) {
    for row in 0..<sweep.rowCount {
      guard let bytes = sweep.bytes(row), PostalCode(bytes) == nil else { continue }
      if let country, let code = sweep.bytes(row, column: country), !Self.isSweden(code) { continue }
      sweep.report(row, Self.shape)
    }
  }

  private static func isSweden(_ code: UnsafeBufferPointer<UInt8>) -> Bool {
    code.count == 2 && code[0] == UInt8(ascii: "S") && code[1] == UInt8(ascii: "E")
  }
}
