import Glibc

extension Workspace {
  /// What a word of a table stands for, a literal; nil when the table lacks it.
  @inline(__always)
  func meaning(of piece: Piece, in index: Int) -> Piece? {
    let table = plan.tables[index]
    let bytes = bytes(piece)
    guard mayBegin(bytes[0], table), piece.count <= Self.keyCapacity else { return nil }
    let (length, hash) = ValueWordKey.fold(bytes, count: piece.count, into: key)
    guard length <= table.longest else { return nil }
    var seat = Int(hash) & table.mask
    while true {
      let slot = plan.slots[table.firstSlot + seat]
      if slot == WordTable.free { return nil }
      let entry = plan.entries[Int(slot)]
      if Int(entry.keyLength) == length,
        plan.wordKeys.withUnsafeBufferPointer({ memcmp($0.baseAddress! + Int(entry.keyStart), key, length) == 0 })
      {
        return literal(entry.meaning)
      }
      seat = (seat + 1) & table.mask
    }
  }

  /// What a word stands for; the word itself where nobody knows.
  @inline(__always)
  mutating func word(_ piece: Piece, table: Int, isLoose: Bool) -> Piece {
    meaning(of: piece, in: table) ?? (isLoose ? looseMeaning(of: piece, in: table) : nil) ?? piece
  }

  /// What a word that the table lacks stands for without its points and parentheses: `Ftg.`, `Aktiebolag (publ)`,
  /// `Bostadsrättsförening (BRF)`. What stands in parentheses must mean the same, or say that shares are public.
  @inline(never)
  private mutating func looseMeaning(of piece: Piece, in table: Int) -> Piece? {
    guard piece.count < Self.keyCapacity, buffer(piece).contains(where: { ".(".utf8.contains($0) }) else { return nil }
    let word = text(piece)
    // Figures are no words, and a point is part of them.
    guard !word.contains(where: \.isNumber) else { return nil }
    let parts = word.filter { $0 != "." }.split { "()".contains($0) }.map { String($0).trimmingBlanks }.filter {
      !$0.isEmpty
    }
    guard let first = parts.first, parts.count < 3, let meaning = meaningOfText(first, in: table) else { return nil }
    let agrees = parts.dropFirst().allSatisfy { part in
      part.lowercased() == "publ" || meaningOfText(part, in: table).map { text($0) == text(meaning) } == true
    }
    return agrees ? meaning : nil
  }

  private mutating func meaningOfText(_ word: String, in table: Int) -> Piece? {
    let start = derivedCount
    defer { discard(to: start) }
    return meaning(of: piece(of: word, original: .blank), in: table)
  }

  /// False when no word of the table begins with that byte, as it is or as a small letter.
  @inline(__always)
  private func mayBegin(_ byte: UInt8, _ table: WordTable) -> Bool {
    let folded = byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
    return table.firstBytes >> UInt64(folded & 63) & 1 == 1
  }

  /// Exchanges yes and no; what is neither stays as it is. `answers` is the literal `10`.
  func not(_ piece: Piece, booleans: Int, answers: Int) -> Piece {
    guard let meaning = meaning(of: piece, in: booleans) else { return piece }
    let isYes = bytes(meaning)[0] == UInt8(ascii: "1")
    return literal(Piece(start: isYes ? answers + 1 : answers, length: 1))
  }

  /// A language by name or code; of a tag with a region, such as `sv-SE`, the first part counts.
  func language(_ piece: Piece, table: Int) -> Piece {
    if let meaning = meaning(of: piece, in: table) { return meaning }
    let bytes = bytes(piece)
    guard piece.count >= 5, bytes[2] == UInt8(ascii: "-") || bytes[2] == UInt8(ascii: "_") else { return piece }
    return meaning(of: Piece(start: Int(piece.start), length: 2), in: table) ?? piece
  }
}
