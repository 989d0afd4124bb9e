import CustomerModel
import Mapping
import Rows
import Validation
import Texts

/// Tells rows that are no customers from those that are: headings once more, totals, hints, drawn lines.
///
/// Nearly every row is told by a look at the last byte of its number: ``isOdd(_:of:hasProblems:)``. Only what is left is read
/// as text.
struct RowJudge {
  /// What a row is.
  enum Verdict: Equatable {
    case customer
    /// Certainly none.
    case none(RowFinding)
    /// It may be one, and may be what the finding says: nobody should guess.
    case uncertain(RowFinding)
    /// It is taken for one, and may be what the finding says after all.
    case doubtful(RowFinding)
  }

  private var headings: HeadingComparison
  private let numberColumn: Int?
  private let nameColumn: Int?
  private let numberSource: Int?
  private let nameSource: Int?
  /// Source columns that say of whom the row is, a figure as much as a text: telephones, postal codes, identity numbers, e-mail
  /// addresses.
  private let detailSources: Set<Int>
  /// True when the heading of the number ends in a digit, as few do.
  private let headingEndsInDigit: Bool

  /// - Parameters:
  ///   - sheet: the place of the table whose rows are judged, among those that are read.
  ///   - columns: those of the records.
  init(_ source: ImportSource, sheet: Int, columns: [RecordColumn]) {
    let header = source.plainHeader(ofSheet: sheet)
    headings = HeadingComparison(source.mapping, header: header, upper: source.upperHeader(ofSheet: sheet))
    numberColumn = columns.firstIndex { $0.path.field == .number }
    numberSource = numberColumn.flatMap { columns[$0].sources.first }
    nameColumn = columns.firstIndex { $0.path.field == .customerName }
    nameSource = nameColumn.flatMap { columns[$0].sources.first }
    let details = columns.filter { column in
      switch column.path.field.kind {
      case .phone, .postalCode, .identityNumber, .vatNumber, .email, .website: true
      default: false
      }
    }
    detailSources = Set(details.flatMap(\.sources))
    let key = (numberSource ?? nameSource).flatMap { $0 < header.count ? header[$0].trimmingBlanks : nil } ?? ""
    headingEndsInDigit = key.utf8.last.map { $0 &- 0x30 < 10 } ?? false
  }

  /// False for a row that is certainly a customer's, or that has nothing to be judged by.
  @inline(__always)
  func isOdd(_ row: Int, of records: RecordBatch, hasProblems: Bool) -> Bool {
    guard let numberColumn else { return hasProblems || mayBeOdd(row, of: records) }
    let number = records[column: numberColumn, row: row]
    guard number.isPresent, number.length > 0 else { return true }
    let last = records.rows.arena[Int(number.start) + Int(number.length) - 1]
    return last &- 0x30 >= 10 || hasProblems || headingEndsInDigit || records.rows.rows[row].fault == .declaredTotal
  }

  /// False for a row of a file without numbers whose name begins as no row's does that is no customer.
  private func mayBeOdd(_ row: Int, of records: RecordBatch) -> Bool {
    guard let nameColumn, records.rows.rows[row].fault == .none else { return true }
    let name = records[column: nameColumn, row: row]
    guard name.isPresent, name.length > 0 else { return true }
    let first = records.rows.arena[Int(name.start)]
    if first &- 0x41 >= 26 || TotalWords.mayBegin(with: first) { return true }
    return records.rows.arena.withUnsafeBytes {
      headings.mayBeHeading(UnsafeRawBufferPointer(rebasing: $0[name.range]))
    }
  }

  /// What an odd row is.
  ///
  /// - Parameters:
  ///   - isFirst: true when no customer's row came since the headings.
  ///   - isKnown: true when the register has the customer that the row's number means.
  mutating func verdict(_ row: Int, of rows: RowBatch, isFirst: Bool, isKnown: Bool) -> Verdict {
    if rows.rows[row].fault == .declaredTotal { return .none(.total(declared: true)) }
    guard rows.rows[row].fault == .none, isFirst || mayTell(row, of: rows) else { return .customer }
    let cells = OddRowCells(row, of: rows)
    guard let first = cells.filled.first else { return .customer }
    // What is certainly a hint may hold words of headings.
    if isFirst, cells.filled.count > 1, let verdict = hints(cells), verdict == .none(.hints) { return verdict }
    if let verdict = headings(cells, isFirst: isFirst) ?? unknownHeadings(cells, isFirst: isFirst) { return verdict }
    if isKnown { return .customer }
    if cells.isDrawn { return .none(.lines) }
    if isFirst, let verdict = hints(cells) { return verdict }
    return total(cells, first: first) ?? .customer
  }

