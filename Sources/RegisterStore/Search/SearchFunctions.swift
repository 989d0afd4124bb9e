import GRDB
import GRDBSQLite

/// The functions that SQL gets for searches: `folded(text)` compares as people read, `swedish_key(text)` sorts as Swedish
/// does, `number_key(number)` sorts as people count, all giving NULL for NULL; `is_among(id, set)` asks the bytes of a
/// ``CustomerSet``.
///
/// They are called for every customer of a register, so they speak to SQLite in bytes.
enum SearchFunctions {
  static func add(to db: Database) {
    let flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS
    sqlite3_create_function_v2(
      db.sqliteConnection, "folded", 1, flags, nil,
      { SearchFunctions.answer($0, $2) { FoldedText.append($0, to: &$1) } }, nil, nil, nil)
    sqlite3_create_function_v2(
      db.sqliteConnection, "swedish_key", 1, flags, nil,
      { SearchFunctions.answer($0, $2) { SwedishSortKey.append($0, to: &$1) } }, nil, nil, nil)
    sqlite3_create_function_v2(
      db.sqliteConnection, "number_key", 1, flags, nil,
      { SearchFunctions.answer($0, $2, isText: false) { NumberOrder.appendKey($0, to: &$1) } }, nil, nil, nil)
    sqlite3_create_function_v2(
      db.sqliteConnection, "is_among", 2, flags, nil, { SearchFunctions.answerMembership($0, $2) }, nil, nil, nil)
  }

  private static func answerMembership(
    _ context: OpaquePointer?, _ values: UnsafeMutablePointer<OpaquePointer?>?
  ) {
    guard let customer = values?[0], let set = values?[1] else { return sqlite3_result_null(context) }
    let bits = UnsafeRawBufferPointer(start: sqlite3_value_blob(set), count: Int(sqlite3_value_bytes(set)))
    sqlite3_result_int(context, CustomerSet.contains(sqlite3_value_int64(customer), in: bits) ? 1 : 0)
  }

  private static func answer(
    _ context: OpaquePointer?, _ values: UnsafeMutablePointer<OpaquePointer?>?,
    isText: Bool = true, _ convert: (UnsafeRawBufferPointer, inout [UInt8]) -> Void
  ) {
    guard let value = values?[0], let start = sqlite3_value_text(value) else { return sqlite3_result_null(context) }
    let count = Int(sqlite3_value_bytes(value))
    var result: [UInt8] = []
    result.reserveCapacity(count)
    convert(UnsafeRawBufferPointer(start: start, count: count), &result)
    result.withUnsafeBytes { bytes in
      // SQLite copies the bytes at once: -1 is its SQLITE_TRANSIENT, a macro.
      let copies = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
      guard let start = bytes.baseAddress else { return sqlite3_result_text(context, "", 0, copies) }
      if isText {
        sqlite3_result_text(context, start.assumingMemoryBound(to: CChar.self), Int32(bytes.count), copies)
      } else {
        sqlite3_result_blob(context, start, Int32(bytes.count), copies)
      }
    }
  }
}
