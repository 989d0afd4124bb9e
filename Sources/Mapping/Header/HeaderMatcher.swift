import CustomerModel

/// The work behind ``HeaderMatch``.
struct HeaderMatcher {
  private let synonyms: HeaderSynonyms
  private let columns: [ColumnMapping]
  private let headings: Headings
  private(set) var taken: [Bool]
  private(set) var filled: Set<FieldPath> = []
  private(set) var result: [HeaderMatch.Found] = []

  init(_ synonyms: HeaderSynonyms, _ columns: [ColumnMapping], _ headings: Headings) {
    self.synonyms = synonyms
    self.columns = columns
    self.headings = headings
    taken = Array(repeating: false, count: headings.names.count)
  }

  mutating func run() {
    var sources = columns.map { [Int?](repeating: nil, count: $0.source.parts.count) }
    var found = [[FieldPath?]?](repeating: nil, count: columns.count)
    var round = rounds(of: columns.map { $0.fields[0] })
    while let entries = round.popFirst() {
      claim(for: entries, into: &sources)
      for entry in entries {
        let column = columns[entry]
        if case .constant = column.source {} else if sources[entry].allSatisfy({ $0 == nil }) { continue }
        let fields = column.fields.map { filled.contains($0) ? nil : $0 }
        guard fields.contains(where: { $0 != nil }) else { continue }
        found[entry] = fields
        filled.formUnion(column.fields)
      }
    }
    for (entry, fields) in found.enumerated() {
      if let fields { result.append(.init(entry: entry, fields: fields, sources: sources[entry])) }
    }
    takeNamedFields()
    takeRecords()
  }

  /// Entries by how many before them fill the same field: those of the first round come before all others.
  private func rounds(of fields: [FieldPath]) -> ArraySlice<[Int]> {
    var count: [FieldPath: Int] = [:]
    var rounds: [[Int]] = []
    for (entry, field) in fields.enumerated() {
      let round = count[field, default: 0]
      count[field] = round + 1
      if round == rounds.count { rounds.append([]) }
      rounds[round].append(entry)
    }
    return rounds[...]
  }

  /// Gives the columns of the header to the entries of one round, the best claims first.
  private mutating func claim(for entries: [Int], into sources: inout [[Int?]]) {
    let wanted = Set(entries.filter { columns[$0].fields.contains { !filled.contains($0) } })
    var claims: [(claim: HeaderSynonyms.Claim, header: Int)] = []
    for (index, key) in headings.keys.enumerated() {
      for claim in synonyms.claims[key] ?? [] where wanted.contains(claim.entry) { claims.append((claim, index)) }
    }
    claims.sort { a, b in
      (a.claim.rank, a.claim.entry, a.claim.part, a.header) < (b.claim.rank, b.claim.entry, b.claim.part, b.header)
    }
    for (claim, index) in claims where sources[claim.entry][claim.part] == nil {
      guard !taken[index] || columns[claim.entry].isShared else { continue }
      sources[claim.entry][claim.part] = index
      taken[index] = true
    }
  }

  private mutating func takeNamedFields() {
    for (index, path) in headings.paths.enumerated() where !taken[index] {
      guard let path, !path.field.isReadOnly, filled.insert(path).inserted else { continue }
      taken[index] = true
      result.append(.init(entry: nil, fields: [path], sources: [index]))
    }
  }

  /// A JSON file gives the members of records in columns of their own; they make one list.
  private mutating func takeRecords() {
    var sources: [Field: [Int]] = [:]
    let header = headings.names
    for index in header.indices where !taken[index] && RecordHeading.isPossible(header[index]) {
      if let heading = RecordHeading(header[index]) { sources[heading.field, default: []].append(index) }
    }
    for (field, sources) in sources.sorted(by: { $0.key.index < $1.key.index }) {
      guard filled.insert(FieldPath(field)).inserted else { continue }
      for index in sources { taken[index] = true }
      result.append(.init(entry: nil, fields: [FieldPath(field)], sources: sources))
    }
  }
}

extension String {
  /// The text without outer white space.
  package var trimmingBlanks: String {
    // Most texts begin and end in letters and digits, which need no look at characters.
    if let first = utf8.first, let last = utf8.last, 0x21...0x7E ~= first, 0x21...0x7E ~= last { return self }
    guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace }) else {
      return ""
    }
    return String(self[first...last])
  }
}
