import CustomerModel
import Rows
import Texts

/// A language is one of ISO 639-1.
struct LanguageIsKnown: ValueRule {
  static let infos = [unknown]

  private static let unknown = RuleInfo(
    guarding: "language.unknown", "A language is one of ISO 639-1's two-letter codes.", severity: .warn
  ) {
    Text(
      en: "\($0.column.english) is no language that is known here. Write its two-letter code, such as sv or en.",
      sv:
        "\($0.column.swedish) är inget känt språk. Skriv språkets kod med två bokstäver, till exempel sv eller "
        + "en.")
  }

  init?(column: RecordColumn, scope: RuleScope) {
    guard column.path.field.kind == .language else { return nil }
  }

  func check(_ sweep: inout ColumnSweep) {
    let languages = TwoLetterCodes.languages
    sweep.require(Self.unknown) { languages.contains($0) }
  }
}
