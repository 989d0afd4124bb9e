package import CustomerModel
package import RegisterStore

/// Which custom fields the register has, and how an administrator adds and removes them.
package struct CustomFieldAdministration: Sendable {
  private let register: Register
  private let actor: ActingUser

  package init(_ register: Register, as actor: ActingUser) {
    self.register = register
    self.actor = actor
  }

  /// The custom fields, for whoever may see a card: they say what it is made of.
  ///
  /// - Throws: ``KundregError`` with status 77 for whom may see no customers.
  package func fields() throws -> [CustomFieldDefinition] {
    try register.read { reader in
      _ = try actor.sight(in: reader)
      return try reader.customFields()
    }
  }

  /// Adds a custom field, or takes one that was removed into use again as it was.
  ///
  /// - Throws: ``KundregError``: `field.malformed` with status 64, `field.exists` with status 1 when there is one of that name or
  ///   of one that nobody could tell from it, 77 for whom is no administrator.
  package func add(_ name: String, _ kind: CustomFieldDefinition.Kind, choices: [String] = []) throws {
    let field = CustomFieldDefinition(name: name, kind: kind, choices: choices)
    try Self.check(field)
    try register.write { writer in
      try actor.require(.administrator, in: writer, to: DeedTexts.addCustomFields)
      let fields = try writer.customFields()
      if let known = fields.first(where: { $0.name == name }) {
        guard known.isRemoved else { throw KundregError(.fieldExists, AdministrationTexts.fieldIsThere(name)) }
        guard known.kind == kind, known.choices == choices else {
          throw KundregError(.fieldExists, AdministrationTexts.fieldWasOther(name), remedies: [.addCustomField(known)])
        }
        return try writer.restoreCustomField(name)
      }
      if let near = fields.first(where: { $0.name.lowercased() == name.lowercased() }) {
        guard near.isRemoved else {
          throw KundregError(.fieldExists, AdministrationTexts.fieldIsNear(name, near.name))
        }
        throw KundregError(
          .fieldExists, AdministrationTexts.fieldWasNear(name, near.name), remedies: [.addCustomField(near)])
      }
      try writer.addCustomField(field)
    }
  }

  /// Removes a custom field: values that customers have stay, new ones are refused.
  ///
  /// - Returns: how many customers keep a value.
  /// - Throws: ``KundregError``: `field.unknownCustom` with status 1, 77 for whom is no administrator.
  package func remove(_ name: String) throws -> Int {
    try register.write { writer in
      try actor.require(.administrator, in: writer, to: DeedTexts.removeCustomFields)
      guard try writer.customFields().contains(where: { $0.name == name && !$0.isRemoved }) else {
        throw KundregError(
          .fieldUnknownCustom, AdministrationTexts.unknownField(name), remedies: [.listCustomFields])
      }
      return try writer.removeCustomField(name)
    }
  }

  private static func check(_ field: CustomFieldDefinition) throws {
    if field.name.isEmpty || field.name == "*" {
      throw KundregError(.fieldMalformed, AdministrationTexts.fieldNeedsName)
    }
    if field.kind == .choice, field.choices.isEmpty {
      throw KundregError(.fieldMalformed, AdministrationTexts.choiceNeedsWords)
    }
    if field.kind != .choice, !field.choices.isEmpty {
      throw KundregError(.fieldMalformed, AdministrationTexts.onlyChoicesHaveWords(field.kind.rawValue))
    }
    var seen: Set<String> = []
    if let twice = field.choices.first(where: { !seen.insert($0).inserted }) {
      throw KundregError(.fieldMalformed, AdministrationTexts.wordIsTwice(twice))
    }
  }
}
