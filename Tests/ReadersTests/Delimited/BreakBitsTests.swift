import TestSupport
import Testing

@testable import Readers

@Suite struct BreakBitsTests {
  /// Where the breaks are, from a start on and before an end.
  private func places(_ bytes: [UInt8], from start: Int = 0, before end: Int? = nil) -> [Int] {
    bytes.withUnsafeBufferPointer { buffer in
      let breaks = BreakBits(buffer, delimiter: UInt8(ascii: ";"))
      defer { breaks.deallocate() }
      var walk = breaks.walk(from: start)
      var places: [Int] = []
      while let place = walk.next(before: end ?? bytes.count) { places.append(place) }
      return places
    }
  }

  @Test(arguments: [0, 1, 15, 16, 17, 63, 64, 65, 127, 128, 129, 200])
  func everyBreakIsFoundWhereItStands(count: Int) {
    #expect(places([UInt8](repeating: 0x61, count: count)).isEmpty)
    for place in 0..<count {
      for found in [UInt8(ascii: ";"), 0x0A, 0x0D] {
        var bytes = [UInt8](repeating: 0x61, count: count)
        bytes[place] = found
        #expect(places(bytes) == [place])
      }
    }
  }

  @Test func nothingElseIsABreak() {
    let others = (UInt8.min...UInt8.max).filter { ![UInt8(ascii: ";"), 0x0A, 0x0D].contains($0) }
    #expect(places(others).isEmpty)
  }

  @Test func aWalkKeepsToItsStartAndEnd() {
    let bytes = [UInt8](repeating: UInt8(ascii: ";"), count: 130)
    #expect(places(bytes, from: 63, before: 66) == [63, 64, 65])
    #expect(places(bytes, from: 128) == [128, 129])
    #expect(places(bytes, from: 130).isEmpty)
    #expect(places(bytes, from: 64, before: 64).isEmpty)
  }
}
