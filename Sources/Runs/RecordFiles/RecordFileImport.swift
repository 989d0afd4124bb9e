import Texts
import CustomerModel
import Differ
import Mapping
import RegisterStore
import Rows
import SwedishIdentity
import Validation
import Writers

/// Brings the records of one file to their customers, inside a run: rows are gathered by customer number, a record with the
/// key of one that is there replaces it, the others stay.
final class RecordFileImport {
  private let file: RecordFile
  private let target: RecordTarget
  private let writer: RegisterWriter
  private let changes: (any ChangeSink)?
  private let rows: RecordRows
  private var repairs = RepairTally()
  private var unheaded: UnheadedRecordColumns
  private let terms: ReferenceTerms
  private let today: CalendarDay
  private let limit: ImportOptions.Limit?
  /// Nil in a dry run.
  let rejects: RejectsFile?
  private let problemLog: ProblemLog?
  private let seed: UInt64
  private(set) var counts = RunRecord.Counts()
  private(set) var report: ImportReport
  private var rejected: [(row: RecordFileRow, problems: [Problem])] = []

  init(
    _ file: RecordFile, target: RecordTarget, writer: RegisterWriter, context: ValidationContext,
    limit: ImportOptions.Limit?, rejects: RejectsFile?, problemLog: ProblemLog?, changes: (any ChangeSink)?
  ) throws {
    self.file = file
    self.target = target
    self.writer = writer
    self.changes = changes
    self.limit = limit
    self.rejects = rejects
    self.problemLog = problemLog
    seed = try writer.digestSeed()
    rows = try RecordRows(
      target, header: file.header, context: context, fractions: file.fractionColumns(of:))
    unheaded = UnheadedRecordColumns(file.header, format: file.format)
    terms = ReferenceTerms(settings: context.settings)
    today = context.today
    report = ImportReport(headers: file.header.names)
    report.mapping = target.name
    report.format = file.format.label
    report.sheet = file.sheet.isEmpty ? nil : file.sheet
    report.unmappedColumns = file.header.unmapped
    // Other sheets may hold other lists, which are files of their own.
    report.notes += file.unreadSheets.map { RecordFileTexts.unreadSheet($0, of: file.path) }
    report.columnNotices = rows.validator.columnNotices()
  }

  /// Settles every row of the file.
  ///
  /// - Throws: ``KundregError`` `rejects.tooMany` when more rows are rejected than the options allow.
  func run() throws {
    var order: [String] = []
    var groups: [String: [RecordFileRow]] = [:]
    let columns = Set(file.header.columns)
    try file.forEachRow { row in
      counts.rows += 1
      unheaded.add(row)
      var row = row
      let errors = rows.errorColumns(of: row).filter(columns.contains).map {
        rows.validator.problem(ofErrorIn: $0, value: row.text($0))
      }
      let escapes =
        row.fault == .none
        ? row.escapeColumns.filter(columns.contains).compactMap {
          rows.validator.problem(ofEscapeIn: $0, value: row.text($0))
        } : []
      if (errors + escapes).contains(where: { $0.severity == .reject }) {
        try reject(row, errors + escapes, of: owner(ofNumberIn: row, errors))
        return
      }
      if !escapes.isEmpty { try tell(escapes, of: row, owner(ofNumberIn: row, errors)) }
      if !errors.isEmpty {
        try tell(errors, of: row, owner(ofNumberIn: row, errors))
        for problem in errors { if let column = problem.column { row.cells[column] = nil } }
      }
      let (number, mended) = rows.number(of: row)
      repairs.add(mended)
      guard let number else {
        try reject(row, problem(.customerMissing, atCustomerOf: row), of: .nobody)
        return
      }
      if let odd = row.oddCells[file.header.customer],
        let problem = rows.validator.problem(
          of: odd, .reject, column: file.header.customer, value: number)
      {
        try reject(row, [problem], of: .nobody)
        return
      }
      if groups[number] == nil { order.append(number) }
      groups[number, default: []].append(row)
    }
    for number in order { try settle(number, groups[number] ?? []) }
    try finish()
  }

  /// Whose row it is whose cells hold errors; nobody's where that of the number does.
  private func owner(ofNumberIn row: RecordFileRow, _ errors: [Problem]) -> ProblemOwner {
    guard !errors.contains(where: { $0.column == file.header.customer }), let number = rows.number(of: row).text else {
      return .nobody
    }
    return ProblemOwner(customer: nil, key: ProblemOwner.key(number, seed: seed))
  }

