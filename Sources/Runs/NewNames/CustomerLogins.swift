import CustomerModel
import Documents
import RegisterStore

/// The logins of customers' users while a run brings more: each belongs to one customer, whatever the case of its letters.
struct CustomerLogins {
  /// Whose each login is, in lower case; empty until a row has users.
  private var owners: [String: Owner] = [:]
  private var isRead = false
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

  /// The same of users that take the place of others. What the customer had already it keeps.
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
    try read(reader)
    let had = Set(old.map { $0.lowercased() })
    let coming = new.filter { !had.contains($0.lowercased()) }
    for login in coming {
      if let other = owners[login.lowercased()], other != owner { return login }
    }
    for login in had where owners[login] == owner { owners[login] = nil }
    for login in new where owners[login.lowercased()] == nil { owners[login.lowercased()] = owner }
    uninvited += coming.count
    return nil
  }

  /// Once, at the first row that has users: few inputs have any.
  private mutating func read(_ reader: RegisterReader) throws {
    guard !isRead else { return }
    isRead = true
    for (login, customer) in try reader.customerLogins() { owners[login.lowercased()] = .customer(customer) }
  }

  private static func logins(_ users: String?) -> [String] {
    users.flatMap { try? JSONNode(parsing: Array($0.utf8)) }?.elements.compactMap { $0["login"]?.scalarText } ?? []
  }
}
