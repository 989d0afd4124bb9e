import CustomerModel
import Rows
import TestSupport
import Testing
import Texts

@testable import Readers

@Suite struct EncodingTests {
  /// `Åkesson;Malmö;Växjö;André;ÖREBRO` and a line break in each encoding, by Python's codecs.
  static let words: [(TextEncoding, [UInt8])] = [
    (
      .utf8,
      [
        0xC3, 0x85, 0x6B, 0x65, 0x73, 0x73, 0x6F, 0x6E, 0x3B, 0x4D, 0x61, 0x6C, 0x6D, 0xC3, 0xB6, 0x3B, 0x56, 0xC3,
        0xA4, 0x78,
        0x6A, 0xC3, 0xB6, 0x3B, 0x41, 0x6E, 0x64, 0x72, 0xC3, 0xA9, 0x3B, 0xC3, 0x96, 0x52, 0x45, 0x42, 0x52, 0x4F,
        0x0A,
      ]
    ),
    (
      .windows1252,
      [
        0xC5, 0x6B, 0x65, 0x73, 0x73, 0x6F, 0x6E, 0x3B, 0x4D, 0x61, 0x6C, 0x6D, 0xF6, 0x3B, 0x56, 0xE4, 0x78, 0x6A,
        0xF6, 0x3B,
        0x41, 0x6E, 0x64, 0x72, 0xE9, 0x3B, 0xD6, 0x52, 0x45, 0x42, 0x52, 0x4F, 0x0A,
      ]
    ),
    (
      .cp850,
      [
        0x8F, 0x6B, 0x65, 0x73, 0x73, 0x6F, 0x6E, 0x3B, 0x4D, 0x61, 0x6C, 0x6D, 0x94, 0x3B, 0x56, 0x84, 0x78, 0x6A,
        0x94, 0x3B,
        0x41, 0x6E, 0x64, 0x72, 0x82, 0x3B, 0x99, 0x52, 0x45, 0x42, 0x52, 0x4F, 0x0A,
      ]
    ),
    (
      .macRoman,
      [
        0x81, 0x6B, 0x65, 0x73, 0x73, 0x6F, 0x6E, 0x3B, 0x4D, 0x61, 0x6C, 0x6D, 0x9A, 0x3B, 0x56, 0x8A, 0x78, 0x6A,
        0x9A, 0x3B,
        0x41, 0x6E, 0x64, 0x72, 0x8E, 0x3B, 0x85, 0x52, 0x45, 0x42, 0x52, 0x4F, 0x0A,
      ]
    ),
  ]
  static let cells = ["Åkesson", "Malmö", "Växjö", "André", "ÖREBRO"]

  @Test(arguments: words)
  func swedishWordsGiveTheEncodingAway(encoding: TextEncoding, bytes: [UInt8]) throws {
    let source = try delimited(bytes)
    #expect(source.dialect?.encoding == encoding)
    #expect(try readRows(source) == [ReadRow(1, Self.cells)])
    try expectTableSourceContract(source)
  }

  @Test(arguments: words)
  func theEncodingShowsLateInAnASCIIFile(encoding: TextEncoding, bytes: [UInt8]) throws {
    let plain = Array(String(repeating: "Nr;Namn;Ort;Land;Tel\n", count: 60_000).utf8)
    let source = try delimited(plain + bytes)
    #expect(source.dialect?.encoding == encoding)
    #expect(try readRows(source).last == ReadRow(60_001, Self.cells))
  }

  @Test(arguments: [
    ("Malm\u{94}", TextEncoding.cp850), ("Malm\u{9A}", .macRoman), ("Malm\u{F6}", .windows1252),
    ("F\u{94}retag", .cp850), ("\u{8F}re", .cp850), ("\u{81}re", .macRoman), ("J\u{9B}rgen", .cp850),
    ("\u{93}Bygg\u{94} AB i Ume\u{E5}", .windows1252), ("L\u{F6}n 100 \u{80}", .windows1252),
    ("L\u{F6}n 100 \u{A4}", .iso8859_15),
    ("P\u{E4}lsson \u{A6} Bo", .windows1252), ("Bolaget\u{92}s AB;100 \u{96} 200", .windows1252),
    ("Bo\u{96}Ek", .windows1252), ("\u{93}Hej\u{94}", .windows1252), ("Kar\u{A8}i\u{E4}", .iso8859_15),
    ("V\u{84}g 100\u{F8}", .cp850),
  ])
  func fewLettersAreEnough(text: String, encoding: TextEncoding) throws {
    let bytes = text.unicodeScalars.map { UInt8($0.value) }
    #expect(try delimited(Array("Namn;Ort\n".utf8) + bytes + [0x3B, 0x0A]).dialect?.encoding == encoding)
  }

