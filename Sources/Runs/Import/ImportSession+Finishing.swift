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
    if scope.options.maximumRejects?.isPassed(by: telling.counts.rejected, of: telling.counts.rows) == true {
      throw telling.tooManyRejects()
    }
    if scope.options.inactivatesMissing {
      try odd.requireAllRead()
      try inactivateMissing()
    }
    try (changes as? GatheredChanges)?.finish()
    try telling.finish()
    telling.report.addedReferences = scope.writer?.addedReferences ?? newNames.added
    telling.report.personsTakenAsCompanies = assumedTypes.persons
    telling.report.notes += [assumedTypes.sentence].compactMap(\.self)
    if earlier.logins.uninvited > 0 {
      telling.report.notes.append(
        "\(earlier.logins.uninvited.counted("customer user")) came without an invitation, since an import sends nothing to anybody. Queue "
          + "one with: kundreg customer user invite NUMBER LOGIN")
    }
    if let generated = generator?.generated, generated > 0 {
      let (rows, they) =
        generated == 1 ? ("Its row has none of its own", "it") : ("Their rows have none of their own", "them")
      telling.report.notes.append(
        "\(generated.counted("new customer")) got a generated number. \(rows), "
          + (scope.pipeline.columns.contains { $0.path.field == .identityNumber }
            ? "so match by identity too when another file brings \(they) again: --match number,identity."
            : "so only a row that stays as it is finds its customer again: give the list the numbers."))
    }
  }

  private func inactivateMissing() throws {
    let absent = try scope.reader.activeCustomers { !self.earlier.seen.has(customer: $0) && !self.spared.contains($0) }
    if absent.count.isMore(than: scope.options.maximumInactivated, of: activeCount) {
      throw KundregError(
        .failed, code: "missing.tooMany",
        """
        \(absent.count) of \(activeCount.counted("active customer")) \(absent.count == 1 ? "is" : "are") not in \
        \(scope.options.input), more than \(Self.percent(scope.options.maximumInactivated)). Nothing was written. If the file really is the \
        whole register, allow it with --max-inactivate.
        """)
    }
    try requireNotElsewhere(absent.map(\.number))
    for key in absent {
      let fields = [FieldChange(FieldPath(.active), old: "1", new: "0")]
      let change = CustomerChange(number: key.number, action: .inactivate, revision: key.revision, fields: fields)
      telling.counts.inactivated += 1
      try changes?.add(change)
      try scope.writer?.apply(change)
    }
  }

  /// A part as people write it: `20%`, `0.5%`.
  private static func percent(_ part: Double) -> String { String(format: "%.4g%%", part * 100) }
}
