import CustomerModel
import Rows
import SwedishIdentity
import Texts

/// An organisation, personal or co-ordination number has the right shape, date and check digit.
///
/// So it is of customers in Sweden. A number of a customer in another country is kept as it is; what is known to be wrong
/// with it is a warning. Sources stand at ``IdentityNumber`` and ``ForeignIdentityNumber``.
struct IdentityNumberIsRight: ValueRule {
  static let infos = [shape, date, checksum, foreignChecksum, notSwedish, unjudged, tooLong]

  /// The most characters that a number of another country may have.
  private static let maximumLength = 30

  private static let shape = RuleInfo(
    guarding: "identity.shape", "An organisation or personal number has 10 digits, or 12 with the century."
  ) {
    ([shapeSentence($0)]
      + ($0.mark == scientific
        ? [
          Text(
            en: "A spreadsheet that shows it as 1,98E+11 must have the column as text.",
            sv: "Ett kalkylprogram som visar det som 1,98E+11 måste ha kolumnen som text.")
        ] : []))
      .joined()
  }
  /// The mark of a number that a spreadsheet shortened.
  private static let scientific = "scientific"

  private static func shapeSentence(_ place: RulePlace) -> Text {
    if !place.detail.isEmpty {
      return Text(
        en:
          "\(place.column.english) is no Swedish organisation or personal number (org.nr, personnummer), but would be a "
          + "right number \(place.detail.english). If the customer is there, write that country, and the number stays "
          + "as it was typed. If not, correct the number: a digit may be lacking.",
        sv:
          "\(place.column.swedish) är inget svenskt organisationsnummer eller personnummer, men skulle vara ett riktigt "
          + "nummer \(place.detail.swedish). Om kunden finns där: skriv det landet, så sparas numret som det är. Rätta "
          + "annars numret: det kan sakna en siffra.")
    }
    return place.path?.field == .identityNumber
      ? Text(
        en:
          "\(place.column.english) is no Swedish organisation or personal number (org.nr, personnummer), which has 10 "
          + "digits, or 12 with the century. Correct it; if the customer is abroad, write its country, and the "
          + "number is kept as it is.",
        sv:
          "\(place.column.swedish) är inget svenskt organisationsnummer eller personnummer, som har 10 siffror, eller "
          + "12 med sekel. Rätta det. Om kunden finns utomlands: skriv dess land, så sparas numret som det är.")
      : Text(
        en:
          "\(place.column.english) is no Swedish organisation or personal number (org.nr, personnummer), which has 10 "
          + "digits, or 12 with the century. Correct it.",
        sv:
          "\(place.column.swedish) är inget svenskt organisationsnummer eller personnummer, som har 10 siffror, eller "
          + "12 med sekel. Rätta det.")
  }

  private static let date = RuleInfo(
    guarding: "identity.date", "A personal number begins with a date of birth that exists and does not lie ahead."
  ) {
    Text(
      en:
        "\($0.column.english) begins with a date of birth that does not exist or lies ahead. Compare it with the "
        + "source.",
      sv:
        "\($0.column.swedish) börjar med ett födelsedatum som inte finns eller ligger i framtiden. Jämför med "
        + "källan.")
  }
  private static let checksum = RuleInfo(
    guarding: "identity.checksum", "The last digit of an organisation or personal number is its check digit."
  ) {
    Text(
      en:
        "\($0.column.english) has a wrong check digit, so a digit is mistyped or two have changed places. "
        + "Compare it with the source.",
      sv:
        "\($0.column.swedish) har fel kontrollsiffra: en siffra är felskriven eller två har bytt plats. Jämför "
        + "med källan.")
  }
  private static let foreignChecksum = RuleInfo(
    "identity.foreignChecksum", .warn,
    "An organisation number of Norway, Denmark or Finland has its country's digits and check digit."
  ) {
    $0.doubted(
      Text(
        en: "\($0.column.english) is \($0.detail.english).",
        sv: "\($0.column.swedish) är \($0.detail.swedish)."),
      Text(en: "Compare it with the source.", sv: "Jämför med källan."))
  }
  private static let notSwedish = RuleInfo(
    "identity.notSwedish", .warn,
    "A number that is not Swedish belongs to a customer whose address has a country, not only a VAT or telephone number."
  ) {
    $0.doubted(
      Text(
        en:
          "\($0.column.english) is no right Swedish organisation or personal number, and the customer's VAT number "
          + "or telephone is another country's.",
        sv:
          "\($0.column.swedish) är inget riktigt svenskt organisationsnummer eller personnummer, och kundens "
          + "momsregistreringsnummer eller telefonnummer är utländskt."),
      Text(en: "Give the customer its country.", sv: "Ange kundens land."))
  }
  private static let unjudged = RuleInfo(
    guarding: "identity.unjudged", "A number that is not Swedish belongs to a customer whose country is known.",
    severity: .warn
  ) {
    Text(
      en:
        "\($0.column.english) is no right Swedish organisation or personal number, and the customer's country is "
        + "none that is known here. Write the country's two-letter code.",
      sv:
        "\($0.column.swedish) är inget riktigt svenskt organisationsnummer eller personnummer, och kundens land "
        + "är inget känt land. Skriv landets kod med två bokstäver.")
  }
  private static let tooLong = RuleInfo(
    guarding: "identity.tooLong", "A number of another country has at most \(maximumLength) characters.",
    severity: .warn
  ) {
    Text(
      en: "\($0.column.english) is longer than the \(maximumLength) characters that a number may have. Shorten it.",
      sv: "\($0.column.swedish) är längre än de \(maximumLength) tecken som ett nummer får ha. Förkorta det.")
  }

