import CustomerModel
package import RegisterStore

/// Reads and clears what users are told.
package struct NotificationReading: Sendable {
  private let register: Register
  private let actor: ActingUser

  package init(_ register: Register, as actor: ActingUser) {
    self.register = register
    self.actor = actor
  }

  /// Whose notifications are meant.
  package enum Owner: Sendable, Equatable {
    /// The acting user's own.
    case actor
    /// A user's: an administrator may, and the user.
    case user(String)
    /// Everybody's: an administrator may.
    case all
  }

  /// The notifications that were not cleared, oldest first, with personal identity numbers masked: a customer's number may be one,
  /// and a login.
  ///
  /// - Parameter clears: true to mark them as read.
  /// - Throws: ``KundregError`` with status 77 for those of others.
  package func read(_ owner: Owner, clears: Bool) throws -> [UserNotification] {
    let name: String? =
      switch owner {
      case .actor: actor.name
      case .user(let name): name
      case .all: nil
      }
    guard clears else { return try register.read { try notifications(of: name, in: $0) }.map(\.masked) }
    return try register.write { writer in
      let notifications = try notifications(of: name, in: writer)
      if let last = notifications.last { try writer.clearNotifications(of: name, upTo: last.id) }
      return notifications.map(\.masked)
    }
  }

  private func notifications(of name: String?, in register: RegisterReader) throws -> [UserNotification] {
    // A user who is no longer registered may not read on under the old name.
    if name == actor.name {
      try actor.requireRegistered(in: register)
    } else {
      try actor.require(.administrator, in: register, to: DeedTexts.readNotificationsOfOthers)
    }
    return try register.notifications(of: name)
  }
}

extension UserNotification {
  fileprivate var masked: UserNotification {
    UserNotification(
      id: id, run: run, user: IdentityMask.masked(user), kind: kind,
      customers: customers.map(IdentityMask.maskedNumber), by: IdentityMask.masked(by), createdAt: createdAt)
  }
}
