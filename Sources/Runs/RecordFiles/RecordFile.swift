import CustomerModel
import Mapping
import Readers
import Rows
import Texts

/// An opened file of records: its table, its header, and a reader of its rows.
struct RecordFile: Sendable {
  let path: String
  let header: RecordFileHeader
  /// Filled sheets that are not read, by name.
  let unreadSheets: [String]
  private let source: any TableSource
  private let table: Int
  private let skippedRows: Int
  private let memory: MemoryLimit

  var format: SourceFormat { source.format }
  var sheet: String { source.tables[table].name }
  /// What a person should know about how the file was read; known after a full pass.
  var notes: [Text] { source.notes(ofTable: table) }

  /// - Throws: ``KundregError`` with status 65 when the input cannot be read; with status 78, `records.header`, when no row
  ///   of it has a customer number and something of a record.
  init(path: String, target: RecordTarget, reading: ReadingOptions) throws {
    let source = try InputOpener.open(path: path, options: reading)
    self.source = source
    var best: (table: Int, row: Int, header: RecordFileHeader)?
    var filled: [Int] = []
    for table in source.tables.indices where !source.tables[table].isHidden {
      guard let headers = try Self.headers(in: table, of: source, for: target) else { continue }
      filled.append(table)
      for (row, header) in headers where best == nil || header.score > best!.header.score {
        best = (table, row, header)
      }
    }
    guard let best else {
      for table in source.tables.indices where source.tables[table].isHidden {
        guard try Self.headers(in: table, of: source, for: target)?.isEmpty == false else { continue }
        throw KundregError(
          .recordsHeader, RecordFileTexts.hiddenSheet(source.tables[table].name, of: path, list: target.name))
      }
      throw KundregError(
        .recordsHeader,
        RecordFileTexts.noHeader(
          path, list: target.name, members: target.members.map { "\($0.name) (\($0.headings[0]))" }))
    }
    self.path = path
    memory = MemoryLimit(reading, of: source.format, input: path)
    table = best.table
    let read = best.table
    unreadSheets = filled.filter { $0 != read }.map { source.tables[$0].name }
    header = best.header
    skippedRows = best.row + 1
  }

  /// The first rows of a table that may be its headings; nil when it has no rows.
  private static func headers(
    in table: Int, of source: any TableSource, for target: RecordTarget
  ) throws -> [(row: Int, header: RecordFileHeader)]? {
    var reader = try source.rows(ofTable: table)
    var batch = RowBatch()
    guard try reader.read(into: &batch, maximumRows: HeaderSample.rows) else { return nil }
    return (0..<batch.count).compactMap { row in
      RecordFileHeader(batch.texts(row: row), for: target).map { (row, $0) }
    }
  }

  /// The columns of a row that some cells of its batch stand in.
  private static func columns(of cells: [UInt32], inRow row: Int, of batch: RowBatch) -> [Int] {
    guard !cells.isEmpty else { return [] }
    let first = batch.rows[row].firstCell
    return cells.filter { $0 >= first && $0 < first + batch.rows[row].cellCount }.map { Int($0 - first) }
  }

  private static func oddCells(of row: Int, in batch: RowBatch) -> [Int: OddCell.Kind] {
    guard !batch.oddCells.isEmpty else { return [:] }
    let first = batch.rows[row].firstCell
    let own = batch.oddCells.filter { $0.cell >= first && $0.cell < first + batch.rows[row].cellCount }
    return Dictionary(uniqueKeysWithValues: own.map { (Int($0.cell - first), $0.kind) })
  }

  /// Which of the columns hold whole numbers that are written with a fraction, `1001.0`. A file whose first rows have none is not
  /// looked at further.
  func fractionColumns(of columns: [RecordColumn]) throws -> Set<Int> {
    var found = FractionColumns(columns, customFields: [], isExport: false)
    var reader = try source.rows(ofTable: table)
    var batch = RowBatch()
    for _ in 0..<skippedRows { _ = try reader.read(into: &batch, maximumRows: 1) }
    var isFirst = true
    while !found.isEmpty, try reader.read(into: &batch, maximumRows: 4096) {
      found.look(at: batch)
      if isFirst { found.dropUnlessSeen() }
      isFirst = false
    }
    found.dropUnproven()
    return found.found
  }

  /// Shows every data row in its order; a row without any text is passed over.
  func forEachRow(_ body: (RecordFileRow) throws -> Void) throws {
    var reader = try source.rows(ofTable: table)
    var batch = RowBatch()
    for _ in 0..<skippedRows { _ = try reader.read(into: &batch, maximumRows: 1) }
    var read = 0
    while try reader.read(into: &batch, maximumRows: 4096) {
      read += batch.count
      try memory.check(rows: read)
      for row in 0..<batch.count {
        let cells = (0..<Int(batch.rows[row].cellCount)).map { batch.text(row: row, column: $0) }
        guard cells.contains(where: { $0?.allSatisfy(\.isWhitespace) == false }) else { continue }
        let source = batch.rows[row]
        var record = RecordFileRow(
          cells: cells, oddCells: Self.oddCells(of: row, in: batch),
          errorColumns: Self.columns(of: batch.errorCells, inRow: row, of: batch),
          escapeColumns: Self.columns(of: batch.escapeCells, inRow: row, of: batch), position: Int(source.position),
          fault: source.fault, reading: batch.reading(at: source.position))
        record.noteErrorTexts()
        try body(record)
      }
    }
  }
}

/// One row of a file of records.
struct RecordFileRow: Sendable {
  var cells: [String?]
  /// The columns whose cells are of an odd type in the source.
  let oddCells: [Int: OddCell.Kind]
  /// The columns whose cells hold an error of the source, or the text of one, ascending.
  private(set) var errorColumns: [Int]
  /// The columns whose cells seem to hold an escape, in a text without any.
  let escapeColumns: [Int]
  let position: Int
  let fault: RowFault
  /// How the row reads when it is not in its file's encoding.
  let reading: RowReading?

  /// Adds the cells in which an error of a spreadsheet stands as text, as text files have it.
  mutating func noteErrorTexts() {
    let texts = cells.indices.filter { column in
      guard let cell = cells[column], cell.utf8.contains(UInt8(ascii: "#")) else { return false }
      return !errorColumns.contains(column) && text(column).map(SpreadsheetErrors.isOne) == true
    }
    if !texts.isEmpty { errorColumns = (errorColumns + texts).sorted() }
  }

  /// A cell without outer blanks; nil for one that is blank or not there.
  func text(_ column: Int?) -> String? {
    guard let column, column < cells.count, let cell = cells[column] else { return nil }
    let text = cell.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return text.isEmpty ? nil : text
  }
}
