import GRDB
import SwedishIdentity

extension RegisterReader {
  /// The customers with an identity number in any of its ``IdentityForms``, by number as lists sort.
  ///
  /// - Parameter identity: ten or twelve digits, anything between them passed over; or a number as it is typed.
  package func customers(withIdentity identity: String) throws -> [Int64] {
    try Int64.fetchAll(
      db.cachedStatement(sql: Self.identityQuery),
      arguments: StatementArguments(IdentityForms(identity).texts.map { String(decoding: $0, as: UTF8.self) }))
  }

  /// The spellings of an identity number that customers have.
  ///
  /// - Parameter identity: the number in any spelling, a Swedish one in the register's form.
  package func spellings(ofIdentity identity: String) throws -> [String] {
    let comparable = ComparableIdentity.of(identity)
    return try String.fetchAll(
      db,
      sql: """
        SELECT DISTINCT identity_number FROM customer WHERE \(Schema.hasIdentity(["?1", "?2"], comparable: "?3")) ORDER BY 1
        """, arguments: [identity, ComparableIdentity.hyphenated(comparable), comparable])
  }

  private static let identityQuery = """
    SELECT id FROM customer WHERE \(IdentityForms.condition)
    ORDER BY \(CustomerSearch.numberOrder("ASC"))
    """
}
