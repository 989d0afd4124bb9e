import AccountingSystems
import ConfigurationFile
import CustomerModel
import ERPSandbox
import HTTP
import Mapping
import RegisterStore
import Texts
import Runs
import SwedishIdentity
import TestSupport

extension Rehearsal {
  /// A client of the sandbox as the program makes it, but that it need not wait.
  func service(
    cancellation: Cancellation = Cancellation(), pacer: RequestPacer? = nil, sender: (any HTTPSender)? = nil,
    budget: RequestBudget = RequestBudget()
  ) -> any CustomerService {
    let system = system
    let clock = clock
    let http = sender ?? HTTPClient()
    let file = CredentialFile(path: folder.file("credentials.json"), name: system.name, environment: [:])
    let tokens = OAuthTokens(system, file: file, sender: http, now: { clock.now }, pause: { _ in })
    let session = APISession(
      name: system.name, systemName: system.label, sender: http,
      tokens: tokens, pacer: pacer ?? RequestPacer(requests: 1_000_000, seconds: 1, clock: clock.pacing),
      budget: budget,
      cancellation: cancellation)
    switch side {
    case .fortnox:
      let events = system.changeEvents ? system.changeEventsURL : nil
      return FortnoxService(
        api: session, baseURL: system.baseURL, name: system.name,
        changeEvents: events.map {
          FortnoxChangeEvents(
            url: $0, clientSecret: { try file.load().clientSecret }, tokens: tokens, cancellation: cancellation,
            patience: FortnoxChangeEvents.Patience(answer: 3, quiet: 0.4, whole: 20), now: { clock.now })
        }, now: { clock.now })
    case .visma: return VismaService(api: session, baseURL: system.baseURL, name: system.name, now: { clock.now })
    }
  }

  /// One sync. The first of a register that has customers needs ``SyncOptions/confirmsMatches``, which is on here.
  @discardableResult
  func sync(
    service: (any CustomerService)? = nil, mapping: MappingFile? = nil, budget: RequestBudget = RequestBudget(),
    _ choose: (inout SyncOptions) -> Void = { _ in }
  ) async throws -> SyncOutcome {
    var options = SyncOptions()
    options.confirmsMatches = true
    choose(&options)
    let clock = clock
    let context = SyncContext(
      system: system, mapping: try mapping ?? Office.shippedMappings().named(system.mapping),
      service: service ?? self.service(budget: budget), severities: rules, budget: budget, now: { clock.now })
    let register = register
    return try await Self.blocking { [options] in
      try SyncRun(options, context: context).perform(on: register, as: Self.actor, today: Self.today)
    }
  }

  /// A run after which nothing may be left to do: time moves on, and what rested is tried again.
  @discardableResult
  func nextNight(_ choose: (inout SyncOptions) -> Void = { _ in }) async throws -> SyncOutcome {
    try await advance(86_400)
    return try await sync(choose)
  }

  /// Settles a conflict by hand.
  func resolve(_ number: String, _ field: String, _ decision: ConflictResolution.Decision) throws {
    try _ = resolution.resolve(
      number: number, field: path(field), erp: nil, decision: decision, in: register, as: Self.actor)
  }

  /// Answers whether two customers are one, and gives the sentence that a person reads.
  @discardableResult
  func answerMatch(_ number: String, remote: String? = nil, isSame: Bool) throws -> Text {
    try resolution.answerMatch(
      number: number, erp: nil, remote: remote, isSame: isSame, in: register, as: Self.actor)
  }

  private var resolution: ConflictResolution {
    get throws {
      var configuration = Configuration()
      configuration.erps[system.name] = system
      return ConflictResolution(
        configuration: configuration, library: try Office.shippedMappings(), today: Self.today)
    }
  }
}
