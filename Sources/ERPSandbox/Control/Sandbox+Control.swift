extension Sandbox {
  /// Answers the requests that steer the sandbox.
  func control(_ request: SandboxRequest) -> SandboxReply {
    do {
      let segments = request.segments(below: "/_sandbox")
      switch (request.method, segments.first, segments.count) {
      case ("GET", "state", 1): return SandboxReply(200, state(of: try company(request)))
      case ("GET", "requests", 1):
        let after = Int(request.parameter("after") ?? "0") ?? 0
        return SandboxReply(200, .array(log.after(after).map(\.json)))
      case ("POST", "clock", 1):
        guard let seconds = try body(request)["advanceSeconds"]?.double, seconds >= 0 else {
          throw SandboxError("\"advanceSeconds\" must be a number from 0.")
        }
        clock.advance(seconds)
        return SandboxReply(200, ["clock": .string(TimeText.utc(clock.now))])
      case ("POST", "faults", 1):
        let fault = try Fault(body(request))
        faults.add(fault)
        return SandboxReply(200, fault.json)
      case ("POST", "faults", 2) where segments[1] == "clear":
        faults.clear()
        return SandboxReply(200, [:])
      case ("POST", "reset", 1):
        try reset()
        return SandboxReply(200, [:])
      case ("PUT", "fortnox", 4) where segments[1] == "customers" && segments[3] == "references":
        let index = try company(request) - 1
        guard fortnox.companies[index].register.customers[segments[2]] != nil else {
          throw SandboxError("There is no Fortnox customer \(segments[2]).")
        }
        let names = try body(request)["names"]?.elements?.compactMap(\.text)
        guard let names else { throw SandboxError("\"names\" must be a list of texts.") }
        fortnox.companies[index].register.setReferences(names, of: segments[2])
        return SandboxReply(200, [:])
      case (_, .some(let name), 3) where segments[1] == "customers":
        guard let system = ERPSystem(rawValue: name) else { break }
        return try edit(request, of: system, number: segments[2])
      default: break
      }
      return problem(404, "There is no \(request.method) \(request.path).")
    } catch let error as SandboxError {
      return problem(400, error.description)
    } catch {
      return problem(400, "The body is no JSON.")
    }
  }

  /// An edit as a person makes it in the system itself.
  private func edit(_ request: SandboxRequest, of system: ERPSystem, number: String) throws -> SandboxReply {
    let index = try company(request) - 1
    switch (request.method, system) {
    case ("PUT", .fortnox): try fortnox.companies[index].edit(number, body(request).members ?? [:], now: clock.now)
    case ("PUT", .visma): try visma.companies[index].edit(number, body(request).members ?? [:], now: clock.now)
    case ("DELETE", .fortnox): try fortnox.companies[index].remove(number)
    case ("DELETE", .visma): try visma.companies[index].remove(number)
    default: return problem(405, "PUT or DELETE.")
    }
    fortnox.tellEvents(of: index, now: clock.now)
    return SandboxReply(200, [:])
  }

  /// The number of the company that a request is about: the first unless it says another.
  private func company(_ request: SandboxRequest) throws -> Int {
    let count = fortnox.companies.count
    guard let text = request.parameter("company") else { return 1 }
    guard let number = Int(text), (1...count).contains(number) else {
      throw SandboxError("\"company\" must be from 1 to \(count).")
    }
    return number
  }

  private func body(_ request: SandboxRequest) throws -> JSON {
    let json = try JSONReader.read(request.body)
    guard json.members != nil else { throw SandboxError("The body must be a JSON object.") }
    return json
  }

  private func problem(_ status: Int, _ message: String) -> SandboxReply {
    SandboxReply(status, .object(["message": .string(message)]))
  }

  private func state(of company: Int) -> JSON {
    .object([
      "companies": JSON(fortnox.companies.count), "company": JSON(company),
      "clock": .string(TimeText.utc(clock.now)), "requests": JSON(log.count),
      "eventsPort": eventsPort.map { JSON($0) } ?? .null,
      "fortnox": fortnox.state(of: company), "visma": visma.companies[company - 1].state,
      "faults": .array(faults.waiting.map(\.json)),
    ])
  }
}
