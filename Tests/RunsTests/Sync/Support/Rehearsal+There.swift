import CustomerModel
import ERPSandbox
import Runs
import Testing

extension Rehearsal {
  /// Creates or changes a customer there by our field names, as a person would in the system itself; nil clears.
  func editThere(_ number: String, _ fields: [String: String?]) async throws {
    let members = fields.map { (side.key($0.key), side.written($0.key, $0.value)) }
    try await editRecord(number, Dictionary(members, uniquingKeysWith: { first, _ in first }))
  }

  /// Creates or changes a customer there by the system's own keys.
  func editRecord(_ number: String, _ members: [String: JSON]) async throws {
    try await control("PUT", "/\(side.rawValue)/customers/\(number)", .object(members))
  }

  /// Creates a customer there with an address.
  func addThere(_ number: String, _ fields: [String: String]) async throws {
    try await editThere(
      number, Self.address.merging(fields, uniquingKeysWith: { _, own in own }).mapValues { Optional($0) })
  }

  /// The names of further contact persons of a customer in Fortnox, oldest first.
  func referencesThere(_ number: String) async throws -> [String] {
    let rows = try #require(try await control("GET", "/state")[side.rawValue]?["references"]?.elements)
    return rows.filter { $0["CustomerNumber"]?.text == number }.compactMap { $0["Reference"]?.text }
  }

  /// Makes these the names, as a person would.
  func setReferencesThere(_ number: String, _ names: [String]) async throws {
    try await control(
      "PUT", "/fortnox/customers/\(number)/references", ["names": .array(names.map { .string($0) })])
  }

  func deleteThere(_ number: String) async throws {
    try await control("DELETE", "/\(side.rawValue)/customers/\(number)")
  }

  /// The customers there, as the sandbox holds them.
  func recordsThere() async throws -> [JSON] {
    try #require(try await control("GET", "/state")[side.rawValue]?["customers"]?.elements)
  }

  /// All customers there of that number: more than one would be a double.
  func there(_ number: String) async throws -> [String: String] {
    let found = try await recordsThere().filter { $0["CustomerNumber"]?.text == number }
    #expect(found.count == 1, "\(found.count) customers \(number) there")
    return found.first.map(side.read) ?? [:]
  }

  func there(_ number: String, _ field: String) async throws -> String? { try await there(number)[field] }

  func numbersThere() async throws -> [String] {
    try await recordsThere().compactMap { $0["CustomerNumber"]?.text }.sorted()
  }

  /// All that the system holds, to the byte.
  func stateThere() async throws -> [UInt8] {
    JSONWriter.write(try await control("GET", "/state")[side.rawValue] ?? .null)
  }

  // MARK: Requests and faults

  struct Request: Equatable, CustomStringConvertible {
    let method: String
    /// Below the resources, without query.
    let path: String
    let status: Int
    let body: String?

    var isList: Bool { method == "GET" && (path == "/customers" || path == "/customerreferences") }
    var isWriting: Bool { method != "GET" }
    var description: String { "\(method) \(path) \(status) \(body ?? "")" }
  }

  /// The requests so far, those for tokens excepted.
  func requests() async throws -> [Request] {
    try #require(try await control("GET", "/requests").elements).compactMap { entry in
      guard let path = entry["path"]?.text, path.hasPrefix(side.resources), let method = entry["method"]?.text else {
        return nil
      }
      return Request(
        method: method, path: String(path.dropFirst(side.resources.count)), status: entry["status"]?.integer ?? 0,
        body: entry["body"]?.text)
    }
  }

  /// The requests that `body` caused.
  func requests(during body: () async throws -> Void) async throws -> [Request] {
    let before = try await requests().count
    try await body()
    return Array(try await requests().dropFirst(before))
  }

  func fault(
    _ kind: String, method: String? = nil, path: String? = nil, skip: Int = 0, count: Int = 1, seconds: Int = 0
  ) async throws {
    try await control(
      "POST", "/faults",
      [
        "kind": .string(kind), "system": .string(side.rawValue), "method": method.map(JSON.string) ?? .null,
        "path": path.map { .string(side.resources + $0) } ?? .null, "skip": JSON(skip), "count": JSON(count),
        "seconds": JSON(seconds),
      ])
  }

  func clearFaults() async throws { try await control("POST", "/faults/clear", [:]) }
}
