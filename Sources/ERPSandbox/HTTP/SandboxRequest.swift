/// A request as it came.
struct SandboxRequest: Sendable {
  var method: String
  /// Before `?`, escapes as they were sent.
  var path: String
  /// After `?`, as it was sent; nil without one.
  var query: String?
  /// Names in lower case.
  var headers: [String: String]
  var body: [UInt8]

  init(method: String, target: String, headers: [String: String], body: [UInt8]) {
    self.method = method
    let parts = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    path = String(parts[0])
    query = parts.count > 1 ? String(parts[1]) : nil
    self.headers = headers
    self.body = body
  }

  /// The parts of the path below `prefix`, unescaped one by one, so that an escaped slash stays within its part.
  func segments(below prefix: String) -> [String] {
    path.dropFirst(prefix.count).split(separator: "/").map { QueryString.decode($0) }
  }

  /// True for the system's resources; false for what is about its tokens.
  func isFor(_ system: ERPSystem) -> Bool { path == system.resources || path.hasPrefix(system.resources + "/") }

  var parameters: [(name: String, value: String)] { QueryString.parse(query ?? "") }

  /// The first parameter of that name.
  func parameter(_ name: String) -> String? { parameters.first { $0.name == name }?.value }

  /// The address under which the client sees this server.
  var origin: String { "http://" + (headers["host"] ?? "localhost") }

  /// The token of an `Authorization: Bearer` header.
  var bearerToken: String? {
    guard let value = headers["authorization"], value.lowercased().hasPrefix("bearer ") else { return nil }
    return String(value.dropFirst(7))
  }

  /// Whether the client takes JSON: it says so, takes anything or says nothing.
  var acceptsJSON: Bool {
    guard let accept = headers["accept"]?.lowercased() else { return true }
    return ["application/json", "application/*", "*/*"].contains { accept.contains($0) }
  }

  var sendsJSON: Bool {
    headers["content-type"]?.lowercased().hasPrefix("application/json") ?? false
  }
}
