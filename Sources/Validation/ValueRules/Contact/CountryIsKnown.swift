import CustomerModel
import Rows
import Texts

/// A country is one of ISO 3166-1.
struct CountryIsKnown: ValueRule {
  static let infos = [unknown]

  static let unknown = RuleInfo(
    guarding: "country.unknown", "A country is one of ISO 3166-1's two-letter codes.", severity: .warn
  ) {
    Text(
      en: "\($0.column.english) is no country that is known here. Write its two-letter code, such as SE or NO.",
      sv: "\($0.column.swedish) är inget känt land. Skriv landets kod med två bokstäver, till exempel SE eller NO.")
  }

  init?(column: RecordColumn, scope: RuleScope) {
    guard column.path.field.kind == .country else { return nil }
  }

  func check(_ sweep: inout ColumnSweep) {
    let countries = TwoLetterCodes.countries
    sweep.require(Self.unknown) { countries.contains($0) }
  }
}
