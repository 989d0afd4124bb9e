import CustomerModel
import Differ
import Foundation
import Mapping
import RegisterStore
import Rows
import Validation
import Writers

/// The writing core's work in one import: what becomes of each row.
final class ImportSession {
  let options: ImportOptions
  let source: ImportSource
  let pipeline: RowPipeline
  let settings: RegisterSettings
  let reader: RegisterReader
  /// Nil in a dry run.
  let writer: RegisterWriter?
  let changes: (any ChangeSink)?
  /// What is known of customers that stand on several rows; nil when a customer stands on one row.
  var several: RowsOfCustomers?
  /// Nil in a dry run, which writes nothing.
  let rejects: RejectsFile?
  /// Takes every problem of every row; nil when nobody is to be told.
  let problemLog: ProblemLog?
  let owners: ProblemOwners
  var counts = RunRecord.Counts()
  var report: ImportReport

  private let matcher: BatchMatcher?
  /// True when the register has customers whose numbers a new one may look like.
  var asksRegister: Bool { matcher != nil && options.match.contains(.number) }
  private var creator: BatchCreator?
  private var digests: RowDigests?
  let numberColumn: Int?
  /// The column of the identity number, when rows are matched by it.
  let identityColumn: Int?
  /// The source column with the reasons of a rejects file that is imported again.
  private let errorsColumn: Int?
  private(set) var generator: NumberGenerator?
  /// What became of rows that have no number of their own.
  private var numberless: NumberlessRows
  private(set) var assumedTypes: AssumedTypes
  var seen: SeenRows
  /// Numbers of new customers that are not plain, to find those that look alike.
  var lookalikes: LookalikeNumbers
  /// Rows of one sheet that were rejected since a row of another, with fewer columns, has their customer.
  var shadowed = ShadowedRows()
  /// Tells rows that are no customers.
  var judge: RowJudge
  /// The last row that held other headings than those of its table; nil when the rows stand below those.
  var otherHeadings: UInt32?
  /// True when rows stood below other headings, so that nobody knows which customers they mean.
  var hasUnread = false
  /// The place of the sheet whose headings and columns it knows; -1 before the first row.
  var judgedSheet = -1
  /// The last row that was taken for a customer's.
  private(set) var lastCustomerRow: UInt32?
  /// What rows without number may go on with.
  var continuations: ContinuationRows
  /// True when the row at hand was taken for one that goes on with the row before.
  var isContinuation = false
  /// The number of the customer that it goes on with: in the rejects file the row has it, since it comes back without the rows
  /// before it.
  var continuedNumber: String?
  private(set) var newNames: NewListNames
  private(set) var logins = CustomerLogins()
  /// The column of customers' own users; few inputs have one.
  private let usersColumn: Int?
  /// Numbers that deleted customers had; usually empty, and then no row is asked for its number.
  private let reserved: Set<String>
  /// What is to be said of columns that hold something, with their places among the records', nil for those that always do.
  private let notices: [(problem: Problem, column: Int?)]
  /// Columns without a heading that hold something.
  private(set) var unheaded: UnheadedColumns
  /// Which of the notices were given.
  private var filled: Set<Int> = []
  /// What was mended in the cells of all rows.
  var repairs = RepairTally()
  /// How many customers were active before the run; counted only where those that the input lacks are inactivated.
  let activeCount: Int
  /// Customers that a rejected row may have meant: they are not missing.
  private(set) var spared: Set<Int64> = []

