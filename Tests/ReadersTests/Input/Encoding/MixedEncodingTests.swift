import CustomerModel
import Rows
import TestSupport
import Testing
import Texts

@testable import Readers

/// Files in which rows of two encodings were put together.
@Suite struct MixedEncodingTests {
  /// The bytes of Swedish letters, by the tables of the encodings.
  static let letters: [TextEncoding: [Character: UInt8]] = [
    .windows1252: ["å": 0xE5, "ä": 0xE4, "ö": 0xF6, "Å": 0xC5, "Ä": 0xC4, "Ö": 0xD6, "é": 0xE9],
    .cp850: ["å": 0x86, "ä": 0x84, "ö": 0x94, "Å": 0x8F, "Ä": 0x8E, "Ö": 0x99, "é": 0x82],
    .macRoman: ["å": 0x8C, "ä": 0x8A, "ö": 0x9A, "Å": 0x81, "Ä": 0x80, "Ö": 0x85, "é": 0x8E],
  ]

  static func bytes(_ text: String, _ encoding: TextEncoding) -> [UInt8] {
    guard let letters = letters[encoding] else { return Array(text.utf8) }
    return text.flatMap { letters[$0].map { [$0] } ?? Array(String($0).utf8) }
  }

  private static let words = [
    "Åkes Kyl AB", "Älvs Värme", "Rör i Örsund", "Café Åre", "Norra El", "Bo Berg", "ÅÄÖ AB", "Västra \"Rör\" AB",
    "Håll; Plåt", "Två\nrader i Åmål",
  ]

