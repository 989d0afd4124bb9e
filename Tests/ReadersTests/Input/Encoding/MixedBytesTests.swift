import CustomerModel
import Readers
import Rows
import TestSupport
import Testing

/// Files of one byte for each character that hold rows of another such encoding.
@Suite struct MixedBytesTests {
  private static let names = [
    "Åkes Kyl AB", "Älvs Värme AB", "Östra El AB", "Västra Rör AB", "Sjögrens Måleri", "Bengtssons Plåt", "Håkans Bygg",
    "Norra AB", "Södra AB", "Brf Älgen", "VÄXJÖ ÅKERI",
  ]
  private static let encodings: [TextEncoding] = [.windows1252, .cp850, .macRoman]

  /// 30 rows of one encoding and a few of the other, spread over the file.
  @Test(arguments: encodings, encodings)
  func rowsOfTheOtherEncodingAreRejectedAsTheyReadThere(main: TextEncoding, other: TextEncoding) throws {
    var bytes = Array("Nr;Namn;Ort\n".utf8)
    var expected: [ReadRow] = [ReadRow(1, ["Nr", "Namn", "Ort"])]
    for row in 1...33 {
      let isOther = row % 5 == 1
      let cells = ["\(row)", Self.names[(row / 5 + row) % 11], "Växjö"]
      bytes += MixedEncodingTests.bytes(cells.joined(separator: ";") + "\n", isOther ? other : main)
      expected.append(ReadRow(row + 1, cells, isOther && other != main ? .invalidEncoding : .none))
    }
    for chunkSize in [8, 57, 1 << 20] {
      let source = try delimited(bytes, chunkSize: chunkSize)
      #expect(source.dialect?.encoding == main)
      #expect(try readRows(source, maximumRows: 7) == expected)
      #expect(source.notes(ofTable: 0).isEmpty)
    }
    try expectTableSourceContract(delimited(bytes, chunkSize: 31))
  }

  /// One row alone, in which a sign stands inside a word.
  @Test(arguments: [
    (TextEncoding.cp850, TextEncoding.windows1252, "Växjö"), (.cp850, .windows1252, "Åkes"),
    (.macRoman, .windows1252, "Älvs Värme"), (.windows1252, .cp850, "Sjöbo"), (.windows1252, .macRoman, "Måleri"),
    (.windows1252, .cp850, "Åre"), (.windows1252, .macRoman, "Åre"),
  ])
  func oneRowIsEnoughWhereItCanBeNothingElse(main: TextEncoding, other: TextEncoding, name: String) throws {
    var bytes = Array("Nr;Namn\n".utf8)
    for row in 1...9 { bytes += MixedEncodingTests.bytes("\(row);Östra Åkes Älvs Rör\n", main) }
    bytes += MixedEncodingTests.bytes("10;\(name)\n", other)
    var reader = try delimited(bytes).rows(ofTable: 0)
    var batch = RowBatch()
    #expect(try reader.read(into: &batch, maximumRows: 20))
    #expect(batch.readings == [RowReading(position: 11, encoding: other, column: 1, text: name)])
    #expect(batch.texts(row: 10) == ["10", name])
  }

