import CustomerModel
import Rows
import SwedishIdentity
import Texts

/// A VAT number has the letters of a country whose numbers are known, its shape and, where they are verified, its check
/// digits. What a customer abroad has for a VAT number without such letters is kept.
///
/// Sources stand at ``VATNumber``.
struct VATNumberIsRight: ValueRule {
  static let infos = [country, shape, checksum, foreignShape, foreignChecksum, unjudged]

  private static let swedish = Text(
    en: "A Swedish one (momsregistreringsnummer) is SE, the organisation number's ten digits and 01.",
    sv: "Ett svenskt momsregistreringsnummer är SE, organisationsnumrets tio siffror och 01.")

  private static let country = RuleInfo(
    guarding: "vatNumber.country",
    "A VAT number begins with the letters of a country of the European Union, GB, XI, NO or CH."
  ) {
    $0.detail.isEmpty
      ? [
        Text(
          en: "\($0.column.english) does not begin with the two letters of a country whose VAT numbers are known.",
          sv: "\($0.column.swedish) börjar inte med två bokstäver för ett land vars momsregistreringsnummer är kända."),
        swedish,
      ].joined()
      : Text(
        en: "\($0.column.english) does not begin with the letters of its country. Write \($0.detail.english).",
        sv: "\($0.column.swedish) börjar inte med landskoden. Skriv \($0.detail.swedish).")
  }
  private static let shape = RuleInfo(guarding: "vatNumber.shape", "A VAT number has the shape that its country uses.")
  {
    [
      Text(
        en: "\($0.column.english) has not the length or characters of its country's VAT numbers.",
        sv: "\($0.column.swedish) har inte den längd eller de tecken som landets momsregistreringsnummer har."),
      $0.mark == abroad
        ? Text(
          en: "Correct it, and write the country of a customer that is abroad.",
          sv: "Rätta det, och skriv landet för en kund som finns utomlands.") : swedish,
    ].joined()
  }
  private static let checksum = RuleInfo(guarding: "vatNumber.checksum", "A VAT number has the right check digits.") {
    Text(
      en:
        "\($0.column.english) has wrong check digits, so a digit is mistyped or two have changed places. Compare "
        + "it with the source.",
      sv:
        "\($0.column.swedish) har fel kontrollsiffror: en siffra är felskriven eller två har bytt plats. Jämför "
        + "med källan.")
  }
  private static let foreignShape = RuleInfo(
    "vatNumber.foreignShape", .warn, "The VAT number of a customer abroad has the shape that its country uses."
  ) {
    $0.doubted(
      Text(
        en:
          "\($0.column.english) has not the length or characters of the VAT numbers of the country whose letters "
          + "it begins with.",
        sv:
          "\($0.column.swedish) har inte den längd eller de tecken som momsregistreringsnummer har i landet vars "
          + "bokstäver det börjar med."),
      Text(
        en: "Compare it with the source, and blank it if the customer has none.",
        sv: "Jämför med källan, och töm cellen om kunden inte har något."))
  }
  private static let foreignChecksum = RuleInfo(
    "vatNumber.foreignChecksum", .warn, "A VAT number of another country has the check digits that its country gives."
  ) {
    $0.doubted(
      Text(
        en: "\($0.column.english) has other check digits than its country gives such numbers.",
        sv: "\($0.column.swedish) har andra kontrollsiffror än landet ger sådana nummer."),
      Text(en: "Compare it with the source.", sv: "Jämför med källan."))
  }
  private static let unjudged = RuleInfo(
    "vatNumber.unjudged", .warn, "The VAT number of a customer abroad begins with the letters of its country."
  ) {
    $0.detail.isEmpty
      ? $0.doubted(
        Text(
          en:
            "\($0.column.english) does not begin with the two letters of a country whose VAT numbers are known, and "
            + "the customer is not in Sweden.",
          sv:
            "\($0.column.swedish) börjar inte med två bokstäver för ett land vars momsregistreringsnummer är kända, "
            + "och kunden finns inte i Sverige."),
        Text(
          en: "Put the country's letters before it if it is a VAT number.",
          sv: "Sätt landets bokstäver före det om det är ett momsregistreringsnummer."))
      : $0.doubted(
        Text(
          en: "\($0.column.english) looks like a VAT number without the letters of its country.",
          sv: "\($0.column.swedish) ser ut som ett momsregistreringsnummer utan landskod."),
        Text(en: "Write \($0.detail.english).", sv: "Skriv \($0.detail.swedish)."))
  }

  /// The mark of a number that begins with another country's letters.
  private static let abroad = "abroad"

  /// True for what begins with Sweden's letters.
  private static func isSwedish(_ number: UnsafeBufferPointer<UInt8>) -> Bool {
    number.count >= 2 && number[0] & 0xDF == UInt8(ascii: "S") && number[1] & 0xDF == UInt8(ascii: "E")
  }

  init?(column: RecordColumn, scope: RuleScope) {
    guard column.path.field.kind == .vatNumber else { return nil }
  }

  func check(_ sweep: inout ColumnSweep) {
    for row in 0..<sweep.rowCount {
      guard let bytes = sweep.bytes(row) else { continue }
      switch VATNumber.read(bytes) {
      case .success(let number): if number.isDoubtful { sweep.report(row, Self.foreignChecksum) }
      case .failure(.country):
        let proven = VATNumber.provenByForm(bytes)
        if sweep.signs(row).country != .sweden {
          let foreign = proven.flatMap { $0.isSwedish ? nil : $0.text }
          sweep.report(row, Self.unjudged, detail: Text(verbatim: foreign ?? ""))
        } else {
          sweep.report(row, Self.country, detail: Text(verbatim: VATNumber.completed(bytes) ?? proven?.text ?? ""))
        }
      case .failure(.shape) where Self.isSwedish(bytes): sweep.report(row, Self.shape)
      case .failure(.shape) where sweep.signs(row).country != .sweden: sweep.report(row, Self.foreignShape)
      case .failure(.shape): sweep.report(row, Self.shape, mark: Self.abroad)
      case .failure(.checksum): sweep.report(row, Self.checksum)
      }
    }
  }
}
