extension Workspace {
  /// Digits with an optional `+` before them: `+46 (0)70-123 45 67` and `0046701234567` become `+46701234567`,
  /// `070-123 45 67` becomes `0701234567`, or `+46701234567` with the calling code 46.
  ///
  /// BlankCharacters, hyphens, slashes, points and parentheses go. What has any other character, such as an extension in words, and
  /// what has less than five digits or more than fifteen (ITU-T E.164) stays as it is.
  mutating func phone(_ piece: Piece, callingCode: Piece) -> Piece {
    reserve(piece.count + callingCode.count + 1)
    let number = withoutDamage(piece)
    let bytes = bytes(number)
    let start = derivedCount
    var place = 0
    while place < number.count {
      let byte = bytes[place]
      switch byte {
      case 0x30...0x39:
        // The zero of +46 (0)70 is for calls inside the country only.
        let isBracketed = place > 0 && bytes[place - 1] == UInt8(ascii: "(") && place + 1 < number.count
        if byte == 0x30, isBracketed, bytes[place + 1] == UInt8(ascii: ")"), derivedCount > start { break }
        put(byte)
      case UInt8(ascii: "+") where derivedCount == start: put(byte)
      case 0x20, UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "."), UInt8(ascii: "("), UInt8(ascii: ")"): break
      case 0xE2 where place + 2 < number.count && bytes[place + 1] == 0x80 && (0x90...0x94).contains(bytes[place + 2]):
        place += 2
      default:
        discard(to: start)
        return piece
      }
      place += 1
    }
    let digits = derivedCount - start
    if digits > 2, derived[start] == 0x30, derived[start + 1] == 0x30 {
      derived[start] = UInt8(ascii: "+")
      moveTail(from: start + 2, to: start + 1)
    } else if callingCode.count > 0, digits > 1, derived[start] == 0x30 {
      prepend(callingCode, insteadOfZeroAt: start)
    }
    let count = derivedCount - start - (derived[start] == UInt8(ascii: "+") ? 1 : 0)
    guard digits > 0, (5...15).contains(count) else {
      discard(to: start)
      return piece
    }
    if number.end < piece.end { noteFraction() }
    return self.piece(from: start, original: piece)
  }

  private mutating func moveTail(from: Int, to: Int) {
    (derived + to).update(from: derived + from, count: derivedCount - from)
    discard(to: derivedCount - (from - to))
  }

  private mutating func prepend(_ callingCode: Piece, insteadOfZeroAt start: Int) {
    let tail = derivedCount - start - 1
    for _ in 0..<callingCode.count { put(0) }
    (derived + start + 1 + callingCode.count).update(from: derived + start + 1, count: tail)
    derived[start] = UInt8(ascii: "+")
    (derived + start + 1).update(from: bytes(literal(callingCode)), count: callingCode.count)
  }
}
