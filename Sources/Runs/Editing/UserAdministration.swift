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
      try actor.require(.administrator, in: reader, to: DeedTexts.seeUsers)
      return try reader.users()
    }
  }

  /// - Throws: ``KundregError`` with status 1, `user.exists`.
  package func add(_ name: String, _ permissions: Set<Permission>) throws {
    try register.write { writer in
      try actor.require(.administrator, in: writer, to: DeedTexts.addUsers)
      guard !name.isEmpty, !name.unicodeScalars.contains(where: { $0.value < 0x20 }),
        !name.contains(where: { ";,|".contains($0) })
      else {
        throw KundregError(.userName, NameTexts.badUserName)
      }
      guard try writer.permissions(ofUser: name) == nil else {
        throw KundregError(.userExists, NameTexts.userIsThere(name))
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
      try actor.require(.administrator, in: writer, to: DeedTexts.removeUsers)
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
      try actor.require(.administrator, in: writer, to: DeedTexts.changePermissions)
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
      throw KundregError(.userNotRegistered, AccessTexts.unknownUser(name), remedies: [.listUsers])
    }
    return permissions
  }

  private static func refuseLastAdministrator(_ name: String, in register: RegisterReader) throws {
    let others = try register.users().filter { $0.name != name && $0.permissions.contains(.administrator) }
    guard others.isEmpty else { return }
    throw KundregError(.userLastAdministrator, NameTexts.lastAdministrator(name), remedies: [.makeAdministrator])
  }
}
