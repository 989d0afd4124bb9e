package import CustomerModel
package import RegisterStore
package import Texts

/// The person or job on whose behalf a command acts: permissions apply, and history names them.
///
/// Public only so that the compiler can keep one way to make one, ``unnamed(_:)``, for the command line alone.
public struct ActingUser: Sendable {
  package let name: String
  /// True when the user was named, and so must be registered once anybody is.
  private let isNamed: Bool

  private init(name: String, isNamed: Bool) {
    self.name = name
    self.isNamed = isNamed
  }

  /// A user that somebody named: how every door makes its user.
  ///
  /// - Throws: ``KundregError`` `user.unknown` with status 77 when the register has users, and this is none of them.
  package init(named name: String, in register: RegisterReader) throws {
    self.init(name: name, isNamed: true)
    try requireRegistered(in: register)
  }

  /// The same, where no transaction is open.
  package init(named name: String, in register: Register) throws {
    self = try register.read { try ActingUser(named: name, in: $0) }
  }

  /// Whoever calls the program without naming a user: acts as administrator, since who may open the register's file could do
  /// anything to it. Only where the operating system has said who that is: at the command line. Other doors do not see this.
  @_spi(CommandLine)
  public static func unnamed(_ name: String) -> ActingUser { ActingUser(name: name, isNamed: false) }

  /// Makes sure that the user is one of the register's, for what takes no permission.
  ///
  /// - Throws: ``KundregError`` with status 77.
  func requireRegistered(in register: RegisterReader) throws {
    guard try isBoundByPermissions(in: register) else { return }
    _ = try permissions(in: register)
  }

  /// Whether anything depends on the user's permissions: not before a register has users.
  private func isBoundByPermissions(in register: RegisterReader) throws -> Bool {
    try isNamed && !register.users().isEmpty
  }

  /// Makes sure that the user may do something. The one place where permissions are decided.
  ///
  /// - Parameter deed: what the user wants to do, one of ``DeedTexts``.
  /// - Throws: ``KundregError`` with status 77.
  package func require(_ permission: Permission, in register: RegisterReader, to deed: Text) throws {
    guard try isBoundByPermissions(in: register) else { return }
    let permissions = try permissions(in: register)
    guard permissions.contains(permission) || permissions.contains(.administrator) else {
      throw KundregError(.userNotPermitted, AccessTexts.notPermitted(name, to: deed, needs: permission))
    }
  }

  /// Makes sure that the user may do something to one customer: with the permission, or with its variant for assigned
  /// customers when the user is assigned to this one.
  ///
  /// - Throws: ``KundregError`` with status 77.
  package func require(
    _ permission: Permission, orIfAssigned variant: Permission, to customer: Int64, in register: RegisterReader,
    deed: Text
  ) throws {
    guard try isBoundByPermissions(in: register) else { return }
    let permissions = try permissions(in: register)
    if permissions.contains(permission) || permissions.contains(.administrator) { return }
    guard permissions.contains(variant) else { return try require(permission, in: register, to: deed) }
    guard try register.isAssigned(name, to: customer) else {
      let number = try register.key(ofCustomer: customer)?.number ?? ""
      throw KundregError(
        .userNotAssigned, AccessTexts.notAssigned(name, to: deed, customer: number, has: variant))
    }
  }

  /// Which customers the user may see.
  package enum Sight: Sendable, Equatable {
    case all
    /// Only those that this user is assigned to.
    case assigned(to: String)
  }

  /// - Throws: ``KundregError`` with status 77 when the user may see no customers at all.
  package func sight(in register: RegisterReader) throws -> Sight {
    guard try isBoundByPermissions(in: register) else { return .all }
    let permissions = try permissions(in: register)
    if permissions.contains(.view) || permissions.contains(.administrator) { return .all }
    if permissions.contains(.viewAssigned) { return .assigned(to: name) }
    try require(.view, in: register, to: DeedTexts.seeCustomers)
    return .all
  }

  /// Makes sure that the user may see one customer. What shows a customer's values asks this, whatever else it takes: a dry
  /// run of an edit as well as a card.
  ///
  /// - Throws: ``KundregError`` with status 77.
  package func requireSight(of customer: Int64, in register: RegisterReader) throws {
    try require(.view, orIfAssigned: .viewAssigned, to: customer, in: register, deed: DeedTexts.seeCustomers)
  }

  /// True when the user may see that customer, for sentences that would name it.
  package func canSee(_ customer: Int64, in register: RegisterReader) throws -> Bool {
    do {
      try requireSight(of: customer, in: register)
      return true
    } catch let error as KundregError where error.status == .notPermitted {
      return false
    }
  }

  /// True when the user may see personal identity numbers in full.
  package func canSeeIdentity(in register: RegisterReader) throws -> Bool { try isAdministrator(in: register) }

  /// True when the user may take a run back.
  func canTakeBackRuns(in register: RegisterReader) throws -> Bool { try isAdministrator(in: register) }

  private func isAdministrator(in register: RegisterReader) throws -> Bool {
    guard try isBoundByPermissions(in: register) else { return true }
    return try permissions(in: register).contains(.administrator)
  }

  private func permissions(in register: RegisterReader) throws -> Set<Permission> {
    guard let permissions = try register.permissions(ofUser: name) else {
      throw KundregError(.userUnknown, AccessTexts.unknownUser(name), remedies: [.addUser])
    }
    return permissions
  }
}
