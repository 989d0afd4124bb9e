import CustomerModel
package import Differ
import Glibc
import GRDB
package import Rows
import SwedishIdentity

/// Finds the customer that each row of a batch means, and whether it already says what the row says.
///
/// Values are compared byte for byte against the pointers that SQLite returns for the present row; nothing becomes text.
package struct BatchMatcher {
  private let byNumber: SQLiteStatement
  private let byIdentity: SQLiteStatement?
  private let numberColumn: Int?
  private let identityColumn: Int?
  /// The column of customer numbers, whether or not rows are matched by it.
  private let statedNumberColumn: Int?
  /// The batch columns that the customer's own row holds, in the order of the result columns from 1.
  private let ownColumns: [OwnColumn]
  private let groups: [Group]

  private struct OwnColumn {
    let column: Int
    let isBoolean: Bool
    let cannotBeCleared: Bool

    init(_ column: Int, _ field: Field) {
      self.column = column
      isBoolean = field.kind == .boolean
      cannotBeCleared = CardDiffer.cannotBeCleared(field)
    }
  }

  /// A statement that gives the present bytes of what stands beside the customer's own row.
  private enum Group {
    /// All names of a set, in the order of their bytes.
    case set(column: Int, SQLiteStatement)
    case custom(column: Int, name: [UInt8], SQLiteStatement)
    /// One contact person's fields, in the order of the result columns.
    case person(position: Int64, columns: [OwnColumn], SQLiteStatement)
  }

  init(_ db: Database, columns: [RecordColumn], keys: [MatchKey], firstNewCustomer: Int64) throws {
    statedNumberColumn = columns.firstIndex { $0.path.field == .number }
    numberColumn = keys.contains(.number) ? statedNumberColumn : nil
    identityColumn = keys.contains(.identity) ? columns.firstIndex { $0.path.field == .identityNumber } : nil
    var own: [OwnColumn] = []
    var names: [String] = ["id"]
    for (index, column) in columns.enumerated() {
      guard let name = column.path.field.column, column.path.field != .number else { continue }
      names.append(name)
      own.append(OwnColumn(index, column.path.field))
    }
    ownColumns = own
    let list = names.joined(separator: ", ")
    byNumber = try SQLiteStatement(db, "SELECT \(list) FROM customer WHERE number = ?1")
    byIdentity =
      identityColumn == nil
      ? nil
      : try SQLiteStatement(
        db,
        "SELECT \(list), \(IdentityForms.isItself) AS itself FROM customer WHERE \(IdentityForms.condition) "
          + "AND id < \(firstNewCustomer) ORDER BY itself DESC")
    groups = try Self.groups(db, columns)
  }

  private static func groups(_ db: Database, _ columns: [RecordColumn]) throws -> [Group] {
    var groups: [Group] = []
    var persons: [Int: [(String, OwnColumn)]] = [:]
    for (index, column) in columns.enumerated() {
      switch column.path.field.storage {
      case .link(let table):
        groups.append(
          .set(column: index, try SQLiteStatement(db, "SELECT name FROM \(table) WHERE customer = ?1 ORDER BY name")))
      case .customValue:
        let statement = try SQLiteStatement(db, "SELECT value FROM custom_value WHERE customer = ?1 AND field = ?2")
        groups.append(.custom(column: index, name: Array(column.path.customName.utf8), statement))
      case .contactPerson(let name):
        persons[column.path.position, default: []].append((name, OwnColumn(index, column.path.field)))
      case .column, .runTime: break
      }
    }
    for (position, fields) in persons.sorted(by: { $0.key < $1.key }) {
      let list = fields.map(\.0).joined(separator: ", ")
      let statement = try SQLiteStatement(
        db, "SELECT 1, \(list) FROM contact_person WHERE customer = ?1 AND position = ?2")
      groups.append(.person(position: Int64(position), columns: fields.map(\.1), statement))
    }
    return groups
  }

  /// Matches every row of a batch. The result has one element per row.
  package func match(_ batch: RecordBatch) throws -> [RowMatch] {
    try batch.rows.arena.withUnsafeBytes { arena in
      try batch.values.withUnsafeBufferPointer { values in
        let view = View(arena: arena, values: values, count: batch.count)
        return try (0..<batch.count).map { try match($0, view) }
      }
    }
  }

  /// The batch's memory while it is matched.
  private struct View {
    let arena: UnsafeRawBufferPointer
    let values: UnsafeBufferPointer<RecordBatch.Value>
    let count: Int

    @inline(__always) func value(_ column: Int, _ row: Int) -> RecordBatch.Value { values[column * count + row] }
    @inline(__always) func bytes(_ value: RecordBatch.Value) -> UnsafeRawBufferPointer {
      UnsafeRawBufferPointer(rebasing: arena[value.range])
    }
  }

  private func match(_ row: Int, _ view: View) throws -> RowMatch {
    if let numberColumn {
      let number = view.value(numberColumn, row)
      if number.isPresent {
        byNumber.bind(1, view.bytes(number))
        defer { byNumber.reset() }
        if try byNumber.step() { return try compare(row, view, byNumber) }
      }
    }
    guard let identityColumn, let byIdentity else { return .none }
    let identity = view.value(identityColumn, row)
    guard identity.isPresent else { return .none }
    // They must live as long as they are bound.
    let forms = IdentityForms(view.bytes(identity)).texts
    return try Array(forms.joined()).withUnsafeBytes { bytes in
      var start = 0
      for (index, form) in forms.enumerated() {
        byIdentity.bind(Int32(index + 1), UnsafeRawBufferPointer(rebasing: bytes[start..<start + form.count]))
        start += form.count
      }
      defer { byIdentity.reset() }
      return try match(row, view, identity: byIdentity)
    }
  }

  /// Whoever has the number itself is meant before those who have its last ten digits.
  private func match(_ row: Int, _ view: View, identity byIdentity: SQLiteStatement) throws -> RowMatch {
    guard try byIdentity.step() else { return .none }
    let first = byIdentity.integer(0)
    let isItself = byIdentity.integer(Int32(ownColumns.count + 1)) != 0
    // A number of its own that the customer may not have is something to be told.
    let hasNumber = statedNumberColumn.map { view.value($0, row).isPresent } ?? false
    let isSame = try !hasNumber && compare(row, view, byIdentity) == .same(first)
    if try byIdentity.step(), isItself == (byIdentity.integer(Int32(ownColumns.count + 1)) != 0) {
      return .ambiguous([first, byIdentity.integer(0)])
    }
    return isSame ? .same(first) : .differs(first)
  }

  private func compare(_ row: Int, _ view: View, _ current: SQLiteStatement) throws -> RowMatch {
    let id = current.integer(0)
    for (index, own) in ownColumns.enumerated()
    where !isEqual(own, row, view, current, Int32(truncatingIfNeeded: index + 1)) {
      return .differs(id)
    }
    for group in groups where try !isEqual(group, row, view, id) { return .differs(id) }
    return .same(id)
  }

  @inline(__always)
  private func isEqual(_ own: OwnColumn, _ row: Int, _ view: View, _ current: SQLiteStatement, _ index: Int32) -> Bool {
    let value = view.value(own.column, row)
    if value.isAbsent { return true }
    if value.isClear {
      if own.cannotBeCleared { return true }
      return own.isBoolean ? current.integer(index) == 0 : current.isNull(index)
    }
    let bytes = view.bytes(value)
    if own.isBoolean { return current.integer(index) == (bytes.first == UInt8(ascii: "1") ? 1 : 0) }
    let present = current.bytes(index)
    return present.count == bytes.count
      && (bytes.isEmpty || memcmp(present.baseAddress!, bytes.baseAddress!, bytes.count) == 0)
  }

  private func isEqual(_ group: Group, _ row: Int, _ view: View, _ id: Int64) throws -> Bool {
    switch group {
    case .set(let column, let statement):
      let value = view.value(column, row)
      if value.isAbsent { return true }
      statement.bind(1, id)
      defer { statement.reset() }
      var rest = value.isPresent ? view.bytes(value)[...] : view.arena[0..<0]
      while try statement.step() {
        let name = statement.bytes(0)
        guard rest.count > name.count, rest.starts(with: name), rest[rest.startIndex + name.count] == Field.setSeparator
        else { return false }
        rest = rest.dropFirst(name.count + 1)
      }
      return rest.isEmpty
    case .custom(let column, let name, let statement):
      let value = view.value(column, row)
      if value.isAbsent { return true }
      return try name.withUnsafeBytes { name in
        statement.bind(1, id)
        statement.bind(2, name)
        defer { statement.reset() }
        guard try statement.step() else { return value.isClear }
        return value.isPresent && statement.bytes(0).elementsEqual(view.bytes(value))
      }
    case .person(let position, let columns, let statement):
      guard columns.contains(where: { !view.value($0.column, row).isAbsent }) else { return true }
      statement.bind(1, id)
      statement.bind(2, position)
      defer { statement.reset() }
      guard try statement.step() else {
        return columns.allSatisfy { field in
          let value = view.value(field.column, row)
          return !value.isPresent || field.isBoolean && view.bytes(value).first == UInt8(ascii: "0")
        }
      }
      return columns.enumerated().allSatisfy { index, field in
        isEqual(field, row, view, statement, Int32(truncatingIfNeeded: index + 1))
      }
    }
  }
}

extension RegisterReader {
  /// A matcher for batches of these columns.
  ///
  /// By identity only customers are found that were there when the matcher was made: two new rows of one identity are
  /// two customers if their numbers say so, whichever batch they come in.
  package func matcher(columns: [RecordColumn], keys: [MatchKey]) throws -> BatchMatcher {
    try BatchMatcher(
      db, columns: columns, keys: keys,
      firstNewCustomer: try Int64.fetchOne(db, sql: "SELECT value FROM meta WHERE key = 'nextCustomer'")!)
  }
}
