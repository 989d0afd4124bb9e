import GRDB

extension RegisterReader {
  /// Every login of the customers' users, and whose user it is.
  package func customerLogins() throws -> [(login: String, customer: Int64)] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT user.value ->> '$.login', customer.id
        FROM customer INDEXED BY customer_with_users, json_each(customer.customer_users) AS user
        WHERE customer_users IS NOT NULL AND user.value ->> '$.login' IS NOT NULL
        """
    ).map { ($0[0], $0[1]) }
  }

  /// The user of that login, as its customer's card has it: a JSON object. Nil when there is none.
  package func customerUser(_ login: String) throws -> String? {
    try String.fetchOne(
      db,
      sql: """
        SELECT user.value FROM customer INDEXED BY customer_with_users, json_each(customer.customer_users) AS user
        WHERE customer_users IS NOT NULL AND user.value ->> '$.login' = ?
        """, arguments: [login])
  }

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
