import GRDB

extension RegisterReader {
  /// The linked customers that have more than one contact person, or had some that were agreed on with the system under
  /// a field.
  ///
  /// - Parameter field: the public name of the field under which such persons are agreed on.
  package func customersWithFurtherContacts(_ system: String, agreedAs field: String) throws -> Set<Int64> {
    try Int64.fetchSet(
      db,
      sql: """
        SELECT customer FROM link WHERE system = ? AND is_gone = 0 AND (
          instr(agreed, ?) > 0
          OR EXISTS (SELECT 1 FROM contact_person WHERE contact_person.customer = link.customer AND position = 1))
        """, arguments: [system, "\"\(field)\""])
  }
}
