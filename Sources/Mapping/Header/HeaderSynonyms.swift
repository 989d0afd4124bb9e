import CustomerModel

/// The headings of some table that a mapping knows, by their keys.
struct HeaderSynonyms: Sendable {
  /// One entry that has the heading among those of one of its parts.
  struct Claim: Sendable {
    let entry: Int
    let part: Int
    /// The place in the part's list, from 0; -1 for the name of the field itself.
    let rank: Int
  }

  private(set) var claims: [String: [Claim]] = [:]

  /// - Parameter keys: those of the table. A mapping knows hundreds more, which nobody asks for.
  init(_ columns: [ColumnMapping], among keys: HeadingKeys) {
    for (entry, column) in columns.enumerated() {
      for (part, headings) in column.source.parts.enumerated() {
        for (rank, heading) in headings.enumerated() {
          add(heading, Claim(entry: entry, part: part, rank: rank), among: keys)
        }
      }
      if column.isNamedByItsField {
        add(column.fields[0].description, Claim(entry: entry, part: 0, rank: -1), among: keys)
      }
    }
  }

  private mutating func add(_ heading: String, _ claim: Claim, among keys: HeadingKeys) {
    guard let key = keys.key(of: heading) else { return }
    if let same = claims[key]?.firstIndex(where: { $0.entry == claim.entry && $0.part == claim.part }) {
      if claim.rank < claims[key]![same].rank { claims[key]![same] = claim }
    } else {
      claims[key, default: []].append(claim)
    }
  }
}