  /// False for a row of which the first bytes of two cells tell that it is a customer's, wherever it stands.
  private func mayTell(_ row: Int, of rows: RowBatch) -> Bool {
    rows.arena.withUnsafeBytes { arena in
      let header = rows.rows[row]
      let cells = rows.cells[Int(header.firstCell)..<Int(header.firstCell) + Int(header.cellCount)]
      // The first cell that shows something tells of lines and totals, those of number and name of headings.
      for cell in cells where !cell.isMissing && cell.length > 0 {
        let bytes = UnsafeRawBufferPointer(rebasing: arena[cell.range])
        if BlankText.mayBegin(with: bytes[0]) { return true }
        if OddRowCells.mayBeDrawn(bytes[0]) || TotalWords.mayBegin(bytes) { return true }
        return mayBeHeading(numberSource, cells, arena) || mayBeHeading(nameSource, cells, arena)
          || endsAsNumberHeading(cells, arena) || isBlank(numberSource, cells)
      }
      return false
    }
  }

  /// False where the number's last letter is none that a heading of numbers ends with.
  private func endsAsNumberHeading(_ cells: ArraySlice<RowBatch.Cell>, _ arena: UnsafeRawBufferPointer) -> Bool {
    guard let numberSource, numberSource < cells.count else { return false }
    let cell = cells[cells.startIndex + numberSource]
    guard !cell.isMissing, cell.length > 0 else { return false }
    return "rodeROED".utf8.contains(arena[cell.range.upperBound - 1])
      || arena[cell.range.upperBound - 1] == UInt8(ascii: ".")
  }

  /// True for a list with numbers of which a row has none.
  private func isBlank(_ column: Int?, _ cells: ArraySlice<RowBatch.Cell>) -> Bool {
    guard let column else { return false }
    return column >= cells.count || cells[cells.startIndex + column].isMissing
      || cells[cells.startIndex + column].length == 0
  }

  private func mayBeHeading(
    _ column: Int?, _ cells: ArraySlice<RowBatch.Cell>, _ arena: UnsafeRawBufferPointer
  ) -> Bool {
    guard let column, column < cells.count else { return false }
    let cell = cells[cells.startIndex + column]
    guard !cell.isMissing, cell.length > 0 else { return false }
    return headings.mayBeHeading(UnsafeRawBufferPointer(rebasing: arena[cell.range]))
  }

  // MARK: Headings

  private mutating func headings(_ cells: OddRowCells, isFirst: Bool) -> Verdict? {
    guard [numberSource, nameSource].contains(where: { $0.map { headings.isHeading(cells.text($0)) } ?? false }) else {
      return nil
    }
    let last = cells.filled.last ?? -1
    let texts = (0...last).map(cells.text)
    let found = headings.compare(texts)
    let known = found.same.count + found.changed.count
    let filled = known + found.unknown.count
    if !found.changed.isEmpty, known > 1, known * 2 > filled, known > 2 || known * 2 > headings.width {
      return .uncertain(
        .otherHeadings(first: headings.change(to: texts[found.changed[0]], in: found.changed[0])))
    }
    // Without the number's heading, which no row of a customer repeats all others of.
    if filled > 1, found.same.count == filled { return .none(.headings) }
    guard let key = numberSource ?? nameSource, found.same.contains(key) else { return nil }
    let repeated = found.same.count
    let isAlone = filled == 1 && headings.width == 1
    let namesAgree = nameSource.map { cells.text($0).isEmpty || found.same.contains($0) } ?? true
    if repeated * 2 > filled, repeated > 1 || isAlone, namesAgree {
      // What stands where a field is taken from, or where nothing was, and is no page number, is another heading.
      let other = found.unknown.first { column in
        (headings.isTaken(column) || !headings.isHeaded(column)) && !texts[column].contains(where: \.isNumber)
          && !(isFirst && HintWords.strength(texts[column]) > .none)
      }
      return other.map { .uncertain(.otherHeadings(first: headings.change(to: nil, in: $0))) }
        ?? .none(.headings)
    }
    return repeated > 1 && repeated * 2 >= filled ? .uncertain(.headings) : nil
  }

