/// A frame of a websocket as a client sends it. Source: RFC 6455, 5.2 and 5.3.
struct WebSocketFrame {
  enum Opcode: UInt8 {
    case continuation = 0x0, text = 0x1, binary = 0x2, close = 0x8, ping = 0x9, pong = 0xA

    var isControl: Bool { rawValue >= 0x8 }
  }

  /// The longest payload of a frame that controls the connection.
  static let longestControlPayload = 125

  let opcode: Opcode
  let payload: [UInt8]

  init(_ opcode: Opcode, _ payload: [UInt8]) {
    self.opcode = opcode
    self.payload = payload
  }

  /// The close frame of a status. Source: RFC 6455, 5.5.1.
  static func close(_ code: UInt16) -> WebSocketFrame {
    WebSocketFrame(.close, [UInt8(code >> 8), UInt8(code & 0xFF)])
  }

  /// The whole frame, the last of its message.
  ///
  /// - Parameter mask: must be one that nobody can foretell, a new one for each frame.
  func bytes(mask: UInt32) -> [UInt8] {
    var bytes: [UInt8] = [0x80 | opcode.rawValue]
    switch payload.count {
    case ...125: bytes.append(0x80 | UInt8(payload.count))
    case ...0xFFFF: bytes += [0x80 | 126, UInt8(payload.count >> 8), UInt8(payload.count & 0xFF)]
    default:
      bytes.append(0x80 | 127)
      bytes += stride(from: 56, through: 0, by: -8).map { UInt8(truncatingIfNeeded: payload.count >> $0) }
    }
    let key = [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: mask >> $0) }
    bytes += key
    for (index, byte) in payload.enumerated() { bytes.append(byte ^ key[index & 3]) }
    return bytes
  }
}
