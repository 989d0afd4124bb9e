/// What was asked and answered, control requests excepted.
struct RequestLog: Sendable {
  struct Entry: Sendable {
    var number: Int
    var system: ERPSystem
    /// The number of the company; nil when the request had no token that was known.
    var company: Int?
    var request: SandboxRequest
    /// What the client was sent; 0 when the connection was closed without an answer.
    var status: Int
    var fault: Fault.Kind?
    /// When it came, by the sandbox's clock.
    var time: Double

    var json: JSON {
      .object([
        "n": JSON(number), "at": .string(TimeText.utc(time)), "system": .string(system.rawValue),
        "company": company.map { JSON($0) } ?? .null, "method": .string(request.method),
        "path": .string(request.path), "query": request.query.map(JSON.string) ?? .null, "status": JSON(status),
        "body": request.body.isEmpty ? .null : .string(String(decoding: request.body, as: UTF8.self)),
        "fault": fault.map { .string($0.rawValue) } ?? .null,
      ])
    }
  }

  private var entries: [Entry] = []

  mutating func append(
    _ request: SandboxRequest, of system: ERPSystem, company: Int?, status: Int, fault: Fault.Kind?, at time: Double
  ) {
    entries.append(
      Entry(
        number: entries.count + 1, system: system, company: company, request: request, status: status, fault: fault,
        time: time))
  }

  var count: Int { entries.count }

  /// Those with a number above `number`.
  func after(_ number: Int) -> [Entry] { Array(entries.dropFirst(max(0, number))) }
}
