package import CustomerModel
import GRDB

extension RegisterReader {
  /// The registered users and their permissions, by name.
  package func users() throws -> [(name: String, permissions: Set<Permission>)] {
    try String.fetchAll(db, sql: "SELECT name FROM user WHERE registered ORDER BY name").map { name in
      (name, try permissions(of: name))
    }
  }

  /// The permissions of a registered user; nil when nobody of that name is registered.
  package func permissions(ofUser name: String) throws -> Set<Permission>? {
    guard Self.isWhole(name) else { return nil }
    let isRegistered = try Bool.fetchOne(
      db, sql: "SELECT EXISTS (SELECT 1 FROM user WHERE name = ? AND registered)", arguments: [name])!
    return isRegistered ? try permissions(of: name) : nil
  }

  /// False for a name that SQLite would read in part: it takes texts up to their first NUL, so that what follows would make many
  /// names of one user's.
  static func isWhole(_ name: String) -> Bool { !name.utf8.contains(0) }

  /// True when the customer is assigned to that user.
  package func isAssigned(_ user: String, to customer: Int64) throws -> Bool {
    try Bool.fetchOne(
      db.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM customer_assigned WHERE customer = ? AND name = ?)"),
      arguments: [customer, user])!
  }

  private func permissions(of name: String) throws -> Set<Permission> {
    let names = try String.fetchAll(db, sql: "SELECT permission FROM permission WHERE user = ?", arguments: [name])
    return Set(names.compactMap(Permission.init))
  }
}

extension RegisterWriter {
  /// Registers a user, with these permissions in place of any it had.
  package func register(user name: String, permissions: Set<Permission>) throws {
    try db.execute(
      sql: "INSERT INTO user (name, registered) VALUES (?, 1) ON CONFLICT DO UPDATE SET registered = 1",
      arguments: [name])
    try db.execute(sql: "DELETE FROM permission WHERE user = ?", arguments: [name])
    for permission in permissions.sorted(by: { $0.rawValue < $1.rawValue }) {
      try db.execute(sql: "INSERT INTO permission VALUES (?, ?)", arguments: [name, permission.rawValue])
    }
  }
}

extension RegisterWriter {
  /// Takes a user off the register. The name stays where customers are assigned to it, and in the history.
  package func unregister(user name: String) throws {
    try db.execute(sql: "DELETE FROM permission WHERE user = ?", arguments: [name])
    _ = try removePassword(ofUser: name)
    try db.execute(sql: "UPDATE user SET registered = 0 WHERE name = ?", arguments: [name])
    try db.execute(
      sql: "DELETE FROM user WHERE name = ?1 AND NOT EXISTS (SELECT 1 FROM customer_assigned WHERE name = ?1)",
      arguments: [name])
  }
}
