package import Texts

/// Why a websocket could not be opened, or is of no use any more. Holds no secret and nothing of what was sent.
package struct WebSocketFailure: Error, Equatable {
  /// A part of a sentence.
  package let reason: Text
  /// What the other side is told when the fault is its own; nil when there is nobody left to tell.
  var closeCode: UInt16?

  package init(_ reason: Text, closeCode: UInt16? = nil) {
    self.reason = reason
    self.closeCode = closeCode
  }

  /// The other side does not keep to the protocol. Source: RFC 6455, 7.4.1, status 1002.
  static func fault(_ what: Text) -> WebSocketFailure {
    WebSocketFailure(WebSocketTexts.fault(what), closeCode: 1002)
  }
}
