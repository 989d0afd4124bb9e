import CustomerModel
import Documents
import RegisterStore

/// The logins of customers' users while an import brings more: each belongs to one customer, whatever the case of its letters.
struct CustomerLogins {
  /// Whose each login is, in lower case; nil until a row has users.
  private var owners: [String: Owner]?
  /// The users that came without being invited: an import sends nothing to anybody.
  private(set) var uninvited = 0

  private enum Owner: Hashable {
    case customer(Int64)
    /// A customer that this run makes, by the place of its row.
    case row(UInt32)
  }

  /// The first login of a new customer's users that is another customer's; nil when there is none, and then they are the
  /// customer's own.
  mutating func take(_ users: String?, ofRow position: UInt32, in reader: RegisterReader) throws -> String? {
    try take(users, instead: nil, of: .row(position), reader)
  }

  /// The same of users that take the place of others.
  mutating func take(
    _ users: String?, instead former: String?, of customer: Int64, in reader: RegisterReader
  ) throws -> String? {
    try take(users, instead: former, of: .customer(customer), reader)
  }

  private mutating func take(
    _ users: String?, instead former: String?, of owner: Owner, _ reader: RegisterReader
  ) throws -> String? {
    let (new, old) = (Self.logins(users), Self.logins(former))
    guard !new.isEmpty || !old.isEmpty else { return nil }
    var owners =
      try self.owners
      ?? Dictionary(
        reader.customerLogins().map { ($0.login.lowercased(), .customer($0.customer)) },
        uniquingKeysWith: { first, _ in first })
    for login in new {
      if let other = owners[login.lowercased()], other != owner { return login }
    }
    for login in old { owners[login.lowercased()] = nil }
    for login in new { owners[login.lowercased()] = owner }
    self.owners = owners
    uninvited += Set(new.map { $0.lowercased() }).subtracting(old.map { $0.lowercased() }).count
    return nil
  }

  private static func logins(_ users: String?) -> [String] {
    users.flatMap { try? JSONNode(parsing: Array($0.utf8)) }?.elements.compactMap { $0["login"]?.scalarText } ?? []
  }
}