  init(
    options: ImportOptions, source: ImportSource, pipeline: RowPipeline, settings: RegisterSettings,
    known: [ReferenceKind: Set<String>], reader: RegisterReader, writer: RegisterWriter?, fingerprint: [UInt8],
    changes: (any ChangeSink)?, rejects: RejectsFile?, problemLog: ProblemLog?
  ) throws {
    self.options = options
    self.source = source
    self.pipeline = pipeline
    self.settings = settings
    unheaded = UnheadedColumns(source)
    newNames = NewListNames(known: known, columns: pipeline.columns)
    seen = SeenRows(seed: pipeline.digestSeed)
    lookalikes = LookalikeNumbers(seed: pipeline.digestSeed)
    judge = RowJudge(source, sheet: 0, columns: pipeline.columns)
    continuations = ContinuationRows(columns: pipeline.columns)
    reserved = try reader.reservedNumbers()
    self.reader = reader
    self.writer = writer
    several = Self.severalRows(options, source) == nil ? nil : RowsOfCustomers()
    self.changes = several == nil ? changes : changes.map { GatheredChanges($0, reader: reader) }
    self.rejects = rejects
    self.problemLog = problemLog
    owners = ProblemOwners(columns: pipeline.columns, seed: pipeline.digestSeed)
    report = ImportReport(headers: source.header)
    let columns = pipeline.columns
    numberColumn = columns.firstIndex { $0.path.field == .number }
    usersColumn = columns.firstIndex { $0.path.field == .customerUsers }
    errorsColumn = source.header.firstIndex(of: RejectsFile.errorsHeading)
    identityColumn =
      options.match.contains(.identity) ? columns.firstIndex { $0.path.field == .identityNumber } : nil
    if try several != nil || reader.hasCustomers() {
      matcher = try reader.matcher(columns: columns, keys: options.match)
    } else {
      matcher = nil
      // Records find their customers by number while the run goes on, which loading has no index for.
      if options.with.isEmpty { try writer?.beginLoading() }
    }
    creator = try writer.map { try BatchCreator($0, columns: columns, settings: settings) }
    // A digest tells nothing of the other rows of a customer.
    digests = several == nil ? try writer?.digests(fingerprint: fingerprint) : nil
    if settings.isOn(.generateNumber) {
      generator = try NumberGenerator(reader, settings: settings, source: source, mapping: pipeline.mapping)
    }
    numberless = try NumberlessRows(
      reader, writer: generator == nil ? nil : writer, source: source, seed: pipeline.digestSeed)
    assumedTypes = AssumedTypes(
      columns: columns, settings: settings, derivesTypes: pipeline.mapping.derivesTypes)
    activeCount = try options.inactivatesMissing ? reader.customerCount().active : 0
    report.mapping = source.mapping.name
    report.format = source.format.label
    report.sheet = source.tableName.isEmpty ? nil : source.tableName
    report.sheets = source.sheetNames
    report.unreadSheets = source.unreadSheets
    report.unmappedColumns = pipeline.mapping.unmappedHeaders.map(\.name).filter { !$0.trimmingBlanks.isEmpty }
    notices = pipeline.validator.columnNotices().map { notice in
      // What the mapping says itself, for blank cells or without any, stands in every row.
      let isGiven = source.mapping.columns.contains { entry in
        entry.blankDefault != nil && entry.fields.contains { $0 == notice.path }
      }
      return (
        notice,
        isGiven
          ? nil
          : columns.firstIndex { $0.path == notice.path && $0.sources.first == notice.column && !$0.sources.isEmpty }
      )
    }
  }

  // MARK: Columns

  /// What is to be said of columns as a whole: nothing of one that is blank in every row, as exports have them.
  private func noteFilled(_ batch: ImportBatch) {
    guard filled.count < notices.count else { return }
    for (index, notice) in notices.enumerated() where !filled.contains(index) {
      let isFilled = notice.column.map { batch.holdsValue(in: $0) } ?? true
      guard isFilled else { continue }
      filled.insert(index)
      report.columnNotices = notices.indices.filter(filled.contains).map { notices[$0].problem }
    }
  }

  // MARK: Rows

  /// Settles every row of a batch in the order of the input.
  func settle(_ batch: inout ImportBatch) throws {
    judgeRows(as: batch.records)
    noteFilled(batch)
    unheaded.add(batch)
    repairs.add(batch.records.repairs)
    let matches = try matcher?.match(batch.records)
    var problems = ProblemsByRow(batch.records.problems)
    var provisional = ProblemsByRow(batch.records.provisional)
    var known = batch.known[...]
    // Taken out of the session, which would copy it for every row.
    let judge = judge
    for row in 0..<batch.records.count {
      let position = batch.records.rows.rows[row].position
      while let first = known.first, first.row.position < position {
        try settle(first, in: batch)
        known.removeFirst()
      }
      let match = matches?[row] ?? .none
      let found = problems.take(row)
      let foundAlone = provisional.take(row)
      if otherHeadings != nil || judge.isOdd(row, of: batch.records, hasProblems: !found.isEmpty),
        try settlesOdd(row, of: batch.records, match: match)
      {
        continue
      }
      counts.rows += 1
      lastCustomerRow = position
      try settle(row, of: batch, match: match, problems: found, provisional: foundAlone)
      // A row that goes on with another goes on with the same as that one.
      if !isContinuation { continuations.note(batch.records.rows.rows[row]) }
      isContinuation = false
      // The next row may be one more of the customer.
      if several != nil { try flush(batch.records) }
    }
    for row in known { try settle(row, in: batch) }
    continuations.endBatch(batch.records.rows)
    try flush(batch.records)
  }

