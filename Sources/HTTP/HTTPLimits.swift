/// How much a server may send, unless whoever asks says otherwise.
package enum HTTPLimits {
  /// The greatest body of an answer, in bytes, after decompression.
  package static let answerSize = 64 << 20
  /// The longest text of a websocket, in bytes: an event is some hundred.
  package static let webSocketText = 64 << 10
  /// The longest head of the answer that opens a websocket, in bytes.
  static let webSocketHead = 16 << 10
  /// Connections that are kept while nobody uses them.
  static let idleConnections = 8
}
