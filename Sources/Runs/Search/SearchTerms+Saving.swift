import CustomerModel
package import Foundation
package import RegisterStore
import SwedishIdentity

extension SearchTerms {
  /// Keeps the terms under a name. Takes permission to see customers; another user's filter is replaced by an administrator
  /// only.
  ///
  /// - Throws: ``KundregError`` with status 64 for terms without meaning in this register, with 77 without permission.
  package func save(
    as name: String, in register: RegisterWriter, by actor: ActingUser, at moment: Date = Date()
  ) throws {
    _ = try search(in: register, as: actor)
    if let columns { _ = try Self.columns(columns, in: register) }
    guard !name.allSatisfy(\.isWhitespace) else {
      throw KundregError(.filterNameless, SelectionTexts.nameless)
    }
    if let former = try register.savedFilter(named: name), former.createdBy != actor.name {
      try actor.require(.administrator, in: register, to: DeedTexts.replaceFilter(of: former.createdBy))
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let definition = String(decoding: try encoder.encode(self), as: UTF8.self)
    let start = Date(timeIntervalSince1970: moment.timeIntervalSince1970.rounded(.down))
    try register.save(
      SavedFilter(name: name, definition: definition, createdBy: actor.name, createdAt: start.ISO8601Format()))
  }

  /// Forgets a saved filter: one's own, or as administrator any.
  ///
  /// - Throws: ``KundregError`` `filter.unknown` with status 64, with 77 without permission.
  package static func delete(_ name: String, in register: RegisterWriter, by actor: ActingUser) throws {
    _ = try actor.sight(in: register)
    guard let filter = try register.savedFilter(named: name) else { throw try unknown(name, in: register) }
    if filter.createdBy != actor.name {
      try actor.require(.administrator, in: register, to: DeedTexts.deleteFilter(of: filter.createdBy))
    }
    try register.deleteSavedFilter(named: name)
  }

  /// The saved filters that a user may look at: all of them, or one's own with permission for assigned customers only,
  /// since the words of others' name customers.
  ///
  /// - Throws: ``KundregError`` with status 77 for whom may see no customers.
  package static func savedFilters(in register: RegisterReader, for actor: ActingUser) throws -> [SavedFilter] {
    let filters = try register.savedFilters()
    switch try actor.sight(in: register) {
    case .all: return filters
    case .assigned(let user): return filters.filter { $0.createdBy == user }
    }
  }

  /// The terms that were kept under a name.
  ///
  /// - Throws: ``KundregError`` `filter.unknown` with status 64.
  package static func saved(_ name: String, in register: RegisterReader) throws -> SearchTerms {
    guard let filter = try register.savedFilter(named: name) else { throw try unknown(name, in: register) }
    return try terms(of: filter)
  }

  /// The terms of a saved filter.
  ///
  /// - Throws: ``KundregError`` `filter.unreadable` when a later version of the program wrote it.
  package static func terms(of filter: SavedFilter) throws -> SearchTerms {
    do {
      return try JSONDecoder().decode(SearchTerms.self, from: Data(filter.definition.utf8))
    } catch {
      throw KundregError(.filterUnreadable, SelectionTexts.unreadable(filter.name))
    }
  }

  private static func unknown(_ name: String, in register: RegisterReader) throws -> KundregError {
    KundregError(.filterUnknown, SelectionTexts.unknown(name, known: try register.savedFilters().map(\.name)))
  }
}
