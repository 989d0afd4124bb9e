import AccountingSystems
import CustomerModel
import Documents
import Foundation
import RegisterStore

/// Fetches what changed in the accounting system into the inbox, page by page, so that nothing fetched is lost.
struct SyncPull {
  let session: SyncSession
  var scope: SyncScope { session.scope }

  /// What a pull brought.
  struct Fetched {
    var count = 0
    /// From where the next pull goes on; nil when nothing was pulled.
    var cursor: String?
    /// The ids of all records, when everything was listed.
    var allIDs: Set<String>?
    /// The records, in a dry run, which writes nothing.
    var records: [RemoteCustomer] = []
    /// Linked records that were asked for by id and are no longer there.
    var gone: Set<String> = []
    /// What is known of full comparisons that are cut short, after this one: nil leaves it as it was.
    var cutSweep: SyncState.Sweep??
  }

  init(_ session: SyncSession) { self.session = session }

  func fetch(start: Date) throws -> Fetched {
    let system = scope.system
    let state = try scope.register.read { try $0.syncState(system) }
    let isFull = scope.options.isFull || state.cursor == nil || state.cutSweep != nil
    let isDeep = scope.options.isDeep || state.cutSweep == .deep
    if state.cutSweep != nil, !scope.options.isFull {
      session.outcome.note(state.cursor == nil ? PullTexts.firstSyncGoesOn : PullTexts.comparisonGoesOn)
    }
    let range: ListRange
    switch state.cursor {
    case let cursor? where !isFull: range = .changes(since: cursor)
    case let cursor? where !isDeep: range = .differences(since: cursor, seen: lastSeen)
    default: range = .everything
    }
    var fetched = Fetched()
    // A pull that was cut off goes on; its first cursor counts, since what it fetched may have changed since.
    let isResumed = state.candidate != nil && !scope.options.isDryRun
    var told: [String] = []
    if !isFull {
      let events = SyncEvents(session)
      // A listing that was cut off is not made up for by events: it goes on.
      if state.candidate == nil, let cursor = try events.read(state, told: &told) {
        fetched.cursor = cursor
        try fetchTold(told, &fetched)
        return fetched
      }
      events.noteUnknownPlace(state.eventMark)
    }
    let sweep: SyncState.Sweep? = isFull ? (isDeep ? .deep : .full) : nil
    fetched.allIDs = try part(of: sweep) {
      try scope.service.list(
        range,
        started: { cursor in
          fetched.cursor = isResumed ? state.candidate : cursor
          if !isResumed, !scope.options.isDryRun {
            try scope.register.write { try $0.setCandidate(system, cursor, at: start) }
          }
        },
        isHeld: { id in
          guard isResumed else { return false }
          return try scope.register.read { try $0.inboxEntry(system, remoteID: id)?.state == .fetched }
        },
        page: { records in
          fetched.count += records.count
          session.outcome.fetched += records.count
          if scope.options.isDryRun {
            fetched.records += records
          } else {
            try scope.register.write { writer in
              for record in records { try writer.receive(record, system) }
            }
          }
        })
    }
    try part(of: sweep) { try fetchTold(told, &fetched) }
    if let all = fetched.allIDs {
      try findDeletions(all, &fetched)
    } else if isFull {
      session.outcome.note(
        PullTexts.listKeptChanging(scope.label), remedies: [.syncFully(system: scope.system)])
    }
    return fetched
  }

  /// Does a part of a full comparison: where it is cut short, the next run goes on with it.
  ///
  /// - Parameter sweep: nil for what is none.
  private func part<Result>(of sweep: SyncState.Sweep?, _ body: () throws -> Result) throws -> Result {
    do {
      return try body()
    } catch APIFailure.spent {
      if let sweep { try scope.register.write { try $0.setCutSweep(scope.system, sweep) } }
      throw APIFailure.spent
    }
  }

  /// A record as it was last seen, merged or not; nil for one that is to be fetched in any case: it was gone, or waits for a
  /// value that the system did not show.
  private func lastSeen(_ id: String) throws -> JSONNode? {
    try scope.register.read { reader in
      if let object = try reader.inboxEntry(scope.system, remoteID: id)?.remote().object { return object }
      guard let link = try reader.link(scope.system, remoteID: id), !link.isGone else { return nil }
      let object = try link.remote().object
      return link.syncedRevision == 0 && scope.reading.withholds(someOf: object) ? nil : object
    }
  }
}
