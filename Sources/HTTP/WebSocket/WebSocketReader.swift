/// Reads what a server sends over a websocket: takes frames apart, joins fragments, and refuses what no server may send.
///
/// Source: RFC 6455, 5 to 8. No extensions are agreed on, so that the reserved bits must be 0.
struct WebSocketReader {
  enum Message: Equatable {
    case text(String)
    case ping([UInt8])
    case pong
    /// The server ends the connection, perhaps without a status.
    case close(UInt16?)
  }

  private let limit: Int
  private var buffer: [UInt8] = []
  /// How much of the buffer was read.
  private var start = 0
  /// The fragments of a text so far; nil when none has begun.
  private var fragments: [UInt8]?

  /// - Parameter limit: the longest text in bytes.
  init(limit: Int) { self.limit = limit }

  mutating func append(_ bytes: some Sequence<UInt8>) {
    if start > 0 {
      buffer.removeFirst(start)
      start = 0
    }
    buffer += bytes
  }

  /// The next message; nil when more bytes are needed for it.
  mutating func next() throws(WebSocketFailure) -> Message? {
    while let frame = try takeFrame() {
      if frame.opcode.isControl { return try control(frame.opcode, frame.payload) }
      if let text = try join(frame) { return .text(text) }
    }
    return nil
  }

  private struct Frame {
    let opcode: WebSocketFrame.Opcode
    let isFinal: Bool
    let payload: [UInt8]
  }

  private mutating func takeFrame() throws(WebSocketFailure) -> Frame? {
    let bytes = buffer[start...]
    guard bytes.count >= 2 else { return nil }
    let first = bytes[start]
    let second = bytes[start + 1]
    guard first & 0x70 == 0 else { throw .fault(WebSocketTexts.reservedBit) }
    guard let opcode = WebSocketFrame.Opcode(rawValue: first & 0x0F) else { throw .fault(WebSocketTexts.unknownFrame) }
    guard second & 0x80 == 0 else { throw .fault(WebSocketTexts.maskedFrame) }
    let isFinal = first & 0x80 != 0
    let short = Int(second)
    if opcode.isControl {
      guard isFinal else { throw .fault(WebSocketTexts.controlInFragments) }
      guard short <= WebSocketFrame.longestControlPayload else { throw .fault(WebSocketTexts.controlTooLong) }
    }
    if opcode == .binary { throw WebSocketFailure(WebSocketTexts.bytesForText, closeCode: 1003) }
    guard let (header, length) = try length(short, in: bytes) else { return nil }
    // Before the payload is there: nobody may make this side keep more than it wants.
    guard length <= UInt64(limit - (opcode.isControl ? 0 : fragments?.count ?? 0)) else {
      throw WebSocketFailure(WebSocketTexts.textTooLong(limit: limit), closeCode: 1009)
    }
    guard bytes.count >= header + Int(length) else { return nil }
    let payload = Array(bytes[(start + header)..<(start + header + Int(length))])
    start += header + Int(length)
    return Frame(opcode: opcode, isFinal: isFinal, payload: payload)
  }

  /// How long the head of a frame and its payload are; nil when the head is not there yet.
  private func length(
    _ short: Int, in bytes: ArraySlice<UInt8>
  ) throws(WebSocketFailure) -> (header: Int, payload: UInt64)? {
    guard short >= 126 else { return (2, UInt64(short)) }
    let count = short == 126 ? 2 : 8
    guard bytes.count >= 2 + count else { return nil }
    let length = bytes.dropFirst(2).prefix(count).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    guard length >> 63 == 0 else { throw .fault(WebSocketTexts.noLength) }
    guard length > (count == 2 ? 125 : 0xFFFF) else { throw .fault(WebSocketTexts.longForm) }
    return (2 + count, length)
  }

  /// A whole text once its last fragment is there. What its fragments are is only known then: a letter may be cut by them.
  private mutating func join(_ frame: Frame) throws(WebSocketFailure) -> String? {
    switch (frame.opcode, fragments) {
    case (.continuation, .none): throw .fault(WebSocketTexts.restWithoutBeginning)
    case (.continuation, .some): fragments! += frame.payload
    case (_, .some): throw .fault(WebSocketTexts.textWithinText)
    case (_, .none): fragments = frame.payload
    }
    guard frame.isFinal, let bytes = fragments else { return nil }
    fragments = nil
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw WebSocketFailure(WebSocketTexts.textIsNoUTF8, closeCode: 1007)
    }
    return text
  }

  private func control(_ opcode: WebSocketFrame.Opcode, _ payload: [UInt8]) throws(WebSocketFailure) -> Message {
    switch opcode {
    case .ping: return .ping(payload)
    case .pong: return .pong
    default: break
    }
    guard !payload.isEmpty else { return .close(nil) }
    guard payload.count >= 2 else { throw .fault(WebSocketTexts.halfStatus) }
    let code = UInt16(payload[0]) << 8 | UInt16(payload[1])
    // Source: RFC 6455, 7.4; 1012 to 1014 as registered with IANA.
    guard (1000...1003).contains(code) || (1007...1014).contains(code) || (3000...4999).contains(code) else {
      throw .fault(WebSocketTexts.noStatus)
    }
    guard String(validating: payload.dropFirst(2), as: UTF8.self) != nil else {
      throw WebSocketFailure(WebSocketTexts.reasonIsNoUTF8, closeCode: 1007)
    }
    return .close(code)
  }
}
