import CustomerModel

/// What a list of customers is asked for, as its address has it.
struct CustomerQuery: Sendable, Hashable {
  var search = ""
  var showsInactive = false
  /// The page, from 1.
  var page = 1

  init(search: String = "", showsInactive: Bool = false, page: Int = 1) {
    self.search = search
    self.showsInactive = showsInactive
    self.page = page
  }

  /// True when a personal identity number is looked for, which no page repeats.
  var holdsIdentity: Bool { IdentityMask.masked(search) != search }

  /// What makes no sense is as if it were left out.
  init(_ fields: FormFields) {
    search = fields["search"] ?? ""
    showsInactive = fields["inactive"] == "yes"
    page = fields["page"].flatMap { Int($0) }.map { min(max($0, 1), Self.lastPage) } ?? 1
  }

  /// Nobody turns that many; an offset beyond would not fit a number.
  private static let lastPage = 1_000_000

  /// After the path: empty where nothing is asked for.
  var text: String {
    var parts: [String] = []
    if !search.isEmpty { parts.append("search=" + PercentEncoding.encode(search)) }
    if showsInactive { parts.append("inactive=yes") }
    if page > 1 { parts.append("page=\(page)") }
    return parts.isEmpty ? "" : "?" + parts.joined(separator: "&")
  }
}
