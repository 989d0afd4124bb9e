import CustomerModel
import Mapping
import RegisterStore
import Rows
import SwedishIdentity
import Validation
import Writers

/// The files of records of one import, opened and looked at before anything is written.
struct RecordFiles: Sendable {
  /// A file with the list that its rows belong to, and where its rejected rows go.
  private struct Part {
    let file: RecordFile
    let target: RecordTarget
    let rejects: String
  }

  private let files: [Part]
  private let options: ImportOptions
  private let context: ImportContext
  /// True when rejected rows go where the options name a place: what stands there is replaced.
  private let isRejectsNamed: Bool

  var isEmpty: Bool { files.isEmpty }

  /// - Parameters:
  ///   - rejects: where the rejected rows of the only file go; nil for beside each.
  ///   - taken: where other rejected rows of the import go.
  /// - Throws: ``KundregError``, see ``RecordFile``; with status 64 when a list is given a file twice.
  init(
    _ inputs: [ImportOptions.RecordInput], options: ImportOptions, context: ImportContext, rejects: String? = nil,
    besides taken: [String] = []
  ) throws {
    for (index, input) in inputs.enumerated() {
      guard inputs[..<index].contains(where: { $0.target == input.target && OutputPlace.isSame($0.path, input.path) })
      else { continue }
      throw KundregError(.withTwice, RecordFileTexts.givenTwice(input.path, list: input.target.name))
    }
    let opened = try inputs.map { try RecordFile(path: $0.path, target: $0.target, reading: options.reading) }
    let places = try Self.rejectsPlaces(opened, of: inputs, besides: taken)
    files = zip(opened, zip(inputs, places)).map { Part(file: $0, target: $1.0.target, rejects: rejects ?? $1.1) }
    isRejectsNamed = rejects != nil
    self.options = options
    self.context = context
  }

  /// Where the rejected rows of each file go when nobody says: beside it, with the name of the list where several lists, or the
  /// customers too, stand in one file.
  private static func rejectsPlaces(
    _ files: [RecordFile], of inputs: [ImportOptions.RecordInput], besides taken: [String]
  ) throws -> [String] {
    let plain = files.map { RejectsFile.defaultPath(input: $0.path, isWorkbook: $0.format == .workbook) }
    var places: [String] = []
    for (index, file) in files.enumerated() {
      let others = taken + plain[..<index] + plain[(index + 1)...]
      let isShared = others.contains { OutputPlace.isSame($0, plain[index]) }
      let place =
        isShared
        ? RejectsFile.defaultPath(
          input: file.path, isWorkbook: file.format == .workbook, list: inputs[index].target.name) : plain[index]
      if (taken + places).contains(where: { OutputPlace.isSame($0, place) }) {
        throw KundregError(
          .rejectsIsRejects, RecordFileTexts.sharedRejects(file.path, place: place), remedies: [.chooseRejects])
      }
      places.append(place)
    }
    return places
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
      for part in files {
        rules.origin = ValueOrigin(part.file.format)
        let work = try RecordFileImport(
          part.file, target: part.target, writer: writer, context: rules, limit: options.maximumRejects,
          rejects: options.isDryRun ? nil : rejectsFile(of: part), problemLog: problemLog, changes: changes)
        imports.append(work)
        try work.run()
      }
    } catch let error as KundregError where error.code == ErrorCode.rejectsTooMany.name {
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
  var rejectsPaths: [String] { files.map(\.rejects) }

  /// The byte between the cells of the first file.
  var delimiter: UInt8 { files.first?.file.format.delimiter ?? UInt8(ascii: ";") }

  private func rejectsFile(of part: Part) -> RejectsFile {
    let file = part.file
    let kind: RejectsFile.Kind =
      part.rejects.lowercased().hasSuffix(".xlsx")
      ? .workbook(sheet: file.sheet.isEmpty ? "Rejects" : file.sheet) : .csv(delimiter: file.format.delimiter)
    return RejectsFile(
      path: part.rejects, kind: kind, header: file.header.names, language: options.language,
      keepsPrevious: !isRejectsNamed)
  }
}
