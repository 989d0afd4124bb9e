/// Something that is to go wrong, and for which requests.
struct Fault: Sendable {
  enum Kind: String, Sendable, CaseIterable {
    /// The connection is closed; nothing was done.
    case dropBefore
    /// Everything was done; then the connection is closed without an answer.
    case dropAfter
    /// 500; nothing was done.
    case status500
    /// 500, although everything was done.
    case status500After
    /// Everything was done; half of the answer arrives.
    case truncate
    /// Everything is done at once; the answer comes `seconds` later.
    case slow
    /// 400: the values of this one request are refused; nothing was done.
    case status400
    /// 403: this one request may not be carried out; nothing was done.
    case status403
    /// 401, as with an expired token; nothing was done.
    case unauthorized
    /// 429; nothing was done.
    case status429
    /// The list of customers is empty.
    case emptyList
    /// The list holds the first half of the customers only.
    case shrinkList
  }

  var kind: Kind
  /// Nil matches both.
  var system: ERPSystem?
  /// The number of the company; nil matches all.
  var company: Int?
  /// Nil matches all.
  var method: String?
  /// What the path begins with. Nil matches every resource but no token request.
  var path: String?
  /// Requests that still are to meet the fault.
  var count: Int
  /// Matching requests that pass before it begins.
  var skip: Int
  var seconds: Double

  func matches(
    _ request: SandboxRequest, of system: ERPSystem, company: Int?, listsCustomers: Bool
  ) -> Bool {
    guard self.system == nil || self.system == system, self.company == nil || self.company == company,
      method == nil || method == request.method,
      request.path.hasPrefix(path ?? system.resources)
    else { return false }
    return kind != .emptyList && kind != .shrinkList || listsCustomers
  }
}

extension Fault {
  var json: JSON {
    .object([
      "kind": .string(kind.rawValue), "system": system.map { .string($0.rawValue) } ?? .null,
      "company": company.map { JSON($0) } ?? .null, "method": method.map(JSON.string) ?? .null,
      "path": path.map(JSON.string) ?? .null, "count": JSON(count),
      "skip": JSON(skip), "seconds": .number(String(seconds)),
    ])
  }

  /// Reads a fault; throws `SandboxError` that says what is wrong with it.
  init(_ json: JSON) throws {
    guard let members = json.members else { throw SandboxError("A fault is a JSON object.") }
    let known: Set<String> = ["system", "company", "method", "path", "kind", "count", "seconds", "skip"]
    if let unknown = members.keys.sorted().first(where: { !known.contains($0) }) {
      throw SandboxError("A fault has no \"\(unknown)\"; it may have \(known.sorted().joined(separator: ", ")).")
    }
    guard let kind = members["kind"]?.text.flatMap(Kind.init) else {
      throw SandboxError("\"kind\" must be one of \(Kind.allCases.map(\.rawValue).joined(separator: ", ")).")
    }
    self.kind = kind
    if let name = members["system"], name != .null {
      guard let system = name.text.flatMap(ERPSystem.init(rawValue:)) else {
        throw SandboxError("\"system\" must be fortnox, visma or null.")
      }
      self.system = system
    }
    if let number = members["company"], number != .null {
      guard let company = number.integer, company > 0 else {
        throw SandboxError("\"company\" must be the number of one, from 1, or null.")
      }
      self.company = company
    }
    method = members["method"]?.text?.uppercased()
    path = members["path"]?.text
    count = members["count"]?.integer ?? 1
    skip = members["skip"]?.integer ?? 0
    seconds = members["seconds"]?.double ?? 2
  }
}
