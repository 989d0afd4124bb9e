/// A ``WordList`` in the flat arrays of a ``MappingPlan``.
struct WordTable: Sendable {
  /// A slot without entry.
  static let free = WordList.free

  /// The first slot in ``MappingPlan/slots``.
  let firstSlot: Int
  /// The number of slots less one; that number is a power of two.
  let mask: Int
  /// The bytes of the longest key.
  let longest: Int
  /// False when no word begins with that byte, counted by its last six bits: most cells are no word of the table.
  let firstBytes: UInt64

  /// One word: its key among ``MappingPlan/wordKeys``, its meaning among ``MappingPlan/literals``.
  struct Entry: Sendable {
    let keyStart: UInt32, keyLength: UInt32
    let meaning: Piece
  }
}

/// A range of bytes in the arena that the source and what is derived from it share, or one of the marks.
struct Piece: Sendable, Equatable {
  var start: UInt32
  var length: UInt32

  @inline(__always)
  init(start: Int, length: Int) {
    self.start = UInt32(truncatingIfNeeded: start)
    self.length = UInt32(truncatingIfNeeded: length)
  }

  private init(mark: UInt32) {
    start = 0
    length = mark
  }

  /// The row has no such cell.
  static let missing = Piece(mark: .max)
  /// The cell holds a word that clears.
  static let cleared = Piece(mark: .max - 1)
  static let blank = Piece(mark: 0)

  var count: Int { Int(length) }
  /// Where its bytes end. Only of bytes.
  var end: Int { Int(start) + count }
  var isBlank: Bool { length == 0 }
  /// True for bytes, of which there is at least one.
  var isValue: Bool { length != 0 && length < .max - 1 }
}
