import CustomerModel
@testable import RegisterStore
import Testing

/// A register that is large enough for the searched texts to be kept in a file, and to be read in parts.
///
/// Numbers descend from 29999 as ids ascend from 1; every 7000th customer has a name of its own, and the second of those is
/// inactive.
struct LargeRegister {
  let store: Store
  static let count = 21_000

  init() throws {
    store = try Store()
    try store.run { writer in
      try Self.execute(
        writer,
        """
        WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < \(Self.count))
        INSERT INTO customer (id, created_run, updated_run, number, name, type, active, invoice_city)
        SELECT i, 1, 1, CAST(30000 - i AS TEXT), CASE WHEN i % 7000 = 0 THEN 'Särlings ' || i ELSE 'Bolag ' || i END,
          'company', i % 7000 <> 0 OR i <> 14000, 'Örebro' FROM n
        """)
      writer.nextCustomer = Int64(Self.count) + 1
    }
    // As a register whose searched texts nobody has read yet.
    store.register.dropSearchIndex()
  }

  static func execute(_ writer: RegisterWriter, _ sql: String) throws {
    try SQLiteStatement(writer.db, sql).run()
  }
}
