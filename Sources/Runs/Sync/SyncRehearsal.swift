import AccountingSystems
import CustomerModel
import Foundation
import RegisterStore

/// Finds what syncs with some accounting systems, one after the other, would do.
///
/// All are fetched from first. Then they are merged in turn, in one transaction that is taken back, and what each system would be
/// sent is planned when all were merged: what a later one brings goes on to the earlier ones.
struct SyncRehearsal {
  /// One system's part.
  private final class Part {
    let session: SyncSession
    let push: SyncPush
    let start: Date
    var fetched = SyncPull.Fetched()
    var plans: [PushStep.Plan] = []
    var further: FurtherContactsPush.Results?

    init(_ session: SyncSession) {
      self.session = session
      push = SyncPush(session.scope, run: nil)
      start = session.scope.context.now()
    }

    /// Does what asks the system, and counts it. What ends that is the outcome's.
    func ask(_ body: () throws -> Void) throws {
      let context = session.scope.context
      let (start, before) = (context.now(), context.service.requestCount)
      defer {
        let after = context.service.requestCount
        session.outcome.requests += after.sent - before.sent
        session.outcome.throttled += after.throttled - before.throttled
        session.outcome.seconds += context.now().timeIntervalSince(start)
      }
      do {
        try body()
      } catch let failure as APIFailure {
        session.outcome.interruption = failure.error(of: session.scope)
      }
    }
  }

  private let parts: [Result<Part, any Error>]

  /// - Parameter sessions: an error for one that cannot be.
  init(_ sessions: [Result<SyncSession, any Error>]) { parts = sessions.map { $0.map(Part.init) } }

  func perform(on register: Register) -> [Result<SyncOutcome, any Error>] {
    let fetched = parts.map { part in
      part.flatMap { part in
        Result {
          try part.ask { part.fetched = try part.session.fetch(start: part.start) }
          return part
        }
      }
    }
    let merged = fetched.compactMap { try? $0.get() }.filter { $0.session.outcome.interruption == nil }
    do {
      try rehearse(merged, on: register)
    } catch {
      return parts.map { $0.flatMap { _ in .failure(error) } }
    }
    return fetched.map { part in
      part.flatMap { part in Result { try finish(part, isWhole: merged.count == parts.count, on: register) } }
    }
  }

  private func rehearse(_ parts: [Part], on register: Register) throws {
    guard !parts.isEmpty else { return }
    let merges = parts.map { part in
      { (writer: RegisterWriter) in
        try part.session.merge(part.fetched, in: writer, start: part.start)
        part.session.outcome.run = nil
      }
    }
    try register.rehearse(merges) { writer in
      for part in parts {
        part.session.outcome.conflicts = try part.session.conflictCount(writer)
        guard part.session.scope.options.direction != .pull else { continue }
        part.further = try part.session.furtherContactsPush?.plan(in: writer)
        part.plans = try part.push.plan(in: writer)
      }
    }
  }

  /// - Parameter isWhole: false when a system is missing that was to be rehearsed with.
  private func finish(_ part: Part, isWhole: Bool, on register: Register) throws -> SyncOutcome {
    let session = part.session
    if session.outcome.interruption == nil {
      try part.ask { session.take(try part.push.requests(part.plans)) }
      if let further = part.further { session.take(further) }
    }
    guard session.outcome.interruption == nil else {
      session.outcome.conflicts = try register.read(session.conflictCount)
      return session.outcome
    }
    if isWhole {
      try register.write { try $0.setMatchesShown(session.scope.system, at: part.start) }
    } else {
      session.outcome.note(SyncTexts.rehearsalIsNotWhole)
    }
    return session.outcome
  }
}
