import AccountingSystems
import ConfigurationFile
import CustomerModel
import Foundation
import RegisterStore
import Texts

/// Learns from the system's events which customers changed there, where the configuration asks for it.
///
/// The events only tell whom to ask for; what became of a customer is what the system answers then. Who was told waits in the
/// register, noted in one transaction with how far the stream was read, until the record is in the inbox or gone.
struct SyncEvents {
  private let session: SyncSession
  private var scope: SyncScope { session.scope }
  private var system: String { scope.system }

  init(_ session: SyncSession) { self.session = session }

  /// Reads what was told since the last sync, in place of a listing.
  ///
  /// - Returns: the cursor of a later listing when nothing was left out; nil when the lists must be read. It does not move on
  ///   while nothing is told: a stream that is quiet may be one that lags behind.
  func read(_ state: SyncState, told: inout [String]) throws -> String? {
    guard scope.context.system.changeEvents, let events = scope.service.changeEvents, let mark = state.eventMark else {
      return nil
    }
    let changes: ToldChanges
    do {
      changes = try events.subscribe(after: EventPosition(offset: mark.offset, before: mark.before)).changes()
    } catch {
      try giveUp(error)
      return nil
    }
    // What was told before something went wrong is no less true.
    told = changes.ids
    let waiting = Set(try scope.register.read { try $0.changedRecords(system) }).subtracting(changes.ids).count
    try keep(changes, listingFrom: changes.isProven ? nil : state.cursor)
    if let trouble = changes.trouble {
      warn(trouble)
      return nil
    }
    guard changes.isProven else {
      // After a single event, the first that was ever seen, nobody can tell.
      if mark.before != nil { warn(EventTexts.lastDidNotComeAgain) }
      return nil
    }
    session.outcome.note(
      waiting == 0
        ? EventTexts.toldOf(told.count, label: scope.label)
        : EventTexts.toldOf(told.count, waiting: waiting, label: scope.label))
    return changes.cursor ?? state.cursor
  }

  /// Tells why lists are read, where nothing is wrong: without a word, deletions would be missed that events are to tell of.
  ///
  /// - Parameter mark: the place from which the stream was asked for; nil when none is known.
  func noteUnknownPlace(_ mark: EventMark?) {
    guard scope.context.system.changeEvents, scope.service.changeEvents != nil, mark?.before == nil,
      !session.outcome.findings.contains(where: { $0.code == FindingCode.changeEvents.name })
    else { return }
    session.outcome.note(
      mark == nil ? EventTexts.noEventIsKnown(scope.label) : EventTexts.onlyOneEventIsKnown(scope.label),
      remedies: [.syncFully(system: system)])
  }

  /// A place that is refused is refused each time: it is forgotten, and learnt anew from what is told during this run.
  private func giveUp(_ failure: ChangeEventFailure) throws {
    guard failure.refusesPosition, !scope.options.isDryRun else { return warn(failure.reason) }
    try scope.register.write { try $0.setEventMark(system, nil) }
    warn(EventTexts.placeIsForgotten(failure.reason))
    session.listening = try? scope.service.changeEvents?.subscribe(after: nil)
  }

  /// Begins to listen where no place in the stream is known yet, before anything is listed: what the list of this run cannot
  /// show any more is then told.
  func listen() throws -> (any ChangeEventSubscription)? {
    guard scope.context.system.changeEvents, scope.options.direction != .push, !scope.options.isDryRun,
      let events = scope.service.changeEvents
    else { return nil }
    try forgetAnOldPlace()
    guard try scope.register.read({ try $0.syncState(system) }).eventMark == nil else { return nil }
    do {
      return try events.subscribe(after: nil)
    } catch {
      warn(error.reason)
      return nil
    }
  }

  /// Notes what was told during the run, its own changes among it, and with it the place in the stream.
  func remember(_ subscription: any ChangeEventSubscription) throws {
    let changes = subscription.changes()
    try keep(changes)
    if let trouble = changes.trouble { warn(trouble) }
  }

  /// - Parameter cursor: from where the lists must be read, since nobody knows what else was told before; nil when nothing is
  ///   missing. Noted with the place in the stream: a run that ends before it lists leaves that to the next.
  private func keep(_ changes: ToldChanges, listingFrom cursor: String? = nil) throws {
    guard !scope.options.isDryRun else { return }
    try scope.register.write { writer in
      try writer.noteChanged(changes.ids, system)
      guard let position = changes.position else { return }
      if let cursor { try writer.setCandidate(system, cursor, at: scope.context.now()) }
      try writer.setEventMark(
        system, EventMark(offset: position.offset, before: position.before, at: scope.context.now()))
    }
  }

  private func forgetAnOldPlace() throws {
    guard let mark = try scope.register.read({ try $0.syncState(system) }).eventMark,
      scope.context.now().timeIntervalSince(mark.at) > EventRetention.seconds
    else { return }
    try scope.register.write { try $0.setEventMark(system, nil) }
    warn(EventTexts.lastIsTooOld(scope.label))
  }

  private func warn(_ reason: Text) {
    session.report(
      .changeEvents, number: "", remoteID: nil, EventTexts.areUnreliable(scope.label, reason),
      remedies: [.syncFully(system: system)])
  }
}
