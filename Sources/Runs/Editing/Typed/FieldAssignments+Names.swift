import CustomerModel
import Texts
import Documents
import RegisterStore

extension FieldAssignments {
  /// Makes sure that only users are assigned: once anybody is registered, a registered user, or one who has customers
  /// already.
  ///
  /// - Throws: ``KundregError`` `assign.unknownUser` with status 1.
  func checkUsers(in register: RegisterReader) throws {
    let names = names(of: FieldPath(.assigned))
    guard !names.isEmpty, try !register.users().isEmpty else { return }
    let known = Set(try register.references(.user))
    if let name = names.first(where: { !known.contains($0) }) {
      throw KundregError(.assignUnknownUser, NameTexts.nobodyToAssign(name), remedies: [.addUser])
    }
  }

  /// Makes sure that cost centers and discount letters are the register's: a person who types one means one that there is.
  /// Tags and subgroups come with their first use.
  ///
  /// - Throws: ``KundregError`` `reference.unknown` with status 1.
  func checkReferences(in register: RegisterReader) throws {
    for field in Field.all where [.costCenter, .discountLetter].contains(field.referenceKind) {
      try Self.refuseUnknown(names(of: FieldPath(field)), of: field, in: register)
    }
  }

  /// - Throws: ``KundregError`` `reference.unknown` with status 1 for the first name that the field's list lacks.
  static func refuseUnknown(_ names: [String], of field: Field, in register: RegisterReader) throws {
    guard !names.isEmpty, let kind = field.referenceKind else { return }
    let known = try register.references(kind)
    guard let name = names.first(where: { !known.contains($0) }) else { return }
    throw KundregError(
      .referenceUnknown, NameTexts.unknown(name, in: kind, near: NearestName.find(name, among: known)),
      remedies: [.addName(field: field, name: name)])
  }
}
