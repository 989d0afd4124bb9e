import Testing

@testable import HTTP

@Suite struct WebSocketFrameTests {
  /// Source: RFC 6455, 5.7, "A single-frame masked text message".
  @Test func masksATextAsTheStandardShows() {
    #expect(
      WebSocketFrame(.text, Array("Hello".utf8)).bytes(mask: 0x37FA_213D)
        == [0x81, 0x85, 0x37, 0xFA, 0x21, 0x3D, 0x7F, 0x9F, 0x4D, 0x51, 0x58])
  }

  @Test(
    arguments: [
      (0, [0x80]), (125, [0xFD]), (126, [0xFE, 0, 126]), (65_535, [0xFE, 0xFF, 0xFF]),
      (65_536, [0xFF, 0, 0, 0, 0, 0, 1, 0, 0]),
    ] as [(Int, [UInt8])])
  func writesALengthTheShortestWay(count: Int, length: [UInt8]) {
    let bytes = WebSocketFrame(.text, [UInt8](repeating: 7, count: count)).bytes(mask: 0)
    #expect(Array(bytes[1..<(1 + length.count)]) == length)
    #expect(bytes.count == 1 + length.count + 4 + count)
  }

  @Test func aCloseFrameHasTheStatusInNetworkOrder() {
    #expect(WebSocketFrame.close(1002).bytes(mask: 0) == [0x88, 0x82, 0, 0, 0, 0, 0x03, 0xEA])
  }
}
