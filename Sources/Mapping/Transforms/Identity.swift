import SwedishIdentity

extension Workspace {
  /// `NNNNNN-NNNN` for an organisation, `YYYYMMDD-NNNN` for a person. What spreadsheets put around a number goes:
  /// `5566778899.0`, `'5566778899`. What is no such number stays as it is, and so does `5,56678E+09`: its digits are lost.
  mutating func identityNumber(_ piece: Piece) -> Piece {
    let digits = withoutDamage(piece)
    guard case .success(let number) = IdentityNumber.read(buffer(digits), today: today) else { return piece }
    if digits.end < piece.end { noteFraction() }
    let hyphen = number.kind == .organisation ? 6 : 8
    // Ten or twelve digits and a hyphen where it belongs: nothing to write.
    if piece.count == hyphen + 5, bytes(piece)[hyphen] == UInt8(ascii: "-") { return piece }
    scratch.removeAll(keepingCapacity: true)
    number.appendCanonical(to: &scratch)
    return pieceOfScratch(original: piece)
  }

  /// Prefix and number without blanks and marks.
  mutating func vatNumber(_ piece: Piece) -> Piece {
    guard case .success(let number) = VATNumber.read(buffer(piece)) else { return piece }
    if Self.isBareVATNumber(bytes(piece), count: piece.count) { return piece }
    scratch.removeAll(keepingCapacity: true)
    number.appendCanonical(to: &scratch)
    return pieceOfScratch(original: piece)
  }

  /// True when a VAT number has nothing but capital letters and digits, and is not Greek under another country's letters.
  private static func isBareVATNumber(_ bytes: UnsafePointer<UInt8>, count: Int) -> Bool {
    for place in 0..<count {
      guard bytes[place] >= 0x30 && bytes[place] <= 0x39 || bytes[place] >= 0x41 && bytes[place] <= 0x5A else {
        return false
      }
    }
    return bytes[0] != UInt8(ascii: "G")
  }

  /// `123 45` for a Swedish postal code, any other as it is.
  mutating func postalCode(_ piece: Piece) -> Piece {
    let digits = withoutDamage(piece)
    guard let code = PostalCode(buffer(digits)) else { return piece }
    if digits.end < piece.end { noteFraction() }
    // Five digits and a blank where it belongs: nothing to write.
    if piece.count == 6, bytes(piece)[3] == 0x20 { return piece }
    scratch.removeAll(keepingCapacity: true)
    code.appendCanonical(to: &scratch)
    return pieceOfScratch(original: piece)
  }

  /// The number without the apostrophe that marks text in a spreadsheet and without the decimals that a number column adds.
  @inline(__always)
  func withoutDamage(_ piece: Piece) -> Piece {
    let kept = Self.undamaged(bytes(piece), count: piece.count)
    return Piece(start: Int(piece.start) + kept.lowerBound, length: kept.count)
  }

  // A function of its own that does not take the workspace: to pass that would copy it.
  private static func undamaged(_ bytes: UnsafePointer<UInt8>, count: Int) -> Range<Int> {
    let first = bytes[0] == UInt8(ascii: "'") ? 1 : 0
    var zeros = count
    while zeros > first, bytes[zeros - 1] == 0x30 { zeros -= 1 }
    if zeros < count, zeros > first + 1, bytes[zeros - 1] == UInt8(ascii: ".") || bytes[zeros - 1] == UInt8(ascii: ",")
    {
      return first..<zeros - 1
    }
    return first..<count
  }
}
