import Texts
import CustomerModel
import Documents
import RegisterStore
import Rows
import Runs
import Validation
import Writers

/// What an import did, for people and for programs.
struct ImportAccount {
  private let outcome: ImportOutcome
  private let plan: String?
  private let list: String?

  /// - Parameters:
  ///   - plan: the plan file that was written, if one was.
  ///   - list: the list that the rows were records of; nil for customers.
  init(_ outcome: ImportOutcome, plan: String?, into list: String? = nil) {
    self.outcome = outcome
    self.plan = plan
    self.list = list
  }

  func write(as format: GlobalOptions.Format, after listing: ChangeListing?) {
    listing?.finish()
    switch format {
    case .json:
      var bytes: [UInt8] = []
      maskedSummary.write(to: &bytes, indent: 0)
      // After a list of changes the members go on in the object that the list began.
      Output.write(listing == nil ? bytes : Array(bytes.dropFirst()))
      Output.line()
    case .csv where listing != nil: break
    case .csv:
      let cells = summary.filter { $0.key != "report" }
      Output.write(TextTable.csv([cells.map(\.key), cells.map { Self.text($0.value) }]))
    case .table: writeText(hasListing: listing != nil)
    }
  }

  // MARK: For programs

  /// The members that the contract promises, and the report after them.
  private var summary: [JSONNode.Member] {
    let counts = outcome.counts
    func number(_ value: Int) -> JSONNode { .number(String(value)) }
    return [
      .init(key: "run", value: outcome.run.map(number) ?? .null),
      .init(key: "source", value: .text(outcome.source)),
      .init(key: "mapping", value: .text(outcome.report.mapping)),
      .init(key: "rows", value: number(counts.rows)),
      .init(key: "created", value: number(counts.created)),
      .init(key: "updated", value: number(counts.updated)),
      .init(key: "unchanged", value: number(counts.unchanged)),
      .init(key: "reactivated", value: number(counts.reactivated)),
      .init(key: "inactivated", value: number(counts.inactivated)),
      .init(key: "rejected", value: number(counts.rejected)),
      .init(key: "warnings", value: number(counts.warnings)),
      .init(key: "dryRun", value: .boolean(outcome.isDryRun)),
      .init(key: "seconds", value: .number(Self.seconds(outcome.seconds))),
      .init(key: "rejects", value: outcome.rejects.map { .text($0) } ?? .null),
      .init(key: "problems", value: outcome.problems.map { .text($0) } ?? .null),
      .init(key: "report", value: outcome.report.node),
    ]
  }

  private var maskedSummary: JSONNode {
    JSONNode.object(summary).masked(kinds: [
      "source": .path, "mapping": .path, "rejects": .path, "problems": .path,
    ])
  }

  private static func text(_ node: JSONNode) -> String {
    switch node {
    case .text(let text), .number(let text): text
    case .boolean(let value): value ? "true" : "false"
    default: ""
    }
  }

  /// Seconds with three decimals.
  static func seconds(_ value: Double) -> String {
    let thousandths = Int((value * 1000).rounded())
    let fraction = String(thousandths % 1000)
    return "\(thousandths / 1000).\(String(repeating: "0", count: 3 - fraction.count))\(fraction)"
  }

  // MARK: For people