  /// Writes what the rows of a batch came to, and what is to be remembered of them.
  private func flush(_ records: RecordBatch) throws {
    try creator?.flush(records)
    try digests?.flush()
    try numberless.flush()
  }

  private func settle(_ row: ImportBatch.KnownRow, in batch: ImportBatch) throws {
    if let above = otherHeadings(above: row.row.position), try settleBelow(above, row.row, of: batch.records) { return }
    counts.rows += 1
    lastCustomerRow = row.row.position
    continuations.note(row.row)
    if let first = seen.mark(customer: row.customer, row: row.row.position) {
      let owner = ProblemOwner(customer: row.customer, key: nil)
      return try reject(
        row.row, of: batch.records, try duplicate(first, of: row.customer, in: batch.records), owner: owner)
    }
    if generator != nil { numberless.note(row.row, in: batch.records.rows) }
    counts.unchanged += 1
  }

  private func settle(
    _ row: Int, of batch: ImportBatch, match: RowMatch, problems: ArraySlice<ProblemsByRow.Element>,
    provisional: ArraySlice<ProblemsByRow.Element>
  ) throws {
    let records = batch.records
    let header = records.rows.rows[row]
    var problems = problems.map(\.problem)
    var match = match
    if match.isUnsettled, !hasNumber(row, of: records),
      let id = numberless.customer(of: header, in: records.rows)
    {
      match = .differs(id)
      numberless.note(header, in: records.rows)
    }
    switch match {
    case .ambiguous(let ids):
      if options.inactivatesMissing { spared.formUnion(ids) }
      let numbers = try ids.compactMap { try reader.key(ofCustomer: $0)?.number }
      problems += problem(.identityAmbiguous(numbers: numbers), records, row)
      try reject(header, of: records, problems, owner: owners.owner(row: row, of: records, problems))
    case .none:
      if !hasNumber(row, of: records), try settlesContinuation(row, of: batch, problems: problems) { return }
      if let (first, id) = try customerOfEarlierRow(row, of: records) {
        several?.current = (first, id)
        return try settleFurther(id, first: first, row: row, of: batch, problems: problems)
      }
      try settleNew(row, of: batch, problems: problems + provisional.map(\.problem))
    case .same(let id), .differs(let id):
      if let first = rowOfNumber(of: row, in: records) {
        // Found by identity, with a number that an earlier row gave a new customer.
        if options.inactivatesMissing { spared.insert(id) }
        problems += duplicateNumber(first, records, row)
      } else if let first = seen.mark(customer: id, row: header.position) {
        several?.current = (first, id)
        if several != nil { return try settleFurther(id, first: first, row: row, of: batch, problems: problems) }
        problems += try duplicate(first, of: id, in: records)
      } else {
        several?.current = (header.position, id)
      }
      if several != nil, wasLaterRow(header, of: records) {
        return try settleFurther(id, first: nil, row: row, of: batch, problems: problems)
      }
      if case .differs = match, wasLaterRow(header, of: records) {
        problems += problem(.duplicateNotMended, records, row)
      }
      if isRejected(problems) {
        let owner = owners.owner(customer: id, row: row, of: records, problems)
        return try reject(header, of: records, problems, owner: owner)
      }
      if case .same = match, several == nil, provisional.isEmpty, !pipeline.inactive.contains(id), problems.isEmpty {
        counts.unchanged += 1
        remember(batch.digests[row], customer: id)
        return
      }
      try settleExisting(id, row: row, of: batch, problems: problems)
    }
  }

  /// True for a row of a rejects file that was put there since another row had its number or meant its customer.
  func wasLaterRow(_ row: RowBatch.Row, of records: RecordBatch) -> Bool {
    guard let errorsColumn, errorsColumn < Int(row.cellCount) else { return false }
    let cell = records.rows.cells[Int(row.firstCell) + errorsColumn]
    let reasons = cell.isMissing ? "" : String(decoding: records.rows.arena[cell.range], as: UTF8.self)
    return MatchFinding.laterRowCodes.contains { reasons.contains($0) }
  }

