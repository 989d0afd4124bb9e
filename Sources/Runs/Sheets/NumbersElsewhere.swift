import CustomerModel
import Mapping
import Readers
import Rows

/// Finds customers' numbers in those parts of an input that no import reads: sheets without headings that anybody knows, and a second
/// list beside the first.
struct NumbersElsewhere {
  /// A customer who stands where nothing is read.
  struct Finding: Equatable {
    let number: String
    /// How many of those who were asked for stand there.
    let count: Int
    let place: Place
  }

  /// A part of an input that is not read.
  enum Place: Equatable {
    case sheet(String)
    /// A column beside the one that is read, of one of several sheets.
    case column(String, sheet: String?)
  }

  let source: ImportSource

  /// - Parameter numbers: whom to look for.
  /// - Returns: the first column of which more than half of the cells are such numbers: figures of other kinds may be like single
  ///   ones. Nil when there is none.
  func find(_ numbers: Set<String>) throws -> Finding? {
    for sheet in source.unreadSheets where sheet.mayHoldCustomers {
      guard let table = source.source.tables.firstIndex(where: { $0.name == sheet.name }) else { continue }
      if let found = try look(for: numbers, inTable: table, among: nil) {
        return Finding(number: found.number, count: found.count, place: .sheet(sheet.name))
      }
    }
    for sheet in source.sheets {
      let untaken = HeaderMatch(source.mapping.incoming(), header: sheet.header).unmapped
      let columns = Set(untaken.filter { $0.takenField?.field == .number }.map(\.index))
      guard !columns.isEmpty, let found = try look(for: numbers, inTable: sheet.table, among: columns) else { continue }
      return Finding(
        number: found.number, count: found.count,
        place: .column(
          found.column.map { sheet.plainHeader[$0].trimmingBlanks } ?? "",
          sheet: source.sheets.count > 1 ? sheet.name : nil))
    }
    return nil
  }

  private func look(
    for numbers: Set<String>, inTable table: Int, among columns: Set<Int>?
  ) throws -> (number: String, count: Int, column: Int?)? {
    var filled: [Int: Int] = [:]
    var found: [Int: (first: String, count: Int)] = [:]
    var reader = try source.source.rows(ofTable: table)
    var batch = RowBatch()
    while try reader.read(into: &batch, maximumRows: 1024) {
      for row in 0..<batch.count {
        for column in 0..<Int(batch.rows[row].cellCount) where columns?.contains(column) ?? true {
          guard let text = batch.text(row: row, column: column)?.trimmingBlanks, !text.isEmpty else { continue }
          filled[column, default: 0] += 1
          if numbers.contains(text) { found[column, default: (text, 0)].count += 1 }
        }
      }
    }
    let column = found.keys.sorted().first { found[$0]!.count * 2 > filled[$0]! - (columns == nil ? 0 : 1) }
    return column.map { (found[$0]!.first, found[$0]!.count, $0) }
  }
}
