import GRDB
import GRDBSQLite

/// A prepared statement for the hot path: bytes in and out by pointer, no row objects, no text made.
///
/// Bound bytes are not copied: they must stay where they are until the next ``reset()``.
struct SQLiteStatement {
  private let statement: Statement
  private let handle: SQLiteStatementPointer
  private let db: Database

  typealias SQLiteStatementPointer = OpaquePointer

  /// - Parameter isKept: true for a statement that the connection keeps prepared, for others who want the same; it must be reset
  ///   after each use.
  init(_ db: Database, _ sql: String, arguments: StatementArguments = [], isKept: Bool = false) throws {
    statement = try isKept ? db.cachedStatement(sql: sql) : db.makeStatement(sql: sql)
    if !arguments.isEmpty { try statement.setArguments(arguments) }
    handle = statement.sqliteStatement
    self.db = db
  }

  @inline(__always) func bind(_ index: Int32, _ bytes: UnsafeRawBufferPointer) {
    // An empty text must not become NULL, which a nil pointer would be; the values here are never empty.
    sqlite3_bind_text(handle, index, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(bytes.count), nil)
  }
  @inline(__always) func bind(_ index: Int32, _ value: Int64) { sqlite3_bind_int64(handle, index, value) }
  /// Binds a pointer for a table-valued function, which takes it by its type's name only.
  func bind(_ index: Int32, pointer: UnsafeMutableRawPointer, type: StaticString) {
    type.withUTF8Buffer {
      let name = UnsafeRawPointer($0.baseAddress!).assumingMemoryBound(to: CChar.self)
      sqlite3_bind_pointer(handle, index, pointer, name, nil)
    }
  }
  @inline(__always) func bindNull(_ index: Int32) { sqlite3_bind_null(handle, index) }

  /// True when there is a row.
  @inline(__always) func step() throws -> Bool {
    switch sqlite3_step(handle) {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    default: throw failure()
    }
  }
  /// Makes the statement ready for the next values. Bindings stay.
  @inline(__always) func reset() { sqlite3_reset(handle) }

  /// Runs a statement that gives no row.
  @inline(__always) func run() throws {
    _ = try step()
    reset()
  }

  @inline(__always) func isNull(_ column: Int32) -> Bool { sqlite3_column_type(handle, column) == SQLITE_NULL }
  @inline(__always) func integer(_ column: Int32) -> Int64 { sqlite3_column_int64(handle, column) }
  /// The bytes of a text column: valid until the next step or reset.
  @inline(__always) func bytes(_ column: Int32) -> UnsafeRawBufferPointer {
    let start = sqlite3_column_blob(handle, column)
    return UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, column)))
  }

  /// The text of a column, that of a number in digits; nil for NULL.
  @inline(__always) func text(_ column: Int32) -> String? {
    isNull(column) ? nil : String(decoding: bytes(column), as: UTF8.self)
  }

  /// Binds the one parameter and gives the statement to the body once a row.
  @inline(__always) func eachRow(of parameter: Int64, _ body: (SQLiteStatement) throws -> Void) throws {
    bind(1, parameter)
    defer { reset() }
    while try step() { try body(self) }
  }

  private func failure() -> DatabaseError {
    let code = sqlite3_extended_errcode(db.sqliteConnection)
    let message = sqlite3_errmsg(db.sqliteConnection).map { String(cString: $0) }
    sqlite3_reset(handle)
    return DatabaseError(resultCode: ResultCode(rawValue: code), message: message)
  }
}
