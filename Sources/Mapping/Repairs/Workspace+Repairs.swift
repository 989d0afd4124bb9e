import Glibc
import Rows

extension Workspace {
  /// False when a cell is certainly sound. True is only a suspicion.
  @inline(__always)
  func mayBeDamaged(_ piece: Piece, _ care: CellCare) -> Bool {
    careLimits[care.limits &+ Int(bytes(piece)[0])] >= piece.length
  }

  /// A cell without damage: what guards it off, then a fraction of zero; blank for a word that stands for nothing.
  @inline(never)
  mutating func mended(_ piece: Piece, _ care: CellCare, column: Int, row: Int) -> Piece {
    let first = bytes(piece)[0]
    if first == UInt8(ascii: "#"), care.findsErrors, SpreadsheetErrors.contain(buffer(piece), asText: care.isLongText) {
      foundErrors.append(rows[row].firstCell + UInt32(column))
      return piece
    }
    if care.remarksFraction, first >= 0x30, first <= 0x39 {
      if let fraction = ZeroFraction(UnsafeRawBufferPointer(buffer(piece))), fraction.zeros == 1 {
        note(.keptFraction, care, column: column, row: row)
      }
      if !care.hasWordsOfDigits { return piece }
    }
    var value = piece
    if let bare = withoutGuard(value, care, column: column, row: row) { value = bare }
    if value.isBlank { return .blank }
    if value != piece, let table = plan.clearWords, meaning(of: value, in: table) != nil { return .cleared }
    if care.dropsFraction, let point = WholeNumbers.point(UnsafeRawBufferPointer(buffer(value))) {
      note(.fraction, care, column: column, row: row)
      value = Piece(start: Int(value.start), length: point)
    }
    return isBlankWord(value, care, column: column, row: row) ? .blank : value
  }

  /// One of several names in a cell without damage, or blank.
  mutating func mendedName(_ name: Piece) -> Piece {
    let (source, row) = cellAtHand
    guard source >= 0, mayBeDamaged(name, plan.cares[source]) else { return name }
    let value = mended(name, plan.cares[source], column: plan.sources[source], row: row)
    return value.isValue ? value : .blank
  }

  // MARK: Words

  mutating func isBlankWord(_ piece: Piece, _ care: CellCare, column: Int, row: Int) -> Bool {
    guard care.words >= 0, let spellings = meaning(of: piece, in: care.words) else { return false }
    if isErrorCell(row, column) { return isBlankError(piece, care, column: column, row: row) }
    let mark = bytes(spellings)[0]
    let isAny = mark == UInt8(ascii: "*")
    let isSilent = mark == UInt8(ascii: "!")
    let first = isSilent ? 1 : 0
    let isTheirs =
      isAny || isOne(piece, of: Piece(start: Int(spellings.start) + first, length: spellings.count - first))
    if isTheirs, care.wordsDeed == .mend {
      note(.blankWord, care, column: column, row: row, example: piece)
      return true
    }
    if isTheirs || !isSilent { doubt(.blankWord, column: column, row: row) }
    return false
  }

  /// True when a piece is one of several, which have `|` between them.
  private func isOne(_ piece: Piece, of spellings: Piece) -> Bool {
    var first = 0
    let all = bytes(spellings)
    for place in 0...spellings.count where place == spellings.count || all[place] == UInt8(ascii: "|") {
      if place - first == piece.count, memcmp(all + first, bytes(piece), piece.count) == 0 { return true }
      first = place + 1
    }
    return false
  }

  /// True for an error of a workbook that says that there is no value, `#N/A`: it is blank where the same text is. In numbers and names,
  /// which say whose row it is, and where the text would be kept, it stays an error: nobody typed it.
  private mutating func isBlankError(_ piece: Piece, _ care: CellCare, column: Int, row: Int) -> Bool {
    let cell = rows[row].firstCell + UInt32(column)
    guard care.wordsDeed == .mend, !care.isOfKey else {
      foundErrors.append(cell)
      return false
    }
    blankErrors.append(cell)
    note(.blankWord, care, column: column, row: row, example: piece)
    return true
  }

  /// True for a cell in which a workbook shows an error.
  private func isErrorCell(_ row: Int, _ column: Int) -> Bool {
    !errorCells.isEmpty && errorCells.contains(rows[row].firstCell + UInt32(column))
  }

  // MARK: Guards

