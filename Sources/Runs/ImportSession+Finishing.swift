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
    if case .part(let part) = options.maximumRejects, Self.isMore(counts.rejected, than: part, of: counts.rows) {
      throw tooManyRejects()
    }
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
        "\(logins.uninvited) users of customers came without an invitation, since an import sends nothing to anybody. Queue one "
          + "with: kundreg customer user invite NUMBER LOGIN")
    }
    if let generated = generator?.generated, generated > 0 {
      report.notes.append(
        "\(generated) new customers got a generated number. Their rows have none of their own, "
          + (pipeline.columns.contains { $0.path.field == .identityNumber }
            ? "so match by identity too when another file brings them again: --match number,identity."
            : "so they are known again only by rows that stay as they are: give the list the numbers."))
    }
  }

  private func inactivateMissing() throws {
    let absent = try reader.activeCustomers { !self.seen.has(customer: $0) && !self.spared.contains($0) }
    if Self.isMore(absent.count, than: options.maximumInactivated, of: activeCount) {
      throw KundregError(
        .failed, code: "missing.tooMany",
        """
        \(absent.count) of \(activeCount) active customers are not in \(options.input), more than \
        \(Int((options.maximumInactivated * 100).rounded()))%. Nothing was written. If the file really is the whole \
        register, allow it with --max-inactivate.
        """)
    }
    for key in absent {
      let fields = [FieldChange(FieldPath(.active), old: "1", new: "0")]
      let change = CustomerChange(number: key.number, action: .inactivate, revision: key.revision, fields: fields)
      counts.inactivated += 1
      try changes?.add(change)
      try writer?.apply(change)
    }
  }

  /// A percentage of people's making, such as 29% of 100, is no exact binary number: a hair more is not more.
  private static func isMore(_ count: Int, than part: Double, of whole: Int) -> Bool {
    Double(count) > part * Double(whole) + 1e-6
  }

  func tooManyRejects() -> KundregError {
    KundregError(
      .failed, code: "rejects.tooMany",
      """
      \(counts.rejected) of \(counts.rows) rows were rejected, more than --max-rejects allows. Nothing was written to the \
      register\(rejects.map { "; the rejected rows stand in \($0.path)" } ?? "").
      """)
  }

  func outcome(run: Int?, start: Date, rejects: String?, problems: String?) -> ImportOutcome {
    ImportOutcome(
      run: run, source: options.input, counts: counts, isDryRun: options.isDryRun,
      seconds: Date().timeIntervalSince(start), rejects: rejects, problems: problems, report: report)
  }
}
