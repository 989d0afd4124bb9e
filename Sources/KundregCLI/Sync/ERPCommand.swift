import AccountingSystems
import ArgumentParser
import ConfigurationFile
import CustomerModel
import Documents
import Foundation
import HTTP
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
      try requireAdministrator(configuration, global, to: DeedTexts.logIn)
      let system = try configuration.system(named: name)
      if service { try ServiceLogin.requirePossible(at: system) }
      let connections = Connections(configuration, cancellation: InterruptSignal.watch(), log: global.connectionLog)
      let login = LoginFlow(
        system, file: connections.credentials(of: system), sender: try connections.sender, isServiceAccount: service)
      let address = try login.authorizeAddress()
      let listener = paste ? nil : try login.listen(in: Output.language)
      Output.note(ERPTexts.openThisAddress)
      Output.write(address + "\n")
      let code: Secret
      if let listener {
        code = try listener.waitForCode(seconds: LoginTimeout.seconds, connections.cancellation)
      } else {
        Output.note(ERPTexts.pasteTheAddress)
        code = try login.code(fromPasted: readLine() ?? "")
      }
      let tenant = try login.finish(code)
      if service, tenant == nil { try login.adopt(tenantID: try ServiceLogin.companyID(of: system, connections)) }
      Output.done(ERPTexts.isLoggedIn(name), ["erp": name, "login": "done"], as: global.reportFormat)
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
          configuration, environment: GlobalOptions.environment, in: register,
          as: global.actor(in: register))
      }
      var table = TextTable(
        [
          "erp", "login", "linked", "conflicts", "queued", "rejected", "doubtful", "waiting", "last success",
          "last full", "last failure", "missing", "more",
        ],
        kinds: [
          "linked": .number, "conflicts": .number, "queued": .number, "rejected": .number, "doubtful": .number,
          "waiting": .number, "missing": .list, "last success": .time, "last full": .time,
        ])
      let time = { global.reportFormat == .table ? TimeFormat.current.shown($0) : $0 }
      for standing in standings {
        let counts = [
          standing.linked, standing.conflicts, standing.queued, standing.rejected, standing.doubtful, standing.waiting,
        ]
        let cells: [Text?] = [
          standing.lastSuccessAt.map(Text.init(verbatim:)), standing.lastFullAt.map(Text.init(verbatim:)),
          standing.lastFailure.map { ERPTexts.at(time($0.at), $0.reason) },
          Text(verbatim: standing.missingDefaults.joined(separator: ", ")),
          standing.rest.map { ERPTexts.at(time($0.at), $0.what) },
        ]
        table.append(
          [Text(verbatim: standing.system), Self.words(standing)] + counts.map { Text(verbatim: "\($0)") } + cells)
      }
      table.write(as: global.reportFormat)
    }

    /// How it stands with the login.
    private static func words(_ standing: SyncStanding) -> Text {
      switch standing.login {
      case .success(.expired(let date)):
        ERPTexts.isToBeRenewed(
          CredentialState.expired(date).words, command: "kundreg erp login \(ShellWord.quoted(standing.system))")
      case .success(let state): state.words
      case .failure(let error): ([error.text] + error.remedies.map(\.worded)).joined()
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
      try requireAdministrator(configuration, global, to: DeedTexts.logOut)
      let system = try configuration.system(named: name)
      let connections = Connections(configuration, log: global.connectionLog)
      let outcome = try Logout.run(system, file: connections.credentials(of: system), sender: connections.http)
      switch outcome {
      case .revoked:
        Output.done(ERPTexts.isLoggedOut(name), ["erp": name, "logout": "revoked"], as: global.reportFormat)
      case .nothingToRevoke:
        Output.done(
          ERPTexts.hadNoConsent(name), ["erp": name, "logout": ERPTexts.nothingToRevoke],
          as: global.reportFormat)
      case .notRevoked(let reason):
        Output.done(
          ERPTexts.isForgottenHereOnly(name, reason: reason),
          ["erp": name, "logout": "not revoked"], as: global.reportFormat)
      }
    }
  }
}

/// Accounting connections are an administrator's. Where there is no register yet, nobody is registered who could be kept out.
private func requireAdministrator(
  _ configuration: Configuration, _ global: GlobalOptions, to deed: Text
) throws {
  guard FileManager.default.fileExists(atPath: global.registerPath(configuration)) else { return }
  try global.openRegister(configuration).read { try global.actor(in: $0).require(.administrator, in: $0, to: deed) }
}
