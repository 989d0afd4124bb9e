import AccountingSystems
package import ConfigurationFile
import CustomerModel
package import Foundation
import Mapping
package import RegisterStore
package import SwedishIdentity

/// Keeps the register and one accounting system in step: recover, pull, merge, push.
///
/// Whatever breaks, the next run goes on: what was fetched waits in the inbox, the merge is one transaction with the
/// cursor, and every request stands in the journal before it leaves.
package struct SyncRun {
  private let context: SyncContext
  private let options: SyncOptions

  package init(_ options: SyncOptions, context: SyncContext) {
    self.options = options
    self.context = context
  }

  /// Does the sync, or with ``SyncOptions/isDryRun`` finds what it would do.
  ///
  /// - Returns: what was done. An accounting system that stops answering ends the run early: see
  ///   ``SyncOutcome/interruption``.
  /// - Throws: ``KundregError`` when nothing could be done: status 75 when another sync with the system runs, 77, 78.
  package func perform(
    on register: Register, as actor: ActingUser, today: CalendarDay = .today
  ) throws -> SyncOutcome {
    if options.isDryRun {
      return try Self.rehearse([.success(self)], on: register, as: actor, today: today)[0].get()
    }
    let start = context.now()
    let sent = context.service.requestCount
    let (session, lock) = try begin(on: register, as: actor, today: today)
    defer { lock.release() }
    var outcome = try session.perform(start: start)
    let count = context.service.requestCount
    outcome.requests = count.sent - sent.sent
    outcome.throttled = count.throttled - sent.throttled
    outcome.seconds = context.now().timeIntervalSince(start)
    if let run = outcome.run {
      let (report, seconds) = (outcome.report, outcome.seconds)
      try register.write { try $0.amendRun(run, report: report, seconds: seconds) }
    }
    return outcome
  }

  /// Finds what the syncs would do one after the other. They are dry runs, each with a system of its own.
  ///
  /// - Parameter runs: an error for one that is lacking, so that the others know.
  /// - Returns: for each sync what ``perform(on:as:today:)`` returns or throws.
  package static func rehearse(
    _ runs: [Result<SyncRun, any Error>], on register: Register, as actor: ActingUser, today: CalendarDay = .today
  ) -> [Result<SyncOutcome, any Error>] {
    var locks: [SyncLock] = []
    defer { for lock in locks { lock.release() } }
    return SyncRehearsal(
      runs.map { run in
        Result {
          let (session, lock) = try run.get().begin(on: register, as: actor, today: today)
          locks.append(lock)
          return session
        }
      }
    ).perform(on: register)
  }

  /// Makes this the only sync with the system. The lock is to be kept until the session has ended.
  private func begin(
    on register: Register, as actor: ActingUser, today: CalendarDay
  ) throws -> (SyncSession, SyncLock) {
    try register.read { try actor.require(.administrator, in: $0, to: DeedTexts.sync) }
    let lock = try register.lockSync(context.system.name)
    return (
      SyncSession(try SyncScope(options, context: context, register: register, actor: actor, today: today)), lock
    )
  }

  /// Leaves to the next run what waits for a system since its sync ended: what later ones brought, where no more requests may be
  /// sent.
  ///
  /// - Parameters:
  ///   - count: how many customers wait, at least one.
  ///   - outcome: of the sync that ended.
  package static func leave(
    _ count: Int, to system: AccountingSystem, of outcome: inout SyncOutcome, in register: Register,
    at time: Date = Date()
  ) throws {
    let rest = SyncTexts.changedSinceThen(count, label: system.label)
    outcome.leaveRest(rest)
    let (run, report) = (outcome.run, outcome.report)
    try register.write { writer in
      try writer.setRest(system.name, rest, at: time)
      if let run { try writer.amendRun(run, report: report) }
    }
  }
}
