package import CustomerModel
import GRDB

/// Some fields of many customers as bytes, for what writes them all out: no card and no text is made.
///
/// Customers in the order in which they entered the register are read fastest: the tables are then read from end to end.
package struct CardValues: ~Copyable {
  private var own: CustomerCursor
  private var links: [(cursor: CustomerCursor, value: Int)]
  private var persons: (cursor: CustomerCursor, columns: [(position: Int, column: Int, value: Int)])?
  private var custom: (cursor: CustomerCursor, names: [(name: [UInt8], value: Int)])?

  /// Where the value of each field is.
  private var places: [Place]
  /// Where the own row has the revision, when that is read.
  private let revisionColumn: Int?
  /// The values that are not of the customer's own row, for as long as the customer is the present one.
  private var arena: [UInt8]

  private enum Place {
    case own(column: Int)
    case arena(Range<Int>)
  }

  /// - Parameter paths: the fields, in the order in which their values are wanted.
  init(_ register: RegisterReader, of paths: [FieldPath], readsRevision: Bool) throws {
    var columns: [String] = []
    var personColumns: [String] = []
    var personValues: [(position: Int, column: Int, value: Int)] = []
    var names: [(name: [UInt8], value: Int)] = []
    var links: [(cursor: CustomerCursor, value: Int)] = []
    var places = [Place](repeating: .arena(0..<0), count: paths.count)
    for (value, path) in paths.enumerated() {
      switch path.field.storage {
      case .column(let column):
        places[value] = .own(column: columns.count)
        columns.append(column)
      case .runTime(let column):
        places[value] = .own(column: columns.count)
        columns.append("(SELECT started_at FROM run WHERE run.id = \(column))")
      case .link(let table):
        let cursor = try CustomerCursor(register, table: table, key: "customer", columns: ["name"], order: "name")
        links.append((cursor, value))
      case .contactPerson(let column):
        let index = personColumns.firstIndex(of: column) ?? personColumns.count
        if index == personColumns.count { personColumns.append(column) }
        personValues.append((path.position, index, value))
      case .customValue: names.append((Array(path.customName.utf8), value))
      }
    }
    let revisionColumn = readsRevision ? columns.count : nil
    if readsRevision { columns.append("revision") }
    let own = try CustomerCursor(register, table: "customer", key: "id", columns: columns)
    let persons =
      try personValues.isEmpty
      ? nil
      : CustomerCursor(
        register, table: "contact_person", key: "customer", columns: personColumns, order: "position")
    let custom =
      try names.isEmpty
      ? nil
      : CustomerCursor(
        register, table: "custom_value", key: "customer", columns: ["field", "value"], order: "field")
    self.own = own
    self.links = links
    self.persons = persons.map { ($0, personValues) }
    self.custom = custom.map { ($0, names) }
    self.places = places
    self.revisionColumn = revisionColumn
    arena = []
  }

  /// Goes to a customer. False when there is none with that id.
  package mutating func move(to customer: Int64) throws -> Bool {
    guard try own.move(to: customer) else { return false }
    arena.removeAll(keepingCapacity: true)
    try takeLinks(of: customer)
    try takePersons(of: customer)
    try takeCustomValues(of: customer)
    return true
  }

  /// The canonical values of the present customer in the order of the fields, without bytes where there is none. They are
  /// valid within `body` only.
  package func forEach(_ body: (UnsafeRawBufferPointer) -> Void) {
    let (own, places) = (own, places)
    arena.withUnsafeBytes { arena in
      for place in places {
        switch place {
        case .own(let column): body(own.bytes(column))
        case .arena(let range): body(UnsafeRawBufferPointer(rebasing: arena[range]))
        }
      }
    }
  }

  /// The revision of the present customer; nil where it is not read.
  package var revision: Int? { revisionColumn.map { Int(own.integer($0)) } }

  /// Lets go of the present customer, since customers are about to be changed.
  package mutating func rest() {
    own.rest()
    for index in links.indices { links[index].cursor.rest() }
    persons?.cursor.rest()
    custom?.cursor.rest()
  }

  private mutating func takeLinks(of customer: Int64) throws {
    for index in links.indices {
      let start = arena.count
      var isThere = try links[index].cursor.move(to: customer)
      while isThere {
        arena.append(contentsOf: links[index].cursor.bytes(0))
        arena.append(Field.setSeparator)
        isThere = try links[index].cursor.next(of: customer)
      }
      places[links[index].value] = .arena(start..<arena.count)
    }
  }

  /// Persons count from 0 without gaps, whatever their positions are.
  private mutating func takePersons(of customer: Int64) throws {
    guard let columns = persons?.columns else { return }
    for column in columns { places[column.value] = .arena(0..<0) }
    var position = 0
    var isThere = try persons!.cursor.move(to: customer)
    while isThere {
      for column in columns where column.position == position {
        places[column.value] = take(persons!.cursor.bytes(column.column))
      }
      position += 1
      isThere = try persons!.cursor.next(of: customer)
    }
  }

  private mutating func takeCustomValues(of customer: Int64) throws {
    guard let names = custom?.names else { return }
    for name in names { places[name.value] = .arena(0..<0) }
    var isThere = try custom!.cursor.move(to: customer)
    while isThere {
      let field = custom!.cursor.bytes(0)
      for name in names where name.name.elementsEqual(field) {
        places[name.value] = take(custom!.cursor.bytes(1))
      }
      isThere = try custom!.cursor.next(of: customer)
    }
  }

  private mutating func take(_ bytes: UnsafeRawBufferPointer) -> Place {
    let start = arena.count
    arena.append(contentsOf: bytes)
    return .arena(start..<arena.count)
  }
}

extension RegisterReader {
  /// Some fields of many customers. Not to be kept after the transaction.
  ///
  /// - Parameter readsRevision: true for who needs ``CardValues/revision``.
  package func cardValues(of paths: [FieldPath], readsRevision: Bool = false) throws -> CardValues {
    try CardValues(self, of: paths, readsRevision: readsRevision)
  }
}
