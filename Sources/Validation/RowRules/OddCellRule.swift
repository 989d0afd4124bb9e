package import CustomerModel
package import Rows
import Texts

/// Cells whose type in the source cannot belong to the field that they fill: a date as a customer number, yes as a telephone.
///
/// What was typed is gone: the source keeps only what it made of it. See ``OddCellFit`` for which type can stand where.
struct OddCellRule {
  static let infos = [type, leftOut, doubtful]

  static let type = RuleInfo(
    guarding: "cell.type", "A cell that tells customers apart is no date, time, percentage, or yes and no."
  ) { text($0) }

  static let leftOut = RuleInfo(
    guarding: "cell.typeLeftOut", "A cell that fills a field is of a type that the field can have.", severity: .warn
  ) { text($0) }

  static let doubtful = RuleInfo("cell.typeDoubtful", .warn, "A cell of a text is no date, time, or yes and no.") {
    text($0)
  }

  /// Before the kind in the mark of a value that is kept.
  private static let keptMark = "kept "

  private static func text(_ place: RulePlace) -> Text {
    let isKept = place.isKept && place.mark.hasPrefix(keptMark)
    let kind = place.mark.split(separator: " ").last.flatMap { UInt8($0) }.flatMap(OddCell.Kind.init) ?? .date
    let trouble = trouble(place, what(kind, place.origin), of: kind, isKept: isKept)
    let remedy = remedy(kind, place.origin)
    return isKept
      ? [trouble, Text(en: "It is kept; look at it.", sv: "Värdet sparas ändå: kontrollera det."), remedy].joined()
      : [trouble, remedy].joined()
  }

  private static func trouble(_ place: RulePlace, _ what: Text, of kind: OddCell.Kind, isKept: Bool) -> Text {
    let column = place.column
    return switch (kind, isKept) {
    case (.list, _):
      Text(
        en: "\(column.english) holds \(what.english) and has room for one.",
        sv: "\(column.swedish) innehåller \(what.swedish) men har plats för ett.")
    case (_, true):
      Text(
        en: "\(column.english) holds \(what.english), which is seldom meant there.",
        sv: "\(column.swedish) innehåller \(what.swedish), vilket sällan är menat där.")
    case (_, false):
      Text(
        en: "\(column.english) holds \(what.english), which cannot belong there.",
        sv: "\(column.swedish) innehåller \(what.swedish), vilket inte kan höra hemma där.")
    }
  }

  private static func what(_ kind: OddCell.Kind, _ origin: ValueOrigin) -> Text {
    switch (kind, origin) {
    case (.boolean, .workbook): Text(en: "a cell of yes or no (SANT, FALSKT)", sv: "en cell med sant eller falskt")
    case (.boolean, _): Text(en: "true or false instead of a text", sv: "sant eller falskt i stället för en text")
    case (.time, _): Text(en: "a cell of the type time", sv: "en cell av typen tid")
    case (.percent, _): Text(en: "a percentage", sv: "ett procenttal")
    case (.exponent, _):
      Text(en: "a number with an exponent, such as 1e3 for 1000", sv: "ett tal med exponent, till exempel 1e3 för 1000")
    case (.date, _): Text(en: "a cell of the type date", sv: "en cell av typen datum")
    case (.list, _):
      Text(
        en: "a list of several values, which were put one after the other with commas,",
        sv: "en lista med flera värden, som har satts efter varandra med kommatecken,")
    }
  }

  private static func remedy(_ kind: OddCell.Kind, _ origin: ValueOrigin) -> Text {
    guard origin == .workbook else {
      return Text(
        en: "Check that the right column was taken, or mend it in the program that it came from.",
        sv: "Kontrollera att rätt kolumn har lästs, eller rätta värdet i programmet det kommer från.")
    }
    return switch kind {
    case .date:
      Text(
        en:
          "Excel makes a date of a code such as 10-12: format the column as text and type the value again, or export the "
          + "list anew.",
        sv:
          "Excel gör ett datum av en kod som 10-12: formatera kolumnen som text och skriv värdet igen, eller exportera "
          + "listan på nytt.")
    case .time:
      Text(
        en:
          "Excel makes a time of a code such as 8:30: format the column as text and type the value again, or export the "
          + "list anew.",
        sv:
          "Excel gör en tid av en kod som 8:30: formatera kolumnen som text och skriv värdet igen, eller exportera listan "
          + "på nytt.")
    case .boolean, .percent, .list, .exponent:
      Text(
        en: "Format the column as text and type the value again, or export the list anew.",
        sv: "Formatera kolumnen som text och skriv värdet igen, eller exportera listan på nytt.")
    }
  }

