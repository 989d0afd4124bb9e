import CustomerModel
import GRDB

extension Register {
  /// Does what ``write(_:)`` does, in the way in which many customers go fastest: SQLite does not look through every table for what
  /// refers to each of them, which takes longer than all else. The writer itself removes that, table by table.
  ///
  /// What the body writes beside must refer to what is there, as ever: ``RegisterReader/integrityProblems()`` asks.
  ///
  /// - Throws: what ``write(_:)`` throws.
  package func removeMany<T>(_ body: (RegisterWriter) throws -> T) throws -> T {
    try settle { db in
      try db.execute(sql: "PRAGMA foreign_keys = OFF")
      defer { try? db.execute(sql: "PRAGMA foreign_keys = ON") }
      return try Self.transact(
        db,
        { writer in
          writer.removesReferringRows = true
          return try body(writer)
        }, end: .commit)
    }
  }
}

/// The tables whose rows belong to a customer, and go with it.
enum ReferringTables {
  static let all: [String] =
    Field.all.compactMap { field in
      if case .link(let table) = field.storage { table } else { nil }
    } + ["contact_person", "custom_value"]
}
