import CustomerModel
import Documents

extension FortnoxService {
  /// The largest page that Fortnox gives.
  private static let pageSize = 500
  /// How many records are fetched before they are handed on.
  private static let groupSize = 100

  private enum Filter: String, CaseIterable {
    case active, inactive
  }

  /// Lists both active and inactive customers, as it is not known which of them the unfiltered list holds.
  ///
  /// All pages are listed before the first record is fetched: that takes seconds, and little moves between pages; fetching
  /// takes the longer. The cursor is the instant of the first answer.
  package func list(
    since cursor: String?, started: (String) throws -> Void, isHeld: (String) throws -> Bool,
    page: ([RemoteCustomer]) throws -> Void
  ) throws -> Set<String>? {
    let since = try cursor.map(lastModified)
    var isStarted = false
    func fetch(_ filter: Filter, _ number: Int) throws -> ListPage<String> {
      let (page, time) = try listPage(filter, since: since, number: number)
      if !isStarted {
        isStarted = true
        try started(time.iso)
      }
      return page
    }
    var seen: [Filter: Set<String>] = [:]
    var numbers: [String] = []
    var all: Set<String> = []
    func walk(_ filter: Filter) throws -> Bool {
      try ListWalk.all(page: { try fetch(filter, $0) }) { items in
        for number in items where all.insert(number).inserted { numbers.append(number) }
        seen[filter, default: []].formUnion(items)
        return seen[filter]?.count ?? 0
      }
    }
    var isComplete = try Filter.allCases.map(walk).allSatisfy(\.self)
    // An inactive customer who was made active between the two lists stands in neither.
    if cursor == nil, try fetch(.active, 1).total > seen[.active]?.count ?? 0 {
      isComplete = try walk(.active) && isComplete
    }
    try hand(on: numbers, isHeld: isHeld, page: page)
    // When records were missed, those that are not listed must not be taken for deleted.
    return cursor == nil && isComplete ? all : nil
  }

  private func hand(
    on numbers: [String], isHeld: (String) throws -> Bool, page: ([RemoteCustomer]) throws -> Void
  ) throws {
    var wanted = try numbers.filter { try !isHeld($0) }[...]
    while !wanted.isEmpty {
      let outcome = ParallelFetch.records(of: Array(wanted.prefix(Self.groupSize)), workers: workers) {
        (number) throws(APIFailure) in try customer(number: number)
      }
      // What was fetched before a failure is kept: each record costs a request.
      if !outcome.records.isEmpty { try page(outcome.records) }
      if let failure = outcome.failure { throw failure }
      wanted = wanted.dropFirst(Self.groupSize)
    }
  }

  private func listPage(
    _ filter: Filter, since: String?, number: Int
  ) throws(APIFailure) -> (page: ListPage<String>, time: UTCInstant) {
    var path =
      "/customers?filter=\(filter)&sortby=customernumber&sortorder=ascending&limit=\(Self.pageSize)&page=\(number)"
    if let since { path += "&lastmodified=" + PercentEncoding.encoded(since) }
    return try exchange.get(path, isPage: true, refusal: { refusal($0, to: .listing) }) { node, response in
      guard case .array(let items)? = node["Customers"], let meta = node["MetaInformation"] else { return nil }
      let numbers = items.compactMap { $0["CustomerNumber"]?.scalarText }
      guard numbers.count == items.count else { return nil }
      let told = response.headers["date"].flatMap(UTCInstant.init(httpDate:))
      return (
        ListPage(
          items: numbers, pages: meta["@TotalPages"]?.wholeNumber, total: meta["@TotalResources"]?.wholeNumber ?? 0),
        told ?? UTCInstant(now())
      )
    }
  }

  private func lastModified(_ cursor: String) throws -> String {
    guard let instant = UTCInstant(iso: cursor) else {
      throw APIFailure.unavailable(
        exchange.error(
          .configuration, "cursor",
          """
          the register's mark of the last pull from \(exchange.name) is no time of Fortnox's; compare everything once: \
          kundreg sync \(exchange.name) --full
          """))
    }
    return FortnoxClock.lastModified(
      since: instant, now: UTCInstant(now()))
  }
}
