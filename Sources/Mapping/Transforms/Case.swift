/// Letters of ASCII and Latin-1, which hold those of Swedish; any other letter stays as it is.
extension Workspace {
  mutating func upper(_ piece: Piece) -> Piece { recase(piece) { _ in true } }

  mutating func lower(_ piece: Piece) -> Piece { recase(piece) { _ in false } }

  /// A capital after each blank, hyphen, slash and point, small letters otherwise: `ANDERS-ERIK ÖBERG` becomes
  /// `Anders-Erik Öberg`.
  mutating func title(_ piece: Piece) -> Piece {
    recase(piece) { before in
      switch before {
      case 0x20, UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "."), UInt8(ascii: "("), 0x0A, 0x0D: true
      default: false
      }
    }
  }

  /// Writes each letter large when `isLarge` says so of the byte before it; a blank stands before the first.
  @inline(__always)
  private mutating func recase(_ piece: Piece, _ isLarge: (UInt8) -> Bool) -> Piece {
    reserve(piece.count)
    let bytes = bytes(piece)
    let start = derivedCount
    var before: UInt8 = 0x20
    var place = 0
    while place < piece.count {
      var byte = bytes[place]
      let large = isLarge(before)
      if byte == 0xC3, place + 1 < piece.count {
        put(byte)
        place += 1
        byte = bytes[place]
        let isLetter =
          large ? byte >= 0xA0 && byte <= 0xBE && byte != 0xB7 : byte >= 0x80 && byte <= 0x9E && byte != 0x97
        put(isLetter ? byte ^ 0x20 : byte)
      } else {
        let isLetter = large ? byte >= 0x61 && byte <= 0x7A : byte >= 0x41 && byte <= 0x5A
        put(isLetter ? byte ^ 0x20 : byte)
      }
      before = byte
      place += 1
    }
    return self.piece(from: start, original: piece)
  }
}
