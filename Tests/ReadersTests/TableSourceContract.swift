import CustomerModel
import Readers
import Rows
import TestSupport
import Testing

/// One row as a test looks at it.
struct ReadRow: Equatable, CustomTestStringConvertible {
  let position: Int
  /// Nil where the row has no such cell.
  let cells: [String?]
  let fault: RowFault

  init(_ position: Int, _ cells: [String?], _ fault: RowFault = .none) {
    self.position = position
    self.cells = cells
    self.fault = fault
  }

  var testDescription: String { "\(position) \(cells.map { $0 ?? "nil" }) \(fault)" }
}

/// All rows of a table, read in batches of at most that many.
func readRows(_ source: any TableSource, table: Int = 0, maximumRows: Int = 4096) throws -> [ReadRow] {
  var reader = try source.rows(ofTable: table)
  var batch = RowBatch()
  var rows: [ReadRow] = []
  while try reader.read(into: &batch, maximumRows: maximumRows) {
    #expect(batch.count > 0 && batch.count <= maximumRows)
    for index in 0..<batch.count {
      let row = batch.rows[index]
      let cells = (0..<Int(row.cellCount)).map { batch.text(row: index, column: $0) }
      rows.append(ReadRow(Int(row.position), cells, row.fault))
    }
  }
  #expect(batch.count == 0)
  return rows
}

/// What every source of tables promises, whatever it reads.
func expectTableSourceContract(_ source: any TableSource, sourceLocation: SourceLocation = #_sourceLocation) throws {
  #expect(!source.tables.isEmpty, sourceLocation: sourceLocation)
  for table in source.tables.indices {
    let rows = try readRows(source, table: table)
    #expect(
      try readRows(source, table: table) == rows, "a second pass gives the same rows", sourceLocation: sourceLocation)
    for size in [1, 2, 3] {
      #expect(
        try readRows(source, table: table, maximumRows: size) == rows, "batches of \(size) hold the same rows",
        sourceLocation: sourceLocation)
    }
    let positions = rows.map(\.position)
    #expect(
      zip(positions, positions.dropFirst()).allSatisfy { $0 < $1 }, "positions ascend", sourceLocation: sourceLocation)
    // Two passes at the same time do not disturb each other.
    var first = try source.rows(ofTable: table)
    var second = try source.rows(ofTable: table)
    var batch = RowBatch()
    var interleaved: [[String]] = []
    while try first.read(into: &batch, maximumRows: 2) {
      interleaved += batch.rows.indices.map { batch.texts(row: $0) }
      _ = try second.read(into: &batch, maximumRows: 3)
    }
    #expect(interleaved == rows.map { $0.cells.map { $0 ?? "" } }, sourceLocation: sourceLocation)
  }
}

/// A delimited text of those bytes.
func delimited(
  _ bytes: [UInt8], _ options: ReadingOptions = ReadingOptions(), chunkSize: Int = 1 << 20
) throws -> DelimitedText {
  let folder = try TemporaryFolder()
  return try DelimitedText(
    file: InputFile(path: folder.write(bytes, to: "list.csv")), options: options, chunkSize: chunkSize)
}

func delimited(
  _ text: String, _ options: ReadingOptions = ReadingOptions(), chunkSize: Int = 1 << 20
) throws -> DelimitedText {
  try delimited(Array(text.utf8), options, chunkSize: chunkSize)
}

extension DelimitedText {
  var dialect: Dialect? { if case .delimited(let dialect) = format { dialect } else { nil } }
}

/// The error that reading a source to its end throws.
func error(_ body: () throws -> Void) -> KundregError? {
  do {
    try body()
    return nil
  } catch { return error as? KundregError }
}
