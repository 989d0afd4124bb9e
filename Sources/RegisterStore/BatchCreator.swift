package import CustomerModel
import GRDB
package import Rows

/// Creates customers straight from the rows of a batch: bytes are bound where they lie, nothing becomes text.
package final class BatchCreator {
  private let writer: RegisterWriter
  private let customer: SQLiteStatement
  private let own: [OwnColumn]
  private var links: [Link]
  private let customs: [(column: Int, name: [UInt8])]
  private let customValue: SQLiteStatement
  private let persons: [Person]
  private let defaultType: [UInt8]
  /// The names that each list is known to have, so that a name is looked up in memory.
  private var known: [ReferenceKind: ByteSet] = [:]

  private struct OwnColumn {
    let column: Int
    let parameter: Int32
    let field: Field
    let reference: ReferenceKind?
  }
  private struct Link {
    let column: Int
    let reference: ReferenceKind?
    let insert: SQLiteStatement
  }
  private struct Person {
    let insert: SQLiteStatement
    let columns: [(column: Int, parameter: Int32, isBoolean: Bool)]
  }

  /// - Parameter columns: the columns of the batches to come.
  package init(_ writer: RegisterWriter, columns: [RecordColumn], settings: RegisterSettings) throws {
    self.writer = writer
    let db = writer.db
    defaultType = Array((settings.isOn(.privateAsDefault) ? "private" : "company").utf8)
    var names = ["id", "created_run", "updated_run", "type"]
    var own: [OwnColumn] = []
    for (index, column) in columns.enumerated() {
      let field = column.path.field
      guard let name = field.column else { continue }
      if field != .type { names.append(name) }
      let parameter = field == .type ? 4 : Int32(names.count)
      own.append(OwnColumn(column: index, parameter: parameter, field: field, reference: field.referenceKind))
    }
    if !columns.contains(where: { $0.path.field == .number }) { names.append("number") }
    self.own = own
    let marks = (1...names.count).map { "?\($0)" }.joined(separator: ", ")
    customer = try SQLiteStatement(db, "INSERT INTO customer (\(names.joined(separator: ", "))) VALUES (\(marks))")
    numberParameter = Int32(names.firstIndex(of: "number")! + 1)

    links = []
    var customs: [(Int, [UInt8])] = []
    var persons: [Int: [(Int, String, Bool)]] = [:]
    for (index, column) in columns.enumerated() {
      switch column.path.field.storage {
      case .link(let table):
        let insert = try SQLiteStatement(db, "INSERT INTO \(table) VALUES (?1, ?2)")
        links.append(Link(column: index, reference: column.path.field.referenceKind, insert: insert))
      case .customValue: customs.append((index, Array(column.path.customName.utf8)))
      case .contactPerson(let name):
        persons[column.path.position, default: []].append((index, name, column.path.field.kind == .boolean))
      case .column, .runTime: break
      }
    }
    self.customs = customs
    customValue = try SQLiteStatement(db, "INSERT INTO custom_value VALUES (?1, ?2, ?3)")
    self.persons = try persons.sorted { $0.key < $1.key }.map { _, fields in
      let names = fields.map(\.1).joined(separator: ", ")
      let marks = fields.indices.map { "?\($0 + 3)" }.joined(separator: ", ")
      let insert = try SQLiteStatement(
        db, "INSERT INTO contact_person (customer, position, \(names)) VALUES (?1, ?2, \(marks))")
      return Person(
        insert: insert, columns: fields.enumerated().map { ($1.0, Int32($0 + 3), $1.2) })
    }
    for kind in ReferenceKind.allCases { known[kind] = ByteSet(try writer.references(kind)) }
  }

  private let numberParameter: Int32

  /// Creates one customer.
  ///
  /// - Parameter number: the number that the register generated, when the row has none.
  /// - Returns: the customer's id.
  package func create(row: Int, of batch: RecordBatch, number: String? = nil) throws -> Int64 {
    try batch.rows.arena.withUnsafeBytes { arena in
      try batch.values.withUnsafeBufferPointer { values in
        try create(row, arena, values, batch.count, number)
      }
    }
  }

  private func create(
    _ row: Int, _ arena: UnsafeRawBufferPointer, _ values: UnsafeBufferPointer<RecordBatch.Value>, _ count: Int,
    _ number: String?
  ) throws -> Int64 {
    @inline(__always) func value(_ column: Int) -> RecordBatch.Value { values[column * count + row] }
    @inline(__always) func bytes(_ value: RecordBatch.Value) -> UnsafeRawBufferPointer {
      UnsafeRawBufferPointer(rebasing: arena[value.range])
    }
    let id = writer.nextCustomer
    writer.nextCustomer += 1
    customer.bind(1, id)
    customer.bind(2, writer.run)
    customer.bind(3, writer.run)
    defaultType.withUnsafeBytes { customer.bind(4, $0) }
    for column in own {
      let value = value(column.column)
      if value.isPresent {
        let bytes = bytes(value)
        if column.field.kind == .boolean {
          customer.bind(column.parameter, bytes.first == UInt8(ascii: "1") ? 1 : 0)
        } else {
          if let kind = column.reference { try ensure(bytes, in: kind) }
          customer.bind(column.parameter, bytes)
        }
      } else if column.field.kind == .boolean {
        customer.bind(column.parameter, column.field == .active ? 1 : 0)
      } else if column.field != .type {
        customer.bindNull(column.parameter)
      }
    }
    if let number {
      try Array(number.utf8).withUnsafeBytes { bytes in
        customer.bind(numberParameter, bytes)
        try customer.run()
      }
    } else {
      try customer.run()
    }

    var position: Int64 = 0
    for person in persons {
      var hasDetail = false
      for field in person.columns {
        let value = value(field.column)
        if field.isBoolean {
          let isYes = value.isPresent && bytes(value).first == UInt8(ascii: "1")
          hasDetail = hasDetail || isYes
          person.insert.bind(field.parameter, isYes ? 1 : 0)
        } else if value.isPresent {
          hasDetail = true
          person.insert.bind(field.parameter, bytes(value))
        } else {
          person.insert.bindNull(field.parameter)
        }
      }
      guard hasDetail else { continue }
      person.insert.bind(1, id)
      person.insert.bind(2, position)
      try person.insert.run()
      position += 1
    }
    for link in links where value(link.column).isPresent {
      link.insert.bind(1, id)
      var rest = bytes(value(link.column))[...]
      while let end = rest.firstIndex(of: Field.setSeparator) {
        let name = UnsafeRawBufferPointer(rebasing: rest[..<end])
        if let kind = link.reference { try ensure(name, in: kind) }
        link.insert.bind(2, name)
        try link.insert.run()
        rest = rest[(end + 1)...]
      }
    }
    for custom in customs where value(custom.column).isPresent {
      try custom.name.withUnsafeBytes { name in
        customValue.bind(1, id)
        customValue.bind(2, name)
        customValue.bind(3, bytes(value(custom.column)))
        try customValue.run()
      }
    }
    return id
  }

  /// Adds a name to a list when the list does not have it.
  private func ensure(_ name: UnsafeRawBufferPointer, in kind: ReferenceKind) throws {
    guard known[kind]!.insert(name) else { return }
    try writer.addReference(String(decoding: name, as: UTF8.self), to: kind)
  }
}
