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
      let withWords = index.customers(with: words, activity: search.activity)
      return try ids(search, among: .set(withWords, 0..<Int64.max), parts)
    }
    let end = search.limit.map { $0.addingReportingOverflow(search.offset) }
    let limit = end.map { $0.overflow ? .max : $0.partialValue } ?? .max
    guard hasConditions else { return Array(find(limit) { _ in true }.dropFirst(search.offset)) }
    if let wanted = search.limit {
      // What many customers meet fills a page with some of the first.
      let page = try ids(search, among: .these(find(mostNamed / 4) { _ in true }), parts)
      if page.count == wanted { return page }
    }
    let admitted = try customersMeetingConditions(of: search, parts)
    return Array(find(limit, admitted.contains).dropFirst(search.offset))
  }

  /// What a search finds apart from its words.
  private func ids(_ search: CustomerSearch, among candidates: FilterSQL.Scope, _ parts: Int) throws -> [Int64] {
    let fields = try customFields()
    if case .these = candidates { return try Self.ordered(db, candidates, fields, search) }
    let end = (search.limit ?? .max).addingReportingOverflow(search.offset)
    let isPage = !end.overflow && end.partialValue <= Self.mostCompared
    if isPage || search.filter != nil {
      var page = search
      (page.limit, page.offset) = (isPage ? end.partialValue : Self.mostCompared + 1, 0)
      // The first of all are among the first of each part. Of a list without end, parts find out whether it is short.
      let found = try inParts(parts) { [page] db, ids in
        let part: FilterSQL.Scope = if case .set(let set, _) = candidates { .set(set, ids) } else { .ids(ids) }
        return try Self.ordered(db, part, fields, page, isById: !isPage)
      }
      if isPage, found.count == 1 { return Array(found[0].dropFirst(search.offset)) }
      if isPage || found.allSatisfy({ $0.count <= Self.mostCompared }) {
        var those = search
        (those.filter, those.assignedTo, those.activity) = (nil, nil, .all)
        return try Self.ordered(db, .these(found.flatMap(\.self)), fields, those)
      }
    }
    return try Self.ordered(db, candidates, fields, search)
  }

  /// How many customers of each part of a register are put in order once more.
  private static var mostCompared: Int { 10_000 }

  /// - Parameter isById: true for the order in which customers are read.
  private static func ordered(
    _ db: Database, _ scope: FilterSQL.Scope, _ customFields: [CustomFieldDefinition], _ search: CustomerSearch,
    isById: Bool = false
  ) throws -> [Int64] {
    var sql = FilterSQL(db, customFields: customFields, hidesIdentity: search.hidesIdentity, among: scope)
    let tables = sql.tables(for: isById ? [] : search.sort)
    let filter = try sql.filter(of: search)
    return try Int64.fetchAll(
      db,
      sql: """
        SELECT customer.id FROM \(tables) WHERE \(filter)
        ORDER BY \(isById ? "customer.id" : sql.order(by: search.sort)) LIMIT \(search.limit ?? -1) OFFSET \(search.offset)
        """, arguments: sql.arguments)
  }

  private func customersMeetingConditions(of search: CustomerSearch, _ parts: Int) throws -> CustomerSet {
    let fields = try customFields()
    let parts = try inParts(parts) { db, ids in
      var sql = FilterSQL(db, customFields: fields, hidesIdentity: search.hidesIdentity, among: .ids(ids))
      let filter = try sql.filter(of: search)
      var set = CustomerSet()
      let found = try SQLiteStatement(db, "SELECT id FROM customer WHERE \(filter)", arguments: sql.arguments)
      defer { found.reset() }
      while try found.step() { set.insert(found.integer(0)) }
      return set
    }
    return parts.dropFirst().reduce(into: parts[0]) { $0.formUnion($1) }
  }

  /// The active customers that a test lets through, in the order in which they entered the register.
  package func activeCustomers(where isIncluded: (Int64) -> Bool) throws -> [Key] {
    // Mostly few are let through: the numbers' index names all customers without reading their rows.
    let all = try SQLiteStatement(db, "SELECT id FROM customer")
    var included: [Int64] = []
    while try all.step() {
      if isIncluded(all.integer(0)) { included.append(all.integer(0)) }
    }
    all.reset()
    let active = try SQLiteStatement(db, "SELECT revision, number FROM customer WHERE id = ?1 AND active = 1")
    var found: [Key] = []
    for customer in included.sorted() {
      try active.eachRow(of: customer) { row in
        found.append(Key(id: customer, revision: Int(row.integer(0)), number: row.text(1) ?? ""))
      }
    }
    return found
  }
}
