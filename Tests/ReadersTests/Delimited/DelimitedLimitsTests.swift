import Readers
import Rows
import TestSupport
import Testing

/// Rows that are longer than the reader's limit.
@Suite struct DelimitedLimitsTests {
  let options = ReadingOptions(delimiter: UInt8(ascii: ";"), maximumRowSize: 20)

  @Test(arguments: [8, 9, 16, 17, 1 << 20])
  func aRowThatIsTooLongIsCutOffAndTheNextOneIsRead(chunkSize: Int) throws {
    let text = "a;b\nc;0123456789012345678901234567890;d\ne;f\n"
    #expect(
      try readRows(delimited(text, options, chunkSize: chunkSize)) == [
        ReadRow(1, ["a", "b"]), ReadRow(2, ["c", "012345678901234567"], .tooLarge), ReadRow(3, ["e", "f"]),
      ])
  }

  @Test(arguments: [8, 9, 16, 17, 1 << 20])
  func aStrayQuoteSwallowsNoMoreThanTheLimit(chunkSize: Int) throws {
    let text = "a;\"b;c\n1;2;3\n4;5;6\n7;8;9\n\"x\";y\n"
    #expect(
      try readRows(delimited(text, options, chunkSize: chunkSize)) == [
        ReadRow(1, ["a", "\"b", "c"], .unterminatedQuote), ReadRow(2, ["1", "2", "3"]), ReadRow(3, ["4", "5", "6"]),
        ReadRow(4, ["7", "8", "9"]), ReadRow(5, ["x", "y"]),
      ])
  }

  @Test(arguments: [8, 9, 16, 17, 1 << 20])
  func aQuotedLineThatIsTooLongIsCutOff(chunkSize: Int) throws {
    let text = "a;\"0123456789012345678901234567890\";d\r\ne;f\r\n"
    #expect(
      try readRows(delimited(text, options, chunkSize: chunkSize)) == [
        ReadRow(1, ["a", "\"01234567890123456"], .tooLarge), ReadRow(2, ["e", "f"]),
      ])
  }

  @Test func noCharacterIsCutInTwo() throws {
    let text = "a;" + String(repeating: "å", count: 30) + "\ne;f\n"
    let odd = ";" + String(repeating: "å", count: 30) + "\ne;f\n"
    #expect(try readRows(delimited(text, options))[0].cells == ["a", String(repeating: "å", count: 9)])
    #expect(try readRows(delimited(odd, options))[0].cells == ["", String(repeating: "å", count: 9)])
  }

  @Test(arguments: [8, 19, 20, 21, 1 << 20])
  func aRowOfExactlyTheLimitIsWhole(chunkSize: Int) throws {
    let text = "a;01234567890123456\nb;c"
    #expect(
      try readRows(delimited(text, options, chunkSize: chunkSize)) == [
        ReadRow(1, ["a", "01234567890123456"]), ReadRow(2, ["b", "c"]),
      ])
    let last = "a;012345678901234567"
    #expect(try readRows(delimited(last, options, chunkSize: chunkSize)) == [ReadRow(1, ["a", "012345678901234567"])])
  }

  @Test(arguments: [8, 16, 64])
  func linesAreCountedThroughRowsThatAreCutOff(chunkSize: Int) throws {
    let text = "\"a\nb\";0123456789012345678901234567890\r\n\r\nc;d\r\n"
    let rows = try readRows(delimited(text, options, chunkSize: chunkSize))
    #expect(rows.map(\.position) == [1, 4])
    #expect(rows.map(\.fault) == [.tooLarge, .none])
  }
}
