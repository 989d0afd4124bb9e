extension Workspace {
  /// A text before the value.
  mutating func prefix(_ piece: Piece, with literal: Piece) -> Piece { joined(self.literal(literal), piece) }

  /// A text after the value.
  mutating func suffix(_ piece: Piece, with literal: Piece) -> Piece { joined(piece, self.literal(literal)) }

  private mutating func joined(_ a: Piece, _ b: Piece) -> Piece {
    reserve(a.count + b.count)
    let start = derivedCount
    put(bytes(a), count: a.count)
    put(bytes(b), count: b.count)
    return Piece(start: sourceCount + start, length: derivedCount - start)
  }
}
