import GRDB
import Rows

/// Rows on their way into one table: gathered while a batch is settled, inserted by one statement at its end. Or the rows that
/// another statement is about.
struct BulkRows {
  /// A value that waits. Bytes are not copied: they lie in the arena of the batch.
  enum Cell {
    case null
    case integer(Int64)
    case arena(start: UInt32, length: UInt32)
    /// A text that the batch does not have, in ``texts``.
    case text(start: UInt32, length: UInt32)

    init(_ value: RecordBatch.Value) { self = .arena(start: value.start, length: value.length) }
  }

  private let db: Database
  private let sql: String
  /// The statement's other parameters.
  private let arguments: StatementArguments
  /// Made when the first rows are inserted: many runs have none for some tables.
  private var insert: SQLiteStatement?
  private let width: Int
  private var cells: [Cell] = []
  private var texts: [UInt8] = []

  /// - Parameters:
  ///   - verb: `INSERT`, or with what is done in a conflict.
  ///   - columns: in the order in which each row's cells are appended.
  init(_ db: Database, _ verb: String = "INSERT", into table: String, columns: [String]) {
    precondition(columns.count <= BulkTable.width, "a table of the register is narrower")
    width = columns.count
    let sources = columns.indices.map { "c\($0)" }.joined(separator: ", ")
    self.db = db
    arguments = []
    sql = "\(verb) INTO \(table) (\(columns.joined(separator: ", "))) SELECT \(sources) FROM \(BulkTable.name)(?1)"
  }

  /// Rows for a statement of another kind, which reads them as `bulk_rows(?1)`.
  ///
  /// - Parameters:
  ///   - width: how many cells a row has.
  ///   - arguments: the parameters from ?2 on.
  init(_ db: Database, for sql: String, width: Int, _ arguments: [(any DatabaseValueConvertible)?] = []) {
    self.db = db
    self.sql = sql
    self.width = width
    self.arguments = StatementArguments([nil] + arguments)
  }

  var isEmpty: Bool { cells.isEmpty }

  @inline(__always) mutating func append(_ cell: Cell) { cells.append(cell) }

  /// Appends a text that does not lie in the batch.
  mutating func append(text: some Collection<UInt8>) {
    cells.append(.text(start: UInt32(texts.count), length: UInt32(text.count)))
    texts.append(contentsOf: text)
  }

  /// Inserts what waits, where none of it lies in an arena.
  mutating func flush() throws { try flush(arena: UnsafeRawBufferPointer(start: nil, count: 0)) }

  /// Inserts what waits. Memory is kept for the next batch.
  mutating func flush(arena: UnsafeRawBufferPointer) throws {
    guard !cells.isEmpty else { return }
    precondition(cells.count % width == 0, "rows are appended whole")
    let insert = try insert ?? SQLiteStatement(db, sql, arguments: arguments)
    self.insert = insert
    defer {
      cells.removeAll(keepingCapacity: true)
      texts.removeAll(keepingCapacity: true)
    }
    try cells.withUnsafeBufferPointer { cells in
      try texts.withUnsafeBytes { texts in
        var source = BulkTable.Source(
          cells: cells.baseAddress!, width: width, count: cells.count / width,
          arena: arena.baseAddress?.assumingMemoryBound(to: CChar.self),
          texts: texts.baseAddress?.assumingMemoryBound(to: CChar.self))
        try withUnsafeMutablePointer(to: &source) { source in
          insert.bind(1, pointer: source, type: BulkTable.pointerType)
          try insert.run()
        }
      }
    }
  }
}
