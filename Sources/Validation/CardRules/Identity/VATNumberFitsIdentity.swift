import CustomerModel
import SwedishIdentity
import Texts

/// A Swedish VAT number holds the ten digits of the customer's organisation or personal number.
///
/// Source: Skatteverket: the VAT number (momsregistreringsnummer) is SE, the organisation number, and 01. The members of a VAT
/// group (momsgrupp, mervärdesskattelagen 2023:200, 4 kap.) share the group's, which is none of their own numbers.
struct VATNumberFitsIdentity: CardRule {
  static let infos = [different]
  static let fields: [Field] = [.identityNumber, .vatNumber]

  private static let different = RuleInfo(
    "vatNumber.identity", .reject, "A Swedish VAT number holds the digits of the organisation number."
  ) {
    Text(
      en:
        "\($0.column.english) holds other digits than the customer's organisation number. A Swedish VAT number "
        + "is SE, the organisation number's ten digits and 01; correct the one that is wrong. A VAT group "
        + "(momsgrupp) has a number of its own: for such customers the configuration can set the rule "
        + "vatNumber.identity to warn.",
      sv:
        "\($0.column.swedish) har andra siffror än kundens organisationsnummer. Ett svenskt "
        + "momsregistreringsnummer är SE, organisationsnumrets tio siffror och 01: rätta det nummer som är fel. En "
        + "momsgrupp har ett eget nummer: för sådana kunder kan regeln vatNumber.identity sättas till warn i "
        + "konfigurationen.")
  }

  init?(settings: RegisterSettings) {}

  func check(_ table: JudgedCards, _ findings: inout CardFindings) {
    let vat = table[.vatNumber]
    let identity = table[.identityNumber]
    guard vat.exists, identity.exists else { return }
    for row in 0..<table.rowCount {
      guard let number = vat.bytes(row), let digits = identity.bytes(row) else { continue }
      guard !Self.agree(number, digits), Self.isOfOneCustomer(number) else { continue }
      // A company of another country that is registered for VAT here has a number there that is none of ours.
      if case .other = table.signs(row).country { continue }
      findings.report(row, Self.different, at: vat)
    }
  }

  /// False for a group's number, and for one with a wrong check digit: that is told of it already, and which digits it should have
  /// is not known.
  private static func isOfOneCustomer(_ vat: UnsafeBufferPointer<UInt8>) -> Bool {
    if case .success(let number) = VATNumber.read(vat) { !number.isOfGroup } else { false }
  }

  /// True also for what is not canonical or not Swedish: other rules speak of that.
  private static func agree(_ vat: UnsafeBufferPointer<UInt8>, _ identity: UnsafeBufferPointer<UInt8>) -> Bool {
    guard vat.count == 14, vat[0] == UInt8(ascii: "S"), vat[1] == UInt8(ascii: "E"),
      identity.count == 11 || identity.count == 13
    else { return true }
    let start = identity.count - 11
    guard identity[start + 6] == UInt8(ascii: "-") else { return true }
    for place in 0..<6 where vat[2 + place] != identity[start + place] { return false }
    for place in 6..<10 where vat[2 + place] != identity[start + place + 1] { return false }
    return true
  }
}
