package import CustomerModel
import GRDB
package import Rows
import SwedishIdentity

/// Creates customers straight from the rows of a batch: bytes are read where they lie, nothing becomes text, and each
/// table gets its rows by one statement a batch.
package struct BatchCreator {
  private let writer: RegisterWriter
  private var customers: BulkRows
  private let own: [OwnColumn]
  private var sets: [SetColumn]
  private let customs: [CustomColumn]
  private var customValues: BulkRows
  private let persons: [[PersonColumn]]
  private var contactPersons: BulkRows
  private let defaultType: [UInt8]
  private let typeColumn: Int?
  private let numberColumn: Int?
  private let identityColumn: Int?
  /// Takes the searched texts; nil unless an empty register is filled.
  private let texts: LoadedTexts?
  private let textColumns: GatheredTexts.Columns
  /// Whose searched texts are to be gathered.
  private var created: [GatheredTexts.Created] = []
  /// The names that each list is known to have, by the kind's ordinal, so that a name is looked up in memory.
  private var known: [ByteSet]

  /// A field in the customer's own row.
  private struct OwnColumn {
    let column: Int
    let isBoolean: Bool
    /// What a boolean is when the row does not say.
    let usual: Int64
    /// Where the kind of list stands in ``known``; nil for a field that is no reference.
    let list: Int?
  }
  private struct SetColumn {
    let column: Int
    let list: Int?
    var rows: BulkRows
  }
  private struct CustomColumn {
    let column: Int
    let name: [UInt8]
  }
  /// A column of the contact person table; the source may lack one.
  private struct PersonColumn {
    let column: Int?
    let isBoolean: Bool
  }

  private static let lists = Array(ReferenceKind.allCases)

  /// - Parameter columns: the columns of the batches to come.
  package init(_ writer: RegisterWriter, columns: [RecordColumn], settings: RegisterSettings) throws {
    self.writer = writer
    let db = writer.db
    let defaults = NewCustomerDefaults(settings: settings)
    defaultType = Array((defaults.value(of: .type) ?? "").utf8)
    known = try Self.lists.map { ByteSet(try writer.references($0)) }
    numberColumn = columns.firstIndex { $0.path.field == .number }
    identityColumn = columns.firstIndex { $0.path.field == .identityNumber }
    texts = writer.texts
    textColumns = GatheredTexts.Columns(columns)

    // The number and the type come first, and are there whether or not the source has them.
    var names = ["id", "created_run", "updated_run", "type", "number"]
    var own: [OwnColumn] = []
    var sets: [SetColumn] = []
    var customs: [CustomColumn] = []
    var persons: [Int: [String: PersonColumn]] = [:]
    typeColumn = columns.firstIndex { $0.path.field == .type }
    for (index, column) in columns.enumerated() {
      let field = column.path.field
      let list = field.referenceKind.flatMap { Self.lists.firstIndex(of: $0) }
      switch field.storage {
      case .column(let name):
        guard field != .type, field != .number else { continue }
        names.append(name)
        own.append(
          OwnColumn(
            column: index, isBoolean: field.kind == .boolean, usual: defaults.value(of: field) == "1" ? 1 : 0,
            list: list))
      case .link(let table):
        let rows = BulkRows(db, into: table, columns: ["customer", "name"])
        sets.append(SetColumn(column: index, list: list, rows: rows))
      case .customValue: customs.append(CustomColumn(column: index, name: Array(column.path.customName.utf8)))
      case .contactPerson(let name):
        persons[column.path.position, default: [:]][name] =
          PersonColumn(column: index, isBoolean: field.kind == .boolean)
      case .runTime: break
      }
    }
    if identityColumn != nil { names.append("comparable_identity") }
    self.own = own
    self.sets = sets
    self.customs = customs
    customers = BulkRows(db, into: "customer", columns: names)
    customValues = BulkRows(db, into: "custom_value", columns: ["customer", "field", "value"])
    // What no contact person of the source has is left to the table's defaults.
    let personNames = Set(persons.values.flatMap(\.keys)).sorted()
    let booleans = Set(persons.values.flatMap { $0.filter(\.value.isBoolean).keys })
    self.persons = persons.sorted { $0.key < $1.key }.map { _, fields in
      personNames.map { fields[$0] ?? PersonColumn(column: nil, isBoolean: booleans.contains($0)) }
    }
    contactPersons = BulkRows(db, into: "contact_person", columns: ["customer", "position"] + personNames)
  }

  /// Creates one customer, in the register once ``flush(_:)`` is called.
  ///
  /// - Parameter number: the number that the register generated, when the row has none.
  /// - Returns: the customer's id.
  package mutating func create(row: Int, of batch: RecordBatch, number: String? = nil) throws -> Int64 {
    try batch.rows.arena.withUnsafeBytes { arena in
      try batch.values.withUnsafeBufferPointer { values in
        try create(row, arena, values, batch.count, number)
      }
    }
  }

  /// Writes the customers that were created from a batch. To be called after the last one, while the batch is still
  /// what it was.
  package mutating func flush(_ batch: RecordBatch) throws {
    guard !customers.isEmpty else { return }
    if let texts {
      texts.add(GatheredTexts(of: created, in: batch, columns: textColumns))
      created.removeAll(keepingCapacity: true)
    }
    try batch.rows.arena.withUnsafeBytes { arena in
      try customers.flush(arena: arena)
      try contactPersons.flush(arena: arena)
      for index in sets.indices { try sets[index].rows.flush(arena: arena) }
      try customValues.flush(arena: arena)
    }
  }

  private mutating func create(
    _ row: Int, _ arena: UnsafeRawBufferPointer, _ values: UnsafeBufferPointer<RecordBatch.Value>, _ count: Int,
    _ number: String?
  ) throws -> Int64 {
    @inline(__always) func value(_ column: Int) -> RecordBatch.Value { values[column * count + row] }
    @inline(__always) func bytes(_ value: RecordBatch.Value) -> UnsafeRawBufferPointer {
      UnsafeRawBufferPointer(rebasing: arena[value.range])
    }
    let id = writer.nextCustomer
    writer.nextCustomer += 1
    if texts != nil { created.append(GatheredTexts.Created(id: id, row: row, number: number)) }
    customers.append(.integer(id))
    customers.append(.integer(writer.run))
    customers.append(.integer(writer.run))
    if let typeColumn, value(typeColumn).isPresent {
      customers.append(.init(value(typeColumn)))
    } else {
      customers.append(text: defaultType)
    }
    if let number {
      customers.append(text: number.utf8)
    } else if let numberColumn, value(numberColumn).isPresent {
      customers.append(.init(value(numberColumn)))
    } else {
      customers.append(.null)
    }
    for index in own.indices {
      let column = own[index]
      let value = value(column.column)
      if column.isBoolean {
        customers.append(.integer(value.isPresent ? isYes(bytes(value)) : column.usual))
      } else if value.isPresent {
        if let list = column.list { try ensure(bytes(value), in: list) }
        customers.append(.init(value))
      } else {
        customers.append(.null)
      }
    }
    if let identityColumn {
      let identity = value(identityColumn)
      if identity.isPresent, ComparableIdentity.isSpelledFreely(bytes(identity)) {
        ComparableIdentity.with(bytes(identity)) { customers.append(text: $0) }
      } else {
        customers.append(.null)
      }
    }

    var position: Int64 = 0
    for index in persons.indices where hasDetail(persons[index], value, bytes) {
      contactPersons.append(.integer(id))
      contactPersons.append(.integer(position))
      for field in persons[index] {
        let value = field.column.map(value) ?? .absent
        if field.isBoolean {
          contactPersons.append(.integer(value.isPresent ? isYes(bytes(value)) : 0))
        } else {
          contactPersons.append(value.isPresent ? .init(value) : .null)
        }
      }
      position += 1
    }
    for index in sets.indices {
      let value = value(sets[index].column)
      guard value.isPresent else { continue }
      let names = bytes(value)
      var start = 0
      while let end = names[start...].firstIndex(of: Field.setSeparator) {
        if let list = sets[index].list { try ensure(UnsafeRawBufferPointer(rebasing: names[start..<end]), in: list) }
        sets[index].rows.append(.integer(id))
        sets[index].rows.append(.arena(start: value.start + UInt32(start), length: UInt32(end - start)))
        start = end + 1
      }
    }
    for custom in customs where value(custom.column).isPresent {
      customValues.append(.integer(id))
      customValues.append(text: custom.name)
      customValues.append(.init(value(custom.column)))
    }
    return id
  }

  private func isYes(_ bytes: UnsafeRawBufferPointer) -> Int64 { bytes.first == UInt8(ascii: "1") ? 1 : 0 }

  /// True when a row says something of a contact person: a flag that is off says nothing.
  @inline(__always)
  private func hasDetail(
    _ person: [PersonColumn], _ value: (Int) -> RecordBatch.Value,
    _ bytes: (RecordBatch.Value) -> UnsafeRawBufferPointer
  ) -> Bool {
    for field in person {
      guard let column = field.column, value(column).isPresent else { continue }
      if !field.isBoolean || isYes(bytes(value(column))) == 1 { return true }
    }
    return false
  }

  /// Adds a name to a list when the list does not have it.
  private mutating func ensure(_ name: UnsafeRawBufferPointer, in list: Int) throws {
    guard known[list].insert(name) else { return }
    try writer.addReference(String(decoding: name, as: UTF8.self), to: Self.lists[list])
  }
}
