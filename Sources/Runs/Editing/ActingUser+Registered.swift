import CustomerModel
import RegisterStore

extension ActingUser {
  /// Makes sure that the user is one of the register's, for what takes no permission.
  ///
  /// - Throws: ``KundregError`` with status 77.
  func requireRegistered(in register: RegisterReader) throws {
    guard isNamed, try !register.users().isEmpty, try register.permissions(ofUser: name) == nil else { return }
    throw KundregError(
      .notPermitted, code: "user.unknown",
      "\(name) is not a user of this register. An administrator registers users with `kundreg user add`.")
  }
}
