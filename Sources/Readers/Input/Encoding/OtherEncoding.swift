import Rows

/// Reads a row that is not written in the encoding of its file, in the encoding in which it makes sense.
///
/// Only rows that are rejected come here.
struct OtherEncoding {
  private let encoding: TextEncoding
  /// The characters of the file's own encoding, when it has one byte for each.
  private let own: OneByteTable?
  /// Finds the other encodings that have one byte for each, when the file's own has.
  let mixed: MixedBytes?
  private var candidates: [(reading: SwedishReading, table: OneByteTable)] = []

  /// - Parameters:
  ///   - encoding: the file's.
  ///   - known: others of which the file certainly holds rows.
  init(_ encoding: TextEncoding, known: [TextEncoding] = []) throws {
    self.encoding = encoding
    own = encoding.isOneByte ? try OneByteTable(encoding) : nil
    mixed = encoding.isOneByte ? try MixedBytes(encoding, known: known) : nil
  }

  /// What a cell holds: bytes of UTF-8, with what replacements stand for.
  struct Cell {
    var text: ArraySlice<UInt8>
    /// For each U+FFFD of the text in its order what the file holds there; empty where it holds U+FFFD.
    var replaced: [ByteGroup] = []
  }

  /// The likeliest reading of a row.
  struct Reading {
    let encoding: TextEncoding
    /// What the cells are in that encoding; nil for one that needs none.
    var cells: [[UInt8]?]
  }

  /// How a row reads of which the file's encoding has no characters for some bytes, or that makes no words in it and does in another.
  ///
  /// - Parameter mayBeUTF8: false where it stands in a file of another encoding and has nothing of UTF-8.
  /// - Returns: nil when no encoding makes sense of it.
  mutating func reading(of cells: [Cell], mayBeUTF8: Bool) throws -> Reading? {
    if let own, let mixed {
      return (mayBeUTF8 ? Self.asUTF8(cells, own) : nil) ?? Self.asOther(cells, own, mixed)
    }
    guard encoding == .utf8 else { return nil }
    return try asOneByte(cells)
  }

  // MARK: One byte for a character, in UTF-8

  private mutating func asOneByte(_ cells: [Cell]) throws -> Reading? {
    if candidates.isEmpty {
      candidates = try EncodingCandidates.oneByte.map { (try SwedishReading($0), try OneByteTable($0)) }
    }
    var sample: [UInt8] = []
    for cell in cells where cell.isIncomplete { sample += Self.sample(of: cell) + [0x0A] }
    guard !Self.holdsHalfALetter(sample) else { return nil }
    // A reading makes letters of Swedish and its neighbours of the bytes, not just any.
    let least = sample.count { $0 >= 0x80 }
    var best: (score: Int, table: OneByteTable)?
    for candidate in candidates where candidate.table.has(sample) {
      let score = candidate.reading.score(sample)
      if score > best?.score ?? least { best = (score, candidate.table) }
    }
    guard let table = best?.table else { return nil }
    return Reading(encoding: table.encoding, cells: cells.map { $0.isIncomplete ? Self.text(of: $0, table) : nil })
  }

  /// True where a program that counts bytes cut å or ä in two: no encoding makes a letter of that.
  private static func holdsHalfALetter(_ sample: [UInt8]) -> Bool {
    sample.withUnsafeBytes { bytes in bytes.indices.contains { EncodingEvidence.isHalfALetter(bytes, at: $0) } }
  }

  /// The bytes of a cell, with a letter for each letter that the file's encoding has.
  private static func sample(of cell: Cell) -> [UInt8] {
    var sample: [UInt8] = []
    visitParts(of: cell) { part in
      switch part {
      case .replaced(let bytes): sample += bytes
      case .text(let text):
        for byte in text where byte & 0xC0 != 0x80 { sample.append(byte < 0x80 ? byte : byte == 0xC3 ? 0x61 : 0x20) }
      }
    }
    return sample
  }

  private static func text(of cell: Cell, _ table: OneByteTable) -> [UInt8] {
    var result: [UInt8] = []
    visitParts(of: cell) { part in
      switch part {
      case .text(let text): result += text
      case .replaced(let bytes): for byte in bytes { result += table.text(of: byte) }
      }
    }
    return result
  }

  // MARK: One byte for a character, in another such encoding

  private static func asOther(_ cells: [Cell], _ own: OneByteTable, _ mixed: MixedBytes) -> Reading? {
    var row: [UInt8] = []
    var all: [[UInt8]] = []
    for cell in cells {
      guard let bytes = bytes(of: cell, own) else { return nil }
      all.append(bytes)
      row += bytes + [0x0A]
    }
    guard let table = mixed.table(of: row) else { return nil }
    return Reading(
      encoding: table.encoding,
      cells: all.map { bytes in bytes.contains { $0 >= 0x80 } ? bytes.flatMap(table.text) : nil })
  }

  // MARK: UTF-8, in one byte for a character

  private static func asUTF8(_ cells: [Cell], _ own: OneByteTable) -> Reading? {
    var isFound = false
    // One may be chance; of several each would have to be.
    var others = 0
    var texts: [[UInt8]?] = []
    for cell in cells {
      guard let bytes = bytes(of: cell, own) else { return nil }
      let isValid = bytes.withUnsafeBytes { UTF8Validation.validPrefix($0).length == bytes.count }
      guard isValid else { return nil }
      for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars where !scalar.isASCII {
        others += 1
        isFound = isFound || letters.contains(scalar) || ("\u{100}"..."\u{17F}").contains(scalar)
      }
      texts.append(bytes.contains { $0 >= 0x80 } ? bytes : nil)
    }
    return isFound || others > 1 ? Reading(encoding: .utf8, cells: texts) : nil
  }

  /// Letters of which one is enough, beside those from Ā to ſ.
  private static let letters = Set("åäöÅÄÖéÉüÜæÆøØ".unicodeScalars)

  /// The bytes that the file holds for a cell; nil when it cannot have come from it.
  private static func bytes(of cell: Cell, _ own: OneByteTable) -> [UInt8]? {
    var bytes: [UInt8] = []
    var isWhole = true
    visitParts(of: cell) { part in
      switch part {
      case .replaced(let replaced): bytes += replaced
      case .text(let text):
        for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
          guard let byte = own.byte(of: scalar) else { return isWhole = false }
          bytes.append(byte)
        }
      }
    }
    return isWhole ? bytes : nil
  }

  // MARK: Parts

  private enum Part {
    case text(ArraySlice<UInt8>)
    case replaced(ByteGroup)
  }

  private static let replacement: [UInt8] = [0xEF, 0xBF, 0xBD]

  /// Takes a cell apart at what replacements stand for.
  private static func visitParts(of cell: Cell, _ visit: (Part) -> Void) {
    var rest = cell.text
    var start = rest.startIndex
    var replaced = cell.replaced[...]
    while let bytes = replaced.first, let place = rest[start...].firstIndex(of: 0xEF) {
      guard rest[place...].starts(with: replacement) else {
        start = place + 1
        continue
      }
      replaced.removeFirst()
      start = place + replacement.count
      guard !bytes.isEmpty else { continue }
      visit(.text(rest[..<place]))
      visit(.replaced(bytes))
      rest = rest[start...]
    }
    visit(.text(rest))
  }
}

extension OtherEncoding.Cell {
  /// True when the file holds something here that its encoding has no character for.
  var isIncomplete: Bool { replaced.contains { !$0.isEmpty } }
}

extension TextEncoding {
  /// True when each character is one byte.
  var isOneByte: Bool { self != .utf8 && self != .utf16LittleEndian && self != .utf16BigEndian }
}
