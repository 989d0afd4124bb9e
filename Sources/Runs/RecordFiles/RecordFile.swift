import CustomerModel
import Mapping
import Readers
import Rows

/// An opened file of records: its table, its header, and a reader of its rows.
struct RecordFile: Sendable {
  let path: String
  let header: RecordFileHeader
  private let source: any TableSource
  private let table: Int
  private let skippedRows: Int

  /// How many rows are looked at to find the header.
  private static let sampleSize = 40

  var format: SourceFormat { source.format }
  var sheet: String { source.tables[table].name }

  /// - Throws: ``KundregError`` with status 65 when the input cannot be read; with status 78, `records.header`, when no row
  ///   of it has a customer number and something of a record.
  init(path: String, target: RecordTarget, reading: ReadingOptions) throws {
    source = try InputOpener.open(path: path, options: reading)
    var best: (table: Int, row: Int, header: RecordFileHeader)?
    for table in source.tables.indices where !source.tables[table].isHidden {
      var reader = try source.rows(ofTable: table)
      var batch = RowBatch()
      guard try reader.read(into: &batch, maximumRows: Self.sampleSize) else { continue }
      for row in 0..<batch.count {
        guard let header = RecordFileHeader(batch.texts(row: row), for: target) else { continue }
        if best == nil || header.score > best!.header.score { best = (table, row, header) }
      }
    }
    guard let best else {
      let members = target.members.map { "\($0.name) (\($0.headings[0]))" }.joined(separator: ", ")
      throw KundregError(
        .configuration, code: "records.header",
        "\(path) has no row of headings with a customer number (Kundnummer) and something of \(target.name): \(members). "
          + "Name its columns so.")
    }
    self.path = path
    table = best.table
    header = best.header
    skippedRows = best.row + 1
  }

  /// Shows every data row in its order; a row without any text is passed over.
  func forEachRow(_ body: (RecordFileRow) throws -> Void) throws {
    var reader = try source.rows(ofTable: table)
    var batch = RowBatch()
    for _ in 0..<skippedRows { _ = try reader.read(into: &batch, maximumRows: 1) }
    while try reader.read(into: &batch, maximumRows: 4096) {
      for row in 0..<batch.count {
        let cells = (0..<Int(batch.rows[row].cellCount)).map { batch.text(row: row, column: $0) }
        guard cells.contains(where: { $0?.allSatisfy(\.isWhitespace) == false }) else { continue }
        try body(RecordFileRow(cells: cells, position: Int(batch.rows[row].position), fault: batch.rows[row].fault))
      }
    }
  }
}

/// One row of a file of records.
struct RecordFileRow: Sendable {
  let cells: [String?]
  let position: Int
  let fault: RowFault

  /// A cell without outer blanks; nil for one that is blank or not there.
  func text(_ column: Int?) -> String? {
    guard let column, column < cells.count, let cell = cells[column] else { return nil }
    let text = cell.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return text.isEmpty ? nil : text
  }
}
