import CustomerModel
import Glibc

extension Workspace {
  /// The names of a cell, sorted by bytes, each once and each followed by ``Field/setSeparator``.
  ///
  /// A cell with that separator was a list already, from JSON or from an export, and is split there only.
  mutating func set(_ piece: Piece, separators: SeparatorSet, areIdentities: Bool) -> Piece {
    names.removeAll(keepingCapacity: true)
    let isList = memchr(bytes(piece), Int32(Field.setSeparator), piece.count) != nil
    var room = 0
    var first = 0
    for place in 0...piece.count {
      if place < piece.count {
        let byte = bytes(piece)[place]
        guard isList ? byte == Field.setSeparator : separators.contains(byte) else { continue }
      }
      if place > first {
        var name = clean(Piece(start: Int(piece.start) + first, length: place - first), keepsLineBreaks: false)
        if areIdentities, !name.isBlank { name = identityNumber(name) }
        if !name.isBlank, insert(name) { room += name.count + 1 }
      }
      first = place + 1
    }
    reserve(room)
    let start = derivedCount
    for name in names {
      put(bytes(name), count: name.count)
      put(Field.setSeparator)
    }
    return self.piece(from: start, original: piece)
  }

  /// Puts a name where it belongs among those before it; false when it stands there already.
  private mutating func insert(_ name: Piece) -> Bool {
    var place = names.count
    while place > 0 {
      let order = compare(names[place - 1], name)
      if order == 0 { return false }
      if order < 0 { break }
      place -= 1
    }
    names.insert(name, at: place)
    return true
  }

  private func compare(_ a: Piece, _ b: Piece) -> Int {
    let order = Int(memcmp(bytes(a), bytes(b), min(a.count, b.count)))
    return order != 0 ? order : a.count - b.count
  }
}
