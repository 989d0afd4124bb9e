import CustomerModel
import GRDB

/// Customer numbers that count on: what they begin with, and how far they have come.
package struct NumberSeries: Sendable, Equatable {
  /// What stands before the digits; empty for numbers of digits only.
  package var prefix: String
  /// The highest number after the prefix.
  package var highest: Int
  /// How many digits the highest one has, leading zeros included.
  package var width: Int

  package init(prefix: String, highest: Int, width: Int) {
    self.prefix = prefix
    self.highest = highest
    self.width = width
  }

  /// More digits than a whole number of 64 bits surely holds are not counted from.
  package static let mostDigits = 18

  /// The number at a place of the series, with the zeros that its width takes.
  package func number(at ordinal: Int) -> String {
    let digits = String(ordinal)
    return prefix + String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}

extension RegisterReader {
  /// The series that most customer numbers belong to, those of deleted customers too; numbers of digits only win a draw.
  /// Nil when no number ends with a digit.
  ///
  /// - Parameter maximumLength: longer numbers are not counted from.
  package func mostUsedNumberSeries(maximumLength: Int) throws -> NumberSeries? {
    // Most registers have numbers of digits only: then one pass that sorts nothing is enough.
    let counts = try Row.fetchOne(
      db,
      sql: "SELECT count(*) AS total, ifnull(sum(number NOT GLOB '*[^0-9]*'), 0) AS plain FROM (\(Self.usedNumbers))")!
    let total: Int = counts["total"]
    let plain: Int = counts["plain"]
    var prefix: String? = plain > 0 ? "" : nil
    if plain * 2 < total {
      prefix = try String.fetchOne(
        db,
        sql: """
          SELECT rtrim(number, '0123456789') AS prefix FROM (\(Self.usedNumbers)) WHERE number GLOB '*[0-9]'
          GROUP BY prefix ORDER BY count(*) DESC, prefix LIMIT 1
          """)
    }
    return try prefix.flatMap { try numberSeries(prefix: $0, maximumLength: maximumLength) }
  }

  /// How far the numbers with a prefix have come; nil when there is none that can be counted from.
  package func numberSeries(prefix: String, maximumLength: Int) throws -> NumberSeries? {
    // The digits come right after one another and before ':', so that the index finds the series.
    let row = try Row.fetchOne(
      db,
      sql: """
        SELECT max(CAST(substr(number, ?3) AS INTEGER)) AS highest, length(number) AS length
        FROM (\(Self.usedNumbers))
        WHERE number >= ?1 || '0' AND number < ?1 || ':' AND substr(number, ?3) NOT GLOB '*[^0-9]*'
          AND length(number) <= ?2 AND length(number) < ?3 + \(NumberSeries.mostDigits)
        """, arguments: [prefix, maximumLength, prefix.unicodeScalars.count + 1])!
    guard let highest = row["highest"] as Int? else { return nil }
    let length: Int = row["length"]
    return NumberSeries(prefix: prefix, highest: highest, width: length - prefix.unicodeScalars.count)
  }

  /// True when a customer has the number, or a deleted one had it.
  package func isNumberUsed(_ number: String) throws -> Bool {
    try Bool.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT EXISTS (SELECT 1 FROM customer WHERE number = ?1)
            OR EXISTS (SELECT 1 FROM retired_number WHERE number = ?1)
          """), arguments: [number])!
  }

  /// True when the number belonged to a customer that somebody deleted, renumbered or whose data was removed. A customer that
  /// an undo took away never was meant to be, so that its number may be given by hand again.
  package func isNumberReserved(_ number: String) throws -> Bool {
    try Bool.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT EXISTS (SELECT 1 FROM retired_number WHERE number = ?1 AND reserved)
            AND NOT EXISTS (SELECT 1 FROM customer WHERE number = ?1)
          """), arguments: [number])!
  }

  /// The numbers that ``isNumberReserved(_:)`` tells of, for runs that make many customers.
  package func reservedNumbers() throws -> Set<String> {
    // An undone import retires as many numbers as it had rows, and reserves none: the index has those that are.
    try String.fetchSet(
      db,
      sql: """
        SELECT number FROM retired_number INDEXED BY retired_reserved
        WHERE reserved AND NOT EXISTS (SELECT 1 FROM customer WHERE customer.number = retired_number.number)
        """)
  }

  private static let usedNumbers = "SELECT number FROM customer UNION ALL SELECT number FROM retired_number"
}
