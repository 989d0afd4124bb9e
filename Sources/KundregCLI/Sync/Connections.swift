import AccountingSystems
import ConfigurationFile
import CustomerModel
import Foundation
import Logging
import Runs

/// The ways to the configuration's accounting systems: one client for all, one pacer for each quota.
final class Connections {
  let cancellation: Cancellation
  private let configuration: Configuration
  /// For who goes on where libcurl is missing; others ask for ``sender``.
  let http = HTTPClient()
  private let pacers: PacerRegistry
  private let log: Logger

  init(_ configuration: Configuration, cancellation: Cancellation = Cancellation(), log: Logger) {
    self.configuration = configuration
    self.cancellation = cancellation
    self.log = log
    let folder = PaceFolder.find(environment: ProcessInfo.processInfo.environment)
    let hint = "Name a folder that can be written to with KUNDREG_PACE."
    if folder == nil {
      log.warning("Other processes cannot be told how much of a quota is spent: there is no folder for it. \(hint)")
    }
    pacers = PacerRegistry(folder: folder) { trouble in
      log.warning("Other processes cannot be told how much of a quota is spent: \(trouble). \(hint)")
    }
  }

  func credentials(of system: AccountingSystem) -> CredentialFile {
    CredentialFile(system, in: configuration, environment: ProcessInfo.processInfo.environment)
  }

  /// - Throws: ``KundregError`` with status 1 when libcurl is missing: to try again would not help.
  var sender: any HTTPSender {
    get throws(KundregError) {
      try HTTPClient.requireLibrary()
      return http
    }
  }

  /// Sends requests as the system's client, in its pace.
  ///
  /// - Parameter budget: how many of them.
  /// - Throws: ``KundregError`` with status 78 when there are no credentials; as ``sender``.
  func api(of system: AccountingSystem, budget: RequestBudget = RequestBudget()) throws -> any APISending {
    try session(of: system, tokens: tokens(of: system), budget: budget)
  }

  private func tokens(of system: AccountingSystem) throws -> OAuthTokens {
    OAuthTokens(system, file: credentials(of: system), sender: try sender)
  }

  private func session(of system: AccountingSystem, tokens: OAuthTokens, budget: RequestBudget) throws -> APISession {
    let sender = try sender
    let file = credentials(of: system)
    let credentials = try file.load()
    log.debug("\(system.name): \(system.baseURL.absoluteString), credentials in \(file.path)")
    let pacer = pacers.pacer(
      quota: quota(of: system, credentials, file), requests: system.requestsPerWindow, seconds: system.windowSeconds)
    return APISession(
      name: system.name, systemName: "\(system.label) (\(system.name))", sender: sender,
      tokens: tokens, pacer: pacer, budget: budget, cancellation: cancellation)
  }

  /// What the system counts requests by: Visma the client, whatever the company, Fortnox client and company. A company whose id
  /// is not known goes by its credentials' file, of whose path nothing is told: others may see the files of paces.
  private func quota(of system: AccountingSystem, _ credentials: Credentials, _ file: CredentialFile) -> String {
    let host = [system.baseURL.host(), system.baseURL.port.map(String.init)].compactMap(\.self).joined(separator: ":")
    let client = [system.kind.rawValue, host, credentials.clientID]
    return switch system.kind {
    case .fortnox:
      (client + [credentials.tokens.company ?? "unknown-" + Self.digest(of: file.path)]).joined(separator: "~")
    case .visma: client.joined(separator: "~")
    }
  }

  /// The same digits for the same text in every process. Source: Fowler, Noll and Vo, FNV-1a, 64 bits.
  private static func digest(of text: String) -> String {
    let hash = text.utf8.reduce(UInt64(0xCBF2_9CE4_8422_2325)) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    return String(hash, radix: 16)
  }

  /// The system's customers.
  ///
  /// - Parameter budget: how many requests may be sent for them.
  /// - Throws: As ``api(of:budget:)``.
  func service(of system: AccountingSystem, budget: RequestBudget = RequestBudget()) throws -> any CustomerService {
    let tokens = try tokens(of: system)
    let session = try session(of: system, tokens: tokens, budget: budget)
    switch system.kind {
    case .fortnox:
      return FortnoxService(
        api: session, baseURL: system.baseURL, name: system.name, changeEvents: changeEvents(of: system, tokens))
    case .visma: return VismaService(api: session, baseURL: system.baseURL, name: system.name)
    }
  }

  /// Where the system's events are read; nil unless the configuration asks for them.
  private func changeEvents(of system: AccountingSystem, _ tokens: OAuthTokens) -> FortnoxChangeEvents? {
    guard system.changeEvents, let url = system.changeEventsURL else { return nil }
    let file = credentials(of: system)
    return FortnoxChangeEvents(
      url: url, clientSecret: { try file.load().clientSecret }, tokens: tokens, cancellation: cancellation)
  }
}

extension CredentialFile {
  /// True when there is anything to log in with.
  var isThere: Bool { FileManager.default.fileExists(atPath: path) || (try? load()) != nil }
}

/// Turns Ctrl-C and a polite kill into a stop after the request in flight.
enum InterruptSignal {
  /// Watches from now to the end of the program.
  static func watch() -> Cancellation {
    let cancellation = Cancellation()
    for number in [SIGINT, SIGTERM] {
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler {
        // A second one means it.
        if cancellation.isCancelled { exit(128 + number) }
        cancellation.cancel()
        Output.errorText("kundreg: stopping after the request in flight\n")
        withExtendedLifetime(source) {}
      }
      source.activate()
    }
    return cancellation
  }
}
