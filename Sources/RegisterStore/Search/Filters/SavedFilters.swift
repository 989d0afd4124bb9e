import GRDB

/// A saved search.
package struct SavedFilter: Sendable, Equatable {
  package let name: String
  /// The arguments of the list, as JSON text.
  package let definition: String
  package let createdBy: String
  /// ISO 8601 in UTC.
  package let createdAt: String

  package init(name: String, definition: String, createdBy: String, createdAt: String) {
    self.name = name
    self.definition = definition
    self.createdBy = createdBy
    self.createdAt = createdAt
  }
}

extension RegisterReader {
  /// The saved searches by name.
  package func savedFilters() throws -> [SavedFilter] {
    try Row.fetchAll(
      db, sql: "SELECT name, definition, created_by, created_at FROM saved_filter ORDER BY swedish_key(name), name"
    ).map(SavedFilter.init)
  }

  package func savedFilter(named name: String) throws -> SavedFilter? {
    try Row.fetchOne(
      db, sql: "SELECT name, definition, created_by, created_at FROM saved_filter WHERE name = ?", arguments: [name]
    ).map(SavedFilter.init)
  }
}

extension RegisterWriter {
  /// Keeps a search, in place of one of the same name.
  package func save(_ filter: SavedFilter) throws {
    try db.execute(
      sql: "INSERT OR REPLACE INTO saved_filter (name, definition, created_by, created_at) VALUES (?, ?, ?, ?)",
      arguments: [filter.name, filter.definition, filter.createdBy, filter.createdAt])
  }

  package func deleteSavedFilter(named name: String) throws {
    try db.execute(sql: "DELETE FROM saved_filter WHERE name = ?", arguments: [name])
  }
}

extension SavedFilter {
  fileprivate init(_ row: Row) {
    self.init(
      name: row["name"], definition: row["definition"], createdBy: row["created_by"], createdAt: row["created_at"])
  }
}
