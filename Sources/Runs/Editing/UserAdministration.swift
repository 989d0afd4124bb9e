package import CustomerModel
package import RegisterStore

/// What an administrator does with the register's users.
package struct UserAdministration: Sendable {
  private let register: Register
  private let actor: ActingUser

  package init(_ register: Register, as actor: ActingUser) {
    self.register = register
    self.actor = actor
  }

  package func users() throws -> [(name: String, permissions: Set<Permission>)] {
    try register.read { reader in
      try actor.require(.administrator, in: reader, to: "see the users")
      return try reader.users()
    }
  }

  /// - Throws: ``KundregError`` with status 1, `user.exists`.
  package func add(_ name: String, _ permissions: Set<Permission>) throws {
    try register.write { writer in
      try actor.require(.administrator, in: writer, to: "register users")
      guard !name.isEmpty, !name.unicodeScalars.contains(where: { $0.value < 0x20 }),
        !name.contains(where: { ";,|".contains($0) })
      else {
        throw KundregError(
          .usage, code: "user.name",
          "A user's name must not be empty, nor have ; , or | in it: they stand between names.")
      }
      guard try writer.permissions(ofUser: name) == nil else {
        throw KundregError(.failed, code: "user.exists", "\(name) is registered already.")
      }
      try writer.register(user: name, permissions: permissions)
    }
  }

  /// Gives a user more permissions. Returns all that the user then has.
  package func grant(_ name: String, _ permissions: Set<Permission>) throws -> Set<Permission> {
    try change(name) { $0.union(permissions) }
  }

  /// Takes permissions from a user. Returns all that the user then has.
  ///
  /// - Throws: ``KundregError`` with status 1, `user.lastAdministrator`.
  package func revoke(_ name: String, _ permissions: Set<Permission>) throws -> Set<Permission> {
    try change(name) { $0.subtracting(permissions) }
  }

  /// Takes a user off the register. What the user did stays in the history, and customers stay assigned to the name; what the
  /// user was told and did not read is cleared.
  ///
  /// - Returns: how many customers stay assigned.
  /// - Throws: ``KundregError`` with status 1, `user.lastAdministrator`.
  @discardableResult
  package func remove(_ name: String) throws -> Int {
    try register.write { writer in
      try actor.require(.administrator, in: writer, to: "remove users")
      let permissions = try Self.permissions(of: name, in: writer)
      if permissions.contains(.administrator) { try Self.refuseLastAdministrator(name, in: writer) }
      try writer.unregister(user: name)
      try writer.clearNotifications(of: name, upTo: .max)
      return try writer.listedNames(.user).first { $0.name == name }?.customers ?? 0
    }
  }

  private func change(
    _ name: String, _ change: (Set<Permission>) -> Set<Permission>
  ) throws -> Set<Permission> {
    try register.write { writer in
      try actor.require(.administrator, in: writer, to: "change what users may do")
      let before = try Self.permissions(of: name, in: writer)
      let after = change(before)
      if before.contains(.administrator), !after.contains(.administrator) {
        try Self.refuseLastAdministrator(name, in: writer)
      }
      try writer.register(user: name, permissions: after)
      return after
    }
  }

  private static func permissions(of name: String, in register: RegisterReader) throws -> Set<Permission> {
    guard let permissions = try register.permissions(ofUser: name) else {
      throw KundregError(
        .failed, code: "user.notRegistered",
        "\(name) is not a user of this register. `kundreg user list` shows who is, `kundreg user add` registers one.")
    }
    return permissions
  }

  private static func refuseLastAdministrator(_ name: String, in register: RegisterReader) throws {
    let others = try register.users().filter { $0.name != name && $0.permissions.contains(.administrator) }
    guard others.isEmpty else { return }
    throw KundregError(
      .failed, code: "user.lastAdministrator",
      "\(name) is the register's last administrator and stays one. Make somebody else administrator first: "
        + "kundreg user grant NAME administrator")
  }
}
