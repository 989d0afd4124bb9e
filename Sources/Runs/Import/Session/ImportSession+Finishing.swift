import CustomerModel
import Differ
import Foundation
import Mapping
import RegisterStore
import Rows
import Texts
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
    telling.report.notes += notesOnNewCustomers
  }

  private var notesOnNewCustomers: [Text] {
    var notes: [Text] = []
    if assumedTypes.persons > 0 { notes.append(NewNameTexts.personsTakenAsCompanies(assumedTypes.persons)) }
    if earlier.logins.uninvited > 0 { notes.append(NewNameTexts.invitations(earlier.logins.uninvited)) }
    if let generated = generator?.generated, generated > 0 {
      let hasIdentity = scope.pipeline.columns.contains { $0.path.field == .identityNumber }
      notes.append(NumberTexts.generated(generated, hasIdentity: hasIdentity))
    }
    return notes
  }

  private func inactivateMissing() throws {
    let absent = try scope.reader.activeCustomers { !self.earlier.seen.has(customer: $0) && !self.spared.contains($0) }
    if absent.count.isMore(than: scope.options.maximumInactivated, of: activeCount) {
      throw KundregError(
        .missingTooMany,
        MissingTexts.tooMany(
          absent.count, of: activeCount, input: scope.options.input,
          most: Self.percent(scope.options.maximumInactivated)), remedies: [.allowInactivations])
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
  private static func percent(_ part: Double) -> Text {
    let percent = String(format: "%.4g", part * 100)
    return Text(en: "\(percent)%", sv: "\(percent.replacing(".", with: ",")) %")
  }
}