  /// Names that are right as they stand, in files of one encoding.
  @Test(
    arguments: [
      // Windows-1252: Škoda, Miloš, Žižka, Œuvre, 100 €, ”citat”, Kalle”s, Brand™ AB, Anna †, „Bo”, O´Brien, Põld, Straße, 5‰,
      // Kyl<hard blank>AB, Krško.
      (TextEncoding.windows1252, [0x8A, 0x6B, 0x6F, 0x64, 0x61]),
      (.windows1252, [0x4D, 0x69, 0x6C, 0x6F, 0x9A]), (.windows1252, [0x8E, 0x69, 0x9E, 0x6B, 0x61]),
      (.windows1252, [0x8C, 0x75, 0x76, 0x72, 0x65]), (.windows1252, [0x31, 0x20, 0x80]),
      (.windows1252, [0x94, 0x63, 0x69, 0x74, 0x61, 0x74, 0x94]),
      (.windows1252, [0x4B, 0x61, 0x6C, 0x6C, 0x65, 0x94, 0x73, 0x20, 0x45, 0x6C]),
      (.windows1252, [0x42, 0x72, 0x61, 0x6E, 0x64, 0x99, 0x20, 0x41, 0x42]),
      (.windows1252, [0x41, 0x6E, 0x6E, 0x61, 0x20, 0x86]), (.windows1252, [0x84, 0x42, 0x6F, 0x94]),
      (.windows1252, [0x4F, 0xB4, 0x42, 0x72, 0x69]), (.windows1252, [0x50, 0xF5, 0x6C, 0x64]),
      (.windows1252, [0x53, 0x74, 0x72, 0x61, 0xDF, 0x65]), (.windows1252, [0x35, 0x89]),
      (.windows1252, [0x4B, 0x79, 0x6C, 0xA0, 0x41, 0x42]), (.windows1252, [0x4B, 0x72, 0x9A, 0x6B, 0x6F]),
      // CP850: Põld, Müller, 5 ½, Muñoz, Garçon.
      (.cp850, [0x50, 0xE4, 0x6C, 0x64]), (.cp850, [0x4D, 0x81, 0x6C, 0x6C, 0x65, 0x72]), (.cp850, [0x35, 0x20, 0xAB]),
      (.cp850, [0x4D, 0x75, 0xA4, 0x6F, 0x7A]), (.cp850, [0x47, 0x61, 0x72, 0x87, 0x6F, 0x6E]),
      // MacRoman: Müller, Château, Muñoz, 100 €.
      (.macRoman, [0x4D, 0x9F, 0x6C, 0x6C, 0x65, 0x72]), (.macRoman, [0x43, 0x68, 0x89, 0x74, 0x65, 0x61, 0x75]),
      (.macRoman, [0x4D, 0x75, 0x96, 0x6F, 0x7A]), (.macRoman, [0x31, 0x20, 0xDB]),
    ] as [(TextEncoding, [UInt8])])
  func foreignNamesAndSignsStay(encoding: TextEncoding, name: [UInt8]) throws {
    var bytes = Array("Nr;Namn\n".utf8)
    for row in 1...9 { bytes += MixedEncodingTests.bytes("\(row);Östra Åkes Älvs Rör\n", encoding) }
    bytes += [0x31, 0x30, 0x3B] + name + [0x0A]
    let source = try delimited(bytes)
    #expect(source.dialect?.encoding == encoding)
    #expect(try readRows(source).allSatisfy { $0.fault == .none })
    #expect(source.notes(ofTable: 0).isEmpty)
  }

  /// The only special byte of a list, as Windows writes it.
  @Test(
    arguments: [
      ([0x4B, 0x79, 0x6C, 0xA0, 0x41, 0x42], "Kyl\u{A0}AB"), ([0x8A, 0x6B, 0x6F, 0x64, 0x61], "Škoda"),
      ([0x8E, 0x69, 0x76, 0x6B, 0x6F], "Živko"), ([0x8A, 0x4B, 0x4F, 0x44, 0x41], "ŠKODA"),
      ([0x31, 0xA0, 0x30, 0x30, 0x30], "1\u{A0}000"),
    ] as [([UInt8], String)])
  func oneSpecialByteIsWindowsUnlessALetterInsideAWordSaysOtherwise(bytes: [UInt8], name: String) throws {
    let source = try delimited(Array("Nr;Namn\n1;".utf8) + bytes + Array(";x\n2;Norra;y\n".utf8))
    #expect(source.dialect?.encoding == .windows1252)
    #expect(try readRows(source)[1].cells[1] == name)
  }

  @Test(
    arguments: [
      ([0x8E, 0x6C, 0x76, 0x73], TextEncoding.cp850, "Älvs"), ([0x86, 0x6B, 0x65, 0x72], .cp850, "åker"),
      ([0x56, 0x8A, 0x78], .macRoman, "Väx"),
    ] as [([UInt8], TextEncoding, String)])
  func oneSwedishLetterOfOldSystemsIsEnough(bytes: [UInt8], encoding: TextEncoding, name: String) throws {
    let source = try delimited(Array("Nr;Namn\n1;".utf8) + bytes + Array("\n2;Norra\n".utf8))
    #expect(source.dialect?.encoding == encoding)
    #expect(try readRows(source)[1].cells[1] == name)
  }
}
