package import CustomerModel
import Texts
import Documents
package import RegisterStore
import SwedishIdentity

/// What the register's lists of names hold: cost centers, discount letters, tags and subgroups.
package struct NameAdministration: Sendable {
  /// The fields whose values come from such a list. Users have an administration of their own.
  package static let fields = Field.all.filter { $0.referenceKind != nil && $0.referenceKind != .user }

  private let register: Register
  private let actor: ActingUser

  package init(_ register: Register, as actor: ActingUser) {
    self.register = register
    self.actor = actor
  }

  /// The names of each field's list, counted among the customers that the actor sees.
  ///
  /// - Throws: ``KundregError`` with status 77 for whom may see no customers.
  package func names(of fields: [Field]) throws -> [(field: Field, names: [ListedName])] {
    try register.read { reader in
      let user: String? = if case .assigned(let user) = try actor.sight(in: reader) { user } else { nil }
      return try fields.map { ($0, try reader.listedNames(Self.kind(of: $0), assignedTo: user)) }
    }
  }

  /// Adds names to a field's list, for good: the undo of an import that brought one leaves it.
  ///
  /// - Returns: those that were not there, as the register writes them.
  /// - Throws: ``KundregError`` with status 77 for whom is no administrator, or the code of the rule that a name breaks.
  package func add(_ names: [String], to field: Field) throws -> NamesOutcome {
    try register.write { writer in
      try actor.require(.administrator, in: writer, to: DeedTexts.addNames)
      let new = try names.flatMap { try Self.canonical($0, field, in: writer) }
        .filter { try writer.keepReference($0, in: Self.kind(of: field)) }
      return NamesOutcome(field, .added, new)
    }
  }

  /// Removes names that no customer has from a field's list: all of them, or none.
  ///
  /// - Returns: the names as the register wrote them.
  /// - Throws: ``KundregError`` with status 77 for whom is no administrator, `names.unknown`, `names.inUse`.
  package func remove(_ names: [String], from field: Field) throws -> NamesOutcome {
    try register.write { writer in
      try actor.require(.administrator, in: writer, to: DeedTexts.removeNames)
      let kind = Self.kind(of: field)
      let listed = try writer.listedNames(kind)
      let names = try names.flatMap { try Self.canonical($0, field, in: writer) }
      for name in names {
        guard let entry = listed.first(where: { $0.name == name }) else {
          throw KundregError(
            .namesUnknown, NameTexts.unlisted(name, in: kind), remedies: [.listNames(field: field)])
        }
        guard entry.customers == 0 else {
          throw KundregError(
            .namesInUse, NameTexts.inUse(name, of: kind, customers: entry.customers),
            remedies: [.findCustomers(where: FilterCondition.text(field.name, equals: name))])
        }
        try writer.removeReference(name, from: kind)
      }
      return NamesOutcome(field, .removed, names)
    }
  }

  private static func kind(of field: Field) -> ReferenceKind { field.referenceKind! }

  /// The names in a text, as an import would write them.
  private static func canonical(_ text: String, _ field: Field, in register: RegisterReader) throws -> [String] {
    let path = FieldPath(field)
    let values = try FieldAssignments([.init(path, text)], register: register, severities: [:], today: .today)
    if let problem = values.problems.first(where: { $0.severity == .reject }) {
      throw KundregError(.failed, code: problem.code, EditTexts.refused(problem.text))
    }
    let names = values.names(of: path)
    guard !names.isEmpty else {
      throw KundregError(.namesEmpty, NameTexts.empty)
    }
    return names
  }
}
