import CustomerModel
import Rows

/// The values that rows get before they are judged, since a directory told them.
struct FillPlan: Sendable {
  /// The file's columns, and behind them those that it lacks and that may be filled.
  let columns: [RecordColumn]
  private var values: [UInt32: [(column: Int, bytes: [UInt8])]] = [:]

  /// How many rows get a value.
  var count: Int { values.count }

  init(columns: [RecordColumn]) {
    let paths = Set(columns.map(\.path))
    self.columns =
      columns
      + CompanyFilling.fields.map { FieldPath($0) }.filter { !paths.contains($0) }
      .map { RecordColumn(path: $0, sources: [], header: $0.field.heading) }
  }

  /// - Parameter position: the row's, as its reader tells it.
  mutating func add(_ found: [(path: FieldPath, value: String)], position: UInt32) {
    let cells = found.compactMap { path, value in
      columns.firstIndex { $0.path == path }.map { (column: $0, bytes: Array(value.utf8)) }
    }
    if !cells.isEmpty { values[position] = cells }
  }

  /// Adds the columns to a batch, and the values to its rows. A row that got one is not remembered by its digest: it is
  /// the directory that said part of it.
  func apply(to batch: inout RecordBatch, _ digests: inout [RowDigest]) {
    var rows = RowBatch()
    swap(&rows, &batch.rows)
    // A sheet's own columns may come from elsewhere than the first one's.
    var wide = RecordBatch(rows: rows, columns: batch.columns + columns.dropFirst(batch.columns.count))
    wide.values.replaceSubrange(..<batch.values.count, with: batch.values)
    wide.problems = batch.problems
    wide.provisional = batch.provisional
    wide.repairs = batch.repairs
    wide.doubts = batch.doubts
    wide.derivedTypes = batch.derivedTypes
    if !values.isEmpty {
      for row in 0..<wide.count {
        guard let cells = values[wide.rows.rows[row].position] else { continue }
        for (column, bytes) in cells {
          wide[column: column, row: row] = RecordBatch.Value(start: wide.rows.arena.count, length: bytes.count)
          wide.rows.arena += bytes
        }
        digests[row] = .none
      }
    }
    batch = wide
  }
}
