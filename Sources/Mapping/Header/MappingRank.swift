import CustomerModel

/// How well a mapping fits a header.
struct MappingRank: Sendable {
  /// How many source columns it takes.
  let matched: Int
  /// How many required fields the header lacks.
  private let missing: Int
  /// True when at least half of the fields that the mapping knows are there: then the file was probably made for it.
  private let isAtHome: Bool
  /// How many headings the mapping knows in all.
  private let breadth: Int

  init(_ match: HeaderMatch, _ file: MappingFile) {
    matched = match.matchedCount
    missing = match.missing.count
    breadth = file.columns.reduce(0) { $0 + $1.source.parts.reduce(0) { $0 + $1.count } }
    let fields = Set(file.columns.flatMap(\.fields)).count
    isAtHome = match.found.count { $0.entry != nil } * 2 >= fields
  }

  /// More columns taken, then fewer required fields missing. Of two that fit alike the narrower one is better when it is
  /// at home in the file, the wider one when neither is: a list of four columns is not a certain program's export because
  /// that program's happens to begin so.
  func isBetter(than other: MappingRank) -> Bool {
    if matched != other.matched { return matched > other.matched }
    if missing != other.missing { return missing < other.missing }
    if isAtHome != other.isAtHome { return isAtHome }
    return isAtHome ? breadth < other.breadth : breadth > other.breadth
  }
}
