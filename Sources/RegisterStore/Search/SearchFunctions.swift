import CustomerModel
import GRDB
import GRDBSQLite

/// The functions that SQL gets for searches. They are called for every customer of a register, so they speak to SQLite in
/// bytes. What orders or forms a value gives NULL for NULL, what asks gives 0.
///
/// Where a field is given, by its index in the catalogue, they look at what lists show of its values to somebody who sees
/// numbers masked; with -1 at the values.
///
/// - `mentions(text, word, field)` finds a folded word as people read.
/// - `dials(number, part, field)` finds a part of a telephone number; `dialled(number)` is its form: see ``DialledNumber``.
/// - `any_record(list, member, test, value, field)` asks a ``RecordTest`` of a list of records.
/// - `is_among(id, set)` asks the bytes of a ``CustomerSet``.
/// - `swedish_key(text)` and `swedish_key(text, field)` sort as Swedish does, `number_key(number)` as people count;
///   `number_value(number, field)` does, too, and is the same for 09 and 9.
/// - `as_shown(text, field)` is the value as it is shown.
enum SearchFunctions {
  static func add(to db: Database) {
    add("mentions", 3, db) { SearchFunctions.answerMention($0, $2) }
    add("dials", 3, db) { SearchFunctions.answerDials($0, $2) }
    add("dialled", 1, db) { SearchFunctions.answerDialled($0, $2) }
    add("any_record", 5, db) { SearchFunctions.answerRecords($0, $2) }
    add("is_among", 2, db) { SearchFunctions.answerMembership($0, $2) }
    add("swedish_key", 1, db) { SearchFunctions.answerSortKey($0, $2, of: nil) }
    add("swedish_key", 2, db) { SearchFunctions.answerSortKey($0, $2, of: SearchFunctions.field($2, 1)) }
    add("number_key", 1, db) { SearchFunctions.answerNumberKey($0, $2) }
    add("number_value", 2, db) { SearchFunctions.answerNumberValue($0, $2) }
    add("as_shown", 2, db) { SearchFunctions.answerShown($0, $2) }
  }

  private static func add(
    _ name: String, _ argumentCount: Int32, _ db: Database,
    _ answer: @escaping @convention(c) (OpaquePointer?, Int32, UnsafeMutablePointer<OpaquePointer?>?) -> Void
  ) {
    let flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS
    sqlite3_create_function_v2(db.sqliteConnection, name, argumentCount, flags, nil, answer, nil, nil, nil)
  }

  private typealias Values = UnsafeMutablePointer<OpaquePointer?>?

  private static func answerMembership(_ context: OpaquePointer?, _ values: Values) {
    guard let customer = values?[0], let set = values?[1] else { return sqlite3_result_null(context) }
    let bits = UnsafeRawBufferPointer(start: sqlite3_value_blob(set), count: Int(sqlite3_value_bytes(set)))
    sqlite3_result_int(context, CustomerSet.contains(sqlite3_value_int64(customer), in: bits) ? 1 : 0)
  }

  /// The catalogue's field of that index; nil where none is meant.
  private static func field(_ values: Values, _ index: Int) -> Field? {
    guard let value = values?[index] else { return nil }
    let place = Int(sqlite3_value_int(value))
    return Field.all.indices.contains(place) ? Field.all[place] : nil
  }

  private static func answerMention(_ context: OpaquePointer?, _ values: Values) {
    guard let held = text(values, 0), let word = text(values, 1) else { return sqlite3_result_int(context, 0) }
    sqlite3_result_int(context, ShownText.mentions(word, in: held, of: field(values, 2)) ? 1 : 0)
  }

  private static func answerShown(_ context: OpaquePointer?, _ values: Values) {
    guard let held = text(values, 0) else { return sqlite3_result_null(context) }
    ShownText.with(held, of: field(values, 1)) {
      sqlite3_result_text(context, $0.baseAddress?.assumingMemoryBound(to: CChar.self), Int32($0.count), copied)
    }
  }

  private static func answerSortKey(_ context: OpaquePointer?, _ values: Values, of field: Field?) {
    guard let held = text(values, 0) else { return sqlite3_result_null(context) }
    ShownText.with(held, of: field) { text in
      withUnsafeTemporaryAllocation(byteCount: SwedishSortKey.mostBytes(of: text.count), alignment: 1) { room in
        if let count = SwedishSortKey.write(text, to: room) {
          sqlite3_result_blob(context, room.baseAddress, Int32(count), copied)
        } else {
          let key = SwedishSortKey.bytes(text)
          sqlite3_result_blob(context, key, Int32(key.count), copied)
        }
      }
    }
  }

  private static func answerNumberKey(_ context: OpaquePointer?, _ values: Values) {
    guard let number = text(values, 0) else { return sqlite3_result_null(context) }
    answerNumberKey(context, number, ofValue: false)
  }

  private static func answerNumberValue(_ context: OpaquePointer?, _ values: Values) {
    guard let held = text(values, 0) else { return sqlite3_result_null(context) }
    ShownText.with(held, of: field(values, 1)) { answerNumberKey(context, $0, ofValue: true) }
  }

  private static func answerNumberKey(_ context: OpaquePointer?, _ number: UnsafeRawBufferPointer, ofValue: Bool) {
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
    let holds = { (dialled: UnsafeRawBufferPointer) in
      part.isEmpty || TextScan.first(part, in: dialled, from: 0) != nil
    }
    var isFound = withDialled(number, holds)
    // Few numbers hold the part at all: only those are masked.
    if isFound, let field = field(values, 2) { isFound = ShownText.with(number, of: field) { withDialled($0, holds) } }
    sqlite3_result_int(context, isFound ? 1 : 0)
  }

  private static func withDialled<Result>(
    _ number: UnsafeRawBufferPointer, _ body: (UnsafeRawBufferPointer) -> Result
  ) -> Result {
    withUnsafeTemporaryAllocation(byteCount: DialledNumber.mostBytes(of: number.count), alignment: 1) { room in
      let count = DialledNumber.write(number, to: room)
      return body(UnsafeRawBufferPointer(rebasing: room[..<count]))
    }
  }

  private static func answerRecords(_ context: OpaquePointer?, _ values: Values) {
    guard let list = text(values, 0), let member = text(values, 1), let value = values?[3],
      let test = RecordTest(code: sqlite3_value_int(values?[2]))
    else { return sqlite3_result_int(context, 0) }
    let operand: RecordTest.Operand =
      if test.form == .number {
        .number(sqlite3_value_double(value))
      } else {
        .bytes(UnsafeRawBufferPointer(start: sqlite3_value_blob(value), count: Int(sqlite3_value_bytes(value))))
      }
    let isPassed = test.isPassed(by: list, member: member, operand, of: field(values, 4))
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
