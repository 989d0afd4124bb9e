import CustomerModel
import Foundation
package import RegisterStore
package import SwedishIdentity
import Writers

/// Brings a file of records to customers that the register has: one run, one transaction, every row accounted for.
package struct RecordImportRun {
  private let options: ImportOptions
  private let target: RecordTarget
  private let files: RecordFiles

  /// Opens the input. Nothing is read of the register yet.
  ///
  /// - Throws: ``KundregError`` with status 65 when the input cannot be read, with status 78 when its header does not say
  ///   whose records it holds, with status 64 when a file that is written would replace it.
  package init(_ options: ImportOptions, target: RecordTarget, context: ImportContext) throws {
    try options.requireApartPlaces()
    self.options = options
    self.target = target
    files = try RecordFiles(
      [.init(target, path: options.input)], options: options, context: context, rejects: options.rejects)
    if let problems = options.problems {
      try OutputPlace(.problems, problems).require(apartFrom: .rejects, at: files.rejectsPaths)
    }
  }

  /// Does the import, or with ``ImportOptions/isDryRun`` only finds what it would do.
  ///
  /// - Throws: ``KundregError``; then the register is as before.
  package func perform(
    on register: Register, as actor: ActingUser, today: CalendarDay = .today, changes: (any ChangeSink)? = nil
  ) throws -> ImportOutcome {
    let start = Date()
    try options.requireApart(from: .register, at: [register.path])
    let problems = try options.problems.map {
      try ProblemsFile(path: $0, delimiter: files.delimiter, language: options.language)
    }
    let work = { (writer: RegisterWriter) throws -> ImportOutcome in
      try actor.require(.administrator, in: writer, to: DeedTexts.importRegister)
      let run = try writer.begin(
        RunDescription(kind: .import, source: options.input, mapping: target.name, user: actor.name, start: start))
      let log = ProblemLog(ledger: options.isDryRun ? nil : try writer.problemLedger(), file: problems)
      let result: RecordFileReport
      do {
        result = try files.perform(on: writer, today: today, changes: changes, problemLog: log)[0]
      } catch let error as KundregError where error.code == ErrorCode.rejectsTooMany.name {
        _ = try log?.finish()
        throw error
      }
      let outcome = ImportOutcome(
        run: options.isDryRun ? nil : run, source: options.input, counts: result.counts, isDryRun: options.isDryRun,
        seconds: Date().timeIntervalSince(start), rejects: result.rejects, problems: try log?.finish(),
        report: result.report)
      try writer.rememberRejectsFiles([result.rejects])
      try writer.endRun(result.counts, rejects: result.rejects, report: result.report.kept)
      return outcome
    }
    return try options.isDryRun ? register.rehearse(work) : register.write(work)
  }
}

extension RunRecord.Counts {
  /// Adds the rows of one more file.
  mutating func add(_ other: RunRecord.Counts) {
    rows += other.rows
    updated += other.updated
    unchanged += other.unchanged
    rejected += other.rejected
    warnings += other.warnings
  }
}
