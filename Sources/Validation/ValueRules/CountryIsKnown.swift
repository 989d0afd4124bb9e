import CustomerModel
import Rows

/// A country is one of ISO 3166-1.
struct CountryIsKnown: ValueRule {
  static let infos = [unknown]

  static let unknown = RuleInfo(
    guarding: "country.unknown", "A country is one of ISO 3166-1's two-letter codes.", severity: .warn
  ) { "\($0.column) is no country that is known here. Write its two-letter code, such as SE or NO." }

  init?(column: RecordColumn, scope: RuleScope) {
    guard column.path.field.kind == .country else { return nil }
  }

  func check(_ sweep: inout ColumnSweep) {
    let countries = TwoLetterCodes.countries
    sweep.require(Self.unknown) { countries.contains($0) }
  }
}
