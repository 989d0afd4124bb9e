/// What tells in which country a customer is. The countries of the addresses say it; without them the VAT number and the
/// telephone numbers may. A right Swedish identity number tells only where the country that is given is none that is known.
package enum CountryEvidence: Int, Sendable, CaseIterable {
  case invoiceCountry, visitingCountry, mailCountry, vatNumber, phone, mobile, identityNumber

  /// The field that holds it.
  package var field: Field { Self.fields[rawValue] }

  /// The countries of the addresses, in the order in which they are believed.
  package static let addresses: [CountryEvidence] = [.invoiceCountry, .visitingCountry, .mailCountry]

  /// The evidence that a field is; nil for all others.
  package init?(_ field: Field) {
    guard let place = Self.fields.firstIndex(of: field) else { return nil }
    self.init(rawValue: place)
  }

  /// The country of the address that a postal code belongs to; nil for a field that is none.
  package init?(ofPostalCode field: Field) {
    guard field.kind == .postalCode else { return nil }
    let address = field.name.prefix { $0 != "." }
    guard let country = Field.named("\(address).country") else { return nil }
    self.init(country)
  }

  private static let fields: [Field] = [
    "invoiceAddress.country", "visitingAddress.country", "mailAddress.country", "vatNumber", "phone", "mobile",
    "identityNumber",
  ].map { name in
    guard let field = Field.named(name) else { preconditionFailure("no field \(name) in the catalogue") }
    return field
  }
}
