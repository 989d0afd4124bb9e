import CustomerModel
import Differ
import Foundation
import Mapping
package import RegisterStore
import Rows
package import SwedishIdentity
import Validation
import Writers

/// Brings a file into the register: one run, one transaction, every row accounted for.
package struct ImportRun {
  private let options: ImportOptions
  let context: ImportContext
  private let source: ImportSource
  private let recordFiles: RecordFiles
  private let documents: DocumentTransfer

  /// Opens the input and chooses the mapping. Nothing is read of the register yet.
  ///
  /// - Throws: ``KundregError``, see ``ImportSource``.
  package init(_ options: ImportOptions, context: ImportContext) throws {
    self.options = options
    self.context = context
    try options.requireApartPlaces()
    source = try ImportSource(options, library: context.library)
    try options.requireApart(from: .mapping, at: [source.mapping.origin])
    recordFiles = try RecordFiles(
      options.with, options: options, context: context, besides: [Self.rejectsPath(options, of: source)])
    documents = try DocumentTransfer(folder: options.documents, rules: context.documents)
    if let problems = options.problems {
      try OutputPlace("--problems", problems).require(
        apartFrom: .rejects, at: [rejectsFile().path] + recordFiles.rejectsPaths)
    }
  }

  /// Does the import, or with ``ImportOptions/isDryRun`` only finds what it would do.
  ///
  /// - Parameters:
  ///   - changes: takes every change that is made, or would be. Asked for only where somebody looks: a large load is
  ///     much faster without.
  ///   - progress: called now and then with the number of rows so far.
  /// - Throws: ``KundregError``; then the register is as before.
  package func perform(
    on register: Register, as actor: ActingUser, today: CalendarDay = .today, changes: (any ChangeSink)? = nil,
    progress: (Int) -> Void = { _ in }
  ) throws -> ImportOutcome {
    let start = Date()
    try options.requireApart(from: .register, at: [register.path])
    if options.inactivatesMissing { try source.requireNothingLeftOut(of: options.input) }
    let severalRows = source.severalRows(options)
    if severalRows != nil, context.directory != nil {
      throw KundregError(
        .usage, code: "severalRows.fillMissing",
        "The mapping \(source.mapping.name) takes several rows of a customer, which does not go with --fill-missing. Import "
          + "without it, and fill what is missing with: kundreg customer lookup")
    }
    let filling = try filling(on: register, as: actor, today: today)
    let problems = try options.problems.map {
      try ProblemsFile(path: $0, delimiter: source.format.delimiter, language: options.language)
    }
    if options.isDryRun, !recordFiles.isEmpty || severalRows != nil {
      // Records and further rows may go to customers that the run itself makes.
      return try register.rehearse { writer in
        try write(
          writer, in: register, as: actor, today: today, changes: changes, filling: filling, problems: problems,
          start: start, progress: progress)
      }
    }
    if options.isDryRun {
      return try register.read { reader in
        try actor.require(.administrator, in: reader, to: "import a register")
        let log = ProblemLog(ledger: nil, file: problems)
        let session = try session(
          reader, writer: nil, today: today, changes: changes, filling: filling, problemLog: log)
        do {
          try settle(session, progress: progress)
        } catch let error as KundregError where error.code == "rejects.tooMany" {
          _ = try log?.finish()
          throw error
        }
        return session.telling.outcome(run: nil, start: start, rejects: nil, problems: try log?.finish())
      }
    }
    let body = { (writer: RegisterWriter) in
      try write(
        writer, in: register, as: actor, today: today, changes: changes, filling: filling, problems: problems,
        start: start, progress: progress)
    }
    // Records and further rows change the customers that the run made, and lean on every constraint.
    let isLoad = recordFiles.isEmpty && severalRows == nil
    return try isLoad ? register.load(body) : register.write(body)
  }

  private func write(
    _ writer: RegisterWriter, in register: Register, as actor: ActingUser, today: CalendarDay,
    changes: (any ChangeSink)?, filling: FillMissing?, problems: ProblemsFile?, start: Date, progress: (Int) -> Void
  ) throws -> ImportOutcome {
    try actor.require(.administrator, in: writer, to: "import a register")
    let description = RunDescription(
      kind: .import, source: options.input, mapping: source.mapping.name, user: actor.name, start: start)
    let run = try writer.begin(description)
    let log = ProblemLog(ledger: options.isDryRun ? nil : try writer.problemLedger(), file: problems)
    let session = try session(
      writer, writer: writer, today: today, changes: changes, filling: filling, problemLog: log)
    let with: [RecordFileReport]
    do {
      try settle(session, progress: progress)
      try takeDocuments(for: session, into: DocumentFolder(ofRegister: register.path), of: writer)
      with = try recordFiles.perform(on: writer, today: today, changes: changes, problemLog: log)
    } catch let error as KundregError where error.code == "rejects.tooMany" {
      // Nothing is imported, but the rows at fault are worth having.
      _ = try session.telling.rejects?.finish()
      _ = try log?.finish()
      throw error
    } catch {
      session.telling.rejects?.discard()
      throw error
    }
    let rejects = try session.telling.rejects?.finish()
    session.telling.report.with = with
    var outcome = session.telling.outcome(
      run: options.isDryRun ? nil : run, start: start, rejects: rejects, problems: try log?.finish())
    for file in with { outcome.counts.add(file.counts) }
    try writer.rememberRejectsFiles([rejects] + with.map(\.rejects))
    try writer.endRun(outcome.counts, rejects: rejects, report: session.telling.report.json)
    return outcome
  }

  /// Contents are on disk before the run that names them ends.
  private func takeDocuments(for session: ImportSession, into files: DocumentFolder, of writer: RegisterWriter) throws {
    let namesSome = session.scope.pipeline.columns.contains { $0.path.field == .documents }
    guard !options.isDryRun, documents.bringsContents || namesSome else { return }
    let named = try writer.documents().filter { session.earlier.seen.has(customer: $0.customer) }
    session.telling.report.tell(try documents.take(into: files, for: named))
  }

  private func settle(_ session: ImportSession, progress: (Int) -> Void) throws {
    try session.scope.pipeline.forEachBatch { batch in
      try session.settle(&batch)
      progress(session.telling.counts.rows)
    }
    try session.finish()
  }

  /// - Parameter filling: what a directory tells of the input's companies; nil when nobody is asked.
  func session(
    _ reader: RegisterReader, writer: RegisterWriter?, today: CalendarDay, changes: (any ChangeSink)?,
    filling: FillMissing?, problemLog: ProblemLog? = nil
  ) throws -> ImportSession {
    let settings = try reader.settings()
    var customFields = try reader.customFields()
    let empty = options.empty ?? source.mapping.empty ?? .keep
    var mapping = try SheetMappings(
      source, empty: empty, typeFrom: options.typeFrom, today: today, customFields: customFields)
    let added = try source.newCustomFields(mapping, known: customFields, of: options.input)
    if !added.isEmpty {
      // In the order in which the register will give them, so that the next run knows the rows of this one.
      customFields = (customFields + added).sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
      for definition in added { try writer?.addCustomField(definition) }
    }
    let fractions = try source.fractionColumns(of: mapping, customFields: customFields)
    if !added.isEmpty || fractions.contains(where: { !$0.isEmpty }) {
      mapping = try SheetMappings(
        source, empty: empty, typeFrom: options.typeFrom, today: today, customFields: customFields,
        fractions: fractions)
    }
    let takesSeveralRows = source.severalRows(options) != nil
    if takesSeveralRows, !mapping.columns.contains(where: { $0.path.field.isRepeated }) {
      throw KundregError(
        .configuration, code: "severalRows.noColumns",
        "Further rows of a customer are to bring contact persons, but the mapping \(source.mapping.name) takes none from "
          + "\(options.input). Name the columns of contactPersons[0] in the mapping, or "
          + (options.severalRows == nil ? "take \"severalRows\" out of it." : "import without --several-rows."))
    }
    let judging = try ValidationContext(
      reader, severities: context.severities, today: today, customFields: customFields,
      origin: ValueOrigin(source.format))
    let fills = filling.map { _ in FillPlan(columns: mapping.columns) }
    let validator = try Validator(
      context: judging, columns: fills?.columns ?? mapping.columns, headers: source.header,
      rowsMayBeLonger: source.format == .workbook,
      reasonsColumn: RejectsColumn.errors.index(in: source.header))
    let fingerprint = self.fingerprint(mapping, settings: settings, customFields: customFields, users: judging.users)
    let seed = try reader.digestSeed()
    var search = CustomerSearch()
    search.activity = .inactive
    var pipeline = RowPipeline(
      source: source, mapping: mapping, validator: validator,
      // A row that did not change may still be of a customer that lacks something, or disagree with the first of several.
      taken: try filling == nil && !takesSeveralRows
        ? reader.digestList(fingerprint: fingerprint) : DigestList(),
      digestSeed: seed, remembers: writer != nil,
      inactive: options.inactivatesMissing ? Set(try reader.customers(search)) : [], fills: fills)
    let fillNotes =
      try filling?.prepare(
        &pipeline, reader: reader, ownRuns: writer == nil ? 0 : 1, options: options, settings: settings) ?? []
    let scope = ImportScope(
      options: options, source: source, pipeline: pipeline, settings: settings, reader: reader, writer: writer)
    let session = try ImportSession(
      scope, known: judging.known, fingerprint: fingerprint, changes: changes,
      rejects: options.isDryRun ? nil : try rejectsFile(), problemLog: problemLog)
    session.telling.report.addedDefinitions = added
    try changes?.addCustomFields(added)
    session.telling.report.notes += fillNotes + source.notesOnKinds(of: added)
    return session
  }

  private static func rejectsPath(_ options: ImportOptions, of source: ImportSource) -> String {
    options.rejects ?? RejectsFile.defaultPath(input: options.input, isWorkbook: source.format == .workbook)
  }

  /// - Throws: ``KundregError`` `rejects.sheetsDiffer` with status 64 for a text file that could not be imported again.
  private func rejectsFile() throws -> RejectsFile {
    // The mended file is read by the same mapping, which may insist on how texts and sheets are.
    let textDelimiter = source.mapping.delimiter ?? UInt8(ascii: ";")
    let kind: RejectsFile.Kind
    switch source.format {
    case .delimited(let dialect): kind = .csv(delimiter: dialect.delimiter)
    case .workbook: kind = .workbook(sheet: source.tableName)
    case .json: kind = .csv(delimiter: textDelimiter)
    }
    let isWorkbook = source.format == .workbook
    let chosen: RejectsFile.Kind =
      switch (options.rejects.map { $0.lowercased().hasSuffix(".xlsx") } ?? isWorkbook, kind) {
      case (true, .csv): .workbook(sheet: source.mapping.sheet ?? "Rejects")
      case (false, .workbook): .csv(delimiter: textDelimiter)
      default: kind
      }
    if case .csv = chosen, !source.isOneTable {
      throw KundregError(
        .usage, code: "rejects.sheetsDiffer",
        "The sheets of \(options.input) have other columns for the same fields, which one text file cannot keep apart: name a "
          + "workbook with --rejects PATH.xlsx. It gets a sheet for each.")
    }
    let sheets =
      source.sheets.count > 1 ? source.sheets.map { RejectsFile.Sheet(name: $0.name, header: $0.header) } : []
    return RejectsFile(
      path: Self.rejectsPath(options, of: source), kind: chosen, header: source.header, sheets: sheets,
      language: options.language, keepsPrevious: options.rejects == nil)
  }

  /// Everything that decides what becomes of a row: when any of it is another, no remembered row counts.
  private func fingerprint(
    _ mapping: SheetMappings, settings: RegisterSettings, customFields: [CustomFieldDefinition],
    users: Set<String>
  ) -> [UInt8] {
    // Raised whenever the program makes something else of the same row.
    var text = "4\n"
    for setting in Setting.allCases { text += "\(setting.rawValue)=\(settings[setting])\n" }
    for (code, severity) in context.severities.sorted(by: { $0.key < $1.key }) {
      text += "\(code)=\(severity.rawValue)\n"
    }
    for field in customFields { text += "\(field)\n" }
    if mapping.columns.contains(where: { $0.path.field == .assigned }) {
      for user in users.sorted() { text += "user=\(user)\n" }
    }
    text += options.match.map(\.rawValue).joined(separator: ",")
    var hasher = RowDigest.Hasher(seed: 1)
    for bytes in [mapping.fingerprint, Array(text.utf8)] { bytes.withUnsafeBytes { hasher.combine($0) } }
    return hasher.finish().bytes
  }
}

extension CalendarDay {
  /// The day in Sweden, where a customer's age and the day of a run are counted.
  package static var today: CalendarDay {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = TimeZone(identifier: "Europe/Stockholm") ?? .gmt
    let parts = calendar.dateComponents([.year, .month, .day], from: Date())
    return CalendarDay(year: parts.year!, month: parts.month!, day: parts.day!)
  }
}
