import CompanyLookup
import CustomerModel

/// What of a directory's facts goes into the empty fields of a card. Nothing that a person wrote is replaced.
///
/// An address is filled as a whole, where the card has none of it: half of one address and half of another is no address.
struct CompanyFilling {
  static let addressFields: [Field] = ["line1", "line2", "postalCode", "city"].compactMap {
    Field.named("invoiceAddress." + $0)
  }
  private static let country = Field.named("invoiceAddress.country")

  /// Every field that may be filled.
  static let fields: [Field] = [.customerName, .vatNumber] + addressFields

  let hasName: Bool
  let hasAddress: Bool
  private let hasVATNumber: Bool

  init(_ card: CustomerCard) {
    hasName = card[.customerName] != nil
    hasVATNumber = card[.vatNumber] != nil
    let isAbroad = Self.country.flatMap { card[$0] }.map { $0 != "SE" } ?? false
    hasAddress = isAbroad || Self.addressFields.contains { card[$0] != nil }
  }

  /// - Parameter vatNumber: true to fill the VAT number too.
  func values(_ facts: CompanyFacts, vatNumber: Bool) -> [(path: FieldPath, value: String)] {
    var values: [(Field, String)] = []
    if !hasName, let name = facts.name { values.append((.customerName, name)) }
    if vatNumber, !hasVATNumber { values.append((.vatNumber, facts.vatNumber)) }
    if !hasAddress, let address = facts.address {
      // Two lines are what a card has: a care-of line stays on its own, what follows shares the second.
      let texts = [
        address.lines.first ?? "", address.lines.dropFirst().joined(separator: ", "), address.postalCode, address.city,
      ]
      values += zip(Self.addressFields, texts)
    }
    return values.filter { !$1.isEmpty && Self.fits($1, $0) }.map { (FieldPath($0), $1) }
  }

  /// A text that the card has no room for is left out, where it would have the whole row rejected.
  private static func fits(_ text: String, _ field: Field) -> Bool {
    if case .text(let maximum, _) = field.kind { text.count <= maximum } else { true }
  }
}
