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
  let options: ImportOptions
  let context: ImportContext
  let source: ImportSource
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
      try OutputPlace(.problems, problems).require(
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
        .severalRowsFillMissing, SeveralRowsTexts.noLookups(mapping: source.mapping.name), remedies: [.lookUpCustomers])
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
        try actor.require(.administrator, in: reader, to: DeedTexts.importRegister)
        let log = ProblemLog(ledger: nil, file: problems)
        let session = try session(
          reader, writer: nil, today: today, changes: changes, filling: filling, problemLog: log)
        do {
          try settle(session, progress: progress)
        } catch let error as KundregError where error.code == ErrorCode.rejectsTooMany.name {
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
    try actor.require(.administrator, in: writer, to: DeedTexts.importRegister)
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
    } catch let error as KundregError where error.code == ErrorCode.rejectsTooMany.name {
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
    try writer.endRun(outcome.counts, rejects: rejects, report: session.telling.report.kept)
    return outcome
  }

  /// Contents are on disk before the run that names them ends.
  private func takeDocuments(for session: ImportSession, into files: DocumentFolder, of writer: RegisterWriter) throws {
    let namesSome = session.scope.pipeline.columns.contains { $0.path.field == .documents }
    guard !options.isDryRun, documents.bringsContents || namesSome else { return }
    let named = try writer.documents().filter { session.hasRow(of: $0.customer) }
    session.telling.report.tell(try documents.take(into: files, for: named))
  }

  private func settle(_ session: ImportSession, progress: (Int) -> Void) throws {
    try session.scope.pipeline.forEachBatch { batch in
      try session.settle(&batch)
      progress(session.telling.counts.rows)
    }
    try session.finish()
  }
}
