import AccountingSystems
import ArgumentParser
import ConfigurationFile
import CustomerModel
import Documents
import Foundation
import RegisterStore
import Runs
import Texts

/// `kundreg erp`
struct ERPCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "erp",
    abstract: "Log in to accounting systems, and see how it stands with them.",
    discussion: """
      EXAMPLE
        kundreg erp login fortnox
        kundreg erp status
      """,
    subcommands: [LoginCommand.self, StatusCommand.self, LogoutCommand.self])

  struct LoginCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "login",
      abstract: "Log in to an accounting system, as a person in a browser.",
      discussion: """
        Prints the address to open, and waits for the browser to come back. The credentials' file must hold clientId and \
        clientSecret, which the accounting system's developer portal gives.

        EXAMPLE
          kundreg erp login fortnox
          kundreg erp login fortnox --service
        """)

    @Argument(help: "The accounting system's name in the configuration.")
    var name: String
    @Flag(
      help: "Fortnox: become a service account, which needs no renewal token. Takes a system administrator's consent.")
    var service = false
    @Flag(help: "Do not listen: ask for the address that the browser ends at.")
    var paste = false
    @OptionGroup var global: GlobalOptions

    func run() throws {
      let configuration = try global.configuration()
      try requireAdministrator(configuration, global, to: "log in to an accounting system")
      let system = try configuration.system(named: name)
      if service, system.kind != .fortnox {
        throw KundregError(
          .usage, code: "erp.noServiceAccounts", "Only Fortnox has service accounts: leave out --service.")
      }
      let connections = Connections(configuration, cancellation: InterruptSignal.watch(), log: global.connectionLog)
      let login = LoginFlow(
        system, file: connections.credentials(of: system), sender: try connections.sender, isServiceAccount: service)
      let address = try login.authorizeAddress()
      let listener = paste ? nil : try login.listen()
      Output.errorText("Open this address in a browser, and log in to the right company:\n")
      Output.write(address + "\n")
      let code: Secret
      if let listener {
        code = try listener.waitForCode(seconds: 600, connections.cancellation)
      } else {
        Output.errorText("Then paste the whole address that the browser ends at, and press Enter:\n")
        code = try login.code(fromPasted: readLine() ?? "")
      }
      let tenant = try login.finish(code)
      if service, tenant == nil { try login.adopt(tenantID: try Self.companyID(system, connections)) }
      Output.done("Logged in to \(name).", ["erp": name, "login": "done"], as: global.reportFormat)
    }

    /// The company's id from its own information, for tokens that do not tell it.
    ///
    /// Source: Fortnox developer, "Authorization code for service accounts": `DatabaseNumber` is the tenant id.
    private static func companyID(_ system: AccountingSystem, _ connections: Connections) throws -> String {
      let answer = try connections.api(of: system).send(
        HTTPRequest(.get, system.baseURL.absoluteString + "/companyinformation"))
      guard answer.status == 200, let document = try? JSONNode(parsing: answer.body),
        let id = document["CompanyInformation"]?["DatabaseNumber"]?.scalarText
      else {
        throw KundregError(
          .unavailable, code: "erp.noTenant",
          "Fortnox did not tell the company's id. Add the scope companyinformation to the configuration and log in again."
        )
      }
      return id
    }
  }

  struct StatusCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "status",
      abstract: "Show login, last sync, links, conflicts and queue of each accounting system.",
      discussion: """
        EXAMPLE
          kundreg erp status
        """)

    @OptionGroup var global: GlobalOptions

    func run() throws {
      let configuration = try global.configuration()
      let standings = try global.openRegister(configuration).read { register in
        try SyncStanding.all(
          configuration, environment: ProcessInfo.processInfo.environment, in: register,
          as: global.actor(in: register))
      }
      var table = TextTable(
        [
          "erp", "login", "linked", "conflicts", "queued", "rejected", "doubtful", "waiting", "last success",
          "last full", "last failure", "missing", "more",
        ],
        kinds: [
          "linked": .number, "conflicts": .number, "queued": .number, "rejected": .number, "doubtful": .number,
          "waiting": .number, "missing": .list,
        ])
      let language = global.reportFormat == .table ? Output.language : .english
      for standing in standings {
        table.append([
          standing.system, Self.words(standing, language), "\(standing.linked)", "\(standing.conflicts)",
          "\(standing.queued)", "\(standing.rejected)", "\(standing.doubtful)", "\(standing.waiting)",
          standing.lastSuccessAt, standing.lastFullAt, standing.lastFailure.map { "\($0.at): \($0.reason)" },
          standing.missingDefaults.joined(separator: ", "), standing.rest.map { "\($0.at): \($0.what)" },
        ])
      }
      table.write(as: global.reportFormat)
    }

    /// How it stands with the login.
    private static func words(_ standing: SyncStanding, _ language: Language) -> String {
      switch standing.login {
      case .success(.expired(let date)):
        "\(CredentialState.expired(date).words[language]): kundreg erp login \(standing.system)"
      case .success(let state): state.words[language]
      case .failure(let error): error.text[language]
      }
    }
  }

  struct LogoutCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "logout",
      abstract: "Give the consent back and forget the tokens.",
      discussion: """
        Client id and secret stay in the credentials' file. Links and what was agreed stay in the register.

        EXAMPLE
          kundreg erp logout fortnox
        """)

    @Argument(help: "The accounting system's name in the configuration.")
    var name: String
    @OptionGroup var global: GlobalOptions

    func run() throws {
      let configuration = try global.configuration()
      try requireAdministrator(configuration, global, to: "log out of an accounting system")
      let system = try configuration.system(named: name)
      let connections = Connections(configuration, log: global.connectionLog)
      let outcome = try Logout.run(system, file: connections.credentials(of: system), sender: connections.http)
      switch outcome {
      case .revoked:
        Output.done("Logged out of \(name).", ["erp": name, "logout": "revoked"], as: global.reportFormat)
      case .nothingToRevoke:
        Output.done(
          "There was no consent of \(name) to give back.", ["erp": name, "logout": "nothing to revoke"],
          as: global.reportFormat)
      case .notRevoked(let reason):
        Output.done(
          "The tokens of \(name) are forgotten here, but the consent could not be given back: \(reason).",
          ["erp": name, "logout": "not revoked"], as: global.reportFormat)
      }
    }
  }
}

/// Accounting connections are an administrator's. Where there is no register yet, nobody is registered who could be kept out.
private func requireAdministrator(
  _ configuration: Configuration, _ global: GlobalOptions, to deed: String
) throws {
  guard FileManager.default.fileExists(atPath: global.registerPath(configuration)) else { return }
  try global.openRegister(configuration).read { try global.actor(in: $0).require(.administrator, in: $0, to: deed) }
}