  private static func line(_ cells: [String]) -> String {
    cells.map { $0.contains { ";\"\n".contains($0) } ? "\"\($0.replacing("\"", with: "\"\""))\"" : $0 }
      .joined(separator: ";")
  }

  /// Whatever the mixture, every row is what its writer meant: the rows of the encoding that most are in without a fault, the
  /// others with one.
  @Test(arguments: [TextEncoding.windows1252, .cp850, .macRoman], 1...12)
  func everyRowReadsAsItWasWrittenOrIsRejected(other: TextEncoding, seed: Int) throws {
    var random = TestSupport.SeededGenerator(UInt64(seed))
    let share = Double(seed - 1) / 11
    var bytes = MixedEncodingTests.bytes("Nr;Namn;Ort\n", .utf8)
    var expected = [["Nr", "Namn", "Ort"]]
    var isOther = [false]
    // Lines are what is counted.
    var lines = (utf8: 0, other: 0)
    for row in 1...60 {
      let cells = ["\(row)", random.pick(Self.words), random.pick(Self.words)]
      let encoding = random.chance(share) ? other : .utf8
      let line = Self.line(cells)
      bytes += Self.bytes(line, encoding) + (random.chance(0.5) ? [0x0A] : [0x0D, 0x0A])
      expected.append(cells)
      let odd = line.split(separator: "\n").count { !$0.allSatisfy(\.isASCII) }
      isOther.append(odd > 0 && encoding != .utf8)
      if encoding == .utf8 { lines.utf8 += odd } else { lines.other += odd }
    }
    let isUTF8 = lines.utf8 >= lines.other
    for chunkSize in [8, 9, 57, 1 << 20] {
      let source = try delimited(bytes, chunkSize: chunkSize)
      #expect(source.dialect?.encoding == (isUTF8 ? .utf8 : other))
      let rows = try readRows(source, maximumRows: seed * 3)
      #expect(rows.map { $0.cells.map { $0 ?? "" } } == expected)
      for (index, row) in rows.enumerated() {
        let isASCII = expected[index].allSatisfy { $0.allSatisfy(\.isASCII) }
        let isOdd = !isASCII && isOther[index] == isUTF8
        #expect(row.fault == (isOdd ? .invalidEncoding : .none), "\(expected[index])")
      }
    }
    try expectTableSourceContract(delimited(bytes, chunkSize: 31))
  }

  /// Letters of other languages than Swedish, in rows of UTF-8 among such of Windows-1252.
  @Test(arguments: ["Miloš Zeman", "Łukasz", "Dvorský Žižka", "Café – bar", "Señor – “Bo”", "ČEZ"])
  func rowsOfUTF8AreFoundByTheLettersOfOtherLanguages(name: String) throws {
    var bytes = Self.bytes("Nr;Namn\n", .utf8)
    for row in 1...9 { bytes += Self.bytes("\(row);Östra Åkes Älv\n", .windows1252) }
    bytes += Self.bytes("10;\(name)\n", .utf8)
    let rows = try readRows(delimited(bytes))
    #expect(rows.filter { $0.fault != .none }.map(\.cells) == [["10", name]])
    #expect(rows.last?.fault == .invalidEncoding)
  }

  /// What Windows-1252 has for signs behind Å and Ä is UTF-8 by chance.
  @Test(
    arguments: [
      [0xC5, 0x99], [0x41, 0x4C, 0xC5, 0x99], [0xC4, 0x85], [0xC4, 0x93], [0xC5, 0x94], [0xC5, 0xB2],
    ] as [[UInt8]])
  func signsBehindLettersAreNoUTF8(name: [UInt8]) throws {
    var bytes = Self.bytes("Nr;Namn\n", .utf8)
    for row in 1...9 { bytes += Self.bytes("\(row);Östra Åkes Älv\n", .windows1252) }
    #expect(try readRows(delimited(bytes + [0x31, 0x3B] + name + [0x0A])).allSatisfy { $0.fault == .none })
  }

  /// Encodings that no reader here knows: Polish in Windows-1250, Russian in Windows-1251, Greek in Windows-1253.
  @Test(
    arguments: [
      [0xA3, 0xF3, 0x64, 0x9F, 0x20, 0x53, 0x70, 0xF3, 0xB3, 0x6B, 0x61],
      [0xCF, 0xE5, 0xF2, 0xF0, 0xEE, 0xE2, 0x20, 0xC8, 0xE2, 0xE0, 0xED, 0xEE, 0xE2],
      [0xC1, 0xE8, 0xDE, 0xED, 0xE1],
    ] as [[UInt8]])
  func anEncodingThatIsNotKnownIsTold(name: [UInt8]) throws {
    let source = try delimited(Array("Nr;Namn\n1;".utf8) + name + [0x0A])
    _ = try readRows(source)
    let taken = try #require(source.dialect?.encoding)
    #expect(source.notes(ofTable: 0) == [EncodingTexts.doubtful(taken.label)])
  }

  @Test(arguments: [
    "Östra Åkes Älv", "ÅÄÖ AB", "Café Åre", "Söd", "Örsund; Öl", "ÖÄ",
  ])
  func anEncodingThatReadsAsSwedishIsNotRemarkedOn(name: String) throws {
    for encoding in [TextEncoding.windows1252, .cp850, .macRoman] {
      let source = try delimited(Self.bytes("Nr;Namn\n1;\(name)\n", encoding))
      #expect(source.notes(ofTable: 0).isEmpty, "\(encoding)")
    }
  }

  @Test(
    arguments: [
      // São, O´Brien twice, Façade à la crème, Muñoz, Straße, 20 °C m², Smørrebrød.
      [0x53, 0xE3, 0x6F], [0x4F, 0xB4, 0x42, 0x20, 0x4F, 0xB4, 0x42],
      [0x46, 0x61, 0xE7, 0x61, 0x64, 0x65, 0x20, 0xE0, 0x20, 0x6C, 0x61, 0x20, 0x63, 0x72, 0xE8, 0x6D, 0x65],
      [0x4D, 0x75, 0xF1, 0x6F, 0x7A], [0x53, 0x74, 0x72, 0x61, 0xDF, 0x65], [0x32, 0x30, 0xB0, 0x43, 0x20, 0x6D, 0xB2],
      [0x53, 0x6D, 0xF8, 0x72, 0x72, 0x65, 0x62, 0x72, 0xF8, 0x64],
    ] as [[UInt8]])
  func lettersOfWesternEuropeAreNotRemarkedOn(name: [UInt8]) throws {
    #expect(try delimited(Array("Nr;Namn\n1;".utf8) + name + [0x0A]).notes(ofTable: 0).isEmpty)
  }

  @Test func theReadingNamesEncodingAndCell() throws {
    let bytes = Self.bytes("1;Åre;Ö\n2;Ä;Å\n", .utf8) + Self.bytes("3;El;Västra \"Rör\"\n", .windows1252)
    var reader = try delimited(bytes).rows(ofTable: 0)
    var batch = RowBatch()
    #expect(try reader.read(into: &batch, maximumRows: 10))
    #expect(
      batch.readings == [RowReading(position: 3, encoding: .windows1252, column: 2, text: "Västra \"Rör\"")])
  }

  @Test(
    arguments: [
      // Text, its bytes, the encoding that is taken and what the cells are.
      ("one letter alone", [0x53, 0xF6, 0x64, 0x3B, 0x31], TextEncoding.windows1252, ["Söd", "1"], RowFault.none),
      ("Portuguese", [0x53, 0xE3, 0x6F, 0x3B, 0x31], .windows1252, ["São", "1"], .none),
      (
        "a capital with a tilde", [0xC3, 0x6C, 0x76, 0x61, 0x72, 0x6F, 0x3B, 0x43, 0x61, 0x66, 0xE9, 0x20, 0xC2],
        .windows1252, ["Ãlvaro", "Café Â"], .none
      ),
      ("Danish", [0xC6, 0x62, 0x6C, 0x65, 0x3B, 0x52, 0xF8, 0x64], .windows1252, ["Æble", "Rød"], .none),
      ("UTF-8 of a ligature", [0xEF, 0xAC, 0x81, 0x6E, 0x3B, 0xC3, 0xA5], .utf8, ["ﬁn", "å"], .none),
      ("UTF-8 of Greek", [0xCE, 0x91, 0xCE, 0xB8, 0x3B, 0x31], .utf8, ["Αθ", "1"], .none),
      (
        "half a letter", [0x4D, 0x61, 0x6C, 0x6D, 0xC3, 0x3B, 0x31], .utf8, ["Malm\u{FFFD}", "1"], .invalidEncoding
      ),
      (
        "half a letter after whole ones", [0xC3, 0x85, 0x6D, 0xC3, 0xA5, 0x3B, 0x4C, 0xC3], .utf8,
        ["Åmå", "L\u{FFFD}"],
        .invalidEncoding
      ),
      (
        "a damaged byte among whole letters", [0xC3, 0x85, 0x6D, 0xC3, 0xA5, 0x3B, 0x61, 0xFF, 0x62], .utf8,
        ["Åmå", "a\u{FFFD}b"], .invalidEncoding
      ),
    ] as [(String, [UInt8], TextEncoding, [String], RowFault)])
  func aSingleRowSaysWhatItIs(
    name: String, bytes: [UInt8], encoding: TextEncoding, cells: [String], fault: RowFault
  ) throws {
    let source = try delimited(Array("a;b\n".utf8) + bytes + [0x0A])
    #expect(source.dialect?.encoding == encoding)
    #expect(try readRows(source).last == ReadRow(2, cells, fault))
  }

  @Test func threeRowsWithOneHalfLetterAreUTF8() throws {
    let bytes = Array("Nr;Namn\n1;Åkes Kyl\n2;Älvs El\n3;Söderb".utf8) + [0xC3, 0x0A]
    #expect(
      try readRows(delimited(bytes)).map(\.cells) == [
        ["Nr", "Namn"], ["1", "Åkes Kyl"], ["2", "Älvs El"], ["3", "Söderb\u{FFFD}"],
      ])
  }

  @Test(arguments: [UInt8(0xFF), 0xF6, 0xC3])
  func oneBrokenByteInTheFirstRowIsOneRejectedRow(byte: UInt8) throws {
    let bytes = Array("Nr;Namn;Ort\n1;B".utf8) + [byte] + Array(" AB;Åmål\n2;Älvs El;Örsund\n3;Södra;Åre\n".utf8)
    let rows = try readRows(delimited(bytes))
    #expect(rows.map(\.fault) == [.none, .invalidEncoding, .none, .none])
    #expect(rows.last?.cells == ["3", "Södra", "Åre"])
  }

  @Test func oneRowOfUTF8AmongOthersIsRejectedInItsReading() throws {
    let bytes = (1...20).flatMap { Self.bytes("\($0);Västra Rör;Åre\n", .windows1252) } + Array("21;Åkes;Örsund\n".utf8)
    let rows = try readRows(delimited(bytes))
    #expect(rows.dropLast().allSatisfy { $0.fault == .none && $0.cells[1] == "Västra Rör" })
    #expect(rows.last == ReadRow(21, ["21", "Åkes", "Örsund"], .invalidEncoding))
  }

  @Test func textThatWasDamagedInAFileOfOneByteLettersStaysWithTheOthers() throws {
    // The row holds a letter of its encoding beside the damage, so it is no row of UTF-8.
    let bytes = Self.bytes("1;Västra Rör;Åre\n2;Ö", .windows1252) + [0xC3, 0xA5] + Self.bytes("k;Åre\n", .windows1252)
    #expect(try readRows(delimited(bytes)).last == ReadRow(2, ["2", "ÖÃ¥k", "Åre"]))
  }

  /// A large file whose parts differ: what stands first does not decide for all.
  @Test(arguments: [0, 1, 2])
  func theEvidenceIsTakenFromTheWholeFile(kind: Int) throws {
    let plain: [UInt8] = Array(String(repeating: "1001;Norra El AB;Storstad\n", count: 90_000).utf8)
    let utf8: [UInt8] = Array(String(repeating: "1002;Älvs Värme AB;Åmål\n", count: 2_000).utf8)
    let line = Self.bytes("1003;Västra Rör AB;Örsund\n", .windows1252)
    let other: [UInt8] = (0..<2_000).flatMap { _ in line }
    // Ten rows of each.
    let (fewUTF8, fewOther) = (Array(utf8[..<280]), Array(other[..<260]))
    let bytes: [UInt8]
    let encoding: TextEncoding
    switch kind {
    // The first å in the last tenth, and another encoding for a few rows at the end.
    case 0: (bytes, encoding) = (plain + utf8 + fewOther, .utf8)
    // A few rows of the one at the start, all others of the other.
    case 1: (bytes, encoding) = (fewOther + plain + utf8 + plain + utf8, .utf8)
    default: (bytes, encoding) = (fewUTF8 + plain + other + plain + other, .windows1252)
    }
    let source = try delimited(bytes)
    #expect(source.dialect?.encoding == encoding)
    let rows = try readRows(source)
    #expect(rows.allSatisfy { ["Norra El AB", "Älvs Värme AB", "Västra Rör AB"].contains($0.cells[1]) })
    #expect(rows.count { $0.fault == .invalidEncoding } == 10)
  }

  @Test func rowsOfUTF8UnderAnEncodingThatIsAskedForAreRejected() throws {
    let source = try delimited("Nr;Namn\n1;Åkes\n2;El\n", ReadingOptions(encoding: .windows1252))
    #expect(
      try readRows(source) == [
        ReadRow(1, ["Nr", "Namn"]), ReadRow(2, ["1", "Åkes"], .invalidEncoding), ReadRow(3, ["2", "El"]),
      ])
  }
}
