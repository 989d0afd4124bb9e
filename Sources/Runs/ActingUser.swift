package import CustomerModel
package import RegisterStore

/// The person or job on whose behalf a command acts: permissions apply, and history names them.
package struct ActingUser: Sendable {
  package let name: String
  /// True when the user was named, and so must be registered once anybody is; the operating-system user that is taken
  /// otherwise acts as administrator.
  package let isNamed: Bool

  package init(name: String, isNamed: Bool) {
    self.name = name
    self.isNamed = isNamed
  }

  /// Makes sure that the user may do something. The one place where permissions are decided.
  ///
  /// - Parameter deed: what the user wants to do, as it ends the sentence "may not …".
  /// - Throws: ``KundregError`` with status 77.
  package func require(_ permission: Permission, in register: RegisterReader, to deed: String) throws {
    guard isNamed, try !register.users().isEmpty else { return }
    guard let permissions = try register.permissions(ofUser: name) else {
      throw KundregError(
        .notPermitted, code: "user.unknown",
        "\(name) is not a user of this register. An administrator registers users with `kundreg user add`.")
    }
    guard permissions.contains(permission) || permissions.contains(.administrator) else {
      throw KundregError(
        .notPermitted, code: "user.notPermitted",
        "\(name) may not \(deed): that takes the permission \(permission.rawValue).")
    }
  }
}
