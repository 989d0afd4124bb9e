import AccountingSystems
import ConfigurationFile
import CustomerModel
import HTTP
import RegisterStore
import Runs
import TestSupport
import Testing

/// Several syncs, none of which can begin: what a series makes of failures. What syncs do together, the tests of the program see
/// with both systems played.
@Suite struct SyncSeriesTests {
  private let office: Office
  private let configuration: Configuration

  init() throws {
    office = try Office()
    var configuration = Configuration(folder: office.folder.path)
    configuration.path = office.folder.file("config.json")
    for (name, kind) in [("fortnox", AccountingSystem.Kind.fortnox), ("visma", .visma)] {
      var system = AccountingSystem(name: name, kind: kind)
      system.credentials = "\(name).json"
      configuration.erps[name] = system
    }
    self.configuration = configuration
  }

  private func series(
    _ options: SyncOptions = SyncOptions(), _ cancellation: Cancellation = Cancellation()
  ) -> SyncSeries {
    SyncSeries(
      options, configuration: configuration, library: { try Office.shippedMappings() },
      connections: Connections(configuration, cancellation: cancellation, environment: [:]))
  }

  private var systems: [AccountingSystem] { configuration.erps.values.sorted { $0.name < $1.name } }

  @Test(arguments: [true, false])
  func oneSystemsFailureDoesNotKeepTheOthersFromTheirs(isDryRun: Bool) throws {
    var options = SyncOptions()
    options.isDryRun = isDryRun
    let series = series(options)
    var told: [String] = []
    try series.perform(with: systems, on: office.register, as: { office.actor }, failed: { told.append($0.code) })
    #expect(told == ["credentials.missing", "credentials.missing"])
    #expect(series.turns.map(\.system.name) == ["fortnox", "visma"])
    #expect(series.turns.allSatisfy { $0.outcome == nil && $0.exitStatus == 78 })
    #expect(series.exitStatus == 78)
    #expect(try series.samples(in: office.register).map(\.exitStatus) == [78, 78])
  }

  @Test func aSeriesThatIsStoppedLeavesTheRest() throws {
    let cancellation = Cancellation()
    cancellation.cancel()
    let series = series(SyncOptions(), cancellation)
    try series.perform(with: systems, on: office.register, as: { office.actor })
    #expect(series.turns.isEmpty)
    #expect(series.stoppedBefore?.name == "fortnox")
    #expect(series.exitStatus == KundregError.Status.unavailable.rawValue)
  }

  @Test func onlySystemsThatSomebodyLoggedInToAreMeant() throws {
    #expect(code { _ = try configuration.systemsWithCredentials(environment: [:]) } == "erp.none")
    #expect(code { _ = try configuration.system(named: "annat") } == "erp.unknown")
    try office.folder.write("{}", to: "visma.json")
    #expect(try configuration.systemsWithCredentials(environment: [:]).map(\.name) == ["visma"])
  }
}