  /// A row that no customer fits: a new customer, unless something is wrong with it.
  private func settleNew(_ row: Int, of batch: ImportBatch, problems: [Problem]) throws {
    let records = batch.records
    let header = records.rows.rows[row]
    var problems = problems
    let number = numberColumn.map { records[column: $0, row: row] } ?? .absent
    if number.isPresent {
      if let first = markNumber(of: row, in: records) {
        problems += duplicateNumber(first, records, row)
      } else if mayLookAlike(row, in: records) {
        problems += try lookalike(of: row, in: records)
      }
    }
    // A row without a number of its own could mean the customer of any other row of its identity: nobody may guess.
    if let first = markIdentity(of: row, in: records, hasNumber: number.isPresent) {
      problems += problem(
        .customerDuplicate(row: source.place(of: first), number: "without number"), records, row)
    }
    if number.isPresent, matcher != nil, !options.match.contains(.number),
      let text = records.text(column: numberColumn!, row: row), try reader.key(ofNumber: text) != nil
    {
      problems += problem(.numberTaken, records, row)
    }
    if !reserved.isEmpty, number.isPresent, let text = records.text(column: numberColumn!, row: row),
      reserved.contains(text)
    {
      problems += problem(.numberReserved(number: text), records, row)
    }
    if !number.isPresent, generator != nil, let first = numberless.mark(header, in: records.rows) {
      problems += problem(
        .customerDuplicate(row: source.place(of: first), number: "without number"), records, row)
    }
    if let usersColumn, !problems.contains(where: { $0.severity == .reject }) {
      let users = records.text(column: usersColumn, row: row)
      problems += problem(takenLogin: try logins.take(users, ofRow: header.position, in: reader))
    }
    if problems.contains(where: { $0.severity == .reject }) {
      return try reject(header, of: records, problems, owner: owners.owner(row: row, of: records, problems))
    }
    if !number.isPresent, generator != nil { problems += continuationWarning(row, of: records) }
    let generated = number.isPresent ? nil : try generator?.generate()
    counts.created += 1
    assumedTypes.note(row, of: records)
    if let changes {
      try changes.add(creation(IncomingCard(row: row, of: records), number: generated))
    } else if writer == nil {
      // A dry run tells which names the lists would get, whether or not anybody looks at the changes.
      newNames.note(row, of: records)
    }
    if let id = try creator?.create(row: row, of: records, number: generated) {
      _ = seen.mark(customer: id, row: header.position)
      several?.current = (header.position, id)
      if several != nil { noteFirstRow(of: id, row: row, of: records) }
      if problems.isEmpty { remember(batch.digests[row], customer: id) }
      if generated != nil { numberless.remember(header, in: records.rows, customer: id) }
      try warn(problems, position: header.position, of: owners.owner(customer: id, row: row, of: records, problems))
    } else {
      try warn(problems, position: header.position, of: owners.owner(row: row, of: records, problems))
    }
  }

  /// - Parameter standing: what the row is among the rows of its customer; read only where those are several.
  func settleExisting(
    _ id: Int64, row: Int, of batch: ImportBatch, problems: [Problem], standing: RowOfCustomer.Standing = .first
  ) throws {
    let present = try reader.present(customer: id)!
    let current = present.card
    let (row, batch, read, said) = reread(row, of: batch, as: current, problems)
    var incoming = read
    let records = batch.records
    let header = records.rows.rows[row]
    // A customer that is there has a type, which only a row that gives one changes.
    if records.derivedTypes != nil, records.hasDerivedType(row: row) { incoming.values[FieldPath(.type)] = nil }
    var problems = said
    if let kept = pipeline.validator.problemsKeepingName(problems) {
      incoming.values[FieldPath(.customerName)] = nil
      problems = kept
    }
    if problems.contains(where: { $0.severity == .reject }) {
      let owner = owners.owner(customer: id, row: row, of: records, problems)
      if standing != .first { return try rejectFurther(row, of: records, problems, customer: id) }
      return try reject(header, of: records, problems, owner: owner)
    }
    var fields: [FieldChange]
    var places: Set<Int> = []
    if several == nil {
      fields = CardDiffer.changes(from: current, to: incoming)
    } else {
      let met = meet(RowOfCustomer(standing: standing, incoming: incoming), current, id: id, row: row, of: records)
      (fields, places) = (met.fields, met.places)
      problems += met.problems
    }
    fields = withoutMereForms(
      fields, on: current, row: row, of: records, isCountryUnknown: CountryVerdict.isCountryUnknown(said))
    if standing == .first, pipeline.inactive.contains(id), incoming[.active] == nil {
      fields.append(FieldChange(FieldPath(.active), old: "0", new: "1"))
      fields.sort { $0.path < $1.path }
    }
    if let stated = incoming[.number], let number = current[.number], stated != number {
      problems += problem(.numberDiffers(registered: number), records, row)
    }
    let terms = ReferenceTerms(settings: settings)
    fields = terms.completed(fields, on: current)
    let merged = CardDiffer.card(current, applying: fields)
    // A customer that the row leaves as it is cannot be rejected for what it already was.
    problems += pipeline.validator(for: records).validate(card: merged, existing: current).map { found in
      fields.isEmpty && found.severity == .reject
        ? Problem(
          code: found.code, severity: .warn, path: found.path, column: found.column, value: found.value,
          message: found.message, detail: found.detail) : found
    }
    problems += terms.problems(from: current, to: merged, pipeline.validator)
    if merged[.customerUsers] != current[.customerUsers], !problems.contains(where: { $0.severity == .reject }) {
      problems += problem(
        takenLogin: try logins.take(
          merged[.customerUsers], instead: current[.customerUsers], of: id, in: reader))
    }
    if problems.contains(where: { $0.severity == .reject }) {
      if standing != .first { return try rejectFurther(row, of: records, problems, customer: id) }
      let owner = owners.owner(customer: id, row: row, of: records, problems)
      return try reject(header, of: records, problems, owner: owner)
    }
    try warn(problems, position: header.position, of: owners.owner(customer: id, row: row, of: records, problems))
    several?.note(places, of: id)
    guard !fields.isEmpty else {
      counts.unchanged += 1
      if problems.isEmpty { remember(batch.digests[row], customer: id) }
      return
    }
    try apply(fields, to: present)
    if problems.isEmpty { remember(batch.digests[row], customer: id) }
  }

