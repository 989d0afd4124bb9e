extension SearchIndex {
  /// The index that fits what a transaction sees, as two: what the file holds, and what has changed since.
  struct Current {
    /// Nil when there is no file that fits.
    let base: SearchIndex?
    /// The customers whose entries in the base no longer hold.
    let changed: Set<Int64>
    /// The entries that do hold for them.
    let recent: SearchIndex
  }
}

extension SearchIndex.Current {
  /// The customers that hold all words, in the order of their numbers, at most `limit` of them.
  ///
  /// - Parameter isAdmitted: asked of the customers with the words.
  func customers(
    with words: SearchWords, activity: CustomerSearch.Activity, limit: Int, where isAdmitted: (Int64) -> Bool
  ) -> [Int64] {
    let new = recent.entries(with: words, limit: limit) {
      isListed(recent, $0, activity) && isAdmitted(recent.customer($0))
    }
    guard let base else { return new.map(recent.customer) }
    let old = base.entries(with: words, limit: limit) {
      isListed(base, $0, activity) && isAdmitted(base.customer($0))
    }
    return Array(Self.merge(base, old, recent, new).lazy.map { $0.index.customer($0.entry) }.prefix(limit))
  }

  /// All customers that hold all words.
  func customers(with words: SearchWords, activity: CustomerSearch.Activity) -> CustomerSet {
    var set = CustomerSet()
    for index in [base, recent].compactMap(\.self) {
      index.visit(with: words) {
        if isListed(index, $0, activity) { set.insert(index.customer($0)) }
        return true
      }
    }
    return set
  }

  /// True when an entry holds, of a customer that such a search shows.
  private func isListed(_ index: SearchIndex, _ entry: Int, _ activity: CustomerSearch.Activity) -> Bool {
    switch activity {
    case .all: break
    case .active: guard index.isActive(entry) else { return false }
    case .inactive: guard !index.isActive(entry) else { return false }
    }
    return index === recent || changed.isEmpty || !changed.contains(index.customer(entry))
  }

  /// All entries that hold, in the order of their numbers; nil when they are too many for one file.
  func merged() -> SearchEntries? {
    var entries = SearchEntries()
    guard let base else { return entries }
    let old = (0..<base.count).filter { !changed.contains(base.customer($0)) }
    for (index, entry) in Self.merge(base, old, recent, Array(0..<recent.count)) {
      guard entries.append(index.entry(entry), key: index.key(entry)) else {
        return nil
      }
    }
    return entries
  }

  private static func merge(
    _ base: SearchIndex, _ old: [Int], _ recent: SearchIndex, _ new: [Int]
  ) -> [(index: SearchIndex, entry: Int)] {
    var merged: [(index: SearchIndex, entry: Int)] = []
    merged.reserveCapacity(old.count + new.count)
    var rest = new[...]
    for entry in old {
      while let first = rest.first, NumberOrder.precedes(recent.number(first), base.number(entry)) {
        merged.append((recent, first))
        rest.removeFirst()
      }
      merged.append((base, entry))
    }
    return merged + rest.map { (recent, $0) }
  }
}
