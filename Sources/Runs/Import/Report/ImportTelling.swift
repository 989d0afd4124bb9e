import CustomerModel
import Foundation
import Mapping
import RegisterStore
import Rows
import Texts
import Understanding
import Validation
import Writers

/// What an import tells: its counts and its report, every problem kept with the run, and the rejects file.
final class ImportTelling {
  let scope: ImportScope
  /// Nil in a dry run, which writes nothing.
  let rejects: RejectsFile?
  /// Takes every problem of every row; nil when nobody is to be told.
  private let problemLog: ProblemLog?
  let owners: ProblemOwners
  var counts = RunRecord.Counts()
  var report: ImportReport
  /// The number of the customer that the row at hand goes on with: in the rejects file the row has it, since it comes back
  /// without the rows before it.
  var continuedNumber: String?
  /// Which first rows of customers were rejected; nil when a customer stands on one row.
  private let several: RowsOfCustomers?
  /// What is to be said of columns that hold something, with their places among the records', nil for those that always do.
  private let notices: [(problem: Problem, column: Int?)]
  /// Which of the notices were given.
  private var filled: Set<Int> = []
  /// Columns without a heading that hold something.
  private var unheaded: UnheadedColumns
  /// Columns that were left out since none of their cells holds a word of their field.
  var unknownWords: [UnknownWordColumn] = []
  /// What was mended in the cells of all rows.
  private var repairs = RepairTally()
  /// Columns that only new customers get, and of which no customer that is there had anything yet.
  private var provenOfNew: [ImportSource.LeftColumn]
  /// Those of which one had.
  private var provenLeft: [ImportSource.LeftColumn] = []
  /// Rows of one sheet that were rejected since a row of another, with fewer columns, has their customer.
  var shadowed = ShadowedRows()

  init(_ scope: ImportScope, rejects: RejectsFile?, problemLog: ProblemLog?, several: RowsOfCustomers?) {
    self.scope = scope
    self.rejects = rejects
    self.problemLog = problemLog
    self.several = several
    owners = ProblemOwners(columns: scope.pipeline.columns, seed: scope.pipeline.digestSeed)
    unheaded = UnheadedColumns(scope.source)
    let source = scope.source
    provenOfNew = source.proven(
      among: scope.pipeline.mapping.further.map { further in
        further.entries.flatMap(\.sources).map { ($0, source.header[$0]) }
      } ?? [])
    report = ImportReport(headers: source.header)
    report.mapping = source.mapping.name
    report.format = source.format.label
    report.sheet = source.tableName.isEmpty ? nil : source.tableName
    report.sheets = source.sheetNames
    report.unreadSheets = source.unreadSheets
    report.hasNames = scope.pipeline.columns.contains { $0.path.field == .customerName && !$0.sources.isEmpty }
    report.hasContacts = scope.pipeline.columns.contains { $0.path.field.isRepeated }
    report.unmappedColumns =
      scope.pipeline.mapping.unmappedHeaders.map(\.name).filter { !$0.trimmingBlanks.isEmpty }
    notices = scope.pipeline.validator.columnNotices().map { notice in
      // What the mapping says itself, for blank cells or without any, stands in every row.
      let isGiven = scope.source.mapping.columns.contains { entry in
        entry.blankDefault != nil && entry.fields.contains { $0 == notice.path }
      }
      return (
        notice,
        isGiven
          ? nil
          : scope.pipeline.columns.firstIndex {
            $0.path == notice.path && $0.sources.first == notice.column && !$0.sources.isEmpty
          }
      )
    }
  }

  // MARK: Columns

  /// Notes what is to be told of the columns of a batch.
  func note(_ batch: ImportBatch) {
    unheaded.add(batch)
  }

  /// Notes what was mended in the rows of a batch.
  ///
  /// - Parameter passedOver: the rows that are no customers', of which nothing is told.
  func noteRepairs(_ records: RecordBatch, without passedOver: Set<Int>) {
    repairs.add(scope.pipeline.repairs(of: records, without: passedOver))
  }

  /// Notes which columns that only new customers get hold something of one that is there, and is not to get it.
  func noteOfKnown(_ row: RowBatch.Row, in rows: RowBatch) {
    provenOfNew = provenOfNew.filter { column in
      guard column.index < Int(row.cellCount) else { return true }
      let cell = rows.cells[Int(row.firstCell) + column.index]
      guard !cell.isMissing, rows.arena[cell.range].contains(where: { $0 > 0x20 }) else { return true }
      provenLeft.append(column)
      return false
    }
  }

  /// What is to be said of columns as a whole: nothing of one that is blank in every row, as exports have them.
  ///
  /// - Parameter rowsOfKnown: those that get nothing of what only new customers get.
  func noteFilled(_ batch: ImportBatch, rowsOfKnown: Set<Int>) {
    guard filled.count < notices.count else { return }
    for (index, notice) in notices.enumerated() where !filled.contains(index) {
      let isOfNew = notice.problem.path.map(scope.pipeline.mapping.fieldsOfNew.contains) ?? false
      let isFilled =
        notice.column.map { isOfNew ? batch.holdsValue(in: $0, without: rowsOfKnown) : batch.holdsValue(in: $0) }
        ?? true
      guard isFilled else { continue }
      filled.insert(index)
      report.columnNotices = notices.indices.filter(filled.contains).map { notices[$0].problem }
    }
  }

  // MARK: Rows

