import AccountingSystems
import ConfigurationFile
import CustomerModel
import ERPSandbox
import Foundation
import HTTP
import RegisterStore
@_spi(CommandLine) import Runs
import SwedishIdentity
import Synchronization
import TestSupport
import Testing

/// A register, a sandbox that plays one accounting system, and the sync between them over real HTTP. Time stands still until
/// it is put forward.
final class Rehearsal: Sendable {
  let side: Side
  let port: Int
  let folder: TemporaryFolder
  let clock: TestClock
  /// The configuration's severities by rule code.
  let rules: [String: Severity]
  private let configured: Mutex<AccountingSystem>
  private let opened: Mutex<Register>
  private let http = HTTPClient()

  static let actor = ActingUser.unnamed("anna")
  static let today = CalendarDay(year: 2026, month: 1, day: 28)

  private init(
    _ side: Side, port: Int, clock: TestClock, system: AccountingSystem, rules: [String: Severity]
  ) throws {
    self.rules = rules
    self.side = side
    self.port = port
    self.clock = clock
    folder = try TemporaryFolder()
    configured = Mutex(system)
    opened = Mutex(try Register.create(at: folder.file("r.db")))
    try writeCredentials(refreshToken: "sandbox-refresh")
  }

  /// Runs `body` with a sandbox of its own.
  @discardableResult
  static func run<Result>(
    _ side: Side, seed: String = "{}", rules: [String: Severity] = [:],
    sandbox change: (inout SandboxOptions) -> Void = { _ in },
    system configure: (inout AccountingSystem) -> Void = { _ in },
    _ body: (Rehearsal) async throws -> Result
  ) async throws -> Result {
    var options = SandboxOptions()
    options.port = 0
    options.clock = TestClock.start
    options.uptime = { 0 }
    options.fortnoxLimit = RequestLimit(requests: 1_000_000, seconds: 5)
    options.vismaLimit = RequestLimit(requests: 1_000_000, seconds: 60)
    options.tokenLifetime = 10_000_000
    options.seed = try Seed(json: Array(seed.utf8), name: "test")
    change(&options)
    let server = try SandboxServer(options)
    let (ports, announcement) = AsyncStream.makeStream(of: Int.self)
    let task = Task {
      defer { announcement.finish() }
      try await server.run(endsOnSignals: false) { announcement.yield($0) }
    }
    defer { task.cancel() }
    var iterator = ports.makeAsyncIterator()
    let port = try #require(await iterator.next())
    var system = side.system(port: port)
    configure(&system)
    return try await body(Rehearsal(side, port: port, clock: TestClock(), system: system, rules: rules))
  }

  var register: Register { opened.withLock { $0 } }
  var system: AccountingSystem {
    get { configured.withLock { $0 } }
    set { configured.withLock { $0 = newValue } }
  }

  /// Goes on with another register, as after a crash.
  func reopen(_ file: String) throws {
    let register = try Register(existing: file)
    opened.withLock { $0 = register }
  }

  /// Does what blocks on a thread of its own: the sandbox needs the others.
  static func blocking<Result: Sendable>(_ body: @escaping @Sendable () throws -> Result) async throws -> Result {
    try await withCheckedThrowingContinuation { continuation in
      let thread = Thread { continuation.resume(with: Swift.Result { try body() }) }
      thread.stackSize = 8 << 20
      thread.start()
    }
  }

  func writeCredentials(refreshToken: String) throws {
    let text = """
      {"clientId": "sandbox", "clientSecret": "sandbox-secret", "refreshToken": "\(refreshToken)"}
      """
    let file = try folder.write(text, to: "credentials.json")
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file)
  }

  /// Consents in Fortnox to a scope, as a person does in a browser, and gives the renewal token.
  func consent(to scope: String) async throws -> String {
    let host = "http://127.0.0.1:\(port)/fortnox/oauth-v1"
    let question = "?client_id=sandbox&response_type=code&state=s&access_type=offline&scope=\(scope)"
    let page = try await Self.blocking { [http] in try http.send(HTTPRequest(.get, host + "/auth" + question)) }
    let line = String(decoding: page.body, as: UTF8.self).split(separator: "\n").first { $0.hasPrefix("code: ") }
    let code = try #require(line).dropFirst(6)
    let basic = Data("sandbox:sandbox-secret".utf8).base64EncodedString()
    let request = HTTPRequest(
      .post, host + "/token",
      headers: [("Authorization", "Basic \(basic)"), ("Content-Type", "application/x-www-form-urlencoded")],
      body: Array("grant_type=authorization_code&code=\(code)".utf8))
    let answer = try await Self.blocking { [http] in try http.send(request) }
    return try #require(try JSONReader.read(answer.body)["refresh_token"]?.text)
  }

  /// Puts both clocks forward.
  func advance(_ seconds: Int) async throws {
    clock.advance(Double(seconds))
    _ = try await control("POST", "/clock", ["advanceSeconds": JSON(seconds)])
  }

  /// Asks the sandbox's control.
  @discardableResult
  func control(_ method: String, _ path: String, _ body: JSON? = nil) async throws -> JSON {
    let request = HTTPRequest(
      HTTPRequest.Method(rawValue: method)!, "http://127.0.0.1:\(port)/_sandbox" + path,
      headers: [("Content-Type", "application/json")], body: body.map { JSONWriter.write($0) })
    let response = try await Self.blocking { [http] in try http.send(request) }
    guard response.status == 200 else {
      throw Unexpected(what: "\(method) \(path): \(String(decoding: response.body, as: UTF8.self))")
    }
    return try JSONReader.read(response.body)
  }
}
