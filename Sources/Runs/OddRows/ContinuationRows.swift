import CustomerModel
import Mapping
import Rows

/// Rows without a number that go on with the customer of the row before, as some programs write one contact person after the
/// other: the customer's own columns are blank in them, or say the same once more.
struct ContinuationRows {
  /// What makes a row look so.
  enum Look: Equatable {
    /// Columns of contact persons are filled, and little else.
    case contacts
    /// Nothing is filled that a field takes, but something that says how to reach a person.
    case untaken
    /// The row has a name of its own, and besides only a way to reach somebody. It may be a small customer, too.
    case person
  }

  /// The last row with a number.
  struct Before: Equatable {
    let position: UInt32
    let number: String
    fileprivate let cells: [String]
  }

  private let numberSource: Int?
  private let nameSources: [Int]
  private let contactSources: [Int]
  /// Of the customer's own telephone numbers and e-mail addresses.
  private let reachSources: [Int]
  /// Of its other fields.
  private let otherSources: [Int]
  /// Columns that no field takes, with their headings; without those that imports pass over in silence.
  private let untakenHeadings: [Int: String]
  /// Columns that some field takes, those of names first.
  private let takenSources: [Int]
  private let headerWidth: Int
  /// The last row with a number, when it is in the batch at hand.
  private var current: RowBatch.Row?
  /// The last row with a number of the batches before.
  private var kept: Before?

  /// - Parameter header: the headings of the input.
  init(columns: [RecordColumn], header: [String]) {
    func sources(_ isWanted: (Field) -> Bool) -> [Int] {
      Set(columns.filter { isWanted($0.path.field) }.flatMap(\.sources)).sorted()
    }
    let reach = ["email", "phone", "mobile"]
    numberSource = columns.first { $0.path.field == .number }?.sources.first
    let names = sources { $0 == .customerName }
    nameSources = names
    contactSources = sources(\.isRepeated)
    reachSources = sources { reach.contains($0.name) }
    let known = Set([numberSource].compactMap(\.self) + nameSources + contactSources + reachSources)
    headerWidth = header.count
    let taken = sources { _ in true }
    takenSources = names + taken.filter { !names.contains($0) }
    otherSources = taken.filter { !known.contains($0) }
    untakenHeadings = Dictionary(
      uniqueKeysWithValues: header.enumerated().filter {
        !taken.contains($0.offset) && !HeaderMatch.isIgnored($0.element)
      }
      .map { ($0.offset, $0.element) })
  }

  /// The columns that a row fills when no field takes any of them, with their headings; nil for a row of which a field takes
  /// something, and for a blank one.
  func untakenColumns(of row: RowBatch.Row, in rows: RowBatch) -> [(column: Int, heading: String)]? {
    // Nearly every row is told by the first byte of its name.
    guard !takenSources.contains(where: { Self.showsSomething($0, of: row, in: rows) }) else { return nil }
    let filled = (0..<Int(row.cellCount)).filter { !Self.text($0, of: row, in: rows).isEmpty }
    guard !takenSources.contains(where: filled.contains) else { return nil }
    // A cell beyond the headings has none.
    let columns = filled.compactMap { column in
      untakenHeadings[column].map { (column, $0) } ?? (column < headerWidth ? nil : (column, ""))
    }
    return columns.isEmpty ? nil : columns
  }

  /// Notes a row that has a number.
  @inline(__always)
  mutating func note(_ row: RowBatch.Row) { current = row }

  /// Keeps what is needed of a batch before it goes.
  mutating func endBatch(_ rows: RowBatch) {
    if let before = before(in: rows) { kept = before }
    current = nil
  }

  /// The last row with a number; nil when there was none.
  func before(in rows: RowBatch) -> Before? {
    guard let current else { return kept }
    let cells = (0..<Int(current.cellCount)).map { Self.text($0, of: current, in: rows) }
    let number = numberSource.flatMap { $0 < cells.count ? cells[$0] : nil } ?? ""
    return Before(position: current.position, number: number, cells: cells)
  }

  /// What makes a row without number look like more of the row before; nil when nothing does.
  func look(of row: RowBatch.Row, in rows: RowBatch, after before: Before) -> Look? {
    guard numberSource != nil, !nameSources.isEmpty else { return nil }
    func text(_ source: Int) -> String { Self.text(source, of: row, in: rows) }
    func differs(_ source: Int) -> Bool {
      let text = text(source)
      return !text.isEmpty && !(source < before.cells.count && before.cells[source] == text)
    }
    let contacts = contactSources.count { !text($0).isEmpty }
    let reach = reachSources.count(where: differs)
    let others = otherSources.count(where: differs)
    if !nameSources.contains(where: differs) {
      if contacts > 0 { return reach + others <= contacts ? .contacts : nil }
      let isUntaken = reach + others == 0 && nameSources.allSatisfy { text($0).isEmpty }
      return isUntaken && contactSources.isEmpty && reachesPerson(row, in: rows) ? .untaken : nil
    }
    let told = otherSources.count { $0 < before.cells.count && !before.cells[$0].isEmpty }
    return others == 0 && contacts == 0 && reach > 0 && told > 1 ? .person : nil
  }

  /// True when a cell that no field takes is an e-mail address, or stands under a heading of persons and is no mere figure.
  private func reachesPerson(_ row: RowBatch.Row, in rows: RowBatch) -> Bool {
    untakenHeadings.contains { column, heading in
      let text = Self.text(column, of: row, in: rows)
      guard !text.isEmpty else { return false }
      return PersonWords.isEmail(text)
        || PersonWords.areIn(heading) && (!TotalWords.isFigure(text) || text.count(where: \.isNumber) > 4)
    }
  }

  /// False for a cell that may be blank.
  private static func showsSomething(_ column: Int, of row: RowBatch.Row, in rows: RowBatch) -> Bool {
    guard column < Int(row.cellCount) else { return false }
    let cell = rows.cells[Int(row.firstCell) + column]
    return !cell.isMissing && cell.length > 0 && !BlankText.mayBegin(with: rows.arena[Int(cell.start)])
  }

  private static func text(_ column: Int, of row: RowBatch.Row, in rows: RowBatch) -> String {
    guard column < Int(row.cellCount) else { return "" }
    let cell = rows.cells[Int(row.firstCell) + column]
    return cell.isMissing ? "" : String(decoding: rows.arena[cell.range], as: UTF8.self).trimmingBlanks
  }
}
