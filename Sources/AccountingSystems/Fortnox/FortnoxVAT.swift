import CustomerModel
import Documents

/// How a new customer in Fortnox is charged VAT, by its type and country: otherwise a private person would see prices without
/// VAT, and a customer abroad would be charged Swedish VAT, until somebody noticed.
///
/// | customer | `VATType` |
/// |---|---|
/// | in Sweden | `SEVAT` |
/// | company elsewhere in the EU, with a VAT number of the EU that is not Swedish | `EUREVERSEDVAT` |
/// | anybody else elsewhere in the EU | `EUVAT` |
/// | outside the EU | `EXPORT` |
///
/// A company in Great Britain whose VAT number begins with `XI` is Northern Ireland's, which counts as the EU for goods: it has
/// given that number to trade by the EU's rules. The country is that of the invoice address; without one the VAT number's;
/// without one Sweden. Private persons see prices with VAT, companies without.
///
/// Source: Council Directive 2006/112/EC, articles 7, 138 and 196; Fortnox API 3, Customers, `VATType`.
struct FortnoxVAT: Equatable {
  private enum Kind: String {
    case sweden = "SEVAT"
    case unionReversed = "EUREVERSEDVAT"
    case union = "EUVAT"
    case export = "EXPORT"
  }

  private let kind: Kind
  private let isPrivate: Bool

  /// - Parameter members: what the customer is created from.
  init(ofNew members: [JSONNode.Member]) {
    func text(_ key: String) -> String? {
      members.first { $0.key == key }?.value.scalarText.flatMap { $0.isEmpty ? nil : $0.uppercased() }
    }
    isPrivate = text("Type") == "PRIVATE"
    let issuer = text("VATNumber").flatMap { EuropeanUnion.issuer(ofVATNumber: $0) }
    let country = text("CountryCode") ?? issuer ?? "SE"
    let isNorthernIrish = issuer == EuropeanUnion.northernIreland && (country == "GB" || country == issuer)
    if country == "SE" {
      kind = .sweden
    } else if EuropeanUnion.contains(country) || isNorthernIrish {
      kind = !isPrivate && issuer != nil && issuer != "SE" ? .unionReversed : .union
    } else {
      kind = .export
    }
  }

  /// The keys that say so.
  var members: [JSONNode.Member] {
    [
      .init(key: "VATType", value: .text(kind.rawValue)),
      .init(key: "ShowPriceVATIncluded", value: .boolean(isPrivate)),
    ]
  }
}
