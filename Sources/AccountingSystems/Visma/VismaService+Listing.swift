import CustomerModel
import HTTP

extension VismaService {
  /// The largest page that Visma gives.
  static let pageSize = 1000
  /// How far a listing goes back before its cursor, in seconds: for changes that were being saved while the first page was
  /// read, and because it is not known whether the filter minds fractions.
  private static let overlap = 60

  /// A list holds whole records: `isHeld` is not asked, and differences are everything.
  ///
  /// Sorted always, as the order of Visma's own is not told: by number, which rarely changes, for everything; by change for
  /// changes. The cursor is the server's own time on the first page.
  package func list(
    _ range: ListRange, started: (String) throws -> Void, isHeld: (String) throws -> Bool,
    page: ([RemoteCustomer]) throws -> Void
  ) throws -> Set<String>? {
    let query: String
    let isOfAll: Bool
    switch range {
    case .changes(let cursor): (query, isOfAll) = (try changes(since: cursor), false)
    case .everything, .differences: (query, isOfAll) = ("$orderby=CustomerNumber", true)
    }
    var seen: Set<String> = []
    var isStarted = false
    let isComplete = try ListWalk.all(
      page: { number in
        let (list, time) = try self.listPage(query, number: number)
        if !isStarted {
          isStarted = true
          try started(time.iso)
        }
        return list
      },
      take: { records in
        // A record that changes meanwhile comes again at the end: its new state is the next listing's.
        let new = records.filter { seen.insert($0.id).inserted }
        if !new.isEmpty { try page(new) }
        return seen.count
      })
    // When records were missed, those that are not listed must not be taken for deleted.
    return isOfAll && isComplete ? seen : nil
  }

  private func listPage(
    _ query: String, number: Int
  ) throws(APIFailure) -> (list: ListPage<RemoteCustomer>, time: UTCInstant) {
    let path = "/customers?$page=\(number)&$pagesize=\(Self.pageSize)&\(query)"
    return try exchange.get(path, isPage: true, refusal: { refusal($0, to: .listing) }) { node, response in
      guard let page = VismaPage(node), let customers = page.customers else { return nil }
      let time =
        page.time ?? response.headers["date"].flatMap(UTCInstant.init(httpDate:))
        ?? UTCInstant(now())
      return (ListPage(items: customers, pages: page.pages, total: page.total), time)
    }
  }

  /// Source: OData 4, URL conventions, 5.1.1.14: a date-time literal stands without quotes. With `Z`, as the `+` of an
  /// offset would be read as a blank.
  private func changes(since cursor: String) throws -> String {
    guard let instant = UTCInstant(iso: cursor) else {
      throw APIFailure.unavailable(
        KundregError(
          .vismaCursor, VendorTexts.badCursor("Visma", exchange.name), remedies: [.syncFully(system: exchange.name)]))
    }
    return "$orderby=ChangedUtc&$filter=" + PercentEncoding.encoded("ChangedUtc ge \((instant - Self.overlap).iso)")
  }
}
