package import CustomerModel
import GRDB
import SwedishIdentity

extension RegisterReader {
  /// The customers with an identity number, whatever century a person was born in, by number as lists sort.
  ///
  /// Accounting systems write personal numbers with ten digits, and what a century was taken for may be wrong by one:
  /// whoever has the same last ten digits is a candidate. Organisation numbers written with the prefix 16 match too. A number
  /// of another country finds those who have it in any spelling.
  ///
  /// - Parameter identity: ten or twelve digits, anything between them passed over; or a number as it is typed.
  package func customers(withIdentity identity: String) throws -> [Int64] {
    let digits = identity.filter { $0.isASCII && $0.isNumber }
    var forms = [identity, identity, identity, identity]
    if digits.count == 10 || digits.count == 12 {
      let ten = digits.suffix(10)
      let short = "\(ten.prefix(6))-\(ten.suffix(4))"
      forms = [short, "18" + short, "19" + short, "20" + short]
    }
    return try Int64.fetchAll(
      db.cachedStatement(sql: Self.identityQuery),
      arguments:
        StatementArguments(forms + [identity, ComparableIdentity.of(identity)]))
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

  static let identityQuery = """
    SELECT id FROM customer WHERE \(Schema.hasIdentity(["?1", "?2", "?3", "?4", "?5"], comparable: "?6"))
    ORDER BY \(CustomerSearch.numberOrder("ASC"))
    """

  /// True when a sync ever brought records of a system, whatever became of them.
  ///
  /// - Parameter system: the system's name in the configuration.
  package func hasBrought(_ system: String) throws -> Bool {
    try Bool.fetchOne(
      db, sql: "SELECT EXISTS (SELECT 1 FROM run WHERE kind = 'pull' AND source = ? AND rows > 0)", arguments: [system])
      ?? false
  }

  /// When a field of a customer last changed: the start of that run, or of the customer's first creation when the field
  /// never changed since. ISO 8601 in UTC, to the second; nil when there is no such customer.
  ///
  /// That a deleted customer came back changed no field.
  package func lastChange(ofCustomer customer: Int64, field: FieldPath) throws -> String? {
    try Row.fetchOne(
      db,
      cached: """
        SELECT started_at FROM customer JOIN run ON run.id = coalesce(
          (SELECT max(run) FROM change WHERE change.customer = customer.id AND field = ?1),
          (SELECT min(run) FROM change WHERE change.customer = customer.id AND action = 'create'),
          created_run)
        WHERE customer.id = ?2
        """, [field.description, customer])?[0]
  }
}
