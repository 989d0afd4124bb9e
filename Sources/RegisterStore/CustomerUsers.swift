import GRDB

extension RegisterReader {
  /// The number of the customer that has a user of that login, whatever the case of its letters; nil when it is free.
  package func customer(withUser login: String) throws -> String? {
    let wanted = login.lowercased()
    let users = try Row.fetchCursor(
      db,
      sql: """
        SELECT number, user.value ->> '$.login' AS login
        FROM customer INDEXED BY customer_with_users, json_each(customer.customer_users) AS user
        WHERE customer_users IS NOT NULL
        """)
    while let user = try users.next() {
      if (user["login"] as String?)?.lowercased() == wanted { return user["number"] }
    }
    return nil
  }
}
