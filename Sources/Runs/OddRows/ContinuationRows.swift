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
    /// Nothing is filled that a field takes.
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
  /// The last row with a number, when it is in the batch at hand.
  private var current: RowBatch.Row?
  /// The last row with a number of the batches before.
  private var kept: Before?

  init(columns: [RecordColumn]) {
    func sources(_ isWanted: (Field) -> Bool) -> [Int] {
      Set(columns.filter { isWanted($0.path.field) }.flatMap(\.sources)).sorted()
    }
    let reach = ["email", "phone", "mobile"]
    numberSource = columns.first { $0.path.field == .number }?.sources.first
    nameSources = sources { $0 == .customerName }
    contactSources = sources(\.isRepeated)
    reachSources = sources { reach.contains($0.name) }
    let known = Set([numberSource].compactMap(\.self) + nameSources + contactSources + reachSources)
    otherSources = sources { _ in true }.filter { !known.contains($0) }
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
      return isUntaken && contactSources.isEmpty ? .untaken : nil
    }
    let told = otherSources.count { $0 < before.cells.count && !before.cells[$0].isEmpty }
    return others == 0 && contacts == 0 && reach > 0 && told > 1 ? .person : nil
  }

  private static func text(_ column: Int, of row: RowBatch.Row, in rows: RowBatch) -> String {
    guard column < Int(row.cellCount) else { return "" }
    let cell = rows.cells[Int(row.firstCell) + column]
    return cell.isMissing ? "" : String(decoding: rows.arena[cell.range], as: UTF8.self).trimmingBlanks
  }
}
