package import CustomerModel
import Mapping
package import RegisterStore

/// One list of records of a customer, as a user may see it: found by what the user may, without members that a setting hides,
/// and with personal identity numbers masked.
package struct CustomerRecords: Sendable {
  package let kind: RecordKind
  /// The members that are shown, in their order.
  package let members: [RecordKind.Member]
  /// The values of ``members`` of each record; nil for none, `yes` and `no` for what is either.
  package let rows: [[String?]]
  /// The members that a record says something of, be it no.
  private let used: Set<String>

  /// What finds a record's content and says nothing to anybody.
  private static let internalMembers: [Field: Set<String>] = [.documents: ["hash"]]

  /// - Parameter order: nil for the list's own.
  /// - Throws: ``KundregError``: `customer.unknown` with status 1, `record.damaged` for a list that no register wrote, 77 when the
  ///   user may not see the customer.
  package init(
    _ field: Field, ofNumber number: String, sort order: RecordTable.Order? = nil, in register: RegisterReader,
    as actor: ActingUser
  ) throws {
    let list = try Self.list(field, ofNumber: number, in: register, as: actor)
    let settings = try register.settings()
    let hidden = Self.internalMembers[field] ?? []
    let members = list.kind.members.filter { !hidden.contains($0.name) && settings.shows($0) }
    let records = order.map { order in order.sorted(list.records) { $0[order.member] } } ?? list.records
    kind = list.kind
    self.members = members
    used = Set(records.flatMap { record in members.map(\.name).filter { record[$0] != nil } })
    rows = records.map { record in
      members.map { member in
        if member.kind == .boolean { return record[member.name] == "1" ? "yes" : "no" }
        return record[member.name].map { IdentityMask.masked($0) }
      }
    }
  }

  /// - Parameter columns: the places of the members that stay.
  private init(_ records: CustomerRecords, only columns: [Int]) {
    kind = records.kind
    members = columns.map { records.members[$0] }
    rows = records.rows.map { row in columns.map { row[$0] } }
    used = records.used
  }

  /// The list as a person reads it: members that no record has take no room.
  package var condensed: CustomerRecords {
    rows.isEmpty ? self : CustomerRecords(self, only: members.indices.filter { used.contains(members[$0].name) })
  }

  /// The list itself, with identity numbers in full, for whoever may see the customer.
  static func list(
    _ field: Field, ofNumber number: String, in register: RegisterReader, as actor: ActingUser
  ) throws -> RecordList {
    // Before anything is looked up: a stranger does not even learn which customers there are.
    _ = try actor.sight(in: register)
    guard let key = try register.key(ofNumber: number), let card = try register.card(ofCustomer: key.id) else {
      throw KundregError.unknownCustomer(number)
    }
    try actor.requireSight(of: key.id, in: register)
    guard let list = RecordList(field, of: card) else { throw KundregError.damagedRecords(field, of: number) }
    return list
  }
}
