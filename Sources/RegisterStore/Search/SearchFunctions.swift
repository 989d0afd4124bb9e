import CustomerModel
import GRDB
import GRDBSQLite

/// The functions that SQL gets for searches: `mentions(text, word)` finds a folded word as people read, 0 for NULL, and
/// `mentions(text, word, field)` where it stands in what lists show of a value of the catalogue's field of that index;
/// `swedish_key(text)` sorts as Swedish does, `number_key(number)` sorts as people count, `number_value(number)` does and
/// is the same for 09 and 9, all giving NULL for NULL;
/// `dialled(number)` is a telephone number as ``DialledNumber`` has it, NULL for NULL; `dials(number, part)` finds a part of
/// that, 0 for NULL;
/// `any_record(list, member, test, value, field)` asks a ``RecordTest`` of a list, of what is shown where a field is named;
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
      db.sqliteConnection, "mentions", 3, flags, nil,
      { SearchFunctions.answerMention($0, $2, isOfShown: true) }, nil, nil, nil)
    sqlite3_create_function_v2(
      db.sqliteConnection, "swedish_key", 1, flags, nil, { SearchFunctions.answerSortKey($0, $2) }, nil, nil, nil)
    sqlite3_create_function_v2(
      db.sqliteConnection, "number_key", 1, flags, nil, { SearchFunctions.answerNumberKey($0, $2) }, nil, nil, nil)
    sqlite3_create_function_v2(
      db.sqliteConnection, "number_value", 1, flags, nil,
      { SearchFunctions.answerNumberKey($0, $2, ofValue: true) }, nil, nil, nil)
    sqlite3_create_function_v2(
      db.sqliteConnection, "dialled", 1, flags, nil, { SearchFunctions.answerDialled($0, $2) }, nil, nil, nil)
    sqlite3_create_function_v2(
      db.sqliteConnection, "dials", 2, flags, nil, { SearchFunctions.answerDials($0, $2) }, nil, nil, nil)
    sqlite3_create_function_v2(
      db.sqliteConnection, "any_record", 5, flags, nil, { SearchFunctions.answerRecords($0, $2) }, nil, nil, nil)
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

  private static func answerMention(_ context: OpaquePointer?, _ values: Values, isOfShown: Bool = false) {
    guard let held = text(values, 0), let word = text(values, 1) else { return sqlite3_result_int(context, 0) }
    var isFound = FoldedText.mentions(word, in: held)
    if isFound, isOfShown, let shown = shown(held, values?[2]) {
      isFound = Array(shown.utf8).withUnsafeBytes { FoldedText.mentions(word, in: $0) }
    }
    sqlite3_result_int(context, isFound ? 1 : 0)
  }

  /// What lists show of a value, where it is something else.
  ///
  /// - Parameter index: of the catalogue's field.
  private static func shown(_ held: UnsafeRawBufferPointer, _ index: OpaquePointer?) -> String? {
    // Of six digits none is ever masked.
    guard held.count(where: { $0 >= 0x30 && $0 <= 0x39 }) >= 7, let index else { return nil }
    return IdentityMask.masked(
      String(decoding: held, as: UTF8.self), of: Field.all[Int(sqlite3_value_int64(index))])
  }

  private static func answerShown(_ context: OpaquePointer?, _ values: Values) {
    guard let value = values?[0], let held = text(values, 0) else { return sqlite3_result_null(context) }
    guard let shown = shown(held, values?[1]) else { return sqlite3_result_value(context, value) }
    sqlite3_result_text(context, shown, -1, copied)
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

  private static func answerDialled(_ context: OpaquePointer?, _ values: Values) {
    guard let number = text(values, 0) else { return sqlite3_result_null(context) }
    withDialled(number) {
      sqlite3_result_text(context, $0.baseAddress?.assumingMemoryBound(to: CChar.self), Int32($0.count), copied)
    }
  }

  private static func answerDials(_ context: OpaquePointer?, _ values: Values) {
    guard let number = text(values, 0), let part = text(values, 1) else { return sqlite3_result_int(context, 0) }
    withDialled(number) {
      sqlite3_result_int(context, part.isEmpty || TextScan.first(part, in: $0, from: 0) != nil ? 1 : 0)
    }
  }

  private static func withDialled(_ number: UnsafeRawBufferPointer, _ body: (UnsafeRawBufferPointer) -> Void) {
    withUnsafeTemporaryAllocation(byteCount: DialledNumber.mostBytes(of: number.count), alignment: 1) { room in
      let count = DialledNumber.write(number, to: room)
      body(UnsafeRawBufferPointer(rebasing: room[..<count]))
    }
  }

  private static func answerRecords(_ context: OpaquePointer?, _ values: Values) {
    guard let list = text(values, 0), let member = text(values, 1), let value = values?[3], let field = values?[4],
      let test = RecordTest(code: sqlite3_value_int(values?[2]))
    else { return sqlite3_result_int(context, 0) }
    let operand: RecordTest.Operand =
      if test.form == .number {
        .number(sqlite3_value_double(value))
      } else {
        .bytes(UnsafeRawBufferPointer(start: sqlite3_value_blob(value), count: Int(sqlite3_value_bytes(value))))
      }
    let isShown = sqlite3_value_int(field) >= 0
    let isPassed = test.isPassed(by: list, member: member, operand) {
      isShown ? shown($0, field) : nil
    }
    sqlite3_result_int(context, isPassed ? 1 : 0)
  }

  /// The bytes of a text, or of a number in digits; nil for NULL.
  private static func text(_ values: Values, _ index: Int) -> UnsafeRawBufferPointer? {
    guard let value = values?[index], let start = sqlite3_value_text(value) else { return nil }
    return UnsafeRawBufferPointer(start: start, count: Int(sqlite3_value_bytes(value)))
  }

  /// SQLite copies the bytes at once: -1 is its SQLITE_TRANSIENT, a macro.
  private static var copied: sqlite3_destructor_type { unsafeBitCast(-1, to: sqlite3_destructor_type.self) }
}
