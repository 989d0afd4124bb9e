import CustomerModel
import Documents

/// The whole cards of many customers as the history keeps them: byte for byte what ``WholeCard/json(_:)`` makes of the fields
/// that are not read-only, without a card or a text of its own for each.
///
/// Customers in the order in which they entered the register are read fastest, see ``CustomerCursor``.
struct WholeCardTexts: ~Copyable {
  private var own: CustomerCursor
  private var links: [CustomerCursor]
  private var persons: CustomerCursor
  private var customValues: CustomerCursor
  /// What the text is made of, in the order of the catalogue.
  private let parts: [Part]
  private let personMembers: [PersonMember]

  private enum Part {
    case own(column: Int, key: [UInt8])
    case link(index: Int, key: [UInt8])
    case persons
    case customValues
  }

  /// What stands around a contact person's position in the key of one of its fields.
  private struct PersonMember {
    let before: [UInt8]
    let after: [UInt8]

    init(_ field: Field) {
      let name = Array(field.name.utf8)
      let place = name.firstIndex(of: UInt8(ascii: "["))!
      before = [UInt8(ascii: "\"")] + name[...place]
      after = name[(place + 1)...] + Array("\":\"".utf8)
    }
  }

  init(_ register: RegisterReader) throws {
    var columns: [String] = []
    var personColumns: [String] = []
    var links: [CustomerCursor] = []
    var parts: [Part] = []
    var personMembers: [PersonMember] = []
    for field in Field.all where !field.isReadOnly {
      let key = Array("\"\(field.name)\":\"".utf8)
      switch field.storage {
      case .column(let column):
        parts.append(.own(column: columns.count, key: key))
        columns.append(column)
      case .link(let table):
        parts.append(.link(index: links.count, key: key))
        links.append(
          try CustomerCursor(register, table: table, key: "customer", columns: ["name"], order: "name"))
      case .contactPerson(let column):
        if personColumns.isEmpty { parts.append(.persons) }
        personColumns.append(column)
        personMembers.append(PersonMember(field))
      case .customValue: parts.append(.customValues)
      case .runTime: break
      }
    }
    let own = try CustomerCursor(register, table: "customer", key: "id", columns: columns)
    let persons = try CustomerCursor(
      register, table: "contact_person", key: "customer", columns: personColumns, order: "position")
    let customValues = try CustomerCursor(
      register, table: "custom_value", key: "customer", columns: ["field", "value"], order: "field")
    self.own = own
    self.links = links
    self.persons = persons
    self.customValues = customValues
    self.parts = parts
    self.personMembers = personMembers
  }

  /// Appends the text of a customer's card. False when there is no customer with that id.
  mutating func append(cardOf customer: Int64, to text: inout [UInt8]) throws -> Bool {
    guard try own.move(to: customer) else { return false }
    text.append(UInt8(ascii: "{"))
    let start = text.count
    for part in parts {
      switch part {
      case .own(let column, let key):
        let value = own.bytes(column)
        guard !value.isEmpty else { continue }
        text.append(contentsOf: key)
        Self.end(value, &text)
      case .link(let index, let key): try append(links: index, key, of: customer, to: &text)
      case .persons: try append(personsOf: customer, to: &text)
      case .customValues: try append(customValuesOf: customer, to: &text)
      }
    }
    // Each value is followed by a comma.
    if text.count > start { text.removeLast() }
    text.append(UInt8(ascii: "}"))
    return true
  }

  /// Lets go of the rows that it stands on, since they are about to be changed.
  mutating func rest() {
    own.rest()
    for index in links.indices { links[index].rest() }
    persons.rest()
    customValues.rest()
  }

  private mutating func append(links index: Int, _ key: [UInt8], of customer: Int64, to text: inout [UInt8]) throws {
    guard try links[index].move(to: customer) else { return }
    text.append(contentsOf: key)
    repeat {
      JSONText.append(links[index].bytes(0), to: &text)
      text.append(contentsOf: Self.setSeparator)
    } while try links[index].next(of: customer)
    Self.end(&text)
  }

  /// Persons count from 0 without gaps, whatever their positions are.
  private mutating func append(personsOf customer: Int64, to text: inout [UInt8]) throws {
    var isThere = try persons.move(to: customer)
    var position = 0
    while isThere {
      for (column, member) in personMembers.enumerated() {
        let value = persons.bytes(column)
        guard !value.isEmpty else { continue }
        text.append(contentsOf: member.before)
        text.append(contentsOf: String(position).utf8)
        text.append(contentsOf: member.after)
        Self.end(value, &text)
      }
      position += 1
      isThere = try persons.next(of: customer)
    }
  }

  private mutating func append(customValuesOf customer: Int64, to text: inout [UInt8]) throws {
    var isThere = try customValues.move(to: customer)
    while isThere {
      text.append(contentsOf: "\"customFields.".utf8)
      JSONText.append(customValues.bytes(0), to: &text)
      text.append(contentsOf: "\":\"".utf8)
      Self.end(customValues.bytes(1), &text)
      isThere = try customValues.next(of: customer)
    }
  }

  /// What follows each name of a set, as JSON escapes it.
  private static let setSeparator: [UInt8] = {
    var text: [UInt8] = []
    JSONText.append(String(Unicode.Scalar(Field.setSeparator)), to: &text)
    return text
  }()

  private static func end(_ value: UnsafeRawBufferPointer, _ text: inout [UInt8]) {
    JSONText.append(value, to: &text)
    end(&text)
  }

  private static func end(_ text: inout [UInt8]) {
    text.append(UInt8(ascii: "\""))
    text.append(UInt8(ascii: ","))
  }
}