  private func writeText(hasListing: Bool) {
    let report = outcome.report
    if hasListing { Output.line() }
    let names = report.sheets.map { "\"\($0)\"" }.joined(separator: ", ")
    let sheet = names.isEmpty ? report.sheet.map { ", sheet \"\($0)\"" } ?? "" : ", sheets \(names)"
    Output.line(
      "\(outcome.source): \(report.format)\(sheet), mapping \(report.mapping)", paths: [outcome.source, report.mapping])
    writeCounts()
    writeProblems(report)
    if !report.unmappedColumns.isEmpty {
      Output.line("Columns that no field takes: \(report.unmappedColumns.joined(separator: ", "))")
    }
    for (kind, names) in report.addedReferences.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      Output.line("New in the list of \(kind.label)s: \(Self.list(names))")
    }
    if !report.addedCustomFields.isEmpty {
      Output.line("New custom fields: \(Self.list(report.addedCustomFields))")
    }
    for file in report.with { writeText(file) }
    for notice in report.columnNotices { Output.line("Note: \(notice.message)") }
    for note in report.notes { Output.line("Note: \(note)") }
    writeEnd()
  }

  private func writeCounts() {
    let counts = outcome.counts
    let parts = [
      (counts.created, "created"), (counts.updated, "updated"), (counts.unchanged, "unchanged"),
      (counts.reactivated, "reactivated"), (counts.rejected, "rejected"),
    ]
    let told = parts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
    Output.line("\(counts.rows.counted("row")): \(told.isEmpty ? "nothing to do" : told)")
    if counts.inactivated > 0 { Output.line("\(counts.inactivated.counted("customer")) inactivated") }
    if counts.warnings > 0 { Output.line(counts.warnings.counted("warning")) }
  }

  /// A file of records that went with the input; its rows are among those counted.
  private func writeText(_ file: RecordFileReport) {
    let counts = file.counts
    let parts = [(counts.updated, "updated"), (counts.unchanged, "unchanged"), (counts.rejected, "rejected")]
    let told = parts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
    Output.line(
      "\(file.source) to \(file.target.name): \(counts.rows.counted("row"))\(told.isEmpty ? "" : ", \(told)")",
      paths: [file.source])
    writeProblems(file.report)
    if !file.report.unmappedColumns.isEmpty {
      Output.line("Columns that no member takes: \(file.report.unmappedColumns.joined(separator: ", "))")
    }
    for notice in file.report.columnNotices { Output.line("Note: \(notice.message)") }
    if let rejects = file.rejects {
      Output.line(
        "Rejected rows: \(rejects). Mend them there and import them with: "
          + "kundreg import \(ShellWord.quoted(rejects)) --into \(file.target.name)", paths: [rejects])
    }
  }

  private func writeProblems(_ report: ImportReport) {
    for entry in report.problems.entries {
      Output.line()
      Output.line("\(entry.severity == .reject ? "Rejected" : "Warning") \(entry.code): \(entry.count)")
      for example in entry.examples {
        let row = example.position.map { "row \(RowPlace(row: $0, sheet: example.sheet))" } ?? "the column"
        let value = example.value.flatMap { $0.isEmpty ? nil : " \"\($0)\"" } ?? ""
        Output.line("  \(row)\(value): \(example.message)")
      }
      if entry.count > entry.examples.count {
        Output.line(
          "  … and \(entry.count - entry.examples.count) more: \(placeOfAll)", paths: [outcome.problems ?? ""])
      }
    }
    if !report.problems.isEmpty { Output.line() }
  }

  /// Where every reject and warning can be read.
  private var placeOfAll: String {
    if let problems = outcome.problems { return problems }
    if let run = outcome.run { return "kundreg runs show \(run) --problems" }
    return "--problems PATH.csv lists all"
  }

  private func writeEnd() {
    if let problems = outcome.problems { Output.line("Every reject and warning: \(problems)", paths: [problems]) }
    if let rejects = outcome.rejects {
      let way = list.map { " with: kundreg import \(ShellWord.quoted(rejects)) --into \($0)" } ?? "."
      Output.line("Rejected rows: \(rejects). Mend them there and import that file\(way)", paths: [rejects])
    }
    if let plan {
      Output.line(
        "Plan: \(plan). Nothing was written; do it with: kundreg apply \(ShellWord.quoted(plan))", paths: [plan])
    } else if outcome.isDryRun {
      Output.line("Dry run: nothing was written.")
    } else if let run = outcome.run {
      Output.line("Run \(run), \(Self.seconds(outcome.seconds)) s. Take it back with: kundreg undo \(run)")
    }
  }

  static func list(_ names: [String]) -> String {
    let shown = names.prefix(10).joined(separator: ", ")
    return names.count > 10 ? "\(shown) … and \(names.count - 10) more" : shown
  }
}
