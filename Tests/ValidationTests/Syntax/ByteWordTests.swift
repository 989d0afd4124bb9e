import CustomerModel
import Rows
import TestSupport
import Testing

@testable import Validation

@Suite struct ByteWordTests {
  /// Every byte at every place of texts of every length that a word or two are read for.
  @Test func aByteIsToldFromOthersWhereverItStands() {
    for length in 1...17 {
      for place in 0..<length {
        for byte in UInt8.min...UInt8.max {
          var text = [UInt8](repeating: UInt8(ascii: "a"), count: length)
          text[place] = byte
          let isSign = !(byte < 0x80 && (Character(Unicode.Scalar(byte)).isLetter || (0x30...0x39).contains(byte)))
          let end = text.withUnsafeBufferPointer { $0.endOfLettersAndDigits(from: 0) }
          #expect(end == (isSign ? place : length), "\(byte) at \(place) of \(length)")
        }
      }
    }
  }

  @Test func aRangeHoldsItsEndsAndNothingBeside() {
    for byte in UInt8.min...UInt8.max {
      let found = [byte].withUnsafeBufferPointer { ByteWord($0, at: 0).within(0x28, 0x2F) }
      #expect(found == ((0x28...0x2F).contains(byte) ? 0x80 : 0), "\(byte)")
    }
  }

  /// Against the rules told one character after the other.
  @Test func numbersAreJudgedAsOneReadsThem() throws {
    var random = SeededGenerator(11)
    let signs = Array("0123456789 ()+-./0123456789ax,;é")
    let texts = (0..<4_000).map { _ in
      String((0..<Int.random(in: 1...20, using: &random)).map { _ in signs.randomElement(using: &random)! })
    }
    let judged = try validated(TestTable(fields: ["phone"], rows: texts.map { [$0] }))
    let refused = Set(judged.problems.filter { $0.problem.code == "phone.shape" }.map(\.row))
    for (row, text) in texts.enumerated() {
      let isAllowed = text.allSatisfy { "0123456789 ()+-./".contains($0) }
      let afterDigit = text.drop { !("0"..."9").contains($0) }
      let isNumber =
        isAllowed && !afterDigit.contains("+") && (5...15).contains(text.count { ("0"..."9").contains($0) })
      #expect(refused.contains(row) == !isNumber, "\(text)")
    }
    #expect(refused.count < texts.count)
  }
}
