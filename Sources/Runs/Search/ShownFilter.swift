import CustomerModel
package import RegisterStore

/// A saved filter as a person reads it, with personal identity numbers masked.
package struct ShownFilter: Sendable {
  package let name: String
  /// The words that are looked for; nil for none.
  package let search: String?
  /// All conditions as one; empty for none.
  package let condition: String
  package let sort: String?
  package let columns: String?
  package let activity: CustomerSearch.Activity
  /// Who saved it.
  package let user: String
  /// When, in UTC.
  package let savedAt: String

  private init(_ filter: SavedFilter) throws {
    func words(_ text: String) -> String { TextKind.words.shown(text) }
    let terms = try SearchTerms.terms(of: filter)
    let conditions = terms.conditionTexts
    name = words(filter.name)
    search = terms.text.map(words)
    condition = conditions.map { words(conditions.count > 1 ? "(\($0))" : $0) }.joined(separator: " and ")
    sort = terms.sort
    columns = terms.columns
    activity = terms.activity ?? .active
    user = words(filter.createdBy)
    savedAt = filter.createdAt
  }

  /// The saved filters that a user may look at.
  ///
  /// - Throws: as ``SearchTerms/savedFilters(in:for:)`` and ``SearchTerms/terms(of:)``.
  package static func all(in register: RegisterReader, for actor: ActingUser) throws -> [ShownFilter] {
    try SearchTerms.savedFilters(in: register, for: actor).map(ShownFilter.init)
  }
}

extension CustomerSelection {
  /// Keeps what is asked for under a name.
  ///
  /// - Returns: how many customers it finds now.
  /// - Throws: as ``SearchTerms/save(as:in:by:at:)``.
  package func save(as name: String, in register: RegisterWriter, by actor: ActingUser) throws -> Int {
    let terms = try allTerms(in: register)
    try terms.save(as: name, in: register, by: actor)
    return try register.customers(terms.search(in: register, as: actor)).count
  }
}
