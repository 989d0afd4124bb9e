import Rows

/// Finds rows of one encoding with a byte for each character among those of another: all bytes are characters there, too, but make
/// no words.
///
/// `Võxj÷` and `┼kes` are no Swedish in CP850, and Växjö and Åkes in Windows-1252. A foreign name that may be right (`Põld`,
/// `Škoda`, `Œuvre`) is left alone, unless the file certainly holds rows of an encoding in which it is Swedish.
struct MixedBytes {
  private let own: SwedishReading
  private let others: [(reading: SwedishReading, table: OneByteTable)]
  /// Encodings of which the file is known to hold rows.
  private let known: Set<TextEncoding>
  /// By Unicode's number: the characters that are letters of Swedish words in another encoding, and not in this one.
  private var suspects = [Bool](repeating: false, count: 0x3000)

  /// - Parameters:
  ///   - encoding: the file's, which has one byte for each character.
  ///   - known: encodings of which the file certainly holds rows.
  init(_ encoding: TextEncoding, known: [TextEncoding] = []) throws {
    own = try SwedishReading(encoding)
    self.known = Set(known)
    others = try Self.families.filter { !$0.contains(encoding) }.map {
      (try SwedishReading($0[0]), try OneByteTable($0[0]))
    }
    let table = try OneByteTable(encoding)
    for byte in UInt8(0x80)...0xFF where !own.isPlain(byte) && others.contains(where: { $0.reading.isPlain(byte) }) {
      if let scalar = table.scalar(of: byte), Int(scalar.value) < suspects.count {
        suspects[Int(scalar.value)] = true
      }
    }
  }

  /// Encodings that have the same letters of Western Europe in the same places, the likeliest first.
  private static let families: [[TextEncoding]] = [
    [.windows1252, .iso8859_1, .iso8859_15], [.cp850, .cp437], [.macRoman],
  ]

  /// The encodings of which some lines are for certain that are not in the file's own.
  static func encodings(in lines: [UInt8], besides encoding: TextEncoding) throws -> [TextEncoding] {
    let mixed = try MixedBytes(encoding)
    var found: [TextEncoding] = []
    for line in lines.split(separator: 0x0A) where line.contains(where: { !mixed.own.isPlain($0) }) {
      if let table = mixed.table(of: Array(line)), !found.contains(table.encoding) { found.append(table.encoding) }
    }
    return found
  }

  /// The encoding in which a row is Swedish that cannot be what it is in the file's; nil when there is none.
  func table(of row: [UInt8]) -> OneByteTable? {
    let odd = own.oddities(of: row)
    let isOdd = odd.certain > 0 || odd.possible > 1
    guard isOdd || !known.isEmpty, !row.contains(where: { $0 >= 0x80 && own.isPlain($0) }) || odd.certain > 0 else {
      return nil
    }
    var best: (score: Int, table: OneByteTable)?
    for other in others
    where (isOdd || known.contains(other.table.encoding)) && other.table.has(row) && other.reading.isSwedish(row) {
      let score = other.reading.score(row)
      if best.map({ score > $0.score }) ?? true { best = (score, other.table) }
    }
    return best?.table
  }

  /// True when the character at a place of UTF-8 may be a letter of another encoding: worth a look at its row.
  @inline(__always)
  func isSuspect(_ text: UnsafeBufferPointer<UInt8>, at place: Int) -> Bool {
    let lead = Int(text[place])
    if lead < 0xC2 || place + 1 >= text.count { return false }
    let second = Int(text[place + 1]) & 0x3F
    if lead < 0xE0 { return suspects[(lead & 0x1F) << 6 | second] }
    guard lead < 0xF0, place + 2 < text.count else { return false }
    let scalar = (lead & 0x0F) << 12 | second << 6 | Int(text[place + 2]) & 0x3F
    return scalar < suspects.count && suspects[scalar]
  }
}
