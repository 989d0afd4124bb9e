import TestSupport
import Testing
import Texts

@testable import HTTP

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
      ([0x81, 0x85, 1, 2, 3, 4], WebSocketTexts.fault(WebSocketTexts.maskedFrame), 1002),
      ([0xC1, 0x00], WebSocketTexts.fault(WebSocketTexts.reservedBit), 1002),
      ([0x83, 0x00], WebSocketTexts.fault(WebSocketTexts.unknownFrame), 1002),
      ([0x8B, 0x00], WebSocketTexts.fault(WebSocketTexts.unknownFrame), 1002),
      ([0x09, 0x00], WebSocketTexts.fault(WebSocketTexts.controlInFragments), 1002),
      ([0x89, 0x7E, 0x00, 0x7E], WebSocketTexts.fault(WebSocketTexts.controlTooLong), 1002),
      ([0x80, 0x00], WebSocketTexts.fault(WebSocketTexts.restWithoutBeginning), 1002),
      ([0x01, 0x01, 0x41, 0x81, 0x01, 0x41], WebSocketTexts.fault(WebSocketTexts.textWithinText), 1002),
      ([0x81, 0x7E, 0x00, 0x7D], WebSocketTexts.fault(WebSocketTexts.longForm), 1002),
      ([0x81, 0x7F, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF], WebSocketTexts.fault(WebSocketTexts.longForm), 1002),
      (
        [0x81, 0x7F, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF], WebSocketTexts.fault(WebSocketTexts.noLength),
        1002
      ),
      ([0x88, 0x01, 0x03], WebSocketTexts.fault(WebSocketTexts.halfStatus), 1002),
      ([0x88, 0x02, 0x03, 0xED], WebSocketTexts.fault(WebSocketTexts.noStatus), 1002),
      ([0x88, 0x02, 0x00, 0x00], WebSocketTexts.fault(WebSocketTexts.noStatus), 1002),
      ([0x88, 0x03, 0x03, 0xE8, 0xFF], WebSocketTexts.reasonIsNoUTF8, 1007),
      ([0x81, 0x02, 0xC3, 0x28], WebSocketTexts.textIsNoUTF8, 1007),
      ([0x82, 0x01, 0x00], WebSocketTexts.bytesForText, 1003),
      ([0x81, 0x7E, 0x03, 0xE9], WebSocketTexts.textTooLong(limit: 1000), 1009),
      ([0x81, 0x7F, 0x7F, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF], WebSocketTexts.textTooLong(limit: 1000), 1009),
    ] as [([UInt8], Text, UInt16)])
  func refusesWhatNoServerMaySend(bytes: [UInt8], why: Text, code: UInt16) {
    let failure = #expect(throws: WebSocketFailure.self) { try messages(bytes, limit: 1000) }
    #expect(failure?.reason == why)
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
