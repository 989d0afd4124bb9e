import Rows
import TestSupport
import Testing

@Suite struct RowDigestTests {
  /// The digest of a row; nil is a cell that the row does not have.
  private func digest(_ cells: [String?], columns: [Int]? = nil, seed: UInt64 = 7, padding: Int = 0) -> RowDigest {
    var arena = [UInt8](repeating: 0x2A, count: padding)
    var row: [RowBatch.Cell] = []
    for cell in cells {
      guard let cell else {
        row.append(.missing)
        continue
      }
      row.append(RowBatch.Cell(start: arena.count, length: cell.utf8.count))
      arena += Array(cell.utf8)
    }
    return arena.withUnsafeBytes { arena in
      row.withUnsafeBufferPointer { cells in
        RowDigest.of(cells, arena: arena, columns: columns ?? Array(cells.indices), seed: seed)
      }
    }
  }

  @Test(arguments: [[], [""], ["a"], ["1001", "Åkes Bygg AB", "", nil, "åttatecken och litet till"]] as [[String?]])
  func equalRowsAreEqualWhereverTheirBytesLie(cells: [String?]) {
    #expect(digest(cells) == digest(cells, padding: 13))
  }

  @Test(
    arguments: [
      (["ab", "c"], ["a", "bc"], "a moved cell border"), (["ab", ""], ["", "ab"], "a moved cell"),
      (["", "a"], [nil, "a"], "blank and missing"), (["a", nil], ["a"], "missing at the end is as not there"),
      (["12345678"], ["12345679"], "the last byte of a whole word"),
      (["12345678", "9"], ["123456789"], "a border at a word"),
      (["\0"], [""], "a NUL byte"), (["\0a"], ["a"], "a NUL byte in front"), (["a"], ["a\0"], "a NUL byte behind"),
      (["a", "b"], ["b", "a"], "the order of cells"),
      ([nil, nil, "a"], [nil, "a", nil], "the place among missing ones"),
    ] as [([String?], [String?], String)])
  func whatDiffersHasAnotherDigest(a: [String?], b: [String?], what: String) {
    // A missing cell at the end is the same row: only this pair is equal.
    let isSame = what == "missing at the end is as not there"
    let columns = Array(0..<max(a.count, b.count))
    #expect((digest(a, columns: columns) == digest(b, columns: columns)) == isSame, "\(what)")
  }

  @Test func everyByteCounts() {
    let text = "Storgatan 17 B, 123 45 Storstad"
    let original = digest([text])
    for index in text.utf8.indices {
      var bytes = Array(text.utf8)
      bytes[text.utf8.distance(from: text.utf8.startIndex, to: index)] ^= 1
      #expect(digest([String(decoding: bytes, as: UTF8.self)]) != original)
    }
  }

  @Test func onlyTheColumnsAskedForCountAndInTheirOrder() {
    #expect(digest(["a", "b", "c"], columns: [0, 2]) == digest(["a", "x", "c"], columns: [0, 2]))
    #expect(digest(["a", "b"], columns: [0, 1]) != digest(["a", "b"], columns: [1, 0]))
  }

  @Test func anotherSeedGivesAnotherDigest() {
    #expect(digest(["a"], seed: 1) != digest(["a"], seed: 2))
    #expect(digest(["a"], seed: 1) != RowDigest.none)
  }

  @Test func randomRowsDoNotCollide() {
    var random = SeededGenerator(1)
    var rows: Set<[String?]> = []
    var digests: Set<RowDigest> = []
    for _ in 0..<20_000 {
      let row = (0..<3).map { _ -> String? in
        random.chance(0.2)
          ? nil : String((0..<Int.random(in: 0...10, using: &random)).map { _ in random.pick(["a", "b"]) }.joined())
      }
      rows.insert(row)
      digests.insert(digest(row))
    }
    #expect(digests.count == rows.count)
  }

  /// Each half is used alone, as the place in a table.
  @Test func bothHalvesDependOnTheRow() {
    let digests = (0..<5000).map { digest(["\($0)"]) }
    #expect(Set(digests.map(\.low)).count == 5000)
    #expect(Set(digests.map(\.high)).count == 5000)
  }

  /// Registers know rows without a number by their digests, for years: none may change.
  @Test(arguments: 0...40)
  func aDigestIsWhatItAlwaysWas(length: Int) {
    let bytes = (0..<length).map { UInt8(truncatingIfNeeded: 200 &- $0 &* 37) }
    var hasher = RowDigest.Hasher(seed: 42)
    bytes.withUnsafeBytes { hasher.combine($0) }
    #expect(hasher.finish() == Self.spelledOut(bytes, seed: 42))
  }

  /// The same byte by byte.
  private static func spelledOut(_ bytes: [UInt8], seed: UInt64) -> RowDigest {
    var words = [UInt64(bytes.count) | 1 << 63]
    var rest = bytes[...]
    while rest.count >= 8 {
      words.append(rest.prefix(8).reversed().reduce(0) { $0 << 8 | UInt64($1) })
      rest = rest.dropFirst(8)
    }
    if !rest.isEmpty { words.append(rest.reduce(0) { $0 << 8 | UInt64($1) }) }
    words += [0x8EBC_6AF0_9C88_C6E3, 0x5899_65CC_7537_4CC3]
    var first = seed ^ 0x9E37_79B9_7F4A_7C15
    var second = ~seed &* 0xD6E8_FEB8_6659_FD93
    for word in words {
      let a = (first ^ word).multipliedFullWidth(by: 0xA076_1D64_78BD_642F)
      first = a.high ^ a.low
      let b = (second &+ word).multipliedFullWidth(by: 0xE703_7ED1_A0B4_28DB)
      second = (b.high ^ b.low) &+ (first << 23 | first >> 41)
    }
    return RowDigest(high: first | 1, low: second)
  }
}
