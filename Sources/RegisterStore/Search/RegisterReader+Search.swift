import CustomerModel
import Foundation
import GRDB

extension RegisterReader {
  /// The ids of the customers that a search finds, in its order.
  ///
  /// - Throws: ``KundregError`` `search.tooLarge` for free text in a register whose names alone exceed four gigabytes.
  package func customers(_ search: CustomerSearch) throws -> [Int64] {
    try customers(search, mostNamed: 20_000)
  }

  /// - Parameter mostNamed: how many customers SQL is asked to look up one by one, rather than to read all of them.
  func customers(_ search: CustomerSearch, mostNamed: Int) throws -> [Int64] {
    let words = SearchWords(search.text ?? "")
    let hasConditions = search.filter != nil || search.assignedTo != nil
    // The first page of a long list comes out of the index, too, which stands in the order of the numbers. Whatever asks
    // for every customer reads the register anyway.
    let isPageOfMany = try search.limit != nil && search.sort.isEmpty && SearchIndex.isKept(db)
    guard !words.isEmpty || isPageOfMany else { return try ids(search, among: .all) }
    let index = try SearchIndex.current(self)
    let find = { (limit: Int, isWanted: (Int64) -> Bool) in
      index.customers(with: words, activity: search.activity, limit: limit, where: isWanted)
    }
    if hasConditions || !search.sort.isEmpty, !words.isEmpty {
      let found = find(mostNamed + 1) { _ in true }
      if found.count <= mostNamed { return try ids(search, among: .these(found)) }
    }
    guard search.sort.isEmpty else {
      var withWords = CustomerSet()
      for customer in find(.max, { _ in true }) { withWords.insert(customer) }
      return try ids(search, among: .set(withWords))
    }
    let end = search.limit.map { $0.addingReportingOverflow(search.offset) }
    let limit = end.map { $0.overflow ? .max : $0.partialValue } ?? .max
    guard hasConditions else { return Array(find(limit) { _ in true }.dropFirst(search.offset)) }
    let admitted = try customersMeetingConditions(of: search)
    return Array(find(limit, admitted.contains).dropFirst(search.offset))
  }

  private enum Candidates {
    case all
    case these([Int64])
    case set(CustomerSet)
  }

  /// What a search finds apart from its words.
  private func ids(_ search: CustomerSearch, among candidates: Candidates) throws -> [Int64] {
    var sql = FilterSQL(customFields: try customFields())
    let filter = sql.filter(of: search)
    var clause = ""
    switch candidates {
    case .all: break
    case .these(let ids):
      clause = " AND id IN (SELECT value FROM json_each('[\(ids.map(String.init).joined(separator: ","))]'))"
    case .set(let set): clause = " AND is_among(id, \(sql.bound(Data(set.bits))))"
    }
    return try Int64.fetchAll(
      db,
      sql: """
        SELECT id FROM customer WHERE \(filter)\(clause)
        ORDER BY \(sql.order(by: search.sort)) LIMIT \(search.limit ?? -1) OFFSET \(search.offset)
        """, arguments: sql.arguments)
  }

  private func customersMeetingConditions(of search: CustomerSearch) throws -> CustomerSet {
    var sql = FilterSQL(customFields: try customFields())
    let filter = sql.filter(of: search)
    var set = CustomerSet()
    let ids = try Int64.fetchCursor(db, sql: "SELECT id FROM customer WHERE \(filter)", arguments: sql.arguments)
    while let id = try ids.next() { set.insert(id) }
    return set
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
