package import CustomerModel
import Rows
import Texts

/// Cells that look damaged and may yet be right: a name that is a word for nothing, an apostrophe before a digit in a name.
enum CellDoubtRule {
  static let infos = [word, textGuard]

  private static let word = RuleInfo(
    "cell.blankWord", .warn, "A cell holds a value, not a word that programs write for none."
  ) {
    $0.doubted(
      Text(
        en: "\($0.column.english) holds a word that programs write where they have no value.",
        sv: "\($0.column.swedish) innehåller ett ord som program skriver där värde saknas."),
      Text(
        en: "Blank the cell if it is not meant so, or list the word in the mapping's \"blankWords\".",
        sv: "Töm cellen om det inte är menat, eller lägg ordet i mappningens \"blankWords\"."))
  }
  /// What becomes of the word in a name where the customer has one already.
  private static let nameStays = RuleInfo(
    "cell.blankWord", .warn, "A cell holds a value, not a word that programs write for none."
  ) {
    Text(
      en:
        "\($0.column.english) holds a word that programs write where they have no value, so the customer keeps "
        + "its name. Blank the cell, or change the name by hand if the customer is called so.",
      sv:
        "\($0.column.swedish) innehåller ett ord som program skriver där värde saknas, så kunden behåller sitt "
        + "namn. Töm cellen, eller ändra namnet för hand om kunden heter så.")
  }
  private static let textGuard = RuleInfo(
    "cell.guard", .warn, "A text has no sign before it that only tells a spreadsheet that it is a text."
  ) {
    $0.doubted(
      Text(
        en:
          "\($0.column.english) begins with an apostrophe or an equals sign that a spreadsheet may have put before "
          + "a text.",
        sv:
          "\($0.column.swedish) börjar med en apostrof eller ett likhetstecken som ett kalkylprogram kan ha satt "
          + "före texten."),
      Text(en: "Take it off if it is not meant so.", sv: "Ta bort det om det inte är menat."))
  }

  /// Reports each cell once, at the first field that it fills.
  static func check(_ batch: inout RecordBatch, _ validator: Validator) {
    var told: Set<CellDoubt> = []
    for doubt in batch.doubts where told.insert(doubt).inserted {
      guard let info = info(doubt.kind), let column = batch.columns.first(where: { $0.sources.contains(doubt.column) })
      else { continue }
      let severity = validator.severities.severity(of: info)
      guard severity != .off else { continue }
      let header = validator.headers.indices.contains(doubt.column) ? validator.headers[doubt.column] : column.header
      let place = RulePlace(
        header: Text(verbatim: header), path: column.path, settings: validator.context.settings,
        origin: validator.context.origin,
        severity: severity)
      batch.problems.append(
        (
          doubt.row,
          Problem(
            code: info.code, severity: severity, path: column.path, column: doubt.column,
            value: batch.rows.text(row: doubt.row, column: doubt.column), text: info.text(place))
        ))
    }
  }

  private static func info(_ kind: CellRepair.Kind) -> RuleInfo? {
    switch kind {
    case .blankWord: word
    case .textGuard: textGuard
    case .fraction, .control, .keptFraction: nil
    }
  }
}

extension Validator {
  /// The problems of a row of a customer that is there, when its name is a word for nothing, so that the name is not to be taken.
  ///
  /// - Returns: nil when the name is none, or what somebody decided of such words rejects the row.
  package func problemsKeepingName(_ problems: [Problem]) -> [Problem]? {
    CellDoubtRule.keepingName(problems, headers, context.settings)
  }
}

extension CellDoubtRule {
  fileprivate static func keepingName(
    _ problems: [Problem], _ headers: [String], _ settings: RegisterSettings
  ) -> [Problem]? {
    let name = FieldPath(.customerName)
    guard
      let place = problems.firstIndex(where: { $0.code == word.code && $0.path == name && $0.severity == .warn })
    else { return nil }
    var problems = problems
    let header = problems[place].heading(among: headers).map { Text(verbatim: $0) } ?? name.label
    problems[place] = problems[place].told(
      as: nameStays.text(RulePlace(header: header, path: name, settings: settings)))
    return problems
  }
}
