package import AccountingSystems
package import ConfigurationFile
package import CustomerModel
package import RegisterStore
package import Texts

/// How it stands with one accounting system: the login, what is linked, what waits, and what the last sync came to.
package struct SyncStanding: Sendable {
  /// The system's name in the configuration.
  package let system: String
  /// The login; an error when its file is not what it should be.
  package let login: Result<CredentialState, KundregError>
  package let linked: Int
  /// Fields and pairs that wait for a person's decision.
  package let conflicts: Int
  /// Requests that failed and are tried again.
  package let queued: Int
  /// Records of the system that the register refuses.
  package let rejected: Int
  /// Customers with a request that may or may not have been carried out.
  package let doubtful: Int
  /// Customers that the system may lack something of.
  package let waiting: Int
  package let lastSuccessAt: String?
  /// When everything was last compared with success.
  package let lastFullAt: String?
  /// When and why the last sync ended before its end; else when and why the last request was refused that still waits.
  package let lastFailure: (at: String, reason: Text)?
  /// What the configuration lacks of what every new customer needs.
  package let missingDefaults: [String]
  /// When and what the last sync left to be done.
  package let rest: (at: String, what: Text)?

  /// The standing of every system of the configuration, by name.
  ///
  /// - Parameter environment: where credentials may stand, too.
  /// - Throws: ``KundregError`` with status 77 for whom may not see all customers.
  package static func all(
    _ configuration: Configuration, environment: [String: String], in register: RegisterReader, as actor: ActingUser
  ) throws -> [SyncStanding] {
    try actor.require(.view, in: register, to: DeedTexts.seeSystems)
    return try configuration.erps.values.sorted { $0.name < $1.name }.map { system in
      try SyncStanding(
        system, file: CredentialFile(system, in: configuration, environment: environment), in: register)
    }
  }

  private init(_ system: AccountingSystem, file: CredentialFile, in register: RegisterReader) throws {
    let name = system.name
    let state = try register.syncState(name)
    self.system = name
    login = Result { () throws(KundregError) in try file.state() }
    linked = try register.linkCount(name)
    let questions = try register.matchQuestions(name).count { $0.answer == nil }
    conflicts = try register.conflicts(system: name, customer: nil).count + questions
    let failed = try register.failedPushes(name)
    queued = failed.count
    rejected = try register.inboxCount(name, state: .rejected)
    doubtful = try register.customersInDoubt(name).count
    waiting = try Self.waiting(for: system, in: register)
    lastSuccessAt = state.lastSuccessAt
    lastFullAt = state.lastFullAt
    if let reason = state.lastFailure {
      lastFailure = (state.lastFailureAt ?? "", reason)
    } else {
      lastFailure = failed.last.map { ($0.finishedAt ?? "", $0.reason ?? Text(verbatim: $0.code ?? "")) }
    }
    missingDefaults = system.missingDefaults
    rest = state.rest.map { (state.restAt ?? "", $0) }
  }

  /// Those that are left out of the sync do not wait.
  private static func waiting(for system: AccountingSystem, in register: RegisterReader) throws -> Int {
    guard !system.leaveOut.isEmpty else { return try register.queueLength(system.name) }
    return try register.customersToPush(system.name).count { customer in
      guard let card = try register.card(ofCustomer: customer) else { return false }
      return !system.leaveOut.contains { $0.holds(for: card) }
    }
  }
}
