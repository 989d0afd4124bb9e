/// Why a websocket could not be opened, or is of no use any more. Holds no secret and nothing of what was sent.
struct WebSocketFailure: Error, Equatable {
  /// A part of a sentence.
  let reason: String
  /// What the other side is told when the fault is its own; nil when there is nobody left to tell.
  var closeCode: UInt16?

  init(_ reason: String, closeCode: UInt16? = nil) {
    self.reason = reason
    self.closeCode = closeCode
  }

  /// The other side does not keep to the protocol. Source: RFC 6455, 7.4.1, status 1002.
  static func fault(_ what: String) -> WebSocketFailure {
    WebSocketFailure("the server does not keep to the websocket protocol: \(what)", closeCode: 1002)
  }
}
