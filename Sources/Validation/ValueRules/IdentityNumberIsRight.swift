import CustomerModel
import Rows
import SwedishIdentity

/// An organisation, personal or co-ordination number has the right shape, date and check digit.
///
/// So it is of customers in Sweden. A number of a customer in another country is kept as it is; what is known to be wrong
/// with it is a warning. Sources stand at ``IdentityNumber`` and ``ForeignIdentityNumber``.
struct IdentityNumberIsRight: ValueRule {
  static let infos = [shape, date, checksum, foreignChecksum, notSwedish, unjudged, tooLong]

  /// The most characters that a number of another country may have.
  private static let maximumLength = 30

  private static let shape = RuleInfo(
    guarding: "identity.shape", "An organisation or personal number has 10 digits, or 12 with the century."
  ) {
    "\($0.column) is no Swedish organisation or personal number (org.nr, personnummer), which has 10 digits, or 12 with the "
      + "century. Correct it"
      + ($0.path?.field == .identityNumber
        ? "; if the customer is abroad, write its country, and the number is kept as it is." : ".") + $0.detail
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
  private static let foreignChecksum = RuleInfo(
    "identity.foreignChecksum", .warn,
    "An organisation number of Norway, Denmark or Finland has its country's digits and check digit."
  ) { "\($0.column) is no right \($0.detail). " + $0.remedy("compare it with the source.") }
  private static let notSwedish = RuleInfo(
    "identity.notSwedish", .warn,
    "A number that is not Swedish belongs to a customer whose address has a country, not only a VAT or telephone number."
  ) {
    "\($0.column) is no right Swedish organisation or personal number, and the customer's VAT number or telephone is another "
      + "country's. " + $0.remedy("give the customer its country.")
  }
  private static let unjudged = RuleInfo(
    guarding: "identity.unjudged", "A number that is not Swedish belongs to a customer whose country is known.",
    severity: .warn
  ) {
    "\($0.column) is no right Swedish organisation or personal number, and the customer's country is none that is known here. "
      + "Write the country's two-letter code."
  }
  private static let tooLong = RuleInfo(
    guarding: "identity.tooLong", "A number of another country has at most \(maximumLength) characters.",
    severity: .warn
  ) { "\($0.column) is longer than the \(maximumLength) characters that a number may have. Shorten it." }

  private let today: CalendarDay
  /// True for the customer's own number; what other numbers the card has are Swedish.
  private let isOfCustomer: Bool

  init?(column: RecordColumn, scope: RuleScope) {
    guard column.path.field.kind == .identityNumber else { return nil }
    today = scope.context.today
    isOfCustomer = column.path.field == .identityNumber
  }

  func check(_ sweep: inout ColumnSweep) {
    for row in 0..<sweep.rowCount {
      guard let bytes = sweep.bytes(row), case .failure(let flaw) = IdentityNumber.read(bytes, today: today) else {
        continue
      }
      switch isOfCustomer ? sweep.signs(row).country : .sweden {
      case .sweden: sweep.report(row, Self.info(flaw), detail: Self.remark(bytes, flaw))
      case .unread where sweep.signs(row).isElsewhereByNumbers && !Self.isTooLong(bytes):
        sweep.report(row, Self.notSwedish)
      case .unread: sweep.report(row, Self.unjudged)
      case .unsure where !Self.isTooLong(bytes): sweep.report(row, Self.notSwedish)
      case .other(let country) where !Self.isTooLong(bytes):
        if let doubt = Self.doubt(bytes, in: country) { sweep.report(row, Self.foreignChecksum, detail: doubt) }
      case .unsure, .other: sweep.report(row, Self.tooLong)
      }
    }
  }

  private static func info(_ flaw: IdentityNumber.Flaw) -> RuleInfo {
    switch flaw {
    case .shape: shape
    case .date: date
    case .checksum: checksum
    }
  }

  private static func isTooLong(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    CharacterCount.exceeds(bytes, maximumLength)
  }

  /// Only a number that a spreadsheet shortened is told how that comes about.
  private static func remark(_ bytes: UnsafeBufferPointer<UInt8>, _ flaw: IdentityNumber.Flaw) -> String {
    guard flaw == .shape, bytes.contains(where: { $0 == UInt8(ascii: "E") || $0 == UInt8(ascii: "e") }),
      bytes.contains(UInt8(ascii: "+"))
    else { return "" }
    return " A spreadsheet that shows it as 1,98E+11 must have the column as text."
  }

  /// What the number should be and is not; nil when nothing speaks against it.
  private static func doubt(_ bytes: UnsafeBufferPointer<UInt8>, in country: CountrySign) -> String? {
    let known: (country: ForeignIdentityNumber.Country, name: String)
    switch country {
    case .norway: known = (.norway, "Norwegian organisation number: nine digits, the last of which is its check digit")
    case .denmark: known = (.denmark, "Danish CVR number: eight digits with a check sum")
    case .finland: known = (.finland, "Finnish Y-tunnus: seven digits, a hyphen and a check digit")
    default: return nil
    }
    return ForeignIdentityNumber.doubt(bytes, in: known.country) == nil ? nil : known.name
  }
}
