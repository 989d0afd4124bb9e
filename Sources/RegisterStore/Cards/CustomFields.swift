import CustomerModel
import GRDB

extension RegisterReader {
  /// How many customers have a value of a custom field.
  package func useCount(ofCustomField name: String) throws -> Int {
    try Int.fetchOne(db, sql: "SELECT count(*) FROM custom_value WHERE field = ?", arguments: [name])!
  }
}

extension RegisterWriter {
  /// Removes a custom field. One that is in use is only marked as removed: its data stays, and no new values come.
  ///
  /// - Returns: how many customers have a value of it.
  package func removeCustomField(_ name: String) throws -> Int {
    let uses = try useCount(ofCustomField: name)
    try db.execute(
      sql: uses > 0 ? "UPDATE custom_field SET removed = 1 WHERE name = ?" : "DELETE FROM custom_field WHERE name = ?",
      arguments: [name])
    return uses
  }

  /// Takes a removed custom field into use again.
  package func restoreCustomField(_ name: String) throws {
    try db.execute(sql: "UPDATE custom_field SET removed = 0 WHERE name = ?", arguments: [name])
  }
}
