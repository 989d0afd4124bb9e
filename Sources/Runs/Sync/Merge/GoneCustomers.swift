import Differ
import CustomerModel
import RegisterStore

/// Customers whose records were deleted in the accounting system.
struct GoneCustomers {
  private let run: PullRun
  private var writer: RegisterWriter { run.writer }
  private var scope: SyncScope { run.scope }

  init(_ run: PullRun) { self.run = run }

  func inactivate(_ gone: Set<String>) throws {
    for id in gone.sorted() {
      guard var link = try writer.link(run.system, remoteID: id) else { continue }
      link.isGone = true
      try writer.save(link)
      try writer.setConflicts(run.system, customer: link.customer, [], run: run.id)
      guard let key = try writer.key(ofCustomer: link.customer), let card = try writer.card(ofCustomer: key.id),
        card[.active] == "1", !scope.isLeftOut(card)
      else { continue }
      try run.apply(
        CustomerChange(
          number: key.number, action: .inactivate, revision: key.revision,
          fields: [FieldChange(FieldPath(.active), old: "1", new: "0")]))
      run.session.outcome.pulled.updated += 1
      let isDryRun = scope.options.isDryRun
      run.session.report(
        .deletedThere, .warn, number: key.number, remoteID: id,
        isDryRun
          ? MergeTexts.wouldBeInactive(key.number, label: scope.label)
          : MergeTexts.isInactiveNow(key.number, label: scope.label),
        remedies: isDryRun ? [] : [.undo(run: run.id)])
    }
  }

  /// Tells of customers who are in use here, though they were deleted there: nothing of theirs is synced.
  ///
  /// - Parameter known: those of whom this run tells something else.
  func reportActive(but known: Set<String>) throws {
    for customer in try writer.activeCustomersGone(in: run.system) {
      guard scope.options.only?.contains(customer) ?? true, let link = try writer.link(run.system, customer: customer),
        !known.contains(link.remoteID), let card = try writer.card(ofCustomer: customer), !scope.isLeftOut(card),
        let number = card[.number]
      else { continue }
      run.session.report(
        .deletedThere, .warn, number: number, remoteID: link.remoteID,
        MergeTexts.isActiveHereOnly(number, label: scope.label), remedies: [.ofSync(.renumber(number: number))])
    }
  }
}
