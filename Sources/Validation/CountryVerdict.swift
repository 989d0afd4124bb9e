/// What the country of a customer decides in the judgement of a row.
package enum CountryVerdict {
  /// The codes of the rules that ask for it.
  package static let codes = Set(
    (IdentityNumberIsRight.infos + VATNumberIsRight.infos + PostalCodeShape.infos).map(\.code))
}
