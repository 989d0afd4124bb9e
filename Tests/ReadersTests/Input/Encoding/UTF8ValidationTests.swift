import Testing

@testable import Readers

@Suite struct UTF8ValidationTests {
  /// Bytes with U+FFFD for what is invalid, as the decoder writes them.
  private func repaired(_ bytes: [UInt8]) -> String {
    var result: [UInt8] = []
    var rest = bytes
    while !rest.isEmpty {
      let (length, stop) = rest.withUnsafeBytes { UTF8Validation.validPrefix($0) }
      result += rest[..<length]
      rest.removeFirst(length)
      switch stop {
      case .end: break
      case .incomplete:
        result += [0xEF, 0xBF, 0xBD]
        rest = []
      case .invalid(let length):
        result += [0xEF, 0xBF, 0xBD]
        rest.removeFirst(length)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  @Test func randomBytesAreRepairedAsTheStandardLibraryRepairsThem() {
    var random = SeededGenerator(state: 7)
    let leads: [UInt8] = [
      0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1, 0xED, 0xEF, 0xF0, 0xF1, 0xF4,
      0xF5, 0xFF,
    ]
    for _ in 0..<20_000 {
      // Letters of one and of two bytes, so that what follows stands anywhere among the 64 bytes that are looked at at once.
      let padding = (0..<Int.random(in: 0...100, using: &random)).flatMap { _ -> [UInt8] in
        Bool.random(using: &random) ? [0x61] : [0xC3, 0xA5]
      }
      let bytes =
        padding + (0..<Int.random(in: 0...12, using: &random)).map { _ in leads.randomElement(using: &random)! }
      #expect(repaired(bytes) == String(decoding: bytes, as: UTF8.self), "\(bytes)")
    }
  }

  @Test func theFirstByteAboveASCIIIsFoundWhereverItStands() {
    for count in 0..<80 {
      for place in 0..<count {
        var bytes = [UInt8](repeating: 0x7F, count: count)
        bytes[place] = 0x80
        #expect(bytes.withUnsafeBytes { UTF8Validation.firstNonASCII($0.baseAddress!, from: 0, to: count) } == place)
      }
    }
  }
}
