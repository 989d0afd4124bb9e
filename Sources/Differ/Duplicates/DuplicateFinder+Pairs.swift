extension DuplicateFinder {
  /// Two customers that are likely the same, the lower id first.
  package struct Pair: Sendable, Hashable {
    package let first: Int64
    package let second: Int64
    package let reason: DuplicateReason
  }

  private struct Key: Hashable {
    let low: Int32
    let high: Int32
  }

  /// The likely pairs, the surest first, then by id: each once, for its surest reason. Two inactive customers are none.
  package func pairs() -> [Pair] {
    var found: [Key: DuplicateReason] = [:]
    for reason in DuplicateReason.allCases {
      let sorted = entries[reason.place].sorted { ($0.key, $0.index) < ($1.key, $1.index) }
      var start = 0
      while start < sorted.count {
        var end = start + 1
        while end < sorted.count, sorted[end].key == sorted[start].key { end += 1 }
        if end - start > 1 { pair(sorted[start..<end].map(\.index), reason, &found) }
        start = end
      }
    }
    return found.map { key, reason in Pair(first: ids[Int(key.low)], second: ids[Int(key.high)], reason: reason).ordered
    }
    .sorted { ($1.reason.score, $0.first, $0.second) < ($0.reason.score, $1.first, $1.second) }
  }

  private func pair(_ group: [Int32], _ reason: DuplicateReason, _ found: inout [Key: DuplicateReason]) {
    func add(_ a: Int32, _ b: Int32) {
      guard a != b, isActive[Int(a)] || isActive[Int(b)] else { return }
      let key = Key(low: min(a, b), high: max(a, b))
      if found[key] == nil { found[key] = reason }
    }
    if reason == .similarName {
      let sorted =
        group.count <= DuplicateThresholds.similarWindow
        ? group : group.sorted { name($0).lexicographicallyPrecedes(name($1)) }
      for (place, a) in sorted.enumerated() {
        for b in sorted[(place + 1)...].prefix(DuplicateThresholds.similarWindow) where isSimilar(a, b) { add(a, b) }
      }
    } else if group.count <= DuplicateThresholds.smallGroup {
      for (place, a) in group.enumerated() { for b in group[(place + 1)...] { add(a, b) } }
    } else if let first = group.first(where: { isActive[Int($0)] }) {
      for other in group { add(first, other) }
    }
  }

  private func name(_ index: Int32) -> ArraySlice<UInt8> { names[nameStarts[Int(index)]..<nameStarts[Int(index) + 1]] }

  private func isSimilar(_ a: Int32, _ b: Int32) -> Bool {
    DuplicateName.isOneEdit(name(a), name(b)) || DuplicateName.isReordered(name(a), name(b))
  }
}

extension DuplicateFinder.Pair {
  fileprivate var ordered: DuplicateFinder.Pair {
    first < second ? self : DuplicateFinder.Pair(first: second, second: first, reason: reason)
  }
}
