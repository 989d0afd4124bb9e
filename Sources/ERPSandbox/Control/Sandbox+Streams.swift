extension Sandbox {
  /// Whether a websocket is opened at an address.
  enum Opening: Sendable {
    case opened(Int)
    /// With that status.
    case refused(Int)
    /// The connection is closed without an answer.
    case dropped
  }

  /// Where Fortnox' events are.
  static let streamPath = "/fortnox/topics-v1"

  func openStream(_ target: String) -> Opening {
    let request = SandboxRequest(method: "GET", target: target, headers: [:], body: [])
    guard request.path == Self.streamPath else { return .refused(404) }
    let fault = faults.take(request, of: .fortnox, company: nil, listsCustomers: false)?.kind
    var opening = Opening.refused(500)
    switch fault {
    case .dropBefore: opening = .dropped
    case .status500: break
    case .status403: opening = .refused(403)
    case .status429: opening = .refused(429)
    default:
      lastStream += 1
      streams[lastStream] = FortnoxStream(fault: fault)
      opening = .opened(lastStream)
    }
    let status =
      switch opening {
      case .opened: 101
      case .refused(let status): status
      case .dropped: 0
      }
    log.append(request, of: .fortnox, company: nil, status: status, fault: fault, at: clock.now)
    return opening
  }

  func command(_ text: String, on stream: Int) {
    // Kept as a request is: an account of what was asked, secrets of a rehearsal included.
    let request = SandboxRequest(
      method: "SEND", target: Self.streamPath, headers: [:], body: Array(text.utf8))
    log.append(request, of: .fortnox, company: nil, status: 101, fault: nil, at: clock.now)
    streams[stream]?.take(text, fortnox.topic, fortnox.tokens, now: clock.now)
  }

  func outgoing(of stream: Int) -> FortnoxStream.Outgoing { streams[stream]?.drain(fortnox.topic) ?? .init(ends: true) }

  func closeStream(_ stream: Int) { streams[stream] = nil }
}
