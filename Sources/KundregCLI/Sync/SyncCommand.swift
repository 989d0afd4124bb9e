import AccountingSystems
import ArgumentParser
import ConfigurationFile
import CustomerModel
import Foundation
import Mapping
import RegisterStore
import Runs
import Writers

/// `kundreg sync [NAME…|--all]`
struct SyncCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sync",
    abstract: "Keep the register and accounting systems in step.",
    discussion: """
      Fetches what changed in the accounting system, merges it field by field with what changed here, and sends what the \
      system should know. A first sync sends nothing before its matches were shown with --dry-run, or confirmed with --yes. \
      Made for cron: exit status 0 when all is in step, 2 when a person should look at something, 69 when the system does \
      not answer, 75 when another sync runs.

      EXAMPLE
        kundreg sync fortnox --dry-run
        kundreg sync --all --metrics /var/lib/node_exporter/kundreg.prom
      """)

  @Argument(help: ArgumentHelp("Accounting systems, by their names in the configuration.", valueName: "name"))
  var names: [String] = []
  @Flag(help: "Every accounting system of the configuration that has credentials.")
  var all = false
  @Flag(help: "Write nothing on either side; show what would be taken and each request as it would be sent.")
  var dryRun = false
  @Flag(help: "In a dry run, leave the list of changes out.")
  var summary = false
  @Flag(help: "Compare everything that lists show, which is what finds deleted customers.")
  var full = false
  @Flag(help: "With --full, fetch every customer, also those that lists show as they were.")
  var deep = false
  @Option(help: "Only take from the system (pull), only send to it (push), or both.")
  var direction: SyncOptions.Direction = .both
  @Flag(help: "Send at once what was refused not long ago and would rest a while.")
  var retry = false
  @Flag(help: "Confirm the matches of a first sync.")
  var yes = false
  @Option(
    help: ArgumentHelp("The part of linked customers that may be inactivated as deleted there.", valueName: "P%"))
  var maxInactivate = Percentage(part: 0.2)
  @Option(
    help: ArgumentHelp(
      "End in good order after so many requests, with each system; the next sync goes on. At least 10.",
      valueName: "number"))
  var maxRequests: Int?
  @Option(help: ArgumentHelp("Write the outcome for Prometheus' textfile collector.", valueName: "path"))
  var metrics: String?
  @OptionGroup var global: GlobalOptions

  func validate() throws {
    if summary, !dryRun { throw ValidationError("--summary goes with --dry-run.") }
    if deep, !full { throw ValidationError("--deep goes with --full.") }
    if all, !names.isEmpty { throw ValidationError("Name accounting systems, or give --all, not both.") }
    if let maxRequests, maxRequests < RequestBudget.minimum {
      throw ValidationError(
        "--max-requests must be at least \(RequestBudget.minimum), so that every sync gets something done.")
    }
    if maxRequests != nil, dryRun {
      throw ValidationError("--max-requests does not go with --dry-run, which shows all.")
    }
    if !all, names.isEmpty { throw ValidationError("Name an accounting system, or give --all.") }
  }

  func run() throws {
    let configuration = try global.configuration()
    try global.require(metrics, of: "--metrics", apartFrom: configuration)
    let systems = try chosen(configuration)
    let register = try global.openRegister(configuration)
    let connections = Connections(configuration, cancellation: InterruptSignal.watch(), log: global.log)
    var turns: [Turn] = []
    // Whatever ends the command, what was done is told. An account waits for what later systems bring, which belongs to it.
    defer { for (place, turn) in turns.filter({ $0.outcome != nil }).enumerated() { tell(turn, isFirst: place == 0) } }
    var isStopped = false
    if dryRun {
      turns = try rehearse(systems, configuration, register, connections)
    } else {
      for system in systems {
        isStopped = connections.cancellation.isCancelled
        if isStopped {
          Output.error("Stopped before the sync with \(system.label) (\(system.name)) began. The next run does it.")
          break
        }
        turns.append(try sync(system, options, configuration, register, connections))
      }
      for index in turns.indices.dropLast() {
        try passOn(to: &turns[index], configuration, register, connections)
      }
    }
    let samples = try register.read { [turns] reader in
      try turns.map { turn in
        SyncMetrics.Sample(
          erp: turn.system.name, outcome: turn.outcome, state: try reader.syncState(turn.system.name),
          queueLength: try reader.failedPushes(turn.system.name).count, exitStatus: turn.exitStatus)
      }
    }
    let statuses = turns.map(\.exitStatus) + (isStopped ? [KundregError.Status.unavailable.rawValue] : [])
    if let metrics {
      let file = try ReplacementFile(path: metrics)
      try Array(SyncMetrics.text(samples).utf8).withUnsafeBytes { try file.write($0) }
      try file.finish()
    }
    // What could not be done comes before what a person should look at.
    if let status = statuses.first(where: { $0 != 0 && $0 != 2 }) ?? statuses.first(where: { $0 != 0 }) {
      throw ExitCode(status)
    }
  }

  private func chosen(_ configuration: Configuration) throws -> [AccountingSystem] {
    if all {
      let systems = configuration.erps.values.sorted { $0.name < $1.name }.filter {
        CredentialFile($0, in: configuration, environment: ProcessInfo.processInfo.environment).isThere
      }
      guard !systems.isEmpty else {
        throw KundregError(
          .configuration, code: "erp.none",
          "No accounting system of the configuration has credentials. Log in with `kundreg erp login NAME`.")
      }
      return systems
    }
    return try names.map { try configuration.system(named: $0) }
  }

  private var options: SyncOptions {
    var options = SyncOptions()
    options.isDryRun = dryRun
    options.isFull = full
    options.isDeep = deep
    options.direction = direction
    options.confirmsMatches = yes
    options.retriesAll = retry
    options.maximumInactivated = maxInactivate.part
    return options
  }

  /// What became of the sync with one system.
  private struct Turn {
    let system: AccountingSystem
    /// Nil when it could not begin.
    var outcome: SyncOutcome?
    /// What ended it before its end.
    var failure: KundregError?
    /// Who waited to be sent when it ended.
    var waiting: Set<Int64> = []

    var exitStatus: Int32 {
      if let failure { return failure.status.rawValue }
      return outcome?.needsAttention == true ? ExitStatus.someRejected.rawValue : 0
    }
  }

  private func tell(_ turn: Turn, isFirst: Bool) {
    guard let outcome = turn.outcome else { return }
    SyncAccount(outcome, label: turn.system.label, isSummary: summary, isFirst: isFirst).write(as: global.reportFormat)
  }

  private func sync(
    _ system: AccountingSystem, _ options: SyncOptions, _ configuration: Configuration, _ register: Register,
    _ connections: Connections
  ) throws -> Turn {
    var turn = Turn(system: system)
    do {
      let context = try context(of: system, configuration, connections)
      let done = try SyncRun(options, context: context).perform(on: register, as: global.actor(in: register))
      turn.outcome = done
      turn.failure = done.interruption
      turn.waiting = try register.read { Set(try $0.customersToPush(system.name)) }
    } catch let error as KundregError {
      // One system's failure does not keep the others from theirs.
      turn.failure = error
    }
    if let failure = turn.failure { Output.error(failure) }
    return turn
  }

  /// Finds what the syncs would do, each over what those before it bring.
  private func rehearse(
    _ systems: [AccountingSystem], _ configuration: Configuration, _ register: Register, _ connections: Connections
  ) throws -> [Turn] {
    let runs = systems.map { system in
      Result { SyncRun(options, context: try context(of: system, configuration, connections)) }
    }
    let results = SyncRun.rehearse(runs, on: register, as: try global.actor(in: register))
    let turns = try zip(systems, results).map { system, result in
      var turn = Turn(system: system)
      do {
        let outcome = try result.get()
        turn.outcome = outcome
        turn.failure = outcome.interruption
      } catch let error as KundregError {
        turn.failure = error
      }
      return turn
    }
    for failure in turns.compactMap(\.failure) { Output.error(failure) }
    return turns
  }

  private func context(
    of system: AccountingSystem, _ configuration: Configuration, _ connections: Connections
  ) throws -> SyncContext {
    let budget = RequestBudget(maxRequests)
    return SyncContext(
      system: system, isOneOfSeveral: configuration.erps.count > 1,
      mapping: try global.mappings(configuration).mapping(of: system),
      service: try connections.service(of: system, budget: budget), severities: configuration.rules,
      budget: budget, cancellation: connections.cancellation)
  }

  /// Sends an earlier system what later ones brought, so that it need not wait for the next night.
  private func passOn(
    to turn: inout Turn, _ configuration: Configuration, _ register: Register, _ connections: Connections
  ) throws {
    guard !dryRun, direction == .both, turn.outcome != nil, turn.failure == nil,
      !connections.cancellation.isCancelled
    else { return }
    let name = turn.system.name
    let (waiting, isShown) = try register.read { reader in
      (Set(try reader.customersToPush(name)), try reader.syncState(name).matchesShownAt != nil)
    }
    var options = self.options
    options.direction = .push
    options.only = waiting.subtracting(turn.waiting)
    guard isShown, let count = options.only?.count, count > 0 else { return }
    if maxRequests != nil {
      if var outcome = turn.outcome {
        try SyncRun.leave(count, to: turn.system, of: &outcome, in: register)
        turn.outcome = outcome
      }
      return
    }
    let later = try sync(turn.system, options, configuration, register, connections)
    if let outcome = later.outcome { turn.outcome?.add(outcome) }
    turn.failure = later.failure
  }
}

extension SyncOptions.Direction: ExpressibleByArgument {}

extension Configuration {
  /// The accounting system of that name.
  ///
  /// - Throws: ``KundregError`` with status 78 naming those there are.
  func system(named name: String) throws -> AccountingSystem {
    if let system = erps[name] { return system }
    let known = erps.keys.sorted().joined(separator: ", ")
    throw KundregError(
      .configuration, code: "erp.unknown",
      "The configuration has no accounting system \"\(name)\". It has \(known.isEmpty ? "none" : known).")
  }
}
