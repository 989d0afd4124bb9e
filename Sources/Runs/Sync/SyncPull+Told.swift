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
    let waiting = try scope.register.read { try $0.changedRecords(scope.system) }
    var gone: Set<String> = []
    for id in waiting + (scope.options.isDryRun ? told.filter { !waiting.contains($0) } : []) {
      if received.contains(id) {
        try settle(id)
        continue
      }
      // Whom a whole list lacks is looked for as everybody else whom it lacks.
      if let all = fetched.allIDs, !all.contains(id) { continue }
      guard let record = try scope.service.customer(id: id) else {
        gone.insert(id)
        continue
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
    try takeForDeleted(gone, &fetched)
  }

  /// Who is told of and is not there was deleted: an event alone would not be believed.
  private func takeForDeleted(_ gone: Set<String>, _ fetched: inout Fetched) throws {
    guard !gone.isEmpty else { return }
    let (linked, inactivated) = try scope.register.read { reader in
      let linked = try reader.remoteIDs(scope.system)
      // Known as deleted already: perhaps somebody made the customer active here again.
      let inactivated = try gone.subtracting(linked).filter { try reader.link(scope.system, remoteID: $0) != nil }
      return (linked, inactivated)
    }
    for id in inactivated { try settle(id) }
    let missing = gone.intersection(linked)
    let isTooMany = isTooMany(missing.count, of: linked.count, "are no longer in \(scope.label), as its events tell")
    // They wait for a run that may inactivate them.
    fetched.gone.formUnion(gone.subtracting(inactivated).subtracting(isTooMany ? missing : []))
  }

  private func settle(_ id: String) throws {
    guard !scope.options.isDryRun else { return }
    try scope.register.write { try $0.removeChanged(scope.system, remoteID: id) }
  }
}
