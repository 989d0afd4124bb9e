import CustomerModel
package import Foundation
import GRDB

/// What a user is told of one run.
package struct UserNotification: Sendable, Equatable {
  package enum Kind: String, Sendable, CaseIterable {
    /// The user was assigned customers.
    case assigned
    /// Customers were taken from the user.
    case unassigned
    /// A customer's user is invited to log in.
    case invitation
  }

  package let id: Int64
  package let run: Int
  /// Who is told.
  package let user: String
  package let kind: Kind
  /// The numbers of the customers, sorted.
  package let customers: [String]
  /// Who made the run.
  package let by: String
  /// ISO 8601 in UTC, to the second.
  package let createdAt: String

  package init(
    id: Int64, run: Int, user: String, kind: Kind, customers: [String], by: String, createdAt: String
  ) {
    self.id = id
    self.run = run
    self.user = user
    self.kind = kind
    self.customers = customers
    self.by = by
    self.createdAt = createdAt
  }
}

extension RegisterReader {
  /// The notifications that were not cleared, oldest first.
  ///
  /// - Parameter user: whose; nil for everybody's, the invitations of customers' users among them.
  package func notifications(of user: String?) throws -> [UserNotification] {
    try Row.fetchAll(
      db,
      sql: Self.notificationQuery
        + " WHERE cleared_at IS NULL AND (?1 IS NULL OR n.user = ?1 AND n.kind <> 'invitation') ORDER BY n.id",
      arguments: [user]
    ).map(UserNotification.init)
  }

  /// The oldest notification with a higher id that was neither delivered nor cleared.
  package func undeliveredNotification(after id: Int64) throws -> UserNotification? {
    try Row.fetchOne(
      db,
      sql: Self.notificationQuery
        + " WHERE n.id > ? AND delivered_at IS NULL AND cleared_at IS NULL ORDER BY n.id LIMIT 1",
      arguments: [id]
    ).map(UserNotification.init)
  }

  private static let notificationQuery =
    "SELECT n.*, run.user AS actor FROM notification n JOIN run ON run.id = n.run"
}

extension RegisterWriter {
  /// Tells a user something of this run. Said twice in one run, the customers of both are told together.
  package func notify(_ user: String, _ kind: UserNotification.Kind, of customers: [String]) throws {
    precondition(run != 0, "a notification belongs to a run")
    let json = String(decoding: try JSONEncoder().encode(customers.sorted()), as: UTF8.self)
    try db.execute(
      sql: """
        INSERT INTO notification (run, user, kind, customers, created_at) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT (run, user, kind) DO UPDATE SET customers = (
          SELECT json_group_array(value) FROM (
            SELECT value FROM json_each(notification.customers) UNION SELECT value FROM json_each(excluded.customers)))
        """,
      arguments: [run, user, kind.rawValue, json, Self.timestamp(Date())])
  }

  /// Marks notifications as read.
  ///
  /// - Parameters:
  ///   - user: whose; nil for everybody's.
  ///   - last: the id of the last one that was seen: what came after it stays.
  /// - Returns: how many there were.
  @discardableResult
  package func clearNotifications(of user: String?, upTo last: Int64, at time: Date = Date()) throws -> Int {
    try db.execute(
      sql:
        "UPDATE notification SET cleared_at = ?1 WHERE cleared_at IS NULL AND id <= ?2 AND (?3 IS NULL OR user = ?3 AND kind <> 'invitation')",
      arguments: [Self.timestamp(time), last, user])
    return db.changesCount
  }

  /// Notes that the configuration's command has taken a notification.
  package func markDelivered(_ notification: UserNotification, at time: Date = Date()) throws {
    try db.execute(
      sql: "UPDATE notification SET delivered_at = ? WHERE id = ?", arguments: [Self.timestamp(time), notification.id])
  }

  /// Writes what users are told of this transaction: a row for each user and kind.
  ///
  /// Customers that the run created are found by the range of their ids, so that a large import pays nothing for it;
  /// those that it changed or deleted are compared with how they were. Once the register has users, nobody else is told.
  func notifyAssigned(createdFrom first: Int64, upTo next: Int64) throws {
    if next > first {
      try db.execute(
        sql: """
          INSERT INTO notification (run, user, kind, customers, created_at)
          SELECT ?1, name, 'assigned', json_group_array(number), ?4 FROM (
            SELECT a.name, c.number FROM customer_assigned a JOIN customer c ON c.id = a.customer
            WHERE a.customer >= ?2 AND a.customer < ?3 AND (
              a.name IN (SELECT name FROM user WHERE registered) OR NOT EXISTS (SELECT 1 FROM user WHERE registered))
            ORDER BY a.name, c.number)
          GROUP BY name
          """,
        arguments: [run, first, next, Self.timestamp(Date())])
    }
    var assigned: [String: [String]] = [:]
    var unassigned = assignments.removed
    for (customer, known) in assignments.before where customer < first || customer >= next {
      let number = try key(ofCustomer: customer)?.number ?? known.number
      let old = Set(CustomerCard.names(inSet: known.users ?? ""))
      let new = Set(
        try String.fetchAll(db, cached: "SELECT name FROM customer_assigned WHERE customer = ?", [customer]))
      for user in new.subtracting(old) { assigned[user, default: []].append(number) }
      for user in old.subtracting(new) { unassigned[user, default: []].append(number) }
    }
    let users = try String.fetchSet(db, sql: "SELECT name FROM user WHERE registered")
    for (kind, customers) in [(UserNotification.Kind.assigned, assigned), (.unassigned, unassigned)] {
      for (user, numbers) in customers.sorted(by: { $0.key < $1.key }) where users.isEmpty || users.contains(user) {
        try notify(user, kind, of: numbers)
      }
    }
  }
}

extension UserNotification {
  fileprivate init(_ row: Row) {
    id = row["id"]
    run = row["run"]
    user = row["user"]
    kind = Kind(rawValue: row["kind"])!
    let json: String = row["customers"]
    customers = (try? JSONDecoder().decode([String].self, from: Data(json.utf8))) ?? []
    by = row["actor"]
    createdAt = row["created_at"]
  }
}
