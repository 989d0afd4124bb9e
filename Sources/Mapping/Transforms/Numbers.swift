extension Workspace {
  /// A decimal number as `-1234.5`: a decimal comma becomes a point, blanks and apostrophes between thousands go, and so
  /// do a percent sign, `kr` at the end, zeros that add nothing and a typographic minus.
  ///
  /// Of comma and point the last is the decimal sign when both stand there; one that stands several times parts thousands.
  /// A single comma or point is a decimal sign, as Swedish writes it. What is no number stays as it is.
  mutating func number(_ piece: Piece) -> Piece {
    guard piece.count <= 64, let shape = NumberShape(buffer(piece)) else { return piece }
    reserve(piece.count + 2)
    let bytes = bytes(piece)
    let start = derivedCount
    if shape.isNegative { put(UInt8(ascii: "-")) }
    let firstDigit = derivedCount
    var hasPoint = false
    for place in shape.digits {
      let byte = bytes[place]
      if byte >= 0x30, byte <= 0x39 {
        if byte == 0x30, derivedCount == firstDigit { continue }
        put(byte)
      } else if place == shape.decimalSign {
        if derivedCount == firstDigit { put(0x30) }
        put(UInt8(ascii: "."))
        hasPoint = true
      }
    }
    if hasPoint { dropTrailingZeros() }
    if derivedCount == firstDigit { put(0x30) }
    if derivedCount == firstDigit + 1, derived[firstDigit] == 0x30, shape.isNegative {
      discard(to: start)
      put(0x30)
    }
    return self.piece(from: start, original: piece)
  }

  private mutating func dropTrailingZeros() {
    while derived[derivedCount - 1] == 0x30 { discard(to: derivedCount - 1) }
    if derived[derivedCount - 1] == UInt8(ascii: ".") { discard(to: derivedCount - 1) }
  }
}

/// Where the parts of a number stand.
private struct NumberShape {
  var isNegative = false
  /// From the first digit or decimal sign to the last.
  let digits: Range<Int>
  /// -1 when there is none.
  let decimalSign: Int

  init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    var start = 0
    var end = bytes.count
    if bytes[0] == UInt8(ascii: "-") || bytes[0] == UInt8(ascii: "+") {
      isNegative = bytes[0] == UInt8(ascii: "-")
      start = 1
    } else if end > 3, bytes[0] == 0xE2, bytes[1] == 0x88, bytes[2] == 0x92 {
      isNegative = true
      start = 3
    }
    if bytes[end - 1] == UInt8(ascii: "%") {
      end -= 1
    } else if end > 2, bytes[end - 2] | 0x20 == UInt8(ascii: "k"), bytes[end - 1] | 0x20 == UInt8(ascii: "r") {
      end -= 2
    }
    while end > start, bytes[end - 1] == 0x20 { end -= 1 }
    while start < end, bytes[start] == 0x20 { start += 1 }
    var commas = 0, points = 0, count = 0, lastComma = -1, lastPoint = -1
    for place in start..<end {
      switch bytes[place] {
      case 0x30...0x39: count += 1
      case UInt8(ascii: ","):
        commas += 1
        lastComma = place
      case UInt8(ascii: "."):
        points += 1
        lastPoint = place
      case 0x20, UInt8(ascii: "'"): break
      default: return nil
      }
    }
    guard count > 0, min(commas, points) <= 1 else { return nil }
    digits = start..<end
    if commas > 0, points > 0 {
      decimalSign = max(lastComma, lastPoint)
      guard (lastComma > lastPoint ? commas : points) == 1 else { return nil }
    } else {
      decimalSign = commas == 1 ? lastComma : points == 1 ? lastPoint : -1
    }
  }
}