  /// - Parameters:
  ///   - owner: whose row it is.
  ///   - remark: what stands in the rejects file beside the reasons.
  ///   - isFirst: false for a further row of a customer.
  func reject(
    _ row: RowBatch.Row, of records: RecordBatch, _ problems: [Problem], owner: ProblemOwner, remark: [Problem] = [],
    isFirst: Bool = true
  ) throws {
    counts.rejected += 1
    if isFirst {
      several?.noteRejected(firstRow: row.position)
      several?.current = (row.position, nil)
    }
    try warn(problems, position: row.position, of: owner)
    var cells = (0..<Int(row.cellCount)).map { column -> String? in
      let cell = records.rows.cells[Int(row.firstCell) + column]
      return cell.start == .max ? nil : String(decoding: records.rows.arena[cell.range], as: UTF8.self)
    }
    // Few rows no longer show that a program wrote the whole numbers of a column so.
    for column in scope.pipeline.mapping.fractionColumns(ofTable: records.rows.table) where column < cells.count {
      cells[column] = cells[column].map(WholeNumbers.mended)
    }
    if let number = continuedNumber, !number.isEmpty,
      let place = scope.numberColumn.map({ records.columns[$0].sources.first }),
      let place, place < cells.count, cells[place]?.allSatisfy(\.isWhitespace) ?? true
    {
      cells[place] = number
    }
    var reasons: [RejectsFile.Reason] = (problems.filter { $0.severity == .reject } + remark)
      .map { ($0.column, $0.code, $0.text) }
    if scope.clearsBlanks, scope.source.format != .workbook || rejects?.keepsSheetsApart == false {
      reasons += [gaps(in: cells)].compactMap(\.self)
    }
    try rejects?.append(
      SourceRow(
        cells: cells, place: scope.source.place(of: row.position), sheet: records.rows.table, problems: reasons),
      of: scope.source)
    if case .count(let most) = scope.options.maximumRejects, counts.rejected > most {
      throw tooManyRejects(at: row.position)
    }
  }

  /// The reason that names the columns which a row lacks. A sheet's row that ends early is blank behind its end.
  private func gaps(in cells: [String?]) -> RejectsFile.Reason? {
    let header = scope.source.header
    let isSheet = scope.source.format == .workbook
    let whole = isSheet ? cells + [String?](repeating: "", count: max(0, header.count - cells.count)) : cells
    return RejectedGaps.reason(of: whole, header: header, filling: scope.filling)
  }

  /// Writes problems into the report and the log and counts the warnings.
  ///
  /// - Parameter owner: whose row it is; asked for only where there is something to tell.
  func warn(_ problems: [Problem], position: UInt32, of owner: @autoclosure () -> ProblemOwner) throws {
    guard !problems.isEmpty else { return }
    let place = scope.source.place(of: position)
    let owner = problemLog == nil ? .nobody : owner()
    for problem in problems {
      if problem.severity == .warn { counts.warnings += 1 }
      let heading = scope.source.heading(ofColumn: problem.column, at: position)
      report.problems.add(problem, position: place.row, sheet: place.sheet, header: heading)
      try problemLog?.add(
        problem, source: scope.options.input, headers: scope.source.header, heading: heading, row: place.row,
        sheet: place.sheet ?? report.sheet, of: owner)
    }
  }

  // MARK: The end

  /// Tells what is known when every row is.
  func finish() throws {
    let source = scope.source
    report.provenColumns =
      (source.proven(among: scope.pipeline.mapping.unmappedHeaders.map { ($0.index, $0.name) }) + provenLeft).sorted {
        $0.index < $1.index
      }
      .map(\.name)
    try problemLog?.add(
      notices: report.columnNotices, source: scope.options.input, headers: source.header, sheet: report.sheet)
    report.unknownWordColumns = unknownWords.map(\.heading)
    report.columnNotices +=
      unknownWords.compactMap { left in
        scope.pipeline.validator.notice(
          ofUnknown: left.words.map(IdentityMask.masked), hasMore: left.hasMore, rows: left.rows, heading: left.heading,
          column: left.column, path: left.path)
      }
      + unheaded.notices(scope.pipeline.validator) + repairs.notices(scope.pipeline.validator, place: source.place)
      + [nameNotice()?.problem(for: scope.pipeline.validator)].compactMap(\.self)
    report.notes +=
      source.unreadSheets.map { SheetTexts.unread($0, mapping: source.mapping.name) } + source.notes
      + shadowed.notes(source.sheets.map(\.name)) + [OddRowTexts.passedOver(report.passedOver)].compactMap(\.self)
  }

  /// - Parameter last: the row that was one too many, where the rest was not read; nil when all rows were.
  func tooManyRejects(at last: UInt32? = nil) -> KundregError {
    let place = rejects?.path ?? scope.options.problems
    guard let last, case .count(let most) = scope.options.maximumRejects else {
      return KundregError(
        .rejectsTooMany, RejectsTexts.tooMany(counts.rejected, of: counts.rows, in: place),
        remedies: [.allowRejects])
    }
    return KundregError(
      .rejectsTooMany, RejectsTexts.oneMore(than: most, at: scope.source.place(of: last), in: place),
      remedies: [.listAllProblems])
  }

  func outcome(run: Int?, start: Date, rejects: String?, problems: String?) -> ImportOutcome {
    ImportOutcome(
      run: run, source: scope.options.input, counts: counts, isDryRun: scope.options.isDryRun,
      seconds: Date().timeIntervalSince(start), rejects: rejects, problems: problems, report: report)
  }
}
