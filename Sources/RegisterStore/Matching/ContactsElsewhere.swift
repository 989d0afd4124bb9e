package import CustomerModel
import GRDB

/// A contact person of one customer who is likely the person that another customer is.
package struct ContactElsewhere: Sendable, Equatable {
  package enum Reason: Sendable {
    case email, nameAndPhone
  }

  /// The number of the customer that has the contact person.
  package let number: String
  /// The place among that customer's contact persons, from 0.
  package let position: Int
  package let reason: Reason
  /// What that customer's card says of the person.
  package let details: [(path: FieldPath, value: String)]

  package static func == (a: ContactElsewhere, b: ContactElsewhere) -> Bool {
    a.number == b.number && a.position == b.position && a.reason == b.reason
      && a.details.elementsEqual(b.details, by: ==)
  }
}

extension RegisterReader {
  /// The contact persons of other customers with an e-mail address of a person, or with the person's name and a telephone
  /// number: by number, the last of a customer first, so that one can be removed without moving the next.
  ///
  /// - Parameter values: every value that the person's own card has or had; those of its contact persons do not count.
  package func contactsElsewhere(
    of values: [(path: FieldPath, value: String)], except customers: [Int64]
  ) throws -> [ContactElsewhere] {
    let own = values.filter { !$0.path.field.isRepeated }
    let emails = Set(own.filter { $0.path.field.kind == .email }.map { $0.value.lowercased() })
    let phones = Set(own.filter { $0.path.field.kind == .phone }.map { DialledNumber.digits($0.value) })
    let names = Set(own.filter { $0.path.field == .customerName }.map { $0.value.lowercased() })
    guard !emails.isEmpty || !phones.isEmpty && !names.isEmpty else { return [] }
    let fields = Field.all.compactMap { field in field.personColumn.map { (field: field, column: $0) } }
    let rows = try Row.fetchCursor(
      db, sql: "SELECT p.*, c.number FROM contact_person p JOIN customer c ON c.id = p.customer")
    var found: [ContactElsewhere] = []
    while let row = try rows.next() {
      if customers.contains(row["customer"]) { continue }
      let reason: ContactElsewhere.Reason
      if let email = row["email"] as String?, emails.contains(email.lowercased()) {
        reason = .email
      } else if let name = row["name"] as String?, names.contains(name.lowercased()),
        [row["phone"], row["mobile"]].contains(where: {
          ($0 as String?).map { phones.contains(DialledNumber.digits($0)) } ?? false
        })
      {
        reason = .nameAndPhone
      } else {
        continue
      }
      let position: Int = row["position"]
      let details = fields.compactMap { field, column -> (path: FieldPath, value: String)? in
        let path = FieldPath(field, position: position)
        if field.kind == .boolean { return row[column] as Bool ? (path, "1") : nil }
        return (row[column] as String?).map { (path, $0) }
      }
      found.append(ContactElsewhere(number: row["number"], position: position, reason: reason, details: details))
    }
    return found.sorted { $0.number != $1.number ? $0.number < $1.number : $0.position > $1.position }
  }
}
