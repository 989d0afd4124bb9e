package import ConfigurationFile
import CustomerModel
import Foundation
package import HTTP

/// The ways to the configuration's accounting systems: one client for all, one pacer for each quota.
package final class Connections {
  package let cancellation: Cancellation
  private let configuration: Configuration
  /// For who goes on where libcurl is missing; others ask for ``sender``.
  package let http = HTTPClient()
  private let pacers: PacerRegistry
  private let environment: [String: String]
  private let log: Log

  /// What a log is told, in English.
  package struct Log: Sendable {
    /// What somebody should mend, though it works without.
    let warn: @Sendable (String) -> Void
    /// What is done on the way.
    let debug: @Sendable (String) -> Void

    package init(
      warn: @escaping @Sendable (String) -> Void = { _ in }, debug: @escaping @Sendable (String) -> Void = { _ in }
    ) {
      self.warn = warn
      self.debug = debug
    }
  }

  /// - Parameters:
  ///   - cancellation: stops what waits.
  ///   - environment: where credentials and the folder of paces may stand.
  package init(
    _ configuration: Configuration, cancellation: Cancellation = Cancellation(),
    environment: [String: String] = ProcessInfo.processInfo.environment, log: Log = Log()
  ) {
    self.configuration = configuration
    self.cancellation = cancellation
    self.environment = environment
    self.log = log
    let folder = PaceFolder.find(environment: environment)
    @Sendable func warn(_ trouble: String) {
      log.warn("The pace of a quota is not shared with other processes: \(trouble). See KUNDREG_PACE.")
    }
    if folder == nil { warn("no folder") }
    pacers = PacerRegistry(folder: folder, trouble: warn)
  }

  /// The credentials of a system.
  package func credentials(of system: AccountingSystem) -> CredentialFile {
    CredentialFile(system, in: configuration, environment: environment)
  }

  /// - Throws: ``KundregError`` with status 1 when libcurl is missing: to try again would not help.
  package var sender: any HTTPSender {
    get throws(KundregError) {
      try HTTPClient.requireLibrary()
      return http
    }
  }

  /// Sends requests as the system's client, in its pace.
  ///
  /// - Parameter budget: how many of them.
  /// - Throws: ``KundregError`` with status 78 when there are no credentials; as ``sender``.
  package func api(of system: AccountingSystem, budget: RequestBudget = RequestBudget()) throws -> any APISending {
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
      quota: Self.quota(of: system, credentials, path: file.path), requests: system.requestsPerWindow,
      seconds: system.windowSeconds)
    return APISession(
      name: system.name, systemName: "\(system.label) (\(system.name))", sender: sender,
      tokens: tokens, pacer: pacer, budget: budget, cancellation: cancellation)
  }

  /// What the system counts requests by: Visma the client, whatever the company, Fortnox client and company. A company whose id
  /// is not known goes by its credentials' file, of whose path nothing is told: others may see the files of paces.
  ///
  /// - Parameter path: the credentials' file.
  static func quota(of system: AccountingSystem, _ credentials: Credentials, path: String) -> String {
    let host = [system.baseURL.host(), system.baseURL.port.map(String.init)].compactMap(\.self).joined(separator: ":")
    let client = [system.kind.rawValue, host, credentials.clientID]
    return switch system.kind {
    case .fortnox:
      (client + [credentials.tokens.company ?? "unknown-" + digest(of: path)]).joined(separator: "~")
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
  package func service(of system: AccountingSystem, budget: RequestBudget = RequestBudget()) throws
    -> any CustomerService
  {
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
