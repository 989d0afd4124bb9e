import AccountingSystems
import ArgumentParser
import ConfigurationFile
import CustomerModel
import RegisterStore
import Runs

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
  var maxInactivate = Percentage(part: InactivationLimit.defaultPart)
  @Option(
    help: ArgumentHelp(
      "End in good order after so many requests, with each system; the next sync goes on. At least 10.",
      valueName: "number"))
  var maxRequests: Int?
  @Option(help: ArgumentHelp("Write the outcome for Prometheus' textfile collector.", valueName: "path"))
  var metrics: String?
  @OptionGroup var global: GlobalOptions

  func validate() throws {
    if summary, !dryRun { throw ValidationError(OptionTexts.summaryOfDryRun) }
    if let contradiction = options.contradiction(maximumRequests: maxRequests) {
      throw ValidationError(SyncOptionTexts.contradiction(contradiction))
    }
    if all, !names.isEmpty { throw ValidationError(SyncOptionTexts.namesAndAll) }
    if !all, names.isEmpty { throw ValidationError(SyncOptionTexts.nothingNamed) }
  }

  func run() throws {
    let configuration = try global.configuration()
    try global.require(metrics, of: .metrics, apartFrom: configuration)
    let systems = try chosen(configuration)
    let register = try global.openRegister(configuration)
    let connections = Connections(configuration, cancellation: InterruptSignal.watch(), log: global.connectionLog)
    let series = SyncSeries(
      options, maximumRequests: maxRequests, configuration: configuration,
      library: { try global.mappings(configuration) },
      connections: connections)
    // Whatever ends the command, what was done is told. An account waits for what later systems bring, which belongs to it.
    defer {
      for (place, turn) in series.turns.filter({ $0.outcome != nil }).enumerated() { tell(turn, isFirst: place == 0) }
    }
    try series.perform(with: systems, on: register, as: { try global.actor(in: register) }, failed: Output.error)
    if let system = series.stoppedBefore {
      Output.error(SyncAccountTexts.wasStoppedBefore(system.label, system: system.name))
    }
    if let metrics { try SyncMetrics.write(series.samples(in: register), to: metrics) }
    guard series.exitStatus == 0 else { throw ExitCode(series.exitStatus) }
  }

  private func chosen(_ configuration: Configuration) throws -> [AccountingSystem] {
    if all { return try configuration.systemsWithCredentials(environment: GlobalOptions.environment) }
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

  private func tell(_ turn: SyncSeries.Turn, isFirst: Bool) {
    guard let outcome = turn.outcome else { return }
    SyncAccount(outcome, label: turn.system.label, isSummary: summary, isFirst: isFirst).write(as: global.reportFormat)
  }
}

extension SyncOptions.Direction: WordOption {}
