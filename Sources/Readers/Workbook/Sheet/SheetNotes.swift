import CustomerModel
import Texts

/// What a person should know about how a sheet was read. Counts everything, remembers the first few places.
struct SheetNotes {
  /// Cells of one kind.
  struct Places {
    private(set) var count = 0
    private var first: [CellReference] = []

    @inline(never) mutating func add(column: Int, row: Int) {
      count += 1
      if first.count < ShownLimits.placesInSheet { first.append(CellReference(column: column, row: row)) }
    }

    /// `cell A5` or `cells A5, A6, A7 and 4 more`.
    fileprivate var text: Text { SheetReadingTexts.cells(first.map(\.text), more: count - first.count) }
  }

  /// Formulas that the file has no result of.
  var uncalculated = Places()
  /// Numbers with more digits than a spreadsheet keeps.
  var imprecise = Places()
  var hiddenRows = 0
  /// How many rows have a smaller number than the one before them, and the first of them with that one.
  private var backwards: (count: Int, row: Int, behind: Int) = (0, 0, 0)
  private var mergeCount = 0
  private var merges: [(area: String, topLeft: String)] = []

  /// Notes merged cells that span rows, given as `A5:A7`. A merge within one row, such as a title, takes no value from a
  /// row.
  mutating func addMerge(_ area: UnsafeBufferPointer<UInt8>) {
    guard let colon = area.firstIndex(of: UInt8(ascii: ":")), let base = area.baseAddress,
      let topLeft = CellReference(base, colon),
      let bottomRight = CellReference(base + colon + 1, area.count - colon - 1),
      bottomRight.row > topLeft.row
    else { return }
    mergeCount += 1
    if merges.count < ShownLimits.placesInSheet { merges.append(("\(topLeft.text):\(bottomRight.text)", topLeft.text)) }
  }

  /// Notes a row that has a smaller number than the one before it.
  @inline(never) mutating func addBackwards(row: Int, behind: Int) {
    if backwards.count == 0 { (backwards.row, backwards.behind) = (row, behind) }
    backwards.count += 1
  }

  /// The notes as sentences.
  var sentences: [Text] {
    var sentences: [Text] = []
    if mergeCount > 0 {
      let more = mergeCount - merges.count
      let texts = merges.map { SheetReadingTexts.merged($0.area, topLeft: $0.topLeft) }
      sentences.append((texts + (more > 0 ? [SheetReadingTexts.moreMerged(more)] : [])).joined(by: "; "))
    }
    if uncalculated.count > 0 {
      sentences.append(SheetReadingTexts.uncalculated(uncalculated.text))
    }
    if imprecise.count > 0 {
      sentences.append(SheetReadingTexts.imprecise(imprecise.text, digits: DecimalDigits.precision))
    }
    if backwards.count > 0 {
      sentences.append(
        SheetReadingTexts.backwards(row: backwards.row, behind: backwards.behind, more: backwards.count - 1))
    }
    if hiddenRows > 0 { sentences.append(SheetReadingTexts.hiddenRows(hiddenRows)) }
    return sentences
  }
}
