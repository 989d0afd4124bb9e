import AccountingSystems
import CustomerModel
import RegisterStore

extension SyncPull {
  /// Asks for the customers whom events told of.
  ///
  /// - Parameters:
  ///   - told: those of a dry run, which keeps nothing of them.
  ///   - received: whose records came in this run already.
  func fetchTold(_ told: [String], but received: Set<String>, _ fetched: inout Fetched) throws {
    // However few can be asked for, the run goes on to send: what it reads before that is counted now.
    if session.readsReferences { scope.context.budget.expectPage() }
    let waiting = try scope.register.read { try $0.changedRecords(scope.system) }
    var asked = waiting
    if scope.options.isDryRun {
      let known = Set(waiting)
      asked += told.filter { !known.contains($0) }
    }
    // Where not all get their turn, those that are not there, and so wait for the others, must not be the first each time.
    if scope.context.budget.isLimited { asked.shuffle() }
    var gone: Set<String> = []
    var place = 0
    do {
      while place < asked.count {
        try fetch(asked[place], received, &gone, &fetched)
        place += 1
      }
    } catch APIFailure.spent {
      session.leaveRest(
        "not every customer could be asked for of whom \(scope.label)'s events told. The next sync goes on.")
    }
    try takeForDeleted(gone, unasked: Set(asked[place...]), &fetched)
  }

  /// Asks for one customer.
  private func fetch(
    _ id: String, _ received: Set<String>, _ gone: inout Set<String>, _ fetched: inout Fetched
  ) throws {
    if received.contains(id) { return try settle(id) }
    // Whom a whole list lacks is looked for as everybody else whom it lacks.
    if let all = fetched.allIDs, !all.contains(id) { return }
    guard let record = try scope.service.customer(id: id) else {
      gone.insert(id)
      return
    }
    fetched.count += 1
    session.outcome.fetched += 1
    if scope.options.isDryRun {
      fetched.records.append(record)
    } else {
      try scope.register.write { writer in
        try writer.receive(record, scope.system)
        try writer.removeChanged(scope.system, remoteID: id)
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
    for id in inactivated { try settle(id) }
    let missing = gone.intersection(linked)
    let isTooMany = isTooMany(
      missing.count + unasked.intersection(linked).count, of: linked.count,
      unasked.isEmpty
        ? "are no longer in \(scope.label), as its events tell"
        : "are no longer in \(scope.label) or could not be asked for, as its events tell")
    // They wait for a run that may inactivate them.
    fetched.gone.formUnion(gone.subtracting(inactivated).subtracting(isTooMany ? missing : []))
  }

  private func settle(_ id: String) throws {
    guard !scope.options.isDryRun else { return }
    try scope.register.write { try $0.removeChanged(scope.system, remoteID: id) }
  }
}