  /// The headings of another table, or of another language, that the mapping does not know: no cell has a figure, and what stands for
  /// the number says that it is a heading.
  private func unknownHeadings(_ cells: OddRowCells, isFirst: Bool) -> Verdict? {
    guard let numberSource, cells.filled.count > 1 else { return nil }
    let number = cells.text(numberSource)
    guard HintWords.isNumberHeading(number),
      !cells.filled.contains(where: { cells.text($0).contains(where: \.isNumber) })
    else { return nil }
    return .uncertain(
      isFirst ? .headings : .otherHeadings(first: headings.change(to: number, in: numberSource)))
  }

  // MARK: Hints

  private func hints(_ cells: OddRowCells) -> Verdict? {
    let texts = cells.filled.map { cells.text($0) }
    // Signs say nothing beside hints, and alone they are nobody's number or name.
    let words = texts.filter { !HintWords.isSign($0) }
    if words.isEmpty { return cells.isDrawn ? nil : .none(.hints) }
    let strengths = texts.map(HintWords.strength)
    let ofWords = words.map(HintWords.strength)
    if areHints(words, ofWords), words.count > 1 || ofWords.contains(.strong) { return .none(.hints) }
    if areHints(texts, strengths), texts.count > 1 { return .none(.hints) }
    // No customer has one word in every column, but a row has that somebody filled in to try.
    let isOneWord = Set(texts.map { HeaderKey.of($0) }).count == 1 && !texts[0].contains(where: \.isNumber)
    if texts.count > 2, isOneWord || texts.allSatisfy(HintWords.isKindLetter) { return .uncertain(.hints) }
    guard strengths.contains(where: { $0 > .none }) else { return nil }
    // Beside words of other kinds only what can be no number, or no name, is a sign.
    let number = numberSource.map { cells.text($0) } ?? ""
    let sign = number.isEmpty ? nameSource.map { cells.text($0) } ?? "" : number
    return HintWords.strength(sign) == .strong ? .uncertain(.hints) : nil
  }

  /// True when every cell is a hint, or a word for a column beside hints.
  private func areHints(_ texts: [String], _ strengths: [HintWords.Strength]) -> Bool {
    strengths.contains { $0 > .none } && zip(texts, strengths).allSatisfy { $1 > .none || HintWords.isColumnWord($0) }
  }

  // MARK: Totals

  private func total(_ cells: OddRowCells, first: Int) -> Verdict? {
    guard TotalWords.isLabel(cells.text(first)) else {
      return subtotal(cells, first: first) ?? footer(cells, first: first)
    }
    let others = cells.filled.dropFirst().filter { !isOfTotal($0, cells) }
    if others.isEmpty {
      // A number and a name that is no figure: a customer may be called so.
      let name = nameSource.map { cells.text($0) } ?? ""
      let isNamed = first == numberSource && !name.isEmpty && !TotalWords.isFigure(name)
      return isNamed ? .uncertain(.total(declared: false)) : .none(.total(declared: false))
    }
    // A customer may be called so, or have such a number: then the row says more of it than a name and the word of a place or a group,
    // of which there are totals, too.
    guard first == numberSource || first == nameSource else { return nil }
    let details = others.filter { $0 != nameSource }
    if numberSource != nil, details.count < 2, !details.contains(where: detailSources.contains) {
      return .uncertain(.total(declared: false))
    }
    return .doubtful(.mayBeTotal(isNumber: first == numberSource))
  }

  /// A row without number that names what it sums up, beside figures alone.
  private func subtotal(_ cells: OddRowCells, first: Int) -> Verdict? {
    guard let numberSource, first != numberSource, cells.text(numberSource).isEmpty, cells.filled.count > 1,
      cells.filled.dropFirst().allSatisfy({ isOfTotal($0, cells) })
    else { return nil }
    return TotalWords.isSubtotal(cells.text(first)) ? .uncertain(.total(declared: false)) : nil
  }

  private func footer(_ cells: OddRowCells, first: Int) -> Verdict? {
    cells.filled.count == 1 && FooterWords.isFooter(cells.text(first)) ? .none(.footer) : nil
  }

  /// True for a cell that stands in a row of totals as well as in a customer's.
  private func isOfTotal(_ column: Int, _ cells: OddRowCells) -> Bool {
    let text = cells.text(column)
    if TotalWords.isFigure(text) { return !detailSources.contains(column) || text.count { $0.isNumber } < 5 }
    return TotalWords.isLabel(text)
  }
}
