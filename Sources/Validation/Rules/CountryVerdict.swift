package import CustomerModel

/// What the country of a customer decides in the judgement of a row.
package enum CountryVerdict {
  /// The codes of the rules that ask for it.
  package static let codes = Set(
    (IdentityNumberIsRight.infos + VATNumberIsRight.infos + PostalCodeShape.infos).map(\.code))

  /// True when one of the problems is that a row's country is none that is known: the row then has none.
  package static func isCountryUnknown(_ problems: [Problem]) -> Bool {
    problems.contains { $0.code == CountryIsKnown.unknown.code && $0.path.flatMap { CountryEvidence($0.field) } != nil }
  }
}
