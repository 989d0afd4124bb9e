package import CustomerModel
package import Rows
import Texts

/// What was mended in the cells of a file, told once for each kind of damage with the columns and a first row.
enum CellRepairNotice {
  static let infos = [blankWord, textGuard, fraction, control, keptFraction]

  private static let blankWord = RuleInfo(
    notice: "repair.blankWord",
    "Cells with a word that stands for no value count as blank."
  ) {
    Text(
      en:
        "\($0.count.counted("cell holds", "cells hold")) a word that stands for no value (\($0.detail.english)); "
        + "such a cell counts as blank. If the word is a value of yours, put \"blankWords\": [] in the mapping, or "
        + "the words that are to be blank instead.",
      sv:
        "\($0.count.counted("cell innehåller", "celler innehåller")) ett ord som betyder att värde saknas "
        + "(\($0.detail.swedish)). En sådan cell räknas som tom. Om ordet är ett riktigt värde: skriv "
        + "\"blankWords\": [] i mappningen, eller räkna upp de ord som ska räknas som tomma.")
  }
  private static let textGuard = RuleInfo(
    notice: "repair.guard",
    "A sign that only tells a spreadsheet that a cell is a text is taken off."
  ) {
    Text(
      en:
        "\($0.count.counted("cell has", "cells have")) a sign before a text for a spreadsheet "
        + "(\($0.detail.english)); the sign was taken off. If it belongs to your texts, put \"repairs\": "
        + "[\"fractions\"] in the mapping.",
      sv:
        "\($0.count.counted("cell har", "celler har")) ett tecken före texten som bara är till för kalkylprogram "
        + "(\($0.detail.swedish)). Tecknet har tagits bort. Om det hör till texten: skriv \"repairs\": "
        + "[\"fractions\"] i mappningen.")
  }
  private static let fraction = RuleInfo(
    notice: "repair.fraction",
    "A fraction of zero is taken off whole numbers when every number of the column has one, off identity numbers and postal codes always."
  ) {
    Text(
      en:
        "\($0.count.counted("cell holds a whole number as a decimal one", "cells hold whole numbers as decimal ones")) "
        + "(\($0.detail.english)); the fraction was taken off. If it belongs to your texts, put \"repairs\": "
        + "[\"guards\"] in the mapping.",
      sv:
        "\($0.count.counted("cell innehåller ett heltal skrivet med decimaler", "celler innehåller heltal skrivna med decimaler")) "
        + "(\($0.detail.swedish)). Decimalerna har tagits bort. Om de hör till texten: skriv \"repairs\": "
        + "[\"guards\"] i mappningen.")
  }
  private static let control = RuleInfo(
    notice: "repair.control",
    "Control characters, which nobody sees, are left out of texts."
  ) {
    Text(
      en:
        "\($0.count.counted("cell holds", "cells hold")) control characters that nobody sees "
        + "(\($0.detail.english)); they were left out. Where such a character stands in a word, a letter or a sign "
        + "was lost before the list came here: look at the first row, and correct it in the program that wrote the "
        + "list.",
      sv:
        "\($0.count.counted("cell innehåller", "celler innehåller")) styrtecken som inte syns "
        + "(\($0.detail.swedish)). De har utelämnats. Där ett sådant tecken står inne i ett ord har en bokstav "
        + "eller ett tecken gått förlorat innan listan kom hit: titta på den första raden, och rätta den i "
        + "programmet som skrev listan.")
  }
  private static let keptFraction = RuleInfo(
    notice: "repair.keptFraction",
    "A text is no whole number with a fraction of zero, unless every number of its column has one."
  ) {
    Text(
      en:
        "\($0.count.counted("text is a whole number with .0 or ,0 behind it", "texts are whole numbers with .0 or ,0 behind them")) "
        + "(\($0.detail.english)); that is kept, since not every number of the column is written so, or too few "
        + "are. If a program made it of a whole number, take the fraction off and import the rows again.",
      sv:
        "\($0.count.counted("text är ett heltal med .0 eller ,0 efter", "texter är heltal med .0 eller ,0 efter")) "
        + "(\($0.detail.swedish)). Det sparas som det är, eftersom inte alla nummer i kolumnen är skrivna så, "
        + "eller för få. Om ett program har gjort det av ett heltal: ta bort decimalerna och importera raderna "
        + "igen.")
  }

  /// The rule of a kind.
  fileprivate static func info(_ kind: CellRepair.Kind) -> RuleInfo {
    switch kind {
    case .blankWord: blankWord
    case .textGuard: textGuard
    case .fraction: fraction
    case .control: control
    case .keptFraction: keptFraction
    }
  }

  /// Where cells were mended: how many in which columns, and the first of them.
  ///
  /// - Parameter example: what stood in the first; empty for what is not told.
  static func places(
    _ columns: [(header: Text, count: Int)], example: String, first row: RowPlace
  ) -> Text {
    let shown = columns.prefix(ShownLimits.mendedColumns)
    let left = columns.count - shown.count
    let named = Text(
      en: shown.map { "“\($0.header.english)” \($0.count)" }.joined(separator: ", "),
      sv: shown.map { "”\($0.header.swedish)” \($0.count)" }.joined(separator: ", "))
    let all =
      left > 0
      ? Text(en: "\(named.english) and \(left) more", sv: "\(named.swedish) och \(left) till") : named
    return example.isEmpty
      ? Text(
        en: "\(all.english); first in row \(row.text.english)", sv: "\(all.swedish); först på rad \(row.text.swedish)")
      : Text(
        en: "\(all.english); first \(example) in row \(row.text.english)",
        sv: "\(all.swedish); först \(example) på rad \(row.text.swedish)")
  }
}

extension Validator {
  /// The notice of what was mended, all of one kind; nil when that is nothing, or the configuration has switched it off.
  ///
  /// - Parameter place: where a position is, as a person finds it.
  package func notice(of repairs: [CellRepair], place: (UInt32) -> RowPlace) -> Problem? {
    guard let first = repairs.min(by: { $0.position < $1.position }) else { return nil }
    let info = CellRepairNotice.info(first.kind)
    let severity = severities.severity(of: info)
    guard severity != .off else { return nil }
    let column = columns.first { $0.sources.contains(first.column) }
    let rulePlace = RulePlace(
      header: header(first.column), path: column?.path, settings: context.settings,
      detail: CellRepairNotice.places(
        repairs.map { (header($0.column), $0.count) }, example: first.example, first: place(first.position)),
      count: repairs.reduce(0) { $0 + $1.count })
    return Problem(
      code: info.code, severity: severity, path: column?.path, column: first.column, text: info.text(rulePlace))
  }

  private func header(_ column: Int) -> Text {
    headers.indices.contains(column)
      ? Text(verbatim: headers[column]) : Text(en: "column \(column + 1)", sv: "kolumn \(column + 1)")
  }
}
