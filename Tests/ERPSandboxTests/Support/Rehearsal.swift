import ERPSandbox
import Foundation
import Testing

/// A sandbox that runs, and a client with tokens for both systems. Its clock stands at noon UTC on 28 January 2026 until it
/// is put forward.
struct Rehearsal: Sendable {
  let port: Int
  private let fortnoxToken: String
  private let vismaToken: String

  static let noon = 1_769_601_600.0

  static func run(
    seed: JSON = [:], _ configure: (inout SandboxOptions) -> Void = { _ in },
    _ body: @escaping @Sendable (Rehearsal) async throws -> Void
  ) async throws {
    var options = SandboxOptions()
    options.port = 0
    options.clock = noon
    options.uptime = { 0 }
    options.seed = try Seed(json: JSONWriter.write(seed), name: "test")
    configure(&options)
    let server = try SandboxServer(options)
    let (ports, announcement) = AsyncStream.makeStream(of: Int.self)
    let task = Task { try await server.run(endsOnSignals: false) { announcement.yield($0) } }
    defer { task.cancel() }
    var iterator = ports.makeAsyncIterator()
    let port = try #require(await iterator.next())
    let fortnox = try await refresh(port, "/fortnox/oauth-v1/token", "sandbox-refresh")
    let visma = try await refresh(port, "/visma/connect/token", "sandbox-refresh")
    try await body(
      Rehearsal(
        port: port, fortnoxToken: fortnox?.json["access_token"]?.text ?? "",
        vismaToken: visma?.json["access_token"]?.text ?? ""))
  }

  static func form(
    _ port: Int, _ path: String, _ body: String, client: String = "sandbox:sandbox-secret",
    headers: [String: String] = [:]
  ) async throws -> Answer? {
    let basic = "Basic " + Data(client.utf8).base64EncodedString()
    let own = ["Authorization": basic, "Content-Type": "application/x-www-form-urlencoded"]
    return try await HTTPClient.send(
      "POST", path, port: port, headers: own.merging(headers) { _, new in new }, body: Array(body.utf8))
  }

  static func refresh(_ port: Int, _ path: String, _ token: String) async throws -> Answer? {
    try await form(port, path, "grant_type=refresh_token&refresh_token=\(token)")
  }

  func form(
    _ path: String, _ body: String, client: String = "sandbox:sandbox-secret", headers: [String: String] = [:]
  ) async throws -> Answer {
    try #require(try await Self.form(port, path, body, client: client, headers: headers))
  }

  func send(
    _ method: String, _ target: String, _ json: JSON? = nil, text: String? = nil, headers: [String: String] = [:]
  ) async throws -> Answer? {
    var own = ["Accept": "application/json"]
    if json != nil || text != nil { own["Content-Type"] = "application/json" }
    if target.hasPrefix("/fortnox") { own["Authorization"] = "Bearer " + fortnoxToken }
    if target.hasPrefix("/visma") { own["Authorization"] = "Bearer " + vismaToken }
    return try await HTTPClient.send(
      method, target, port: port, headers: own.merging(headers) { _, new in new },
      body: text.map { Array($0.utf8) } ?? json.map { JSONWriter.write($0) } ?? [])
  }

  /// As `send`, where an answer must come.
  func ask(
    _ method: String, _ target: String, _ json: JSON? = nil, text: String? = nil, headers: [String: String] = [:]
  ) async throws -> Answer {
    try #require(try await send(method, target, json, text: text, headers: headers))
  }

  /// The numbers on a page of Fortnox's list.
  func fortnoxNumbers(_ query: String = "") async throws -> [String] {
    let answer = try await ask("GET", "/fortnox/3/customers" + query)
    return try #require(answer.json["Customers"]?.elements).compactMap { $0["CustomerNumber"]?.text }
  }

  /// The numbers on a page of Visma's list.
  func vismaNumbers(_ query: String = "") async throws -> [String] {
    let answer = try await ask("GET", "/visma/v2/customers" + query)
    return try #require(answer.json["Data"]?.elements, "\(answer.text)").compactMap { $0["CustomerNumber"]?.text }
  }

  func vismaID(_ number: String) async throws -> String {
    let answer = try await ask("GET", "/visma/v2/customers?$filter=CustomerNumber%20eq%20'\(number)'")
    return try #require(answer.json["Data"]?[0]?["Id"]?.text)
  }

  func advance(_ seconds: Int) async throws { try await advance(Double(seconds)) }

  func advance(_ seconds: Double) async throws {
    let answer = try await ask("POST", "/_sandbox/clock", ["advanceSeconds": .number(String(seconds))])
    #expect(answer.status == 200)
  }

  func fault(_ fault: JSON) async throws {
    let answer = try await ask("POST", "/_sandbox/faults", fault)
    #expect(answer.status == 200, "\(answer.text)")
  }
}

extension JSON {
  /// Reads a literal of the tests.
  static func parse(_ text: String) throws -> JSON { try JSONReader.read(Array(text.utf8)) }
}
