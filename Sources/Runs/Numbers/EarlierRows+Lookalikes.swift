import CustomerModel
import RegisterStore
import Rows
import Validation

/// New customers' numbers that look like another's.
extension EarlierRows {
  /// False for a number of digits alone where no other is written otherwise: nearly all lists have no others.
  @inline(__always)
  func mayLookAlike(_ row: Int, in records: RecordBatch) -> Bool {
    guard let numberColumn = scope.numberColumn, !lookalikes.hasPlain else { return true }
    let number = records[column: numberColumn, row: row]
    let end = Int(number.start) + Int(number.length)
    return records.rows.arena.withUnsafeBytes { arena in
      !LookalikeNumbers.isPlain(UnsafeRawBufferPointer(rebasing: arena[Int(number.start)..<end]))
    }
  }

  /// The warning of a new customer's number that is another's but for capital letters, dashes or blanks.
  func lookalike(of row: Int, in records: RecordBatch) throws -> [Problem] {
    guard let numberColumn = scope.numberColumn else { return [] }
    let position = records.rows.rows[row].position
    let first = records.withBytes(column: numberColumn, row: row) { number in
      lookalikes.mark(number, row: position, among: seen.numbers)
    }
    var other = first.map { RowFinding.LookalikeOther.row(scope.source.place(of: $0)) }
    if other == nil, asksRegister {
      let isPlain = records.withBytes(column: numberColumn, row: row) { LookalikeNumbers.isPlain($0) } ?? true
      if !isPlain { other = try registeredLookalike(records.text(column: numberColumn, row: row)) }
    }
    guard let other else { return [] }
    let value = records.text(column: numberColumn, row: row)
    return [scope.pipeline.validator.problem(.lookalike(other), value: value)].compactMap(\.self)
  }

  /// A registered customer's number that looks like one that is not registered. It is asked for as numbers are mostly written:
  /// in capital letters and in small ones, which are look-ups; to compare it with all would take a pass over the register.
  private func registeredLookalike(_ number: String?) throws -> RowFinding.LookalikeOther? {
    let capitals = String(decoding: lookalikes.bytes, as: UTF8.self)
    for text in [capitals, capitals.lowercased()] where text != number {
      if try scope.reader.key(ofNumber: text) != nil { return .registered(text) }
    }
    return nil
  }
}
