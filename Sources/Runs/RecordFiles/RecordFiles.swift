import CustomerModel
import Mapping
import RegisterStore
import Rows
import SwedishIdentity
import Validation
import Writers

/// The files of records of one import, opened and looked at before anything is written.
struct RecordFiles: Sendable {
  private let files: [(file: RecordFile, target: RecordTarget)]
  private let options: ImportOptions
  private let context: ImportContext

  var isEmpty: Bool { files.isEmpty }

  /// - Throws: ``KundregError``, see ``RecordFile``.
  init(_ inputs: [ImportOptions.RecordInput], options: ImportOptions, context: ImportContext) throws {
    files = try inputs.map { input in
      (try RecordFile(path: input.path, target: input.target, reading: options.reading), input.target)
    }
    self.options = options
    self.context = context
  }

  /// Takes the files one after the other.
  ///
  /// - Throws: ``KundregError`` when more rows are rejected than the options allow; the rows at fault are then written
  ///   beside their file all the same.
  func perform(
    on writer: RegisterWriter, today: CalendarDay, changes: (any ChangeSink)?, problemLog: ProblemLog?
  ) throws -> [RecordFileReport] {
    guard !files.isEmpty else { return [] }
    var rules = ValidationContext(
      settings: try writer.settings(), severities: context.severities, today: today,
      customFields: try writer.customFields())
    var imports: [RecordFileImport] = []
    do {
      for (file, target) in files {
        rules.origin = ValueOrigin(file.format)
        let work = try RecordFileImport(
          file, target: target, writer: writer, context: rules, limit: options.maximumRejects,
          rejects: options.isDryRun ? nil : rejectsFile(of: file), problemLog: problemLog, changes: changes)
        imports.append(work)
        try work.run()
      }
    } catch let error as KundregError where error.code == "rejects.tooMany" {
      for work in imports { _ = try work.rejects?.finish() }
      throw error
    } catch {
      for work in imports { work.rejects?.discard() }
      throw error
    }
    return try zip(files, imports).map { file, work in
      RecordFileReport(
        source: file.file.path, target: file.target, counts: work.counts, rejects: try work.rejects?.finish(),
        report: work.report)
    }
  }

  /// Where the rejected rows of each file go.
  var rejectsPaths: [String] { files.map { rejectsFile(of: $0.file).path } }

  /// The byte between the cells of the first file.
  var delimiter: UInt8 { files.first?.file.format.delimiter ?? UInt8(ascii: ";") }

  /// Beside the file, unless it is the input itself and the options name a place.
  private func rejectsFile(of file: RecordFile) -> RejectsFile {
    let chosen = file.path == options.input ? options.rejects : nil
    let isWorkbook = chosen.map { $0.lowercased().hasSuffix(".xlsx") } ?? (file.format == .workbook)
    let kind: RejectsFile.Kind =
      isWorkbook
      ? .workbook(sheet: file.sheet.isEmpty ? "Rejects" : file.sheet) : .csv(delimiter: file.format.delimiter)
    return RejectsFile(
      path: chosen ?? RejectsFile.defaultPath(input: file.path, isWorkbook: isWorkbook), kind: kind,
      header: file.header.names, keepsPrevious: chosen == nil)
  }
}