  /// The text behind a guard; nil when there is none that is to be taken off.
  private mutating func withoutGuard(_ piece: Piece, _ care: CellCare, column: Int, row: Int) -> Piece? {
    let bytes = bytes(piece)
    let count = piece.count
    guard care.signsDeed != .none, count > 1 else { return nil }
    var bare: Piece
    let deed: CellCare.Deed
    if bytes[0] == UInt8(ascii: "=") {
      guard count > 2, bytes[1] == UInt8(ascii: "\""), bytes[count - 1] == UInt8(ascii: "\"") else { return nil }
      guard let inside = formulaText(piece) else { return nil }
      bare = inside
      deed = care.signsDeed
    } else {
      guard bytes[0] == UInt8(ascii: "'"), !isQuotation(bytes, count: count) else { return nil }
      bare = Piece(start: Int(piece.start) + 1, length: count - 1)
      switch bytes[1] {
      case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"): deed = care.signsDeed
      case 0x30...0x39: deed = isFigures(bytes + 1, count: count - 1) ? care.figuresDeed : care.digitsDeed
      default: return nil
      }
    }
    guard deed == .mend else {
      doubt(.textGuard, column: column, row: row)
      return nil
    }
    note(.textGuard, care, column: column, row: row)
    bare = clean(bare, .asTyped)
    return bare
  }

  /// True when an apostrophe that begins a text is closed by another, at the text's end or before what is no letter: `'@home' AB`.
  /// That of `'=Lars's Bil` stands inside a word.
  private func isQuotation(_ bytes: UnsafePointer<UInt8>, count: Int) -> Bool {
    (2..<count).contains { place in
      guard bytes[place] == UInt8(ascii: "'") else { return false }
      guard place + 1 < count else { return true }
      let next = bytes[place + 1]
      return next < 0x80 && !(0x30...0x39).contains(next) && !(0x61...0x7A).contains(next | 0x20)
    }
  }

  /// What stands in `="…"`, where a quotation mark is written twice; nil when it is another formula.
  private mutating func formulaText(_ piece: Piece) -> Piece? {
    let inside = Piece(start: Int(piece.start) + 2, length: piece.count - 3)
    if inside.isBlank { return .blank }
    guard memchr(bytes(inside), Int32(UInt8(ascii: "\"")), inside.count) != nil else { return inside }
    reserve(inside.count)
    let start = derivedCount
    var place = 0
    while place < inside.count {
      let byte = bytes(inside)[place]
      if byte == UInt8(ascii: "\"") {
        place += 1
        guard place < inside.count, bytes(inside)[place] == byte else {
          discard(to: start)
          return nil
        }
      }
      put(byte)
      place += 1
    }
    return self.piece(from: start, original: inside)
  }

  /// True for digits and what parts them.
  private func isFigures(_ bytes: UnsafePointer<UInt8>, count: Int) -> Bool {
    (0..<count).allSatisfy { place in
      switch bytes[place] {
      case 0x30...0x39, 0x20, UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: "/"),
        UInt8(ascii: ":"):
        true
      default: false
      }
    }
  }

  // MARK: What is told

  /// Counts the fraction that the reading of a number left out of the cell at hand.
  mutating func noteFraction() {
    let (source, row) = cellAtHand
    if source >= 0 { note(.fraction, plan.cares[source], column: plan.sources[source], row: row) }
  }

  mutating func note(
    _ kind: CellRepair.Kind, _ care: CellCare, column: Int, row: Int, example: Piece = .blank
  ) {
    // What is read anew without its Swedish form was counted when it was read first.
    mendedParts += 1
    guard care.isCounted, leftForms.isEmpty else { return }
    // Told apart by a table: files have thousands of columns.
    let key = column * CellRepair.Kind.allCases.count + Int(kind.rawValue)
    if let index = repairPlaces[key] {
      repairs[index].add()
    } else {
      repairPlaces[key] = repairs.count
      repairs.append(CellRepair(kind, column: column, position: rows[row].position, example: text(example)))
    }
  }

  private mutating func doubt(_ kind: CellRepair.Kind, column: Int, row: Int) {
    mendedParts += 1
    // Another program that looks at the column need not have looked at this cell, so whoever tells of doubts tells of each once.
    if leftForms.isEmpty { doubts.append(CellDoubt(kind, row: row, column: column)) }
  }
}
