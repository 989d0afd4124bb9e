/// The countries in which the European Union's rules for VAT hold.
///
/// Source: Council Directive 2006/112/EC, articles 5 to 7 (Monaco counts as France; Åland and other territories outside the
/// Union's VAT have codes of their own and are not here) and 215 (Greece's VAT numbers begin with EL); Windsor Framework,
/// article 8 and annex 3 (Northern Ireland, XI, for goods).
package enum EuropeanUnion {
  /// The prefix of Northern Ireland's VAT numbers, which is no country's code.
  package static let northernIreland = "XI"

  private static let countries: Set<String> = [
    "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT", "LT", "LU", "LV",
    "MC", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK",
  ]

  /// True for a country of the Union by its two letters. Greece is known by both of its own.
  package static func contains(_ country: String) -> Bool { countries.contains(country == "EL" ? "GR" : country) }

  /// The country of the Union, or ``northernIreland``, that gave a VAT number; nil for a number of another country.
  package static func issuer(ofVATNumber number: String) -> String? {
    let prefix = String(number.prefix(2))
    if prefix == northernIreland { return prefix }
    let country = prefix == "EL" ? "GR" : prefix
    // Monaco's numbers are French.
    return country != "MC" && countries.contains(country) ? country : nil
  }
}
