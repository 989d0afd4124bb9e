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
        var name = clean(
          Piece(start: Int(piece.start) + first, length: place - first),
          areIdentities ? TextForm(plainsHyphens: true) : .oneLine)
        // A cell with one name was mended as a whole.
        if !name.isBlank, place - first < piece.count { name = mendedName(name) }
        if areIdentities, !name.isBlank { name = identityNumber(name) }
        if !name.isBlank, insert(name) { room += name.count + 1 }
      }
      first = place + 1
    }
    if names.count > Self.fewNames { room -= sortNames() }
    reserve(room)
    let start = derivedCount
    for name in names {
      put(bytes(name), count: name.count)
      put(Field.setSeparator)
    }
    return self.piece(from: start, original: piece)
  }

  /// As many names as are put in their place one by one. A cell may hold a million.
  private static let fewNames = 64

  /// Puts many names in order and drops those that come again. - Returns: the room that those would have taken.
  private mutating func sortNames() -> Int {
    let sorted = names.sorted { compare($0, $1) < 0 }
    names.removeAll(keepingCapacity: true)
    var dropped = 0
    for name in sorted {
      if let last = names.last, compare(last, name) == 0 { dropped += name.count + 1 } else { names.append(name) }
    }
    return dropped
  }

  /// Puts a name where it belongs among those before it; false when it stands there already. Of many names it is only
  /// noted, and they are put in order afterwards.
  private mutating func insert(_ name: Piece) -> Bool {
    guard names.count <= Self.fewNames else {
      names.append(name)
      return true
    }
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
