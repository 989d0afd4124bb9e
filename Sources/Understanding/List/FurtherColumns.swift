import CustomerModel
package import Mapping

/// What the headings say of the columns that a fitting mapping leaves: the fields that these columns fill beside it.
///
/// Headings decide alone, so that lists with the same headings are read alike night after night, whatever stands in them. The
/// cells of a sample may only forbid: a column whose cells are against what its heading says is left, and no other column gets
/// its field instead.
package struct FurtherColumns: Sendable {
  /// One entry, and what it takes.
  package struct Entry: Sendable {
    package let column: ColumnMapping
    /// The headings of its columns.
    package let headings: [String]
    /// Their places.
    package let sources: [Int]
    /// The mapping's entry in whose place it stands: it takes that one's column and, where that is blank, these.
    package let widened: Int?
  }

  /// At least one.
  package let entries: [Entry]
  private let file: MappingFile
  private let header: [String]
  /// What the mapping fills by itself.
  private let filled: Set<FieldPath>
  /// All that the headings say, also what stands behind something that they do not.
  private let findings: [Finding]
  /// Further sources of names, where the mapping's column has none.
  private let names: NameSources?

  /// Fields that no heading alone may give: who a customer is, and whether it is one.
  private static let never: Set<FieldPath> = [
    FieldPath(.number), FieldPath(.customerName), FieldPath(.identityNumber), FieldPath(.type), FieldPath(.active),
  ]

  /// - Parameters:
  ///   - file: the mapping that fits.
  ///   - header: as the mapping knows it, and as a file of rejected rows has it.
  ///   - plain: the headings without the words over them.
  ///   - band: the words over groups of columns, one for each column; empty where none stands.
  ///   - sample: some rows below the header; nil is a cell that a row lacks.
  /// - Returns: nil where there is nothing to add.
  package init?(
    beside file: MappingFile, header: [String], plain: [String], band: [String], sample: [[String?]], words: WordBook
  ) {
    var findings = Self.findings(file, header, read: header, under: [], words)
    if !band.isEmpty {
      // Rejected rows come back below one row of headings: what only the words over them tell would then be told no more.
      let under = Self.findings(file, header, read: plain, under: band, words)
      findings = findings.filter { finding in
        under.contains(finding) && !finding.source.columns.contains { Self.isUnknown(band, at: $0, words) }
      }
    }
    let senses = SenseReader(words).senses(header, [], [])
    let names = NameSources(beside: file, header, senses)
    findings.removeAll { Self.isForbidden($0.source.columns, senses, sample) }
    findings.sort { $0.source.columns.lexicographicallyPrecedes($1.source.columns) }
    self.init(
      file, header, filled: KnownColumns(file, header, senses).filled, findings,
      names: names.flatMap { Self.isForbidden($0.further, senses, sample) ? nil : $0 })
  }

  private init?(
    _ file: MappingFile, _ header: [String], filled: Set<FieldPath>, _ findings: [Finding], names: NameSources?
  ) {
    let added = Self.withNamedPersons(findings, filled).map { finding in
      let sources = finding.source.columns
      return Entry(
        column: finding.entry(header), headings: sources.map { header[$0].trimmingBlanks }, sources: sources,
        widened: nil)
    }
    let wider = names.map { names in
      Entry(
        column: names.finding.entry(header), headings: names.further.map { header[$0].trimmingBlanks },
        sources: names.further, widened: names.entry)
    }
    let entries = Self.behind(file, added, header) + [wider].compactMap(\.self)
    guard !entries.isEmpty else { return nil }
    self.names = names
    self.file = file
    self.header = header
    self.filled = filled
    self.findings = findings
    self.entries = entries
  }

  /// The mapping with these entries behind its own.
  package var mapping: MappingFile {
    var columns = file.columns
    for entry in entries { if let place = entry.widened { columns[place] = entry.column } }
    return file.with(columns + entries.filter { $0.widened == nil }.map(\.column))
  }

  /// Without the columns of which something else is known; nil when none is left.
  package func leaving(_ isKnown: (_ heading: String) -> Bool) -> FurtherColumns? {
    // A person whose name is another's column cannot be reached by the columns that are left.
    func isLeft(_ columns: [Int]) -> Bool { !columns.contains { isKnown(header[$0].trimmingBlanks) } }
    let left = findings.filter { isLeft($0.source.columns) }
    let names = names.flatMap { isLeft($0.further) ? $0 : nil }
    return left.count == findings.count && names == self.names
      ? self : FurtherColumns(file, header, filled: filled, left, names: names)
  }

  private static func findings(
    _ file: MappingFile, _ header: [String], read headings: [String], under band: [String], _ words: WordBook
  ) -> [Finding] {
    let senses = SenseReader(words).senses(headings, band, [])
    var reader = ListReader(senses)
    reader.run()
    let keys = header.map(HeaderKey.of)
    let counts = keys.reduce(into: [:]) { $0[$1, default: 0] += 1 }
    // What the mapping knows by its heading is left on purpose: another column has the field.
    var others = Set(HeaderMatch(file, header: header).unmapped.filter { $0.takenField != nil }.map(\.index))
    // Who bears a name where no company stands is the company's contact elsewhere.
    if let names = NameSources(beside: file, header, senses) { others.subtract(names.further) }
    return KnownColumns(file, header, senses).further(by: reader.findings, senses).filter { finding in
      finding.fields.allSatisfy { !never.contains($0) }
        && finding.source.columns.allSatisfy { column in
          // A heading that stands twice, or is blank, cannot be meant by a mapping. What a mistyped word means, cells must confirm.
          !keys[column].isEmpty && counts[keys[column]] == 1 && senses[column].reading.meant.isEmpty
            && !others.contains(column)
        }
    }
  }

  /// True below a word that says neither that a column is the customer's nor whose else: nobody can tell then.
  private static func isUnknown(_ band: [String], at column: Int, _ words: WordBook) -> Bool {
    guard column < band.count, !HeaderKey.of(band[column]).isEmpty else { return false }
    let group = HeadingReading(HeadingWords(HeadingTokens(band[column]).tokens, words))
    return group.blocks.isEmpty
      ? group.parts.isEmpty : group.blocks.isDisjoint(with: HeadingReading.others.union([.customer, .company]))
  }

  private static func isForbidden(_ columns: [Int], _ senses: [ColumnSense], _ sample: [[String?]]) -> Bool {
    columns.contains { column in
      let cells = CellLook(sample.lazy.map { column < $0.count ? $0[column] : nil })
      return senses[column].role.map { $0.fit(cells) == .against } ?? true
    }
  }

  /// Without ways to reach persons who have no name, and without persons behind a place that stays free.
  private static func withNamedPersons(_ findings: [Finding], _ filled: Set<FieldPath>) -> [Finding] {
    let named = filled.union(findings.flatMap(\.fields))
    return findings.filter { finding in
      finding.fields.allSatisfy { path in
        !path.field.isRepeated
          || (0...path.position).allSatisfy { named.contains(FieldPath(.contactName, position: $0)) }
      }
    }
  }

  /// Those entries behind which the mapping's own take the same columns as without them.
  private static func behind(_ file: MappingFile, _ entries: [Entry], _ header: [String]) -> [Entry] {
    guard !entries.isEmpty else { return [] }
    let own = HeaderMatch(file, header: header).found
    func stand(_ entries: [Entry]) -> Bool {
      let all = HeaderMatch(file.with(file.columns + entries.map(\.column)), header: header).found
      let count = file.columns.count
      let added = all.filter { ($0.entry ?? 0) >= count }
      return all.filter { ($0.entry ?? 0) < count } == own
        && added.map { $0.sources.compactMap(\.self) } == entries.map(\.sources)
    }
    if stand(entries) { return entries }
    return entries.reduce(into: []) { kept, entry in if stand(kept + [entry]) { kept.append(entry) } }
  }
}
