import Documents

/// One page of any of Visma's lists: `{"Meta":{…},"Data":[…]}`.
struct VismaPage {
  let data: [JSONNode]
  let pages: Int?
  let total: Int
  /// The server's time when it answered; nil when it does not tell.
  let time: UTCInstant?

  /// - Returns: nil for what is no page.
  init?(_ node: JSONNode) {
    guard case .array(let data)? = node["Data"], let meta = node["Meta"] else { return nil }
    self.data = data
    pages = meta["TotalNumberOfPages"]?.wholeNumber
    total = meta["TotalNumberOfResults"]?.wholeNumber ?? 0
    time = meta["ServerTimeUtc"]?.scalarText.flatMap(UTCInstant.init(iso:))
  }

  /// The page's customers; nil when one of its elements is none.
  var customers: [RemoteCustomer]? {
    let customers = data.compactMap(VismaService.customer)
    return customers.count == data.count ? customers : nil
  }
}
