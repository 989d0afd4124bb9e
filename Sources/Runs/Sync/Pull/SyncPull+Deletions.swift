import AccountingSystems
import CustomerModel
import RegisterStore

extension SyncPull {
  /// A record that a listing lacks is asked for by itself before it counts as deleted: lists move while they are read. So are
  /// records that wait to be merged or decided.
  func findDeletions(_ all: Set<String>, _ fetched: inout Fetched) throws {
    let (linked, waiting) = try scope.register.read { reader in
      var waiting: Set<String> = []
      for state in [InboxEntry.State.rejected, .undecided] {
        try reader.forEachInboxEntry(scope.system, state: state) { waiting.insert($0.remoteID) }
      }
      // Who was said to be another than the customer of its number here keeps that one out for as long as it is there.
      waiting.formUnion(try reader.matchQuestions(scope.system).map(\.remoteID))
      return (try reader.remoteIDs(scope.system), waiting)
    }
    let missing = linked.subtracting(all)
    fetched.cutSweep = .some(nil)
    guard !isTooMany(missing.count, of: linked.count, .fromList) else { return }
    var asked = missing.union(waiting.subtracting(all)).sorted()
    // Where not all get their turn, those whom the list lacks though they are there must not be the first each time.
    if scope.context.budget.isLimited { asked.shuffle() }
    for id in asked {
      let record: RemoteCustomer?
      do {
        record = try scope.service.customer(id: id)
      } catch .spent {
        // All that the lists show is fetched by now.
        fetched.cutSweep = .full
        session.leaveRest(PullTexts.missingCouldNotBeAskedFor(scope.label))
        return
      }
      if let record {
        if scope.options.isDryRun {
          fetched.records.append(record)
        } else {
          try scope.register.write { try $0.receive(record, scope.system) }
        }
      } else {
        fetched.gone.insert(id)
      }
    }
  }

  /// - Parameter absence: how it is known that they are missing.
  func isTooMany(_ missing: Int, of linked: Int, _ absence: PullTexts.Absence) -> Bool {
    guard missing > 0 else { return false }
    // One always passes, where any may: a part of four customers would never be one. Each is asked for by itself all the same.
    let part = scope.options.maximumInactivated
    let isTooMany = missing.isMore(than: part, of: linked) && (missing > 1 || part == 0)
    if isTooMany {
      session.report(
        .missing, number: "", remoteID: nil,
        PullTexts.tooManyAreGone(
          missing, of: linked, percent: Int((part * 100).rounded()), label: scope.label, absence),
        remedies: [.ofSync(.allowInactivation)])
    }
    return isTooMany
  }
}
