import CustomerModel
import RegisterStore

extension FieldAssignments {
  /// Makes sure that only users are assigned: once anybody is registered, a registered user, or one who has customers
  /// already.
  ///
  /// - Throws: ``KundregError`` `assign.unknownUser` with status 1.
  static func checkUsers(_ names: [String], in register: RegisterReader) throws {
    guard !names.isEmpty, try !register.users().isEmpty else { return }
    let known = Set(try register.references(.user))
    if let name = names.first(where: { !known.contains($0) }) {
      throw KundregError(
        .failed, code: "assign.unknownUser",
        "\(name) is not a user of this register, so no customers can be assigned. Nothing was changed: an administrator "
          + "registers users with `kundreg user add`.")
    }
  }
}