  @Test(arguments: [
    (TextEncoding.utf16LittleEndian, false), (.utf16LittleEndian, true), (.utf16BigEndian, false),
    (.utf16BigEndian, true),
  ])
  func utf16IsReadWithAndWithoutAMark(encoding: TextEncoding, hasMark: Bool) throws {
    let text = (hasMark ? "\u{FEFF}" : "") + "Namn;Ort\r\n\"Åke \"\"😀\"\"\";Malmö\r\n"
    let bytes = text.utf16.flatMap { unit in
      encoding == .utf16LittleEndian ? [UInt8(unit & 0xFF), UInt8(unit >> 8)] : [UInt8(unit >> 8), UInt8(unit & 0xFF)]
    }
    for chunkSize in [8, 10, 14, 1 << 20] {
      let source = try delimited(bytes, chunkSize: chunkSize)
      #expect(source.dialect?.encoding == encoding)
      #expect(try readRows(source) == [ReadRow(1, ["Namn", "Ort"]), ReadRow(2, ["Åke \"😀\"", "Malmö"])])
    }
  }

  @Test(arguments: [
    (TextEncoding.windows1252, UInt8(0x80), "€"), (.iso8859_1, 0xA4, "¤"), (.iso8859_15, 0xA4, "€"),
    (.cp850, 0x9B, "ø"),
    (.cp437, 0x9B, "¢"), (.macRoman, 0x8C, "å"),
  ])
  func theEncodingThatIsAskedForIsTaken(encoding: TextEncoding, byte: UInt8, character: String) throws {
    for chunkSize in [8, 1 << 20] {
      let source = try delimited([0x61, 0x3B, byte, 0x0A], ReadingOptions(encoding: encoding), chunkSize: chunkSize)
      #expect(source.dialect?.encoding == encoding)
      #expect(try readRows(source) == [ReadRow(1, ["a", character])])
    }
  }

  @Test func aMarkWinsOverTheEncodingThatIsAskedFor() throws {
    let source = try delimited("\u{FEFF}å;b\n", ReadingOptions(encoding: .windows1252))
    #expect(source.dialect?.encoding == .utf8)
    #expect(try readRows(source) == [ReadRow(1, ["å", "b"])])
    #expect(
      source.notes(ofTable: 0) == [EncodingTexts.markSays("UTF-8", not: "WINDOWS-1252")])
  }

  @Test(arguments: [8, 9, 10, 11, 1 << 20])
  func bytesThatAreNotUTF8AreReplacedAndReported(chunkSize: Int) throws {
    let bad: [UInt8] = Array("å;b\nc".utf8) + [0xE5, 0x3B] + Array("d\n😀;e\n".utf8) + [0xF0, 0x9F, 0x98, 0x0A, 0xC3]
    let source = try delimited(bad, ReadingOptions(encoding: .utf8), chunkSize: chunkSize)
    #expect(
      try readRows(source) == [
        ReadRow(1, ["å", "b"]), ReadRow(2, ["cå", "d"], .invalidEncoding), ReadRow(3, ["😀", "e"]),
        ReadRow(4, ["\u{FFFD}"], .invalidEncoding), ReadRow(5, ["\u{FFFD}"], .invalidEncoding),
      ])
    try expectTableSourceContract(source)
  }

  @Test(arguments: [8, 10, 1 << 20])
  func bytesWithoutACharacterAreReplacedAndReported(chunkSize: Int) throws {
    let bytes: [UInt8] = Array("a;b\nc".utf8) + [0x81, 0x3B, 0xE5, 0x0A, 0x8D, 0x8F, 0x3B, 0x64, 0x0A, 0x65, 0x0A]
    let source = try delimited(bytes, ReadingOptions(encoding: .windows1252), chunkSize: chunkSize)
    #expect(
      try readRows(source) == [
        ReadRow(1, ["a", "b"]), ReadRow(2, ["c\u{FFFD}", "å"], .invalidEncoding),
        ReadRow(3, ["\u{FFFD}\u{FFFD}", "d"], .invalidEncoding), ReadRow(4, ["e"]),
      ])
  }

  @Test func halfASurrogatePairIsReplacedAndReported() throws {
    let units: [UInt16] = [0xFEFF, 0x61, 0x3B, 0xD83D, 0x0A, 0x62, 0x3B, 0x63, 0x0A]
    let source = try delimited(units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] } + [0x64])
    #expect(
      try readRows(source) == [
        ReadRow(1, ["a", "\u{FFFD}"], .invalidEncoding), ReadRow(2, ["b", "c"]),
        ReadRow(3, ["\u{FFFD}"], .invalidEncoding),
      ])
  }

  @Test func aReplacementCharacterOfTheTextItselfIsNoFault() throws {
    #expect(try readRows(delimited("a;\u{FFFD}\n")) == [ReadRow(1, ["a", "\u{FFFD}"])])
  }

  @Test func oneDamagedRowDoesNotChangeTheEncoding() throws {
    let good = String(repeating: "Åke;Malmö\n", count: 20)
    let source = try delimited(Array(good.utf8) + [0xE5, 0x3B, 0x0A] + Array(good.utf8))
    #expect(source.dialect?.encoding == .utf8)
    #expect(try readRows(source).filter { $0.fault == .invalidEncoding }.map(\.position) == [21])
  }
}
