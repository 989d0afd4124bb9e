import CustomerModel
import SwedishIdentity
import Texts

/// A customer in Sweden has a Swedish number. One whose country becomes Sweden cannot keep another country's. The register's
/// schema says the same.
///
/// Asked of cards only: what a row says of its own number is judged by ``IdentityNumberIsRight``.
struct IdentityFitsCountry: CardRule {
  static let infos = [foreign]
  static let fields: [Field] = CountryEvidence.allCases.map(\.field)

  private static let foreign = RuleInfo(
    fixed: "identity.country", "A customer in Sweden has a Swedish organisation or personal number."
  ) {
    switch $0.mark {
    case right:
      Text(
        en:
          "\($0.column.english) is a Swedish number, but not in the form that customers in Sweden have. Give the "
          + "number again together with the country, and it gets that form.",
        sv:
          "\($0.column.swedish) är ett svenskt nummer, men är inte skrivet så som kunder i Sverige har det. Ange "
          + "numret igen tillsammans med landet, så får det rätt form.")
    case stated:
      Text(
        en:
          "\($0.column.english) is no right Swedish number as the register writes them, and the customer moves to "
          + "Sweden. Give its Swedish number (org.nr, personnummer) together with the country.",
        sv:
          "\($0.column.swedish) är inget riktigt svenskt nummer, och kunden flyttar till Sverige. Ange kundens "
          + "svenska organisationsnummer eller personnummer tillsammans med landet.")
    default:
      Text(
        en:
          "\($0.column.english) is no right Swedish number as the register writes them, and nothing on the card "
          + "says any longer that the customer is abroad. Give the customer its country, or a Swedish number "
          + "(org.nr, personnummer).",
        sv:
          "\($0.column.swedish) är inget riktigt svenskt nummer, och inget på kundkortet säger längre att kunden "
          + "finns utomlands. Ange kundens land, eller ett svenskt organisationsnummer eller personnummer.")
    }
  }

  /// The marks of a number that only lacks its form, and of a customer whose address says Sweden.
  private static let (right, stated) = ("right", "stated")

  /// Whether a day of birth lies ahead was asked when the number came.
  private static let anyDay = CalendarDay(year: 9999, month: 12, day: 31)

  init?(settings: RegisterSettings) {}

  func check(_ table: JudgedCards, _ findings: inout CardFindings) {
    guard table.isOfCard else { return }
    let identity = table[.identityNumber]
    for row in 0..<table.rowCount {
      guard let bytes = identity.bytes(row), !Self.hasSwedishForm(bytes), table.signs(row).country == .sweden else {
        continue
      }
      let isRight = if case .success = IdentityNumber.read(bytes, today: Self.anyDay) { true } else { false }
      findings.report(
        row, Self.foreign, at: identity,
        mark: isRight ? Self.right : table.signs(row).hasKnownCountry ? Self.stated : "")
    }
  }

  /// A right number in its form, `NNNNNN-NNNN` of an organisation or `YYYYMMDD-NNNN` of a person.
  private static func hasSwedishForm(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard bytes.count == 11 || bytes.count == 13 else { return false }
    let hyphen = bytes.count - 5
    let isFormed = bytes.indices.allSatisfy { place in
      place == hyphen ? bytes[place] == UInt8(ascii: "-") : bytes[place] >= 0x30 && bytes[place] <= 0x39
    }
    guard isFormed, case .success(let number) = IdentityNumber.read(bytes, today: Self.anyDay) else { return false }
    return (number.kind == .organisation) == (bytes.count == 11)
  }
}
