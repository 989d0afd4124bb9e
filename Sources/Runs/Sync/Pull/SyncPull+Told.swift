import AccountingSystems
import CustomerModel
import RegisterStore

extension SyncPull {
  /// Asks for the customers whom events told of and whose records did not come otherwise.
  ///
  /// - Parameter told: those of a dry run, which keeps nothing of them.
  func fetchTold(_ told: [String], _ fetched: inout Fetched) throws {
    // However few can be asked for, the run goes on to send: what it reads before that is counted now.
    if session.readsReferences { scope.context.budget.expectPage() }
    var asked = try scope.register.read { try $0.changedRecords(scope.system) }
    if scope.options.isDryRun {
      let known = Set(asked)
      let received = Set(fetched.records.map(\.id))
      asked = (asked + told.filter { !known.contains($0) }).filter { !received.contains($0) }
    }
    // Whom a whole list lacks is looked for as everybody else whom it lacks.
    if let all = fetched.allIDs { asked.removeAll { !all.contains($0) } }
    // Where not all get their turn, those that are not there, and so wait for the others, must not be the first each time.
    if scope.context.budget.isLimited { asked.shuffle() }
    var gone: Set<String> = []
    var rest = asked[...]
    var failure: APIFailure?
    while failure == nil, !rest.isEmpty {
      let group = rest.prefix(ParallelFetch.groupSize)
      let service = scope.service
      let outcome = ParallelFetch.records(of: Array(group)) { (id) throws(APIFailure) in try service.customer(id: id) }
      // What was fetched before a failure is kept: each record costs a request.
      try take(outcome.records, &fetched)
      gone.formUnion(outcome.gone)
      failure = outcome.failure
      let answered = Set(outcome.records.map(\.id)).union(outcome.gone)
      rest = failure == nil ? rest.dropFirst(group.count) : rest.filter { !answered.contains($0) }[...]
    }
    switch failure {
    case .spent:
      session.leaveRest(PullTexts.toldCouldNotBeAskedFor(scope.label))
    case let failure?: throw failure
    case nil: break
    }
    try takeForDeleted(gone, unasked: Set(rest), &fetched)
  }

  private func take(_ records: [RemoteCustomer], _ fetched: inout Fetched) throws {
    fetched.count += records.count
    session.outcome.fetched += records.count
    if scope.options.isDryRun {
      fetched.records += records
    } else if !records.isEmpty {
      try scope.register.write { writer in
        for record in records { try writer.receive(record, scope.system) }
      }
    }
  }

  /// Who is told of and is not there was deleted: an event alone would not be believed.
  ///
  /// - Parameter unasked: who could not be asked for in this run. As many may be inactivated as if none of them were there: a
  ///   limit that holds for each night's part alone would be none.
  private func takeForDeleted(_ gone: Set<String>, unasked: Set<String>, _ fetched: inout Fetched) throws {
    guard !gone.isEmpty else { return }
    let (linked, inactivated) = try scope.register.read { reader in
      let linked = try reader.remoteIDs(scope.system)
      // Known as deleted already: perhaps somebody made the customer active here again.
      let inactivated = try gone.subtracting(linked).filter { try reader.link(scope.system, remoteID: $0) != nil }
      return (linked, inactivated)
    }
    let missing = gone.intersection(linked)
    try settle(inactivated, unknown: gone.subtracting(missing).subtracting(inactivated), &fetched)
    let isTooMany = isTooMany(
      missing.count + unasked.intersection(linked).count, of: linked.count,
      unasked.isEmpty ? .byEvents : .byEventsOrUnasked)
    // They wait for a run that may inactivate them.
    if !isTooMany { fetched.gone.formUnion(missing) }
  }

  /// Has done with records of which nothing is to be taken note of any more.
  ///
  /// - Parameter unknown: those that no customer was ever linked with. One that was created a moment ago may not be shown yet, so
  ///   the next run asks once more before it is forgotten.
  private func settle(_ inactivated: Set<String>, unknown: Set<String>, _ fetched: inout Fetched) throws {
    guard !scope.options.isDryRun, !inactivated.isEmpty || !unknown.isEmpty else { return }
    fetched.gone.formUnion(
      try scope.register.write { writer in
        for id in inactivated { try writer.removeChanged(scope.system, remoteID: id) }
        return try unknown.filter { try writer.noteMissing(scope.system, remoteID: $0) }
      })
  }
}
