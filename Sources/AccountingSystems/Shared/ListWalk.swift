/// One page of a list.
struct ListPage<Item> {
  var items: [Item]
  /// How many pages the list has; 0 for an empty list in Fortnox, nil when the answer does not tell.
  var pages: Int?
  /// How many records the list has; 0 when the answer does not tell.
  var total: Int
}

/// Walks through a list that is given page by page, of a register that lives meanwhile.
enum ListWalk {
  /// Walks through all pages. Records may be given more than once.
  ///
  /// A page is counted from the list's beginning at the moment of asking. A record that is added meanwhile moves others to
  /// later pages, where they come again; one that is deleted, or whose place in the order changes, moves others to pages that
  /// were read already, and those are missed. Then fewer records were seen than the pages told of, at their most, and the
  /// list is walked through again.
  ///
  /// - Parameters:
  ///   - fetch: gives the page of that number, from 1.
  ///   - take: takes a page's items and tells how many different ones it has seen in all.
  /// - Returns: true when no record was missed.
  static func all<Item>(page fetch: (Int) throws -> ListPage<Item>, take: ([Item]) throws -> Int) throws -> Bool {
    for _ in 0..<RetryLimits.listWalks {
      var told = 0
      var seen = 0
      var number = 1
      while true {
        let page = try fetch(number)
        told = max(told, page.total)
        seen = try take(page.items)
        // An empty list may have no pages: the end is not only where the number meets the count.
        if page.items.isEmpty || number >= page.pages ?? Int.max { break }
        number += 1
      }
      if seen >= told { return true }
    }
    return false
  }
}
