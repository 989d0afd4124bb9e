/// A mapping held against a header, and how well it fits.
struct RankedMapping {
  let file: MappingFile
  let match: HeaderMatch
  let rank: MappingRank

  init(_ file: MappingFile, _ match: HeaderMatch) {
    self.file = file
    self.match = match
    rank = MappingRank(match, file)
  }

  /// True also when there is no other.
  func isBetter(than other: RankedMapping?) -> Bool { other.map { rank.isBetter(than: $0.rank) } ?? true }

  /// The best of some, the first of equals.
  static func best(of candidates: some Sequence<RankedMapping>) -> RankedMapping? {
    candidates.reduce(nil as RankedMapping?) { best, next in next.isBetter(than: best) ? next : best }
  }
}
