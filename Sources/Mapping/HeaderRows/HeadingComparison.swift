import CustomerModel
package import Texts

/// Tells of a row below the headings whether it holds headings, and whether they mean the same as those above it.
///
/// A heading means the same when it is written alike, or when the mapping takes both for the same thing. Where it means another,
/// the rows below it would be read under the wrong field.
package struct HeadingComparison {
  /// The columns of a row by what they hold, each ascending.
  package struct Findings: Sendable, Equatable {
    /// A heading that means what the column's heading means.
    package var same: [Int] = []
    /// A heading that means something else.
    package var changed: [Int] = []
    /// Any other text.
    package var unknown: [Int] = []
  }

  private let mapping: MappingFile
  private let header: [String]
  private let keys: [String]
  /// What stands above each heading, in the header's own rows.
  private let upperKeys: [String]
  private let meanings: HeadingMeanings
  private let starts: Set<UInt32>
  /// What rows were compared before, and with what result.
  private var compared: [[String]: Findings] = [:]
  /// How many rows are remembered, and how long they may be, bytes.
  private static let (mostCompared, longestCompared) = (64, 1 << 14)

  /// - Parameters:
  ///   - header: the headings as they stand in the table.
  ///   - upper: the row of words over them; empty when there is none.
  package init(_ mapping: MappingFile, header: [String], upper: [String] = []) {
    self.mapping = mapping.incoming()
    self.header = header
    keys = header.map(HeaderKey.of)
    upperKeys = header.indices.map { $0 < upper.count ? HeaderKey.of(upper[$0]) : "" }
    meanings = HeadingMeanings(self.mapping, header: header, upper: upper)
    starts = meanings.starts
  }

  /// How many columns have a heading.
  package var width: Int { keys.count { !$0.isEmpty } }

  /// False for a text that is certainly no heading: a look at its first letters.
  package func mayBeHeading(_ text: UnsafeRawBufferPointer) -> Bool {
    HeaderKey.start(of: text).map(starts.contains) ?? true
  }

  /// True for a text that the mapping knows as a heading, or that is one of the table's.
  package func isHeading(_ text: String) -> Bool {
    meanings.known.contains(HeaderKey.of(text)) || Headings.path(named: text) != nil
  }

  /// True for a column that some field is made of.
  package func isTaken(_ column: Int) -> Bool { column < header.count && !meanings.roles[column].isEmpty }

  /// True for a column that has a heading.
  package func isHeaded(_ column: Int) -> Bool { column < keys.count && !keys[column].isEmpty }

  /// What another heading in a column changes, in words.
  ///
  /// - Parameter heading: nil for one that nobody knows, which may be a value.
  package func change(to heading: String?, in column: Int) -> Text {
    let new = heading?.trimmingBlanks
    return isHeaded(column)
      ? HeaderTexts.stands(new, where: header[column].trimmingBlanks) : HeaderTexts.standsWhereNoneStood(new)
  }

  /// Compares the cells of a row with the headings. Blank ones say nothing, nor do the columns of a rejects file.
  ///
  /// A list may have headings thousands of times: a mapping is asked only for what stands otherwise than above, and once for
  /// the same words.
  package mutating func compare(_ cells: [String]) -> Findings {
    if let findings = compared[cells] { return findings }
    let findings = repeated(cells) ?? findings(ofOther: cells)
    if compared.count < Self.mostCompared, cells.reduce(0, { $0 + $1.utf8.count }) < Self.longestCompared {
      compared[cells] = findings
    }
    return findings
  }

  /// The findings of a row whose words all stand in their column above, too; nil for another.
  private func repeated(_ cells: [String]) -> Findings? {
    var findings = Findings()
    for (column, cell) in cells.enumerated() where !isSilent(cell, column) {
      guard isOfColumn(HeaderKey.of(cell), column) else { return nil }
      findings.same.append(column)
    }
    return findings
  }

  private func isSilent(_ cell: String, _ column: Int) -> Bool {
    cell.trimmingBlanks.isEmpty || column < header.count && HeaderMatch.isIgnored(header[column])
  }

  private func isOfColumn(_ key: String, _ column: Int) -> Bool {
    column < keys.count && !key.isEmpty && (key == keys[column] || key == upperKeys[column])
  }

  private func findings(ofOther cells: [String]) -> Findings {
    let match = HeaderMatch(mapping, header: cells)
    let own = HeadingMeanings.roles(match, of: cells, mapping)
    let roles = meanings.roles
    let idle = Set(match.unmapped.filter { $0.takenField != nil }.map(\.index))
    var findings = Findings()
    for (column, cell) in cells.enumerated() where !isSilent(cell, column) {
      if isOfColumn(HeaderKey.of(cell), column) {
        findings.same.append(column)
      } else if !own[column].isEmpty {
        let isSame = column < roles.count && !roles[column].isDisjoint(with: own[column])
        if isSame { findings.same.append(column) } else { findings.changed.append(column) }
      } else if idle.contains(column) {
        findings.changed.append(column)
      } else {
        findings.unknown.append(column)
      }
    }
    return findings
  }
}
