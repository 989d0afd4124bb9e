/// An answer, and how it reaches the client.
struct SandboxReply: Sendable {
  /// What happens to the connection.
  enum Delivery: Sendable {
    case whole
    /// The connection is closed without an answer.
    case closed
    /// The head promises the whole body, half of it follows, and the connection is closed.
    case truncated
  }

  var status: Int
  var headers: [(name: String, value: String)]
  var body: [UInt8]
  var delivery = Delivery.whole
  /// Seconds before the answer is sent.
  var delay = 0.0

  init(_ status: Int, headers: [(name: String, value: String)] = [], body: [UInt8] = []) {
    self.status = status
    self.headers = headers
    self.body = body
  }

  init(
    _ status: Int, _ json: JSON, style: JSONWriter.Style = .plain, contentType: String = "application/json",
    headers: [(name: String, value: String)] = []
  ) {
    self.init(status, headers: [("Content-Type", contentType)] + headers, body: JSONWriter.write(json, style))
  }

  init(_ status: Int, text: String) {
    self.init(status, headers: [("Content-Type", "text/plain; charset=utf-8")], body: Array(text.utf8))
  }

  static var closed: SandboxReply {
    var reply = SandboxReply(0)
    reply.delivery = .closed
    return reply
  }
}
