import CustomerModel
import Foundation
import GRDB

extension RegisterReader {
  /// The ids of the customers that a search finds, in its order.
  ///
  /// - Throws: ``KundregError`` `search.tooLarge` for free text in a register whose names alone exceed four gigabytes.
  package func customers(_ search: CustomerSearch) throws -> [Int64] {
    try customers(search, mostNamed: 20_000, parts: PartedReading.usefulParts)
  }

  /// - Parameters:
  ///   - mostNamed: how many customers SQL is asked to look up one by one, rather than to read all of them.
  ///   - parts: how many parts of a large register are read side by side.
  func customers(_ search: CustomerSearch, mostNamed: Int, parts: Int) throws -> [Int64] {
    let words = SearchWords(search.text ?? "", hidesIdentity: search.hidesIdentity)
    let hasConditions = search.filter != nil || search.assignedTo != nil
    // The first page of a long list comes out of the index, too, which stands in the order of the numbers. Whatever asks
    // for every customer reads the register anyway.
    let isPageOfMany = try search.limit != nil && search.sort.isEmpty && SearchIndex.isKept(db)
    guard !words.isEmpty || isPageOfMany else { return try ids(search, among: .all, parts) }
    let index = try SearchIndex.current(self)
    let find = { (limit: Int, isWanted: (Int64) -> Bool) in
      index.customers(with: words, activity: search.activity, limit: limit, where: isWanted)
    }
    if hasConditions || !search.sort.isEmpty, !words.isEmpty {
      let found = find(mostNamed + 1) { _ in true }
      if found.count <= mostNamed { return try ids(search, among: .these(found), parts) }
    }
    guard search.sort.isEmpty else {
      var withWords = CustomerSet()
      for customer in find(.max, { _ in true }) { withWords.insert(customer) }
      return try ids(search, among: .set(withWords), parts)
    }
    let end = search.limit.map { $0.addingReportingOverflow(search.offset) }
    let limit = end.map { $0.overflow ? .max : $0.partialValue } ?? .max
    guard hasConditions else { return Array(find(limit) { _ in true }.dropFirst(search.offset)) }
    let admitted = try customersMeetingConditions(of: search, parts)
    return Array(find(limit, admitted.contains).dropFirst(search.offset))
  }

  private enum Candidates {
    case all
    case these([Int64])
    case set(CustomerSet)
  }

  /// What a search finds apart from its words.
  private func ids(_ search: CustomerSearch, among candidates: Candidates, _ parts: Int) throws -> [Int64] {
    var sql = FilterSQL(customFields: try customFields(), hidesIdentity: search.hidesIdentity)
    let order = sql.order(by: search.sort)
    var filter = sql.filter(of: search)
    switch candidates {
    case .all: break
    case .these(let ids):
      return try Self.ordered(db, Self.isAmong(ids) + " AND " + filter, sql.arguments, order, search)
    case .set(let set): filter += " AND is_among(customer.id, \(sql.bound(Data(set.bits))))"
    }
    let end = (search.limit ?? .max).addingReportingOverflow(search.offset)
    let isPage = !end.overflow && end.partialValue <= Self.mostCompared
    if isPage || search.filter != nil {
      var page = search
      (page.limit, page.offset) = (isPage ? end.partialValue : Self.mostCompared + 1, 0)
      // The first of all are among the first of each part. Of a list without end, parts find out whether it is short.
      let partOrder = isPage ? order : "customer.id"
      let found = try inParts(parts) { [filter, arguments = sql.arguments, page] db, ids in
        try Self.ordered(db, Self.lies(in: ids) + " AND " + filter, arguments, partOrder, page)
      }
      if isPage, found.count == 1 { return Array(found[0].dropFirst(search.offset)) }
      if isPage || found.allSatisfy({ $0.count <= Self.mostCompared }) {
        return try Self.ordered(db, Self.isAmong(found.flatMap(\.self)), [], order, search)
      }
    }
    return try Self.ordered(db, filter, sql.arguments, order, search)
  }

  /// How many customers of each part of a register are put in order once more.
  private static var mostCompared: Int { 10_000 }

  private static func ordered(
    _ db: Database, _ filter: String, _ arguments: StatementArguments, _ order: String, _ search: CustomerSearch
  ) throws -> [Int64] {
    try Int64.fetchAll(
      db,
      sql: """
        SELECT customer.id FROM \(FilterSQL.tables(for: search.sort)) WHERE \(filter)
        ORDER BY \(order) LIMIT \(search.limit ?? -1) OFFSET \(search.offset)
        """, arguments: arguments)
  }

  private static func isAmong(_ ids: [Int64]) -> String {
    "customer.id IN (SELECT value FROM json_each('[\(ids.map(String.init).joined(separator: ","))]'))"
  }

  private static func lies(in ids: Range<Int64>) -> String {
    "customer.id >= \(ids.lowerBound) AND customer.id < \(ids.upperBound)"
  }

  private func customersMeetingConditions(of search: CustomerSearch, _ parts: Int) throws -> CustomerSet {
    var sql = FilterSQL(customFields: try customFields(), hidesIdentity: search.hidesIdentity)
    let filter = sql.filter(of: search)
    let parts = try inParts(parts) { [arguments = sql.arguments] db, ids in
      var set = CustomerSet()
      let found = try SQLiteStatement(
        db, "SELECT id FROM customer WHERE \(Self.lies(in: ids)) AND \(filter)", arguments: arguments)
      defer { found.reset() }
      while try found.step() { set.insert(found.integer(0)) }
      return set
    }
    return parts.dropFirst().reduce(into: parts[0]) { $0.formUnion($1) }
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