  private let today: CalendarDay
  /// True for the customer's own number; what other numbers the card has are Swedish.
  private let isOfCustomer: Bool

  init?(column: RecordColumn, scope: RuleScope) {
    guard column.path.field.kind == .identityNumber else { return nil }
    today = scope.context.today
    isOfCustomer = column.path.field == .identityNumber
  }

  func check(_ sweep: inout ColumnSweep) {
    for row in 0..<sweep.rowCount {
      guard let bytes = sweep.bytes(row), case .failure(let flaw) = IdentityNumber.read(bytes, today: today) else {
        continue
      }
      switch isOfCustomer ? sweep.signs(row).country : .sweden {
      case .sweden:
        let other = flaw == .shape && isOfCustomer ? Self.likelierCountry(bytes) : nil
        sweep.report(row, Self.info(flaw), mark: Self.mark(bytes, flaw), detail: other ?? .empty)
      case .unread where sweep.signs(row).isElsewhereByNumbers && !Self.isTooLong(bytes):
        sweep.report(row, Self.notSwedish)
      case .unread: sweep.report(row, Self.unjudged)
      case .unsure where !Self.isTooLong(bytes): sweep.report(row, Self.notSwedish)
      case .other(let country) where !Self.isTooLong(bytes):
        if let doubt = Self.doubt(bytes, in: country) { sweep.report(row, Self.foreignChecksum, detail: doubt) }
      case .unsure, .other: sweep.report(row, Self.tooLong)
      }
    }
  }

  private static func info(_ flaw: IdentityNumber.Flaw) -> RuleInfo {
    switch flaw {
    case .shape: shape
    case .date: date
    case .checksum: checksum
    }
  }

  private static func isTooLong(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    CharacterCount.exceeds(bytes, maximumLength)
  }

  /// Only a number that a spreadsheet shortened is told how that comes about.
  private static func mark(_ bytes: UnsafeBufferPointer<UInt8>, _ flaw: IdentityNumber.Flaw) -> String {
    guard flaw == .shape, bytes.contains(where: { $0 == UInt8(ascii: "E") || $0 == UInt8(ascii: "e") }),
      bytes.contains(UInt8(ascii: "+"))
    else { return "" }
    return scientific
  }

  /// In which country it would be a company's number, by its digits and its check digit; nil when in none that is known.
  private static func likelierCountry(_ bytes: UnsafeBufferPointer<UInt8>) -> Text? {
    let digits = bytes.count { $0 >= 0x30 && $0 <= 0x39 }
    let countries: [(ForeignIdentityNumber.Country, Int, Text)] = [
      (.norway, 9, Text(en: "in Norway", sv: "i Norge")), (.denmark, 8, Text(en: "in Denmark", sv: "i Danmark")),
      (.finland, 8, Text(en: "in Finland", sv: "i Finland")),
    ]
    return countries.first { $0.1 == digits && ForeignIdentityNumber.doubt(bytes, in: $0.0) == nil }?.2
  }

  /// What the number should be and is not; nil when nothing speaks against it.
  private static func doubt(_ bytes: UnsafeBufferPointer<UInt8>, in country: CountrySign) -> Text? {
    let known: (country: ForeignIdentityNumber.Country, name: Text)
    switch country {
    case .norway:
      known = (
        .norway,
        Text(
          en: "no right Norwegian organisation number: nine digits, the last of which is its check digit",
          sv: "inget riktigt norskt organisationsnummer: nio siffror, varav den sista är kontrollsiffra")
      )
    case .denmark:
      known = (
        .denmark,
        Text(
          en: "no right Danish CVR number: eight digits with a check sum",
          sv: "inget riktigt danskt CVR-nummer: åtta siffror med kontrollsumma")
      )
    case .finland:
      known = (
        .finland,
        Text(
          en: "no right Finnish Y-tunnus: seven digits, a hyphen and a check digit",
          sv: "inget riktigt finländskt FO-nummer (Y-tunnus): sju siffror, bindestreck och en kontrollsiffra")
      )
    default: return nil
    }
    return ForeignIdentityNumber.doubt(bytes, in: known.country) == nil ? nil : known.name
  }
}
