import CustomerModel
import GRDB

extension RegisterReader {
  /// The ids of the customers that a search finds, in its order.
  ///
  /// - Throws: ``KundregError`` `search.tooLarge` for free text in a register whose names alone exceed four gigabytes.
  package func customers(_ search: CustomerSearch) throws -> [Int64] {
    let words = SearchWords(search.text ?? "")
    guard !words.isEmpty else { return try customers(search, among: nil, limit: search.limit, offset: search.offset) }
    let end = search.limit.map { $0.addingReportingOverflow(search.offset) }
    let isPlain = search.filter == nil && search.assignedTo == nil && search.sort.isEmpty
    let found = try SearchIndex.current(db).customers(
      with: words, activity: search.activity,
      limit: isPlain ? end.map { $0.overflow ? .max : $0.partialValue } ?? .max : .max)
    if isPlain { return Array(found.dropFirst(search.offset)) }
    if found.count <= Self.mostBound {
      return try customers(search, among: found, limit: search.limit, offset: search.offset)
    }
    // Too many to name: what the rest of the search gives, in its order, without what has not the words.
    let withWords = Set(found)
    let rest = try customers(search, among: nil, limit: nil, offset: 0).lazy.filter(withWords.contains)
      .dropFirst(search.offset)
    return search.limit.map { Array(rest.prefix($0)) } ?? Array(rest)
  }

  /// How many customers SQL is asked to look up one by one, rather than to read the whole register.
  private static let mostBound = 20_000

  /// What a search finds apart from its words, among these customers or all.
  private func customers(
    _ search: CustomerSearch, among ids: [Int64]?, limit: Int?, offset: Int
  ) throws -> [Int64] {
    var sql = FilterSQL(customFields: try customFields())
    var clauses: [String] = []
    if let ids {
      let list = ids.map(String.init).joined(separator: ",")
      clauses.append("id IN (SELECT value FROM json_each('[\(list)]'))")
    }
    switch search.activity {
    case .active: clauses.append("active = 1")
    case .inactive: clauses.append("active = 0")
    case .all: break
    }
    if let user = search.assignedTo {
      let name = CustomerCard.set(of: [user])
      clauses.append(sql.clause(.condition(CustomerFilter.Condition(FieldPath(.assigned), .equal, name))))
    }
    if let filter = search.filter { clauses.append(sql.clause(filter)) }
    let filter = clauses.isEmpty ? "" : " WHERE " + clauses.joined(separator: " AND ")
    return try Int64.fetchAll(
      db,
      sql: """
        SELECT id FROM customer\(filter) ORDER BY \(sql.order(by: search.sort)) LIMIT \(limit ?? -1) OFFSET \(offset)
        """, arguments: sql.arguments)
  }

  /// The active customers that a test does not know, by number.
  package func activeCustomers(where isIncluded: (Int64) -> Bool) throws -> [Key] {
    var found: [Key] = []
    let rows = try Row.fetchCursor(db, sql: "SELECT id, revision, number FROM customer WHERE active = 1")
    while let row = try rows.next() {
      if isIncluded(row["id"]) { found.append(Key(row)) }
    }
    return found
  }
}
