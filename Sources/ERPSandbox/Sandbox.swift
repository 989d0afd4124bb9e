/// Both systems, their clock, and what is to go wrong. Requests are answered one at a time.
actor Sandbox {
  private let options: SandboxOptions
  var clock: SandboxClock
  var fortnox: FortnoxGateway
  var visma: VismaGateway
  var faults = FaultList()
  var log = RequestLog()
  /// Streams of events that are open, by a number of their own.
  var streams: [Int: FortnoxStream] = [:]
  var lastStream = 0
  /// Where events are told; nil where they are not.
  private(set) var eventsPort: Int?

  /// Throws `SandboxError` when the seed cannot be used.
  init(_ options: SandboxOptions) throws {
    self.options = options
    clock = SandboxClock(start: options.clock, uptime: options.uptime)
    fortnox = try FortnoxGateway(options, now: clock.now)
    visma = try VismaGateway(options, now: clock.now)
  }

  /// Makes everything as it was at the start.
  func reset() throws {
    clock = SandboxClock(start: options.clock, uptime: options.uptime)
    fortnox = try FortnoxGateway(options, now: clock.now)
    visma = try VismaGateway(options, now: clock.now)
    faults = FaultList()
    log = RequestLog()
    // Clients are cut off.
    streams = [:]
  }

  func tellsEvents(at port: Int) { eventsPort = port }

  func answer(_ request: SandboxRequest) -> SandboxReply {
    var reply: SandboxReply
    if request.path.hasPrefix("/_sandbox") {
      reply = control(request)
    } else if let system = ERPSystem(path: request.path) {
      let lists = request.method == "GET" && request.path == system.resources + "/customers"
      let company = company(of: request, system)
      let fault = faults.take(request, of: system, company: company, listsCustomers: lists)
      reply = answer(request, of: system, fault: fault)
      let status = reply.delivery == .closed ? 0 : reply.status
      log.append(request, of: system, company: company, status: status, fault: fault?.kind, at: clock.now)
    } else {
      reply = SandboxReply(404, text: "Fortnox is at /fortnox/3, Visma at /visma/v2, the control at /_sandbox.")
    }
    reply.headers.append(("Date", TimeText.http(clock.now)))
    return reply
  }

  private func answer(_ request: SandboxRequest, of system: ERPSystem, fault: Fault?) -> SandboxReply {
    switch fault?.kind {
    case .dropBefore: return .closed
    case .status500: return system == .fortnox ? FortnoxReplies.internalError : VismaReplies.internalError
    case .status400: return system == .fortnox ? FortnoxReplies.refused : VismaReplies.refused
    case .status403: return system == .fortnox ? FortnoxReplies.forbidden : VismaReplies.forbidden
    case .unauthorized: return system == .fortnox ? FortnoxReplies.unauthorized : VismaReplies.unauthorized
    case .status429:
      let seconds = fault?.seconds ?? 0
      return system == .fortnox
        ? FortnoxReplies.throttled : VismaReplies.throttled(options.vismaLimit, wait: seconds)
    default: break
    }
    var reply = undisturbed(request, of: system, share: share(fault?.kind))
    switch fault?.kind {
    case .dropAfter: reply.delivery = .closed
    case .status500After: return system == .fortnox ? FortnoxReplies.internalError : VismaReplies.internalError
    case .truncate: reply.delivery = .truncated
    case .slow: reply.delay = fault?.seconds ?? 0
    default: break
    }
    return reply
  }

  /// How much of its register a system shows in a list.
  private func share(_ fault: Fault.Kind?) -> ListShare {
    switch fault {
    case .emptyList: .nothing
    case .shrinkList: .half
    default: .all
    }
  }

  /// The number of the company that a request's token is for; nil when it has none that is known.
  private func company(of request: SandboxRequest, _ system: ERPSystem) -> Int? {
    let tokens = system == .fortnox ? fortnox.tokens : visma.tokens
    return tokens.grant(bearer: request.bearerToken, now: clock.now)?.company
  }

  private func undisturbed(_ request: SandboxRequest, of system: ERPSystem, share: ListShare) -> SandboxReply {
    switch system {
    case .fortnox: fortnox.answer(request, now: clock.now, share: share)
    case .visma: visma.answer(request, now: clock.now, share: share)
    }
  }
}
