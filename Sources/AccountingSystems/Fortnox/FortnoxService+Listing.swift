import CustomerModel
import Documents
import HTTP

extension FortnoxService {
  /// The largest page that Fortnox gives.
  private static let pageSize = 500

  /// How far a listing of changes goes back before its cursor, in seconds: for clocks that differ, for changes that are seen
  /// late, and for a filter that knows no seconds.
  static let listingOverlap = 600

  private enum Filter: String, CaseIterable {
    case active, inactive
  }

  /// Lists both active and inactive customers: the unfiltered list, which is said to hold both, does not tell which are active.
  ///
  /// All pages are listed before the first record is fetched: that takes seconds, and little moves between pages; fetching
  /// takes the longer. The cursor is the instant of the first answer.
  package func list(
    _ range: ListRange, started: (String) throws -> Void, isHeld: (String) throws -> Bool,
    page: ([RemoteCustomer]) throws -> Void
  ) throws -> Set<String>? {
    let since = try range.cursor.map(lastModified)
    var isStarted = false
    func fetch(_ filter: Filter, _ number: Int, since: String?) throws -> ListPage<FortnoxRow> {
      let (page, time) = try listPage(filter, since: since, number: number)
      if !isStarted {
        isStarted = true
        try started(time.iso)
      }
      return page
    }
    var numbers: [String] = []
    var wanted: Set<String> = []
    /// Walks through one of the two lists, and notes which of its customers are fetched.
    func walk(
      _ filter: Filter, since: String?, seen: inout Set<String>, isWanted: (FortnoxRow) throws -> Bool
    ) throws -> Bool {
      var known = seen
      defer { seen = known }
      return try ListWalk.all(page: { try fetch(filter, $0, since: since) }) { rows in
        for row in rows where known.insert(row.number).inserted {
          if try isWanted(row), wanted.insert(row.number).inserted { numbers.append(row.number) }
        }
        return known.count
      }
    }
    var all: [Filter: Set<String>] = [:]
    var isComplete = true
    if !range.isOfChanges {
      for filter in Filter.allCases {
        let isListed = try walk(filter, since: nil, seen: &all[filter, default: []]) {
          try range.isWanted($0, isActive: filter == .active)
        }
        isComplete = isListed && isComplete
      }
      // An inactive customer who was made active between the two lists stands in neither.
      if try fetch(.active, 1, since: nil).total > all[.active]?.count ?? 0 {
        let isListed = try walk(.active, since: nil, seen: &all[.active, default: []]) {
          try range.isWanted($0, isActive: true)
        }
        isComplete = isListed && isComplete
      }
    }
    if let since {
      for filter in Filter.allCases {
        var changed: Set<String> = []
        _ = try walk(filter, since: since, seen: &changed) { _ in true }
      }
    }
    try hand(on: numbers, isHeld: isHeld, page: page)
    // When records were missed, those that are not listed must not be taken for deleted.
    return isComplete && !range.isOfChanges ? all.values.reduce(into: []) { $0.formUnion($1) } : nil
  }

  private func hand(
    on numbers: [String], isHeld: (String) throws -> Bool, page: ([RemoteCustomer]) throws -> Void
  ) throws {
    var wanted = try numbers.filter { try !isHeld($0) }[...]
    while !wanted.isEmpty {
      let outcome = ParallelFetch.records(of: Array(wanted.prefix(ParallelFetch.groupSize)), workers: workers) {
        (number) throws(APIFailure) in try customer(number: number)
      }
      // What was fetched before a failure is kept: each record costs a request.
      if !outcome.records.isEmpty { try page(outcome.records) }
      if let failure = outcome.failure { throw failure }
      wanted = wanted.dropFirst(ParallelFetch.groupSize)
    }
  }

  private func listPage(
    _ filter: Filter, since: String?, number: Int
  ) throws(APIFailure) -> (page: ListPage<FortnoxRow>, time: UTCInstant) {
    var path =
      "/customers?filter=\(filter)&sortby=customernumber&sortorder=ascending&limit=\(Self.pageSize)&page=\(number)"
    if let since { path += "&lastmodified=" + PercentEncoding.encoded(since) }
    return try exchange.get(path, isPage: true, refusal: { refusal($0, to: .listing) }) { node, response in
      guard case .array(let items)? = node["Customers"], let meta = node["MetaInformation"] else { return nil }
      let rows = items.compactMap(FortnoxRow.init)
      guard rows.count == items.count else { return nil }
      let told = response.headers["date"].flatMap(UTCInstant.init(httpDate:))
      return (
        ListPage(
          items: rows, pages: meta["@TotalPages"]?.wholeNumber, total: meta["@TotalResources"]?.wholeNumber ?? 0),
        told ?? UTCInstant(now())
      )
    }
  }

  private func lastModified(_ cursor: String) throws -> String {
    guard let instant = UTCInstant(iso: cursor) else {
      throw APIFailure.unavailable(
        KundregError(
          .fortnoxCursor, VendorTexts.badCursor("Fortnox", exchange.name), remedies: [.syncFully(system: exchange.name)]
        ))
    }
    return FortnoxClock.lastModified(
      since: instant, now: UTCInstant(now()))
  }
}

extension ListRange {
  fileprivate var isOfChanges: Bool { if case .changes = self { true } else { false } }

  /// True when the record of a row of the whole list is to be fetched.
  fileprivate func isWanted(_ row: FortnoxRow, isActive: Bool) throws -> Bool {
    switch self {
    case .everything: true
    case .changes: false
    case .differences(_, let seen): try seen(row.number).map { !row.shows($0, isActive: isActive) } ?? true
    }
  }
}
