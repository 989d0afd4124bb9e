package import AccountingSystems
package import ConfigurationFile
package import CustomerModel
import HTTP
package import Mapping
package import RegisterStore

/// Syncs with several accounting systems, one after the other, each over what those before it brought.
package final class SyncSeries {
  /// What became of the sync with one system.
  package struct Turn: Sendable {
    package let system: AccountingSystem
    /// Nil when it could not begin.
    package fileprivate(set) var outcome: SyncOutcome?
    /// What ended it before its end.
    package fileprivate(set) var failure: KundregError?
    /// Who waited to be sent when it ended.
    fileprivate var waiting: Set<Int64> = []

    /// The exit status of a program that did this sync alone.
    package var exitStatus: Int32 {
      if let failure { return failure.status.rawValue }
      return outcome?.needsAttention == true ? AttentionStatus.exitStatus : 0
    }
  }

  private let options: SyncOptions
  private let maximumRequests: Int?
  private let configuration: Configuration
  private let library: () throws -> MappingLibrary
  private let connections: Connections

  /// The syncs that ended, so far.
  package private(set) var turns: [Turn] = []
  /// The system before whose sync the series was stopped; nil when it went to its end.
  package private(set) var stoppedBefore: AccountingSystem?

  /// - Parameters:
  ///   - maximumRequests: how many requests may be sent to each system; nil for any number.
  ///   - library: reads the mappings.
  package init(
    _ options: SyncOptions, maximumRequests: Int? = nil, configuration: Configuration,
    library: @escaping () throws -> MappingLibrary, connections: Connections
  ) {
    self.options = options
    self.maximumRequests = maximumRequests
    self.configuration = configuration
    self.library = library
    self.connections = connections
  }

  /// Does the syncs, or with ``SyncOptions/isDryRun`` finds what they would do. One system's failure does not keep the others from
  /// theirs: it stands in its turn.
  ///
  /// - Parameters:
  ///   - actor: whoever asks.
  ///   - failed: called for each failure as it comes.
  package func perform(
    with systems: [AccountingSystem], on register: Register, as actor: () throws -> ActingUser,
    failed: (KundregError) -> Void = { _ in }
  ) throws {
    if options.isDryRun {
      turns = try rehearse(systems, register, actor)
      turns.compactMap(\.failure).forEach(failed)
      return
    }
    for system in systems {
      guard !connections.cancellation.isCancelled else {
        stoppedBefore = system
        break
      }
      let turn = try sync(system, options, register, actor)
      turns.append(turn)
      if let failure = turn.failure { failed(failure) }
    }
    for index in turns.indices.dropLast() { try passOn(to: index, register, actor, failed) }
  }

  /// The exit status of a program that did these syncs: what could not be done comes before what a person should look at.
  package var exitStatus: Int32 {
    let stopped = stoppedBefore == nil ? [] : [KundregError.Status.unavailable.rawValue]
    let statuses = (turns.map(\.exitStatus) + stopped).filter { $0 != 0 }
    return statuses.first { $0 != AttentionStatus.exitStatus } ?? statuses.first ?? 0
  }

  /// What a monitor wants to know of the turns.
  package func samples(in register: Register) throws -> [SyncMetrics.Sample] {
    let turns = turns
    return try register.read { reader in
      try turns.map { turn in
        SyncMetrics.Sample(
          erp: turn.system.name, outcome: turn.outcome, state: try reader.syncState(turn.system.name),
          queueLength: try reader.failedPushes(turn.system.name).count, exitStatus: turn.exitStatus)
      }
    }
  }

  private func sync(
    _ system: AccountingSystem, _ options: SyncOptions, _ register: Register, _ actor: () throws -> ActingUser
  ) throws -> Turn {
    var turn = Turn(system: system)
    do {
      let done = try SyncRun(options, context: context(of: system)).perform(on: register, as: actor())
      turn.outcome = done
      turn.failure = done.interruption
      turn.waiting = try register.read { Set(try $0.customersToPush(system.name)) }
    } catch let error as KundregError {
      turn.failure = error.masked
    }
    return turn
  }

  private func rehearse(
    _ systems: [AccountingSystem], _ register: Register, _ actor: () throws -> ActingUser
  ) throws -> [Turn] {
    let runs = systems.map { system in Result { SyncRun(options, context: try context(of: system)) } }
    return try zip(systems, SyncRun.rehearse(runs, on: register, as: actor())).map { system, result in
      var turn = Turn(system: system)
      do {
        let outcome = try result.get()
        turn.outcome = outcome
        turn.failure = outcome.interruption
      } catch let error as KundregError {
        turn.failure = error.masked
      }
      return turn
    }
  }

  private func context(of system: AccountingSystem) throws -> SyncContext {
    let budget = RequestBudget(maximumRequests)
    return SyncContext(
      system: system, isOneOfSeveral: configuration.erps.count > 1, mapping: try library().mapping(of: system),
      service: try connections.service(of: system, budget: budget), severities: configuration.rules, budget: budget,
      cancellation: connections.cancellation)
  }

  /// Sends an earlier system what later ones brought, so that it need not wait for the next night.
  private func passOn(
    to index: Int, _ register: Register, _ actor: () throws -> ActingUser, _ failed: (KundregError) -> Void
  ) throws {
    let turn = turns[index]
    guard options.direction == .both, var outcome = turn.outcome, turn.failure == nil,
      !connections.cancellation.isCancelled
    else { return }
    let name = turn.system.name
    let (waiting, isShown) = try register.read { reader in
      (Set(try reader.customersToPush(name)), try reader.syncState(name).matchesShownAt != nil)
    }
    let brought = waiting.subtracting(turn.waiting)
    guard isShown, !brought.isEmpty else { return }
    guard maximumRequests == nil else {
      try SyncRun.leave(brought.count, to: turn.system, of: &outcome, in: register)
      turns[index].outcome = outcome
      return
    }
    var options = options
    options.direction = .push
    options.only = brought
    let later = try sync(turn.system, options, register, actor)
    if let failure = later.failure { failed(failure) }
    if let more = later.outcome { turns[index].outcome?.add(more) }
    turns[index].failure = later.failure
  }
}
