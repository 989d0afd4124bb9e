package import CustomerModel
package import Rows

/// Cells whose type in the source cannot belong to the field that they fill: a date as a customer number, yes as a telephone.
///
/// What was typed is gone: the source keeps only what it made of it. See ``OddCellFit`` for which type can stand where.
struct OddCellRule {
  static let infos = [type, leftOut, doubtful]

  static let type = RuleInfo(
    guarding: "cell.type", "A cell that tells customers apart is no date, time, percentage, or yes and no."
  ) { message($0) }

  static let leftOut = RuleInfo(
    guarding: "cell.typeLeftOut", "A cell that fills a field is of a type that the field can have.", severity: .warn
  ) { message($0) }

  static let doubtful = RuleInfo("cell.typeDoubtful", .warn, "A cell of a text is no date, time, or yes and no.") {
    message($0)
  }

  private static func message(_ place: RulePlace) -> String {
    let isKept = place.severity == .warn && place.detail.hasSuffix(keptMark)
    let kind = place.detail.split(separator: " ").first.flatMap { UInt8($0) }.flatMap(OddCell.Kind.init)
    return
      "\(place.column) holds \(what(kind, place.origin))\(kind == .list ? "" : ",") \(kind == .list ? "and has room for one" : isKept ? "which is seldom meant there" : "which cannot belong there"). "
      + (isKept ? "It is kept; look at it. " : "") + remedy(kind, place.origin)
  }

  /// Ends the detail of a value that is kept.
  private static let keptMark = " kept"

  private static func what(_ kind: OddCell.Kind?, _ origin: ValueOrigin) -> String {
    switch (kind, origin) {
    case (.boolean, .workbook): "a cell of yes or no (SANT, FALSKT)"
    case (.boolean, _): "true or false instead of a text"
    case (.list, _): "a list of several values, which were put one after the other with commas,"
    case (.time, _): "a cell of the type time"
    case (.percent, _): "a percentage"
    case (.exponent, _): "a number with an exponent, such as 1e3 for 1000"
    case (.date, _), (nil, _): "a cell of the type date"
    }
  }

  private static func remedy(_ kind: OddCell.Kind?, _ origin: ValueOrigin) -> String {
    guard origin == .workbook else {
      return "Check that the right column was taken, or mend it in the program that it came from."
    }
    let sentence =
      switch kind {
      case .date, nil: "Excel makes a date of a code such as 10-12: "
      case .time: "Excel makes a time of a code such as 8:30: "
      case .boolean, .percent, .list, .exponent: ""
      }
    let remedy = "format the column as text and type the value again, or export the list anew."
    return sentence.isEmpty ? remedy.prefix(1).uppercased() + remedy.dropFirst() : sentence + remedy
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
      header: header, path: path, settings: context.settings,
      detail: "\(kind.rawValue)" + (info === doubtful ? keptMark : ""), origin: context.origin, severity: severity)
    let suffix = severity == .warn && info.guardsStorage ? " The value is left out." : ""
    return Problem(
      code: info.code, severity: severity, path: path, column: column, value: value,
      message: info.message(place) + suffix)
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
