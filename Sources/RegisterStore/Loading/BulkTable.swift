import GRDB
import GRDBSQLite

/// The SQL table `bulk_rows(source)`: the rows of a ``BulkRows``, read where they lie.
///
/// Inserting a batch is then one statement that SQLite runs over all its rows, instead of thousands that each bind their
/// values, begin, and end. See SQLite's documentation of virtual tables, and its `carray` for the bound pointer.
enum BulkTable {
  static let name = "bulk_rows"
  /// The columns `c0`, `c1`, …: more than any table of the register has.
  static let width = 96
  /// What the bound pointer claims to be, so that no other pointer is taken for it.
  static let pointerType: StaticString = "kundreg.bulk_rows"

  /// What one statement reads: valid while it runs.
  struct Source {
    let cells: UnsafePointer<BulkRows.Cell>
    let width: Int
    let count: Int
    let arena: UnsafePointer<CChar>?
    let texts: UnsafePointer<CChar>?
  }

  static func add(to db: Database) {
    sqlite3_create_module_v2(db.sqliteConnection, name, module, nil, nil)
  }

  /// Never changed after it is made, and lives as long as the program: SQLite keeps the pointer.
  nonisolated(unsafe) private static let module: UnsafePointer<sqlite3_module> = {
    let pointer = UnsafeMutablePointer<sqlite3_module>.allocate(capacity: 1)
    pointer.initialize(to: makeModule())
    return UnsafePointer(pointer)
  }()

  private static func makeModule() -> sqlite3_module {
    var module = sqlite3_module()
    // Without xCreate the table is there by its name alone, and nobody can make another.
    module.xConnect = { connection, _, _, _, table, _ in BulkTable.connect(connection, table) }
    module.xDisconnect = { table in BulkTable.free(table) }
    module.xBestIndex = { _, plan in BulkTable.plan(plan) }
    module.xOpen = { _, cursor in BulkTable.open(cursor) }
    module.xClose = { cursor in BulkTable.free(cursor) }
    module.xFilter = { cursor, _, _, _, values in BulkTable.begin(cursor, values?[0]) }
    module.xNext = { cursor in BulkTable.next(cursor) }
    module.xEof = { cursor in BulkTable.isAtEnd(cursor) ? 1 : 0 }
    module.xColumn = { cursor, context, column in BulkTable.give(cursor, context, column) }
    module.xRowid = { cursor, id in BulkTable.giveRow(cursor, id) }
    return module
  }

  /// SQLite's own part comes first: to it, a cursor is a pointer to that.
  private struct Cursor {
    var base: sqlite3_vtab_cursor
    var source: UnsafePointer<Source>?
    var row: Int
  }

  @inline(__always)
  private static func cursor(_ base: UnsafeMutablePointer<sqlite3_vtab_cursor>?) -> UnsafeMutablePointer<Cursor> {
    UnsafeMutableRawPointer(base!).assumingMemoryBound(to: Cursor.self)
  }

  private static func free(_ memory: UnsafeMutableRawPointer?) -> Int32 {
    sqlite3_free(memory)
    return SQLITE_OK
  }

  private static func connect(
    _ connection: OpaquePointer?, _ table: UnsafeMutablePointer<UnsafeMutablePointer<sqlite3_vtab>?>?
  ) -> Int32 {
    let columns = (0..<width).map { "c\($0)" }.joined(separator: ", ")
    let result = sqlite3_declare_vtab(connection, "CREATE TABLE bulk_rows (\(columns), source HIDDEN)")
    guard result == SQLITE_OK else { return result }
    guard let memory = sqlite3_malloc(Int32(MemoryLayout<sqlite3_vtab>.size)) else { return SQLITE_NOMEM }
    table?.pointee = memory.initializeMemory(as: sqlite3_vtab.self, to: sqlite3_vtab())
    return SQLITE_OK
  }

  private static func open(
    _ cursor: UnsafeMutablePointer<UnsafeMutablePointer<sqlite3_vtab_cursor>?>?
  ) -> Int32 {
    guard let memory = sqlite3_malloc(Int32(MemoryLayout<Cursor>.size)) else { return SQLITE_NOMEM }
    memory.initializeMemory(as: Cursor.self, to: Cursor(base: sqlite3_vtab_cursor(), source: nil, row: 0))
    cursor?.pointee = memory.assumingMemoryBound(to: sqlite3_vtab_cursor.self)
    return SQLITE_OK
  }

  /// The only way to read: all rows of the source that is bound.
  private static func plan(_ plan: UnsafeMutablePointer<sqlite3_index_info>?) -> Int32 {
    guard let plan else { return SQLITE_MISUSE }
    for index in 0..<Int(plan.pointee.nConstraint) {
      let constraint = plan.pointee.aConstraint[index]
      guard constraint.iColumn == Int32(width), constraint.usable != 0 else { continue }
      plan.pointee.aConstraintUsage[index].argvIndex = 1
      plan.pointee.aConstraintUsage[index].omit = 1
      plan.pointee.estimatedCost = 1
      return SQLITE_OK
    }
    return SQLITE_CONSTRAINT
  }

  private static func begin(_ base: UnsafeMutablePointer<sqlite3_vtab_cursor>?, _ bound: OpaquePointer?) -> Int32 {
    let source = pointerType.withUTF8Buffer { type in
      let name = UnsafeRawPointer(type.baseAddress!).assumingMemoryBound(to: CChar.self)
      return sqlite3_value_pointer(bound, name)
    }
    guard let source else { return SQLITE_MISUSE }
    cursor(base).pointee.source = UnsafePointer(source.assumingMemoryBound(to: Source.self))
    cursor(base).pointee.row = 0
    return SQLITE_OK
  }

  @inline(__always)
  private static func next(_ base: UnsafeMutablePointer<sqlite3_vtab_cursor>?) -> Int32 {
    cursor(base).pointee.row += 1
    return SQLITE_OK
  }

  @inline(__always)
  private static func isAtEnd(_ base: UnsafeMutablePointer<sqlite3_vtab_cursor>?) -> Bool {
    let cursor = cursor(base)
    return cursor.pointee.row >= cursor.pointee.source!.pointee.count
  }

  @inline(__always)
  private static func give(
    _ base: UnsafeMutablePointer<sqlite3_vtab_cursor>?, _ context: OpaquePointer?, _ column: Int32
  ) -> Int32 {
    let cursor = cursor(base)
    let source = cursor.pointee.source!
    let width = source.pointee.width
    guard column < width else { return SQLITE_OK }
    switch source.pointee.cells[cursor.pointee.row * width + Int(column)] {
    case .null: break
    case .integer(let value): sqlite3_result_int64(context, value)
    case .arena(let start, let length):
      sqlite3_result_text(context, source.pointee.arena! + Int(start), Int32(length), nil)
    case .text(let start, let length):
      sqlite3_result_text(context, source.pointee.texts! + Int(start), Int32(length), nil)
    }
    return SQLITE_OK
  }

  private static func giveRow(
    _ base: UnsafeMutablePointer<sqlite3_vtab_cursor>?, _ id: UnsafeMutablePointer<sqlite3_int64>?
  ) -> Int32 {
    id?.pointee = sqlite3_int64(cursor(base).pointee.row)
    return SQLITE_OK
  }
}
