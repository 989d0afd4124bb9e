import ArgumentParser
import ERPSandbox
import Foundation

/// Plays Fortnox and Visma eAccounting on a port of this computer.
@main
struct SandboxCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "erp-sandbox",
    abstract: "Plays Fortnox and Visma eAccounting on this computer, to rehearse a migration against.",
    discussion: "Nothing is kept: when it ends, everything is forgotten. Ctrl-C ends it.")

  @Option(help: "The port; 0 takes any that is free.")
  var port = 8080

  @Option(help: "The address to listen on.")
  var host = "127.0.0.1"

  @Option(help: ArgumentHelp("What the systems hold at the start.", valueName: "file.json"))
  var seed: String?

  @Option(help: "How many companies each system has. The second one's tokens end with -2, and so on.")
  var companies = 1

  @Option(
    help: ArgumentHelp(
      "Where the sandbox's clock starts, as 2026-01-28T12:00:00Z. Now, if left out.", valueName: "time"))
  var clock: String?

  @Option(help: ArgumentHelp("Requests per seconds that Fortnox admits.", valueName: "requests/seconds"))
  var fortnoxWindow = "25/5"

  @Option(help: ArgumentHelp("How Fortnox counts them: sliding or approximate.", valueName: "kind"))
  var fortnoxWindowKind = "sliding"

  @Option(help: ArgumentHelp("Requests per seconds that Visma admits.", valueName: "requests/seconds"))
  var vismaWindow = "600/60"

  @Option(help: ArgumentHelp("Which customers Fortnox lists without a filter: active or all.", valueName: "which"))
  var fortnoxUnfiltered = "active"

  @Option(help: ArgumentHelp("Seconds for which an access token is taken.", valueName: "seconds"))
  var tokenLifetime = 3600.0

  @Flag(help: "Visma's refresh tokens can be used again, as newly registered clients' can.")
  var reusableVismaTokens = false

  @Option(
    help: ArgumentHelp(
      "The port of Fortnox' events; 0 takes any that is free. Without it none are told.", valueName: "port"))
  var eventsPort: Int?

  @Option(help: ArgumentHelp("A file that is given the address when the sandbox answers.", valueName: "path"))
  var readyFile: String?

  func options() throws -> SandboxOptions {
    var options = SandboxOptions()
    guard (0...65_535).contains(port) else { throw ValidationError("--port must be from 0 to 65535.") }
    options.port = port
    options.host = host
    if let eventsPort {
      guard (0...65_535).contains(eventsPort) else {
        throw ValidationError("--events-port must be from 0 to 65535.")
      }
      options.eventsPort = eventsPort
    }
    guard (1...10_000).contains(companies) else { throw ValidationError("--companies must be from 1 to 10000.") }
    options.companies = companies
    if let seed {
      guard let data = FileManager.default.contents(atPath: seed) else {
        throw ValidationError("--seed: \(seed) cannot be read. Check the path.")
      }
      options.seed = try Seed(json: Array(data), name: seed)
    }
    if let clock {
      guard let time = TimeText.parseUTC(clock) else {
        throw ValidationError("--clock must look like 2026-01-28T12:00:00Z.")
      }
      options.clock = time
    }
    options.fortnoxLimit = try limit(fortnoxWindow, "--fortnox-window")
    guard let kind = SandboxOptions.WindowKind(rawValue: fortnoxWindowKind) else {
      throw ValidationError("--fortnox-window-kind must be sliding or approximate.")
    }
    options.fortnoxWindowKind = kind
    options.vismaLimit = try limit(vismaWindow, "--visma-window")
    guard let unfiltered = SandboxOptions.UnfilteredList(rawValue: fortnoxUnfiltered) else {
      throw ValidationError("--fortnox-unfiltered must be active or all.")
    }
    options.fortnoxUnfiltered = unfiltered
    guard tokenLifetime > 0, tokenLifetime.isFinite else { throw ValidationError("--token-lifetime must be above 0.") }
    options.tokenLifetime = tokenLifetime
    options.reusableVismaTokens = reusableVismaTokens
    return options
  }

  private func limit(_ text: String, _ option: String) throws -> RequestLimit {
    guard let limit = RequestLimit(text) else {
      throw ValidationError("\(option) must be requests per seconds, such as 25/5.")
    }
    return limit
  }

  func run() async throws {
    let server: SandboxServer
    do {
      server = try SandboxServer(options())
    } catch let error as SandboxError {
      throw ValidationError(error.description)
    }
    let host = host
    let readyFile = readyFile
    try await server.run(endsOnSignals: true) { port in
      let address = "http://\(host.contains(":") ? "[\(host)]" : host):\(port)"
      FileHandle.standardOutput.write(Data("listening on \(address)\n".utf8))
      FileHandle.standardError.write(Data(usage(address).utf8))
      if let readyFile {
        do {
          try Data("\(address)\n".utf8).write(to: URL(fileURLWithPath: readyFile), options: .atomic)
        } catch {
          FileHandle.standardError.write(Data("--ready-file: \(readyFile) cannot be written.\n".utf8))
        }
      }
    }
  }
}

/// How a register is pointed at the sandbox.
private func usage(_ address: String) -> String {
  """
  Fortnox: "baseURL": "\(address)/fortnox/3", "tokenURL": "\(address)/fortnox/oauth-v1/token"
  Visma:   "baseURL": "\(address)/visma/v2", "tokenURL": "\(address)/visma/connect/token"
  Credentials of both: {"clientId": "sandbox", "clientSecret": "sandbox-secret", "refreshToken": "sandbox-refresh"}
  What it holds: curl \(address)/_sandbox/state
  Ctrl-C ends it.

  """
}
