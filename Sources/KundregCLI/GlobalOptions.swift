import AccountingSystems
import ArgumentParser
import ConfigurationFile
import CustomerModel
import Foundation
import Logging
import Mapping
import RegisterStore
@_spi(CommandLine) import Runs
import Synchronization
import Texts
import Validation

/// The options that every command takes, before or after its name.
struct GlobalOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The configuration file.", valueName: "path"))
  var config: String?
  @Option(help: ArgumentHelp("The register: one SQLite file.", valueName: "path"))
  var register: String?
  @Option(name: .customLong("as"), help: ArgumentHelp("The register user on whose behalf to act.", valueName: "user"))
  var user: String?
  @Option(help: "What standard output is written as: table on a terminal, json in a pipe unless said.")
  var format: Format?
  @Option(help: "The language of what is told to people: that of the configuration, else of the locale, unless said.")
  var language: Language?
  @Option(help: "Colours: on a terminal unless NO_COLOR is set, always, or never.")
  var color: Terminal.ColorChoice?
  @Flag(help: "Log errors only.")
  var quiet = false
  @Flag(help: "Log what is done on the way.")
  var verbose = false

  func validate() throws {
    if let language { Output.language = language }
    if let color {
      Output.terminal = Terminal(descriptor: STDOUT_FILENO, color: color, environment: environment)
    }
    Self.lastLog.withLock { $0 = log }
    // A script whose variable is empty must not become an administrator.
    if user == "" { throw ValidationError(OptionTexts.asNeedsUser) }
    if user == nil, environment["KUNDREG_USER"] == "" {
      throw ValidationError(OptionTexts.userVariableIsEmpty)
    }
  }

  private static let valued: Set<String> = ["--config", "--register", "--as", "--format", "--language", "--color"]
  private static let flags: Set<String> = ["--quiet", "--verbose"]

  /// Moves global options that stand before the command behind it, where its own parser takes them.
  static func hoisted(_ arguments: [String]) -> [String] {
    var rest = arguments[...]
    var moved: [String] = []
    while let first = rest.first {
      if valued.contains(first), rest.count > 1 {
        moved += rest.prefix(2)
        rest = rest.dropFirst(2)
      } else if flags.contains(first) || valued.contains(where: { first.hasPrefix($0 + "=") }) {
        moved.append(first)
        rest = rest.dropFirst()
      } else {
        break
      }
    }
    let end = rest.firstIndex(of: "--") ?? rest.endIndex
    return rest[..<end] + moved + rest[end...]
  }

  /// Chooses the language of what is told before any command runs, as one would: that of the options, else of the configuration.
  static func chooseLanguage(_ arguments: [String]) {
    func value(of option: String) -> String? {
      for (index, argument) in arguments.enumerated() {
        if argument.hasPrefix(option + "=") { return String(argument.dropFirst(option.count + 1)) }
        if argument == option, index + 1 < arguments.count { return arguments[index + 1] }
      }
      return nil
    }
    if let language = value(of: "--language").flatMap(Language.init) {
      Output.language = language
    } else if let language = try? Configuration.load(
      path: value(of: "--config"), environment: environment, ruleCodes: Set(RuleCatalogue.all.map(\.code))
    ).language {
      Output.language = language
    }
  }

  // MARK: What commands make of them

  /// The configuration, from `--config`, `KUNDREG_CONFIG`, or `./config.json`.
  func configuration() throws -> Configuration {
    let configuration = try Configuration.load(
      path: config, environment: environment, ruleCodes: Set(RuleCatalogue.all.map(\.code)))
    Output.language = language ?? configuration.language ?? Output.language
    log.debug("configuration: \(configuration.path ?? "none, the built-in values hold")")
    Self.lastRead.withLock { $0 = configuration }
    return configuration
  }

  private static let lastRead = Mutex<Configuration?>(nil)

  /// The configuration that the command went by: what comes after it does, too.
  static var configurationOfCommand: Configuration? { lastRead.withLock { $0 } }

  func registerPath(_ configuration: Configuration) -> String {
    configuration.registerPath(option: register, environment: environment)
  }

  func openRegister(_ configuration: Configuration) throws -> Register {
    let path = registerPath(configuration)
    log.debug("register: \(path)")
    return try Register(existing: path)
  }

  /// The register of the configuration.
  func openRegister() throws -> Register { try openRegister(configuration()) }

  func mappings(_ configuration: Configuration) throws -> MappingLibrary {
    try MappingLibrary(folders: mappingFolders(configuration))
  }

  /// The folders that mappings are looked for in, in their order.
  func mappingFolders(_ configuration: Configuration) -> [String] {
    let executable =
      (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? CommandLine.arguments[0]
    let folders = configuration.mappingFolders(
      executablePath: executable, workingDirectory: FileManager.default.currentDirectoryPath, environment: environment)
    log.debug("mappings: \(folders.joined(separator: ", "))")
    return folders
  }

  /// - Parameters:
  ///   - path: where a command writes a file; nil for nowhere.
  ///   - output: what is written there.
  /// - Throws: ``KundregError`` with status 64 when the register or the configuration stands there.
  func require(_ path: String?, of output: OutputPlace.Output, apartFrom configuration: Configuration) throws {
    guard let path else { return }
    try OutputPlace(output, path).require(apartFrom: configuration, register: registerPath(configuration))
  }

  /// Opens the register for whoever acts.
  ///
  /// - Throws: ``KundregError`` `user.unknown` with status 77 when a user is named whom the register does not have.
  func enter(_ configuration: Configuration) throws -> (register: Register, actor: ActingUser) {
    let register = try openRegister(configuration)
    return (register, try actor(in: register))
  }

  func enter() throws -> (register: Register, actor: ActingUser) { try enter(configuration()) }

  /// Who acts: the user that is named, or else the operating system's, who acts as administrator.
  ///
  /// - Throws: ``KundregError`` `user.unknown` with status 77 when a user is named whom the register does not have.
  func actor(in register: Register) throws -> ActingUser {
    try actorName.map { try ActingUser(named: $0, in: register) } ?? .unnamed(NSUserName())
  }

  /// Who acts, within a transaction.
  func actor(in register: RegisterReader) throws -> ActingUser {
    try actorName.map { try ActingUser(named: $0, in: register) } ?? .unnamed(NSUserName())
  }

  private var actorName: String? { user ?? environment["KUNDREG_USER"] }

  /// The name of who acts, for a door that asks the register about everybody: the operating system's user is no administrator there.
  var nameOfActor: String { actorName ?? NSUserName() }

  var log: Logger {
    var logger = Logger(label: "kundreg") { StreamLogHandler.standardError(label: $0) }
    logger.logLevel = quiet ? .error : verbose ? .debug : .notice
    return logger
  }

  private static let lastLog = Mutex<Logger?>(nil)

  /// Lets who asked for the log tell failures apart without their sentences.
  static func logCode(of error: KundregError) { lastLog.withLock { $0 }?.debug("error code: \(error.code)") }

  /// What the ways to accounting systems tell the log.
  var connectionLog: Connections.Log {
    let log = log
    return Connections.Log(warn: { log.warning("\($0)") }, debug: { log.debug("\($0)") })
  }

  private var environment: [String: String] { Self.environment }

  /// That of the process, which is taken apart anew for each who asks Foundation.
  static let environment = ProcessInfo.processInfo.environment
}

extension Language: WordOption {}
extension Terminal.ColorChoice: WordOption {}
