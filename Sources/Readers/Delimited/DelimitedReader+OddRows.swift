import CByteScan
import Rows

/// Rows that are not written in the encoding of the file: what they would be in another one is put in their cells.
extension DelimitedReader {
  /// A row with bytes that the file's encoding has no character for.
  struct OddRow {
    /// The row's place in the batch.
    let row: Int
    /// For each U+FFFD of the row what the file holds there; empty where it holds U+FFFD.
    let replaced: [ByteGroup]
    /// False for a row of characters that are none of UTF-8's first bytes.
    var mayBeUTF8 = true
  }

  /// What the replacements in a row stand for, before its cells are unescaped.
  func replaced(
    _ bytes: UnsafePointer<UInt8>, from start: Int, to end: Int, _ arenaStart: Int,
    _ invalid: ArraySlice<TextDecoder.InvalidBytes>
  ) -> [ByteGroup] {
    var invalid = invalid
    var result: [ByteGroup] = []
    for index in start..<max(start, end - 2)
    where bytes[index] == 0xEF && bytes[index + 1] == 0xBF && bytes[index + 2] == 0xBD {
      let isInvalid = invalid.first?.offset == arenaStart + index
      result.append(isInvalid ? invalid.removeFirst().bytes : ByteGroup([]))
    }
    return result
  }

  /// Looks for the rows of a batch that are of another encoding, and gives their cells the text in it.
  mutating func readOddRows(of batch: inout RowBatch) throws {
    var odd = oddRows
    oddRows.removeAll(keepingCapacity: true)
    guard decoder.encoding.isOneByte || !odd.isEmpty else { return }
    var other = try self.other ?? OtherEncoding(decoder.encoding, known: known)
    self.other = other
    if let mixed = other.mixed { addSuspectRows(of: batch, to: &odd, mixed) }
    guard !odd.isEmpty else { return }
    for row in odd { try read(row, of: &batch, by: &other) }
    self.other = other
  }

  private func read(_ odd: OddRow, of batch: inout RowBatch, by other: inout OtherEncoding) throws {
    let row = batch.rows[odd.row]
    let places = Int(row.firstCell)..<Int(row.firstCell) + Int(row.cellCount)
    var replaced = odd.replaced[...]
    let cells = batch.cells[places].map { cell in
      let text = batch.arena[cell.range]
      let count = text.indices.count { text[$0...].starts(with: [0xEF, 0xBF, 0xBD]) }
      defer { replaced = replaced.dropFirst(count) }
      return OtherEncoding.Cell(text: text, replaced: Array(replaced.prefix(count)))
    }
    guard let reading = try other.reading(of: cells, mayBeUTF8: odd.mayBeUTF8),
      let first = reading.cells.firstIndex(where: { $0 != nil })
    else {
      return
    }
    for (place, text) in zip(places, reading.cells) {
      guard let text else { continue }
      batch.cells[place] = RowBatch.Cell(start: batch.arena.count, length: text.count)
      batch.arena += text
    }
    batch.rows[odd.row].fault = .invalidEncoding
    batch.readings.append(
      RowReading(
        position: row.position, encoding: reading.encoding, column: first,
        text: String(decoding: reading.cells[first] ?? [], as: UTF8.self)))
  }

  /// Adds the rows that may be in another encoding, in a file that has one byte for each character.
  private func addSuspectRows(of batch: RowBatch, to odd: inout [OddRow], _ mixed: MixedBytes) {
    var utf8: Set<Int> = []
    var found: Set<Int> = []
    batch.arena.withUnsafeBufferPointer { arena in
      guard let bytes = arena.baseAddress else { return }
      addUTF8Rows(arena, batch, to: &utf8)
      let raw = UnsafeRawPointer(bytes)
      var row = 0
      var place = 0
      while true {
        place = UTF8Validation.firstNonASCII(raw, from: place, to: arena.count)
        guard place < arena.count else { return }
        if mixed.isSuspect(arena, at: place) {
          Self.pass(to: place, &row, batch)
          found.insert(row)
        }
        place += arena[place] < 0xE0 ? 2 : arena[place] < 0xF0 ? 3 : 4
      }
    }
    found.formUnion(utf8)
    guard !found.isEmpty else { return }
    let known = Set(odd.map(\.row))
    for row in found where batch.rows[row].fault == .none && !known.contains(row) {
      odd.append(OddRow(row: row, replaced: [], mayBeUTF8: utf8.contains(row)))
    }
    odd.sort { $0.row < $1.row }
  }

  /// Adds the rows that may be UTF-8: those in which the first byte of å, ä and ö, or of other characters that lists hold, stands as
  /// the character that it is here.
  private func addUTF8Rows(_ arena: UnsafeBufferPointer<UInt8>, _ batch: RowBatch, to found: inout Set<Int>) {
    let firsts = decoder.firstsOfUTF8
    guard let bytes = arena.baseAddress, !firsts.isEmpty else { return }
    var row = 0
    var place = 0
    while true {
      place = kundreg_next_suspect(bytes, arena.count, place)
      guard place < arena.count else { return }
      defer { place += 2 }
      guard firsts.contains(where: { arena[place...].starts(with: $0) }) else { continue }
      // Å and Ä are common letters here: they must stand before what nobody writes behind them.
      if arena[place] == 0xC3, arena[place + 1] == 0x84 || arena[place + 1] == 0x85,
        !DamagedText.isDamage(arena, at: place)
      {
        continue
      }
      Self.pass(to: place, &row, batch)
      found.insert(row)
    }
  }

  /// Goes on to the row in which a place of the arena lies.
  private static func pass(to place: Int, _ row: inout Int, _ batch: RowBatch) {
    while row + 1 < batch.rows.count, Int(batch.cells[Int(batch.rows[row + 1].firstCell)].start) <= place { row += 1 }
  }
}
