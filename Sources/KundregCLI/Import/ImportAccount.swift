import CustomerModel
import Documents
import RegisterStore
import Rows
import Runs
import Texts
import Validation
import Writers

/// What an import did, for people and for programs.
struct ImportAccount {
  private let outcome: ImportOutcome
  private let plan: String?
  private let list: String?
  private let isKept: Bool

  /// - Parameters:
  ///   - plan: the plan file that was written, if one was.
  ///   - list: the list that the rows were records of; nil for customers.
  ///   - isKept: true for an import of which the register tells, beside what else it knows of the run.
  init(_ outcome: ImportOutcome, plan: String?, into list: String? = nil, isKept: Bool = false) {
    self.outcome = outcome
    self.plan = plan
    self.list = list
    self.isKept = isKept
  }

  func write(as format: GlobalOptions.Format, after listing: ChangeListing?) {
    listing?.finish()
    switch format {
    case .json:
      var bytes: [UInt8] = []
      outcome.node.write(to: &bytes, indent: 0)
      // After a list of changes the members go on in the object that the list began.
      Output.write(listing == nil ? bytes : Array(bytes.dropFirst()))
      Output.line()
    case .csv where listing != nil: break
    case .csv:
      let cells = outcome.node.members.filter { $0.key != "report" }
      Output.write(TextTable.csv([cells.map(\.key), cells.map { Self.text($0.value) }]))
    case .table: writeText(hasListing: listing != nil)
    }
  }

  // MARK: For programs

  private static func text(_ node: JSONNode) -> String {
    switch node {
    case .text(let text), .number(let text): text
    case .boolean(let value): value ? "true" : "false"
    default: ""
    }
  }

  // MARK: For people

  private typealias Words = ImportAccountTexts

  private func tell(_ text: Text, paths: [String] = []) { Output.line(text, paths: paths) }

  private func writeText(hasListing: Bool) {
    let report = outcome.report
    if hasListing { Output.line() }
    let sheets = report.sheets.isEmpty ? [report.sheet].compactMap(\.self) : report.sheets
    tell(
      Words.input(outcome.source, format: report.format, sheets: sheets, mapping: report.mapping),
      paths: [outcome.source, report.mapping])
    writeCounts()
    writeProblems(report)
    if !report.unmappedColumns.isEmpty { tell(Words.unmapped(columns: report.unmappedColumns)) }
    if !report.provenColumns.isEmpty { tell(Words.proven(columns: report.provenColumns)) }
    for (kind, names) in report.addedReferences.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      tell(Words.added(Self.list(names), to: kind))
    }
    if !report.addedCustomFields.isEmpty { tell(Words.addedCustomFields(Self.list(report.addedCustomFields))) }
    for file in report.with { writeText(file) }
    writeNotes(report.columnNotices.map(\.text))
    writeNotes(report.notes)
    for remedy in report.remedies { tell(Words.remedy(remedy.worded)) }
    writeEnd()
  }

  private func writeNotes(_ notes: [Text]) {
    for note in notes { tell(Words.note(note)) }
  }

  private func writeCounts() {
    let counts = outcome.counts
    tell(
      Words.counts(
        rows: counts.rows,
        [
          (counts.created, CountTexts.created), (counts.updated, CountTexts.updated),
          (counts.unchanged, CountTexts.unchanged),
          (counts.reactivated, CountTexts.reactivated), (counts.rejected, CountTexts.rejected),
        ]))
    if counts.inactivated > 0 { tell(Words.inactivated(counts.inactivated)) }
    if counts.warnings > 0 { tell(Words.warnings(counts.warnings)) }
  }

  /// A file of records that went with the input; its rows are among those counted.
  private func writeText(_ file: RecordFileReport) {
    let counts = file.counts
    tell(
      Words.counts(
        rows: counts.rows,
        [
          (counts.updated, CountTexts.updated), (counts.unchanged, CountTexts.unchanged),
          (counts.rejected, CountTexts.rejected),
        ], of: file.source, list: file.target.name),
      paths: [file.source])
    writeProblems(file.report)
    if !file.report.unmappedColumns.isEmpty { tell(Words.unmapped(members: file.report.unmappedColumns)) }
    writeNotes(file.report.columnNotices.map(\.text))
    if let rejects = file.rejects { tell(Words.rejects(rejects, list: file.target.name), paths: [rejects]) }
  }

  private func writeProblems(_ report: ImportReport) {
    for entry in report.problems.entries {
      Output.line()
      Output.line(
        Words.problems(of: entry.code, entry.severity, count: entry.count),
        emphasis: entry.severity == .reject ? .reject : .warning)
      for example in entry.examples {
        let place = example.position.map { RowPlace(row: $0, sheet: example.sheet) }
        tell(Words.example(at: place, value: example.value ?? "", example.text))
      }
      if let advice = ImportAdvice(on: entry, in: report) { tell(Words.advice(advice, input: outcome.source)) }
      if entry.count > entry.examples.count {
        tell(
          Words.more(entry.count - entry.examples.count, at: placeOfAll), paths: [outcome.problems ?? ""])
      }
    }
    if !report.problems.isEmpty { Output.line() }
  }

  /// Where every reject and warning can be read.
  private var placeOfAll: Text {
    if let problems = outcome.problems { return Text(verbatim: problems) }
    if let run = outcome.run { return Text(verbatim: "kundreg runs show \(run) --problems") }
    return Words.problemsOption
  }

  private func writeEnd() {
    if let problems = outcome.problems { tell(Words.allProblems(problems), paths: [problems]) }
    if let rejects = outcome.rejects {
      tell(list.map { Words.rejects(rejects, list: $0) } ?? Words.rejects(rejects), paths: [rejects])
    }
    if let plan {
      tell(Words.plan(plan), paths: [plan])
    } else if outcome.isDryRun {
      tell(Words.dryRun)
    } else if let run = outcome.run, !isKept {
      tell(Words.run(run, seconds: outcome.seconds.seconds))
    }
  }

  static func list(_ names: [String]) -> Text { ImportAccountTexts.names(names) }
}
