import CustomerModel
import GRDB
import GRDBSQLite

/// The functions that SQL gets for searches: `mentions(text, word)` finds a folded word as people read, 0 for NULL;
/// `swedish_key(text)` sorts as Swedish does, `number_key(number)` sorts as people count, `number_value(number)` does and
/// is the same for 09 and 9, all giving NULL for NULL;
/// `is_among(id, set)` asks the bytes of a ``CustomerSet``; `as_shown(text, field)` masks a value of the catalogue's field of
/// that index as lists do, NULL for NULL.
///
/// They are called for every customer of a register, so they speak to SQLite in bytes.
enum SearchFunctions {
  static func add(to db: Database) {
    let flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS
    sqlite3_create_function_v2(
      db.sqliteConnection, "mentions", 2, flags, nil, { SearchFunctions.answerMention($0, $2) }, nil, nil, nil)
    sqlite3_create_function_v2(
      db.sqliteConnection, "swedish_key", 1, flags, nil, { SearchFunctions.answerSortKey($0, $2) }, nil, nil, nil)
    sqlite3_create_function_v2(
      db.sqliteConnection, "number_key", 1, flags, nil, { SearchFunctions.answerNumberKey($0, $2) }, nil, nil, nil)
    sqlite3_create_function_v2(
      db.sqliteConnection, "number_value", 1, flags, nil,
      { SearchFunctions.answerNumberKey($0, $2, ofValue: true) }, nil, nil, nil)
    sqlite3_create_function_v2(
      db.sqliteConnection, "is_among", 2, flags, nil, { SearchFunctions.answerMembership($0, $2) }, nil, nil, nil)
    sqlite3_create_function_v2(
      db.sqliteConnection, "as_shown", 2, flags, nil, { SearchFunctions.answerShown($0, $2) }, nil, nil, nil)
  }

  private static func answerMembership(
    _ context: OpaquePointer?, _ values: Values
  ) {
    guard let customer = values?[0], let set = values?[1] else { return sqlite3_result_null(context) }
    let bits = UnsafeRawBufferPointer(start: sqlite3_value_blob(set), count: Int(sqlite3_value_bytes(set)))
    sqlite3_result_int(context, CustomerSet.contains(sqlite3_value_int64(customer), in: bits) ? 1 : 0)
  }

  private typealias Values = UnsafeMutablePointer<OpaquePointer?>?

  private static func answerMention(_ context: OpaquePointer?, _ values: Values) {
    guard let held = text(values, 0), let word = text(values, 1) else { return sqlite3_result_int(context, 0) }
    sqlite3_result_int(context, FoldedText.mentions(word, in: held) ? 1 : 0)
  }

  private static func answerShown(_ context: OpaquePointer?, _ values: Values) {
    guard let value = values?[0], let index = values?[1], let held = text(values, 0) else {
      return sqlite3_result_null(context)
    }
    // Of six digits none is ever masked.
    guard held.count(where: { $0 >= 0x30 && $0 <= 0x39 }) >= 7 else { return sqlite3_result_value(context, value) }
    let field = Field.all[Int(sqlite3_value_int64(index))]
    sqlite3_result_text(context, IdentityMask.masked(String(decoding: held, as: UTF8.self), of: field), -1, copied)
  }

  private static func answerSortKey(_ context: OpaquePointer?, _ values: Values) {
    guard let text = text(values, 0) else { return sqlite3_result_null(context) }
    withUnsafeTemporaryAllocation(byteCount: SwedishSortKey.mostBytes(of: text.count), alignment: 1) { room in
      if let count = SwedishSortKey.write(text, to: room) {
        sqlite3_result_blob(context, room.baseAddress, Int32(count), copied)
      } else {
        let key = SwedishSortKey.bytes(text)
        sqlite3_result_blob(context, key, Int32(key.count), copied)
      }
    }
  }

  private static func answerNumberKey(_ context: OpaquePointer?, _ values: Values, ofValue: Bool = false) {
    guard let number = text(values, 0) else { return sqlite3_result_null(context) }
    withUnsafeTemporaryAllocation(byteCount: NumberOrder.mostKeyBytes(of: number.count), alignment: 1) { room in
      sqlite3_result_blob(
        context, room.baseAddress, Int32(NumberOrder.writeKey(number, ofValue: ofValue, to: room)), copied)
    }
  }

  /// The bytes of a text, or of a number in digits; nil for NULL.
  private static func text(_ values: Values, _ index: Int) -> UnsafeRawBufferPointer? {
    guard let value = values?[index], let start = sqlite3_value_text(value) else { return nil }
    return UnsafeRawBufferPointer(start: start, count: Int(sqlite3_value_bytes(value)))
  }

  /// SQLite copies the bytes at once: -1 is its SQLITE_TRANSIENT, a macro.
  private static var copied: sqlite3_destructor_type { unsafeBitCast(-1, to: sqlite3_destructor_type.self) }
}
