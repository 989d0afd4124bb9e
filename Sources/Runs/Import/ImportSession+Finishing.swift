import Texts
import CustomerModel
import Differ
import Foundation
import Mapping
import RegisterStore
import Rows
import Validation
import Writers

extension ImportSession {
  /// What can only be done when every row is known.
  func finish() throws {
    if options.maximumRejects?.isPassed(by: counts.rejected, of: counts.rows) == true { throw tooManyRejects() }
    if options.inactivatesMissing {
      try requireAllRead()
      try inactivateMissing()
    }
    try (changes as? GatheredChanges)?.finish()
    try problemLog?.add(
      notices: report.columnNotices, source: options.input, headers: source.header, sheet: report.sheet)
    report.addedReferences = writer?.addedReferences ?? newNames.added
    report.columnNotices += unheaded.notices(pipeline.validator)
    report.notes += source.unreadSheets.map { $0.sentence(mapping: source.mapping.name) }
    report.columnNotices += repairs.notices(pipeline.validator, place: source.place)
    report.personsTakenAsCompanies = assumedTypes.persons
    report.notes +=
      source.notes + shadowed.notes(source.sheets.map(\.name))
      + [report.passedOver.sentence, assumedTypes.sentence].compactMap(\.self)
    report.columnNotices += [nameNotice()?.problem(for: pipeline.validator)].compactMap(\.self)
    if logins.uninvited > 0 {
      report.notes.append(
        "\(logins.uninvited.counted("customer user")) came without an invitation, since an import sends nothing to anybody. Queue "
          + "one with: kundreg customer user invite NUMBER LOGIN")
    }
    if let generated = generator?.generated, generated > 0 {
      let (rows, they) =
        generated == 1 ? ("Its row has none of its own", "it") : ("Their rows have none of their own", "them")
      report.notes.append(
        "\(generated.counted("new customer")) got a generated number. \(rows), "
          + (pipeline.columns.contains { $0.path.field == .identityNumber }
            ? "so match by identity too when another file brings \(they) again: --match number,identity."
            : "so only a row that stays as it is finds its customer again: give the list the numbers."))
    }
  }

  private func inactivateMissing() throws {
    let absent = try reader.activeCustomers { !self.seen.has(customer: $0) && !self.spared.contains($0) }
    if absent.count.isMore(than: options.maximumInactivated, of: activeCount) {
      throw KundregError(
        .failed, code: "missing.tooMany",
        """
        \(absent.count) of \(activeCount.counted("active customer")) \(absent.count == 1 ? "is" : "are") not in \
        \(options.input), more than \(Self.percent(options.maximumInactivated)). Nothing was written. If the file really is the \
        whole register, allow it with --max-inactivate.
        """)
    }
    try requireNotElsewhere(absent.map(\.number))
    for key in absent {
      let fields = [FieldChange(FieldPath(.active), old: "1", new: "0")]
      let change = CustomerChange(number: key.number, action: .inactivate, revision: key.revision, fields: fields)
      counts.inactivated += 1
      try changes?.add(change)
      try writer?.apply(change)
    }
  }

  /// A part as people write it: `20%`, `0.5%`.
  private static func percent(_ part: Double) -> String { String(format: "%.4g%%", part * 100) }

  /// - Parameter last: the row that was one too many, where the rest was not read; nil when all rows were.
  func tooManyRejects(at last: UInt32? = nil) -> KundregError {
    let place = rejects?.path ?? options.problems
    guard let last, case .count(let most) = options.maximumRejects else {
      return KundregError(
        .failed, code: "rejects.tooMany",
        """
        \(counts.rejected) of \(counts.rows.counted("row")) \(counts.rejected == 1 ? "was" : "were") rejected, more than \
        --max-rejects allows. Nothing was written to the register\(place.map { "; the rejected rows stand in \($0)" } ?? "").
        """)
    }
    return KundregError(
      .failed, code: "rejects.tooMany",
      """
      --max-rejects allows \(most.counted("rejected row")), and row \(source.place(of: last)) is one more: what comes after it was \
      not read. Nothing was written to the register\(place.map { "; the rejected rows so far stand in \($0)" } ?? ""). \
      `--dry-run --problems PATH.csv` without --max-rejects lists all.
      """)
  }

  func outcome(run: Int?, start: Date, rejects: String?, problems: String?) -> ImportOutcome {
    ImportOutcome(
      run: run, source: options.input, counts: counts, isDryRun: options.isDryRun,
      seconds: Date().timeIntervalSince(start), rejects: rejects, problems: problems, report: report)
  }
}
