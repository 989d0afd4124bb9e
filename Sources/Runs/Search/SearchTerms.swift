package import CustomerModel
import Documents
package import Foundation
package import RegisterStore
package import SwedishIdentity

/// A search as a person says it: what a list, an export and a collective change take, and what a saved filter keeps.
package struct SearchTerms: Sendable, Equatable, Codable {
  /// Words that must all be found.
  package var text: String?
  /// `FIELD=VALUE` and the other comparisons, with `and`, `or`, `not` and parentheses within each. All must hold.
  package var conditions: [String] = []
  /// Groups of such conditions: of each group, one is enough. Filters saved by older versions have none.
  package var alternatives: [[String]]?
  /// Fields with commas between; `:desc` after one turns its order.
  package var sort: String?
  /// Fields with commas between.
  package var columns: String?
  /// Nil for active customers, unless a saved filter says otherwise.
  package var activity: CustomerSearch.Activity?

  package init() {}

  /// True when nothing is asked for that would leave a customer out, apart from inactive ones.
  package var isEmpty: Bool { (text ?? "").allSatisfy(\.isWhitespace) && conditions.isEmpty && groups.isEmpty }

  private var groups: [[String]] { alternatives ?? [] }

  /// What must hold, for people: each condition as it was typed; those of a group in parentheses.
  package var conditionTexts: [String] {
    conditions + groups.map { group in group.map { "(\($0))" }.joined(separator: " or ") }
  }

  /// These terms and those of saved filters together: every condition and word holds, and where both say how to show
  /// customers, these terms decide, then the filter named first.
  ///
  /// - Throws: ``KundregError`` `filter.unknown` with status 64, naming the filters that there are.
  package func including(savedFilters names: [String], in register: RegisterReader) throws -> SearchTerms {
    var terms = self
    for name in names {
      let saved = try Self.saved(name, in: register)
      let words = [terms.text, saved.text].compactMap { $0 }
      terms.text = words.isEmpty ? nil : words.joined(separator: " ")
      terms.conditions += saved.conditions
      let groups = terms.groups + saved.groups
      terms.alternatives = groups.isEmpty ? nil : groups
      terms.sort = terms.sort ?? saved.sort
      terms.columns = terms.columns ?? saved.columns
      terms.activity = terms.activity ?? saved.activity
    }
    return terms
  }

  /// The search that these terms mean in a register, for a user: with permission for assigned customers only, it finds
  /// those.
  ///
  /// - Parameter zone: of whoever asks: times without a zone are meant there.
  /// - Throws: ``KundregError`` with status 64 for terms without meaning, and with 77 when the user may see no customers.
  package func search(
    in register: RegisterReader, as actor: ActingUser, today: CalendarDay = .today, zone: TimeZone = .current
  ) throws -> CustomerSearch {
    var search = CustomerSearch()
    if case .assigned(let user) = try actor.sight(in: register) { search.assignedTo = user }
    search.hidesIdentity = try !actor.canSeeIdentity(in: register)
    let values = try FilterValue(register: register, today: today, zone: zone)
    // Each is read on its own: a parenthesis within one closes nothing around it.
    let filters =
      try conditions.map { try FilterParser.filter($0, values.condition) }
      + groups.map { group in .any(try group.map { try FilterParser.filter($0, values.condition) }) }
    search.filter = filters.count > 1 ? .all(filters) : filters.first
    search.text = text
    // Who asks for a state is asking among all.
    search.activity = activity ?? (search.filter?.asks(of: .active) == true ? .all : .active)
    search.sort = try sort.map { try Self.order($0, values) } ?? []
    return search
  }

  /// The fields of a list with commas between.
  ///
  /// - Throws: ``KundregError`` with status 64 for a field that does not exist, in the catalogue or in the register.
  package static func columns(_ list: String, in register: RegisterReader) throws -> [FieldPath] {
    let values = try FilterValue(register: register, today: .today, zone: .current)
    let paths = try self.list(list).map { name in
      let path = try field(name)
      _ = try values.definition(path)
      return path
    }
    guard !paths.isEmpty else {
      throw KundregError(.columnsEmpty, SelectionTexts.noColumns)
    }
    return paths
  }

  /// A field by its public name.
  ///
  /// - Throws: ``KundregError`` `field.unknown` with status 64.
  package static func field(_ name: String) throws -> FieldPath {
    if let path = FieldPath(name) { return path }
    let names = Field.all.map(\.name)
    throw KundregError(
      .fieldUnknown, FilterTexts.unknownField(name, known: names, near: NearestName.find(name, among: names)))
  }

  private static func order(_ list: String, _ values: FilterValue) throws -> [CustomerSearch.Order] {
    try self.list(list).map { text in
      // A custom field's name may hold a colon.
      let isDescending = text.hasSuffix(":desc")
      let name = isDescending ? String(text.dropLast(5)) : text.hasSuffix(":asc") ? String(text.dropLast(4)) : text
      guard let path = FieldPath(name) else {
        throw KundregError(.sortUnknown, SelectionTexts.unknownOrder(text))
      }
      _ = try values.definition(path)
      guard CustomerSearch.Order.isPossible(path) else {
        throw KundregError(.sortImpossible, SelectionTexts.impossibleOrder(path))
      }
      return CustomerSearch.Order(path, isDescending: isDescending)
    }
  }

  private static func list(_ text: String) -> [String] {
    text.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
  }
}