  // MARK: What becomes of a row

  private func apply(_ fields: [FieldChange], to customer: RegisterReader.Present) throws {
    let change = CustomerChange(
      number: customer.key.number, action: CustomerChange.action(of: fields), revision: customer.key.revision,
      fields: fields)
    switch change.action {
    case .reactivate: counts.reactivated += 1
    case .inactivate:
      // The row changed its customer like any other; that it became inactive is counted beside.
      counts.updated += 1
      counts.inactivated += 1
    default: counts.updated += 1
    }
    try changes?.add(change)
    try writer?.apply(change, to: customer)
    for field in fields { newNames.note(field.path.field, field.new) }
  }

  private func creation(_ incoming: IncomingCard, number: String?) -> CustomerChange {
    var card = CardDiffer.newCard(incoming, settings: settings)
    if let number { card[.number] = number }
    for path in card.paths { newNames.note(path.field, card[path]) }
    let fields = card.paths.map { FieldChange($0, old: nil, new: card[$0]) }
    return CustomerChange(number: card[.number] ?? "", action: .create, fields: fields)
  }

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
    for column in pipeline.mapping.fractionColumns(ofTable: records.rows.table) where column < cells.count {
      cells[column] = cells[column].map(WholeNumbers.mended)
    }
    if let number = continuedNumber, !number.isEmpty,
      let place = numberColumn.map({ records.columns[$0].sources.first }),
      let place, place < cells.count, cells[place]?.allSatisfy(\.isWhitespace) ?? true
    {
      cells[place] = number
    }
    let reasons = (problems.filter { $0.severity == .reject } + remark).map { ($0.column, $0.code, $0.message) }
    try rejects?.append(
      SourceRow(cells: cells, place: source.place(of: row.position), sheet: records.rows.table, problems: reasons),
      of: source)
    if case .count(let most) = options.maximumRejects, counts.rejected > most {
      throw tooManyRejects(at: row.position)
    }
  }

  /// Writes problems into the report and the log and counts the warnings.
  ///
  /// - Parameter owner: whose row it is; asked for only where there is something to tell.
  func warn(_ problems: [Problem], position: UInt32, of owner: @autoclosure () -> ProblemOwner) throws {
    guard !problems.isEmpty else { return }
    let place = source.place(of: position)
    let owner = problemLog == nil ? .nobody : owner()
    for problem in problems {
      if problem.severity == .warn { counts.warnings += 1 }
      let heading = source.heading(ofColumn: problem.column, at: position)
      report.problems.add(problem, position: place.row, sheet: place.sheet, header: heading)
      try problemLog?.add(
        problem, source: options.input, headers: source.header, heading: heading, row: place.row,
        sheet: place.sheet ?? report.sheet, of: owner)
    }
  }

  private func remember(_ digest: RowDigest, customer: Int64) {
    if digest != .none { digests?.remember(digest, customer: customer) }
  }

  func hasNumber(_ row: Int, of records: RecordBatch) -> Bool {
    numberColumn.map { records[column: $0, row: row].isPresent } ?? false
  }
}
