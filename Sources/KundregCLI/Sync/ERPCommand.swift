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
      try SystemLogins(global).logIn(
        to: name, asService: service, listens: !paste,
        { Connections($0, cancellation: InterruptSignal.watch(), log: global.connectionLog) },
        .init(
          language: Output.language,
          open: { address in
            Output.note(ERPTexts.openThisAddress)
            Output.write(address + "\n")
          },
          paste: {
            Output.note(ERPTexts.pasteTheAddress)
            return readLine() ?? ""
          }))
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
          "waiting": .number, "missing": .list, "last success": .time, "last full": .time, "login": .wordsOfTime,
          "last failure": .wordsOfTime, "more": .wordsOfTime,
        ])
      let isForPeople = global.reportFormat == .table
      let time = { isForPeople ? TimeFormat.current.shown($0) : $0 }
      let loginTime: (Date) -> String = { isForPeople ? TimeFormat.current.shown($0) : $0.ISO8601Format() }
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
          [Text(verbatim: standing.system), Self.words(standing, at: loginTime)]
            + counts.map { Text(verbatim: "\($0)") } + cells)
      }
      table.write(as: global.reportFormat)
    }

    /// How it stands with the login.
    private static func words(_ standing: SyncStanding, at time: (Date) -> String) -> Text {
      switch standing.login {
      case .success(.expired(let date)):
        ERPTexts.isToBeRenewed(
          CredentialState.expired(date).words(time), command: "kundreg erp login \(ShellWord.quoted(standing.system))")
      case .success(let state): state.words(time)
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
      let outcome = try SystemLogins(global).logOut(of: name) { Connections($0, log: global.connectionLog) }
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

extension SystemLogins {
  /// The accounting systems of the configuration, on behalf of whoever acts.
  fileprivate init(_ global: GlobalOptions) throws {
    let configuration = try global.configuration()
    self.init(configuration, register: global.registerPath(configuration), as: global.actor(in:))
  }
}
