import AccountingSystems
import CustomerModel
import Differ
import RegisterStore
import Texts
import Validation

/// What a person is told of merging records.
final class MergeTelling {
  private let run: PullRun
  /// Customers with a person's number where the register has an association's.
  private var owners = Concerned()
  private var scope: SyncScope { run.scope }

  init(_ run: PullRun) { self.run = run }

  /// True for a record that is refused: it stays in the inbox, and is tried again by every sync.
  func isRejected(_ problems: [Problem], _ remote: RemoteCustomer, number: String) throws -> Bool {
    let reasons = problems.filter { $0.severity == .reject }
    guard let first = reasons.first else { return false }
    run.session.outcome.findings += reasons.map {
      scope.finding(code: $0.code, number: number, remoteID: remote.id, $0.text)
    }
    try run.writer.reject(run.system, remoteID: remote.id, as: .rejected, reason: "\(first.code): \(first.message)")
    run.session.outcome.pulled.rejected += 1
    run.counts.rejected += 1
    return true
  }

  /// - Parameter pushed: the fields whose values here are due to go over those there.
  func warn(
    _ problems: [Problem], of record: RemoteReading.Record, number: String, remoteID: String, pushed: [FieldPath] = []
  ) {
    let warnings = problems.filter { $0.severity == .warn }
    if warnings.contains(where: scope.reading.isOwner) { owners.add(number, remoteID: remoteID) }
    for problem in warnings where !scope.reading.isOwner(problem) {
      run.counts.warnings += 1
      run.session.outcome.findings.append(
        scope.finding(
          code: problem.code, .warn, number: number, remoteID: remoteID, field: problem.path,
          scope.reading.text(problem, of: record, pushed: pushed, label: scope.label)))
    }
  }

  /// One sentence for all: where the system keeps owners' numbers, that is so of every customer with a tax reduction.
  func tellOwners() {
    guard owners.count > 0 else { return }
    run.session.outcome.note(MergeTexts.ownersNumber(of: owners.named, label: scope.label))
  }

  func tell(
    _ conflicts: [FieldConflict], of record: RemoteReading.Record, key: RegisterReader.Key, remoteID: String
  ) {
    for conflict in conflicts {
      let field = "\(conflict.path)"
      // What the register cannot keep, it cannot take.
      let isKept = record.unkept[conflict.path] == nil
      let text = ConflictTexts.differ(
        conflict.path.columnHeading, number: key.number, here: Self.shown(conflict.register, conflict.path.field),
        there: Self.shown(conflict.erp, conflict.path.field), label: scope.label)
      let remedy = SyncRemedy.decideField(
        field, number: key.number, system: scope.context.isOneOfSeveral ? run.system : nil, mayTakeTheirs: isKept)
      run.session.report(
        .conflict, number: key.number, remoteID: remoteID, field: conflict.path,
        scope.decidable(isKept ? text : [text, ConflictTexts.mendItThere(scope.label)].joined()),
        remedies: [.ofSync(remedy)])
    }
  }

  private static func shown(_ value: String?, _ field: Field) -> Text {
    guard let value else { return ConflictTexts.nothing }
    if field.kind == .boolean { return value == "1" ? ConflictTexts.yes : ConflictTexts.no }
    return ConflictTexts.value(IdentityMask.masked(value, of: field))
  }

  /// Before 2025 integrations registered persons as companies: such a customer is reported, never flipped by itself.
  func tellMistype(_ card: CustomerCard, _ remote: RemoteCustomer) {
    guard card[.type] == "company", let identity = card[.identityNumber], identity.utf8.count == 13 else { return }
    run.session.report(
      .suspectedMistype, number: remote.number, remoteID: remote.id,
      MergeTexts.isCompanyWithPersonalNumber(remote.number, label: scope.label))
  }
}
