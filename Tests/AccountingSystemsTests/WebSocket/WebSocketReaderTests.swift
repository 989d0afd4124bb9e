import Testing

@testable import AccountingSystems

@Suite struct WebSocketReaderTests {
  private func messages(_ bytes: [UInt8], limit: Int = 1 << 20) throws -> [WebSocketReader.Message] {
    var reader = WebSocketReader(limit: limit)
    reader.append(bytes)
    var messages: [WebSocketReader.Message] = []
    while let message = try reader.next() { messages.append(message) }
    return messages
  }

  /// Source: RFC 6455, 5.7.
  @Test func readsTheExamplesOfTheStandard() throws {
    #expect(try messages([0x81, 0x05, 0x48, 0x65, 0x6C, 0x6C, 0x6F]) == [.text("Hello")])
    #expect(try messages([0x01, 0x03, 0x48, 0x65, 0x6C, 0x80, 0x02, 0x6C, 0x6F]) == [.text("Hello")])
    #expect(try messages([0x89, 0x05, 0x48, 0x65, 0x6C, 0x6C, 0x6F]) == [.ping(Array("Hello".utf8))])
  }

  @Test func readsAPingBetweenFragmentsBeforeTheText() throws {
    let bytes =
      serverFrame(0x01, Array("Åsa".utf8.prefix(1))) + serverFrame(0x89, [1]) + serverFrame(0x8A, [])
      + serverFrame(0x00, []) + serverFrame(0x80, Array("Åsa".utf8.dropFirst(1)))
    #expect(try messages(bytes) == [.ping([1]), .pong, .text("Åsa")])
  }

  @Test(arguments: [0, 1, 125, 126, 300, 65_535, 65_536, 70_000])
  func readsTextsOfEveryLength(count: Int) throws {
    let text = String(repeating: "a", count: count)
    #expect(try messages(serverFrame(0x81, Array(text.utf8)) + [0x8A, 0]) == [.text(text), .pong])
  }

  @Test func readsWhatArrivesByteByByte() throws {
    let text = String(repeating: "å", count: 100)
    let bytes = serverFrame(0x81, Array(text.utf8)) + serverFrame(0x81, []) + serverFrame(0x88, [0x03, 0xE8])
    var reader = WebSocketReader(limit: 1000)
    var messages: [WebSocketReader.Message] = []
    for byte in bytes {
      reader.append([byte])
      while let message = try reader.next() { messages.append(message) }
    }
    #expect(messages == [.text(text), .text(""), .close(1000)])
  }

  @Test(
    arguments: [
      ([0x88, 0x00], nil), ([0x88, 0x02, 0x03, 0xE8], 1000), ([0x88, 0x03, 0x0F, 0xA0, 0x41], 4000),
    ] as [([UInt8], UInt16?)])
  func readsACloseWithAndWithoutStatus(bytes: [UInt8], code: UInt16?) throws {
    #expect(try messages(bytes) == [.close(code)])
  }

  @Test(
    arguments: [
      ([0x81, 0x85, 1, 2, 3, 4], "a server's frame is masked", 1002),
      ([0xC1, 0x00], "a reserved bit is set", 1002),
      ([0x83, 0x00], "a frame of an unknown kind", 1002),
      ([0x8B, 0x00], "a frame of an unknown kind", 1002),
      ([0x09, 0x00], "a control frame in fragments", 1002),
      ([0x89, 0x7E, 0x00, 0x7E], "a control frame is too long", 1002),
      ([0x80, 0x00], "the rest of a text that never began", 1002),
      ([0x01, 0x01, 0x41, 0x81, 0x01, 0x41], "a text within a text", 1002),
      ([0x81, 0x7E, 0x00, 0x7D], "a frame's length is not written the shortest way", 1002),
      ([0x81, 0x7F, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF], "a frame's length is not written the shortest way", 1002),
      ([0x81, 0x7F, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF], "a frame's length is none", 1002),
      ([0x88, 0x01, 0x03], "a close frame with half a status", 1002),
      ([0x88, 0x02, 0x03, 0xED], "a close frame with a status that is none", 1002),
      ([0x88, 0x02, 0x00, 0x00], "a close frame with a status that is none", 1002),
      ([0x88, 0x03, 0x03, 0xE8, 0xFF], "closed the stream with a text that is no UTF-8", 1007),
      ([0x81, 0x02, 0xC3, 0x28], "a text that is no UTF-8", 1007),
      ([0x82, 0x01, 0x00], "bytes where texts are expected", 1003),
      ([0x81, 0x7E, 0x03, 0xE9], "a text of more than 1000 bytes", 1009),
      ([0x81, 0x7F, 0x7F, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF], "a text of more than 1000 bytes", 1009),
    ] as [([UInt8], String, UInt16)])
  func refusesWhatNoServerMaySend(bytes: [UInt8], why: String, code: UInt16) {
    let failure = #expect(throws: WebSocketFailure.self) { try messages(bytes, limit: 1000) }
    #expect(failure?.reason.hasSuffix(why) == true, "\(failure?.reason ?? "")")
    #expect(failure?.closeCode == code)
  }

  /// Each fragment is short enough: the text is not.
  @Test func refusesFragmentsThatAreTooLongTogether() {
    let part = [UInt8](repeating: 0x61, count: 100)
    let bytes = serverFrame(0x01, part) + (0..<9).flatMap { _ in serverFrame(0x00, part) }
    #expect(throws: Never.self) { try messages(bytes + serverFrame(0x80, []), limit: 1000) }
    let failure = #expect(throws: WebSocketFailure.self) {
      try messages(bytes + serverFrame(0x80, [0x61]), limit: 1000)
    }
    #expect(failure?.closeCode == 1009)
  }
}