  private func settle(_ number: String, _ rows: [RecordFileRow]) throws {
    guard let key = try writer.key(ofNumber: number), let card = try writer.card(ofCustomer: key.id) else {
      // The row of a customer that is still to come, or was deleted.
      let owner = ProblemOwner(customer: nil, key: ProblemOwner.key(number, seed: seed))
      for row in rows { try reject(row, problem(.customerUnknown, atCustomerOf: row), of: owner) }
      return
    }
    var editor = RecordCardEditor(card, target: target, header: file.header, terms: terms, today: today)
    let owner = ProblemOwner(customer: key.id, key: nil)
    for row in rows { try settle(row, in: &editor, of: owner) }
    let fields = CardDiffer.changes(from: card, to: editor.card)
    guard !fields.isEmpty else { return }
    try tell(self.rows.validator.validate(card: editor.card, existing: card), of: rows[0], owner)
    let change = CustomerChange(number: key.number, action: .update, revision: key.revision, fields: fields)
    try changes?.add(change)
    try writer.apply(change)
  }

  private func settle(_ row: RecordFileRow, in editor: inout RecordCardEditor, of owner: ProblemOwner) throws {
    let judgement = rows.judge(row, of: editor.card)
    repairs.add(judgement.repairs)
    var problems = judgement.problems
    let removes = isRemoval(row)
    // Of a record that goes only the key matters.
    if removes { problems.removeAll { $0.severity == .warn || $0.code == AskedRuleCodes.memberMissing } }
    if problems.contains(where: { $0.severity == .reject }) { return try reject(row, problems, of: owner) }
    let (card, objections) = editor.after(row, judgement, removes: removes)
    problems += objections.compactMap { rows.validator.problem($0.finding, detail: $0.detail) }
    problems += rows.validator.validate(card: card, existing: editor.card).filter { $0.severity == .reject }
    if problems.contains(where: { $0.severity == .reject }) { return try reject(row, problems, of: owner) }
    try tell(problems, of: row, owner)
    if card == editor.card { counts.unchanged += 1 } else { counts.updated += 1 }
    editor.accept(card)
  }

  private func isRemoval(_ row: RecordFileRow) -> Bool {
    row.text(file.header.removal).map { RecordWords.isYes($0) } ?? false
  }

  private func problem(_ finding: RecordFinding, atCustomerOf row: RecordFileRow) -> [Problem] {
    let column = file.header.customer
    return [
      rows.validator.problem(
        finding, column: column, header: file.header.names[column], value: row.text(column))
    ].compactMap(\.self)
  }

  private func reject(_ row: RecordFileRow, _ problems: [Problem], of owner: ProblemOwner) throws {
    counts.rejected += 1
    try tell(problems, of: row, owner)
    rejected.append((row, problems.filter { $0.severity == .reject }))
  }

  private func tell(_ problems: [Problem], of row: RecordFileRow, _ owner: ProblemOwner) throws {
    for problem in problems {
      if problem.severity == .warn { counts.warnings += 1 }
      report.problems.add(problem, position: row.position)
      try problemLog?.add(
        problem, source: file.path, headers: file.header.names, row: row.position, sheet: report.sheet, of: owner)
    }
  }

  private func finish() throws {
    report.notes += file.notes
    report.columnNotices += unheaded.notices(rows.validator)
    report.columnNotices += repairs.notices(rows.validator) { RowPlace(row: Int($0)) }
    try problemLog?.add(
      notices: report.columnNotices, source: file.path, headers: file.header.names, sheet: report.sheet)
    for (row, problems) in rejected.sorted(by: { $0.row.position < $1.row.position }) {
      // Few rows no longer show that a program wrote the whole numbers of a column so.
      var cells = row.cells
      for column in rows.fractionColumns where column < cells.count {
        cells[column] = cells[column].map(WholeNumbers.mended)
      }
      try rejects?.append(
        cells: cells, position: row.position, problems: problems.map { ($0.column, $0.code, $0.text) })
    }
    guard limit?.isPassed(by: counts.rejected, of: counts.rows) == true else { return }
    throw KundregError(
      .rejectsTooMany,
      RejectsTexts.tooMany(counts.rejected, of: counts.rows, of: file.path, in: rejects?.path),
      remedies: [.allowRejects])
  }
}