  private let columns: [RecordColumn]
  private let headers: [String]
  /// The batch columns that each source column fills.
  private let filled: [Int: [Int]]

  /// - Parameter headers: the source's headings, which tell the members of records.
  init(columns: [RecordColumn], headers: [String]) {
    self.columns = columns
    self.headers = headers
    var filled: [Int: [Int]] = [:]
    for (index, column) in columns.enumerated() {
      for source in column.sources { filled[source, default: []].append(index) }
    }
    self.filled = filled
  }

  /// Forgets the odd cells of a batch that may stand where they do, as most dates and yes-or-no cells may.
  func forgetFitting(in rows: inout RowBatch) {
    guard !rows.oddCells.isEmpty else { return }
    var row = 0
    rows.oddCells = rows.oddCells.filter { odd in
      while row + 1 < rows.count, rows.rows[row + 1].firstCell <= odd.cell { row += 1 }
      let source = Int(odd.cell) - Int(rows.rows[row].firstCell)
      return (filled[source] ?? []).contains { fit(odd.kind, source: source, column: $0) != .fits }
    }
  }

  /// Reports each cell once, at the field to which it matters most, and takes its text out of the fields that cannot have it.
  func check(_ batch: inout RecordBatch, _ severities: SeverityTable, _ context: ValidationContext) {
    var row = 0
    for odd in batch.rows.oddCells {
      while row + 1 < batch.count, batch.rows.rows[row + 1].firstCell <= odd.cell { row += 1 }
      let source = Int(odd.cell) - Int(batch.rows.rows[row].firstCell)
      let targets = (filled[source] ?? []).map { (column: $0, fit: fit(odd.kind, source: source, column: $0)) }
      guard let worst = targets.max(by: { $0.fit < $1.fit }), let info = Self.info(worst.fit) else { continue }
      let severity = severities.severity(of: info)
      for target in targets where target.fit >= .leaveOut { batch[column: target.column, row: row] = .absent }
      let column = columns[worst.column]
      let header = column.sources.count > 1 && headers.indices.contains(source) ? headers[source] : column.header
      let value = batch.rows.text(row: row, column: source)
      guard
        let problem = Self.problem(
          of: odd.kind, info, severity, header: header, path: column.path, column: source, value: value, context)
      else { continue }
      batch.problems.append((row, problem))
    }
  }

  fileprivate static func problem(
    of kind: OddCell.Kind, _ info: RuleInfo, _ severity: Severity, header: String, path: FieldPath?, column: Int,
    value: String?, _ context: ValidationContext
  ) -> Problem? {
    guard severity != .off else { return nil }
    let place = RulePlace(
      header: Text(verbatim: header), path: path, settings: context.settings,
      mark: "\(info === doubtful ? keptMark : "")\(kind.rawValue)", origin: context.origin, severity: severity)
    let text = info.text(place)
    return Problem(
      code: info.code, severity: severity, path: path, column: column, value: value,
      text: severity == .warn && info.guardsStorage ? [text, RuleTexts.leftOut].joined() : text)
  }

  private func fit(_ kind: OddCell.Kind, source: Int, column: Int) -> OddCellFit {
    OddCellFit(kind, in: columns[column].path.field, heading: headers.indices.contains(source) ? headers[source] : "")
  }

  fileprivate static func info(_ fit: OddCellFit) -> RuleInfo? {
    switch fit {
    case .fits: nil
    case .keep: doubtful
    case .leaveOut: leftOut
    case .reject: type
    }
  }
}

extension Validator {
  /// The problem of a cell of an odd type in a file of records; nil when it may stand where it does.
  ///
  /// - Parameter column: the source column.
  package func problem(of kind: OddCell.Kind, _ fit: OddCellFit, column: Int, value: String?) -> Problem? {
    guard let info = OddCellRule.info(fit) else { return nil }
    return OddCellRule.problem(
      of: kind, info, severities.severity(of: info), header: headers[column], path: nil, column: column, value: value,
      context)
  }
}
