import CustomerModel
import Glibc

/// One value to several. Each leaves in `parts` as many as there are fields; a part that is not there is blank.
extension Workspace {
  mutating func split(_ piece: Piece, _ split: MappingPlan.Split, count: Int) {
    parts.removeAll(keepingCapacity: true)
    if !piece.isBlank {
      switch split {
      case .none: break
      case .postalCodeCity: splitPostalCode(piece)
      case .fullName: splitName(piece)
      case .at(let separator): splitText(piece, at: separator, count: count)
      case .groups(let pattern): splitGroups(piece, pattern: pattern)
      }
    }
    while parts.count < count { parts.append(.blank) }
  }

  private func part(_ piece: Piece, _ range: Range<Int>) -> Piece {
    Piece(start: Int(piece.start) + range.lowerBound, length: range.count)
  }

  /// `123 45 Storstad`, `SE-123 45 Storstad`, `0150 Oslo`: postal code, city. Without a postal code all is the city.
  private mutating func splitPostalCode(_ piece: Piece) {
    let bytes = bytes(piece)
    var place = 0
    var letters = 0
    while place < piece.count, bytes[place] | 0x20 >= 0x61, bytes[place] | 0x20 <= 0x7A { place += 1 }
    letters = place
    if letters > 0, letters <= 3, place < piece.count, bytes[place] == UInt8(ascii: "-") {
      place += 1
    } else {
      place = 0
    }
    var digits = 0
    var end = place
    while place < piece.count, digits < 5 {
      if bytes[place] >= 0x30, bytes[place] <= 0x39 {
        digits += 1
        end = place + 1
      } else if bytes[place] != 0x20 || digits != 3 {
        break
      }
      place += 1
    }
    // Four digits in Norway and Denmark, five here; a figure that goes on is none.
    guard digits == 5 || digits == 4, end == piece.count || bytes[end] == 0x20 || bytes[end] == UInt8(ascii: ",") else {
      parts.append(.blank)
      parts.append(piece)
      return
    }
    parts.append(part(piece, 0..<end))
    while end < piece.count, bytes[end] == 0x20 || bytes[end] == UInt8(ascii: ",") { end += 1 }
    parts.append(part(piece, end..<piece.count))
  }

  /// `Anna Maria Berg` and `Berg, Anna Maria`: first names, last name. A particle belongs to the last name: `af`, `von`,
  /// `de`, also with a capital. A single name is the first.
  private mutating func splitName(_ piece: Piece) {
    let bytes = bytes(piece)
    if let comma = (0..<piece.count).first(where: { bytes[$0] == UInt8(ascii: ",") }) {
      parts.append(part(piece, comma + 1..<piece.count))
      parts.append(part(piece, 0..<comma))
      return
    }
    guard var blank = (0..<piece.count).last(where: { bytes[$0] == 0x20 }) else {
      parts.append(piece)
      return
    }
    while let before = (0..<blank).last(where: { bytes[$0] == 0x20 }), isParticle(part(piece, before + 1..<blank)) {
      blank = before
    }
    parts.append(part(piece, 0..<blank))
    parts.append(part(piece, blank + 1..<piece.count))
  }

  private func isParticle(_ piece: Piece) -> Bool {
    NameParticles.ofLastNames.contains(String(decoding: buffer(piece), as: UTF8.self).lowercased())
  }

  private mutating func splitText(_ piece: Piece, at separator: Piece, count: Int) {
    let bytes = bytes(piece)
    let mark = self.bytes(literal(separator))
    var first = 0
    var place = 0
    while parts.count < count - 1, place + separator.count <= piece.count {
      if memcmp(bytes + place, mark, separator.count) == 0 {
        parts.append(part(piece, first..<place))
        place += separator.count
        first = place
      } else {
        place += 1
      }
    }
    parts.append(part(piece, first..<piece.count))
  }

  /// Without a match all is the first part.
  private mutating func splitGroups(_ piece: Piece, pattern: Int) {
    guard let groups = plan.patterns[pattern].groups(in: text(piece)) else {
      parts.append(piece)
      return
    }
    for group in groups { parts.append(group.isEmpty ? .blank : self.piece(of: group, original: piece)) }
  }
}
