package import CustomerModel
package import Texts

/// The problems of a file by code, with the first few examples of each.
///
/// Grows with the number of codes, not of rows. Batches may be summed up apart and merged in order.
package struct ProblemSummary: Sendable, Equatable {
  /// One problem that stands for many.
  package struct Example: Sendable, Equatable {
    /// The line in a text file, the row in a sheet, or the ordinal of a JSON object; nil for a column as a whole.
    package let position: Int?
    /// The sheet of the row, where the input has several.
    package let sheet: String?
    /// The heading of the column at fault; nil for the row as a whole.
    package let header: String?
    /// The value at fault as a report may show it: personal identity numbers are masked.
    package let value: String?
    package let text: Text

    /// The text in English, which JSON has.
    package var message: String { text.english }

    package init(position: Int?, sheet: String?, header: String?, value: String?, text: Text) {
      self.position = position
      self.sheet = sheet
      self.header = header
      self.value = value
      self.text = text
    }
  }

  /// All problems of one code and severity.
  package struct Entry: Sendable, Equatable {
    package let code: String
    package let severity: Severity
    package fileprivate(set) var count: Int
    package fileprivate(set) var examples: [Example]

    package init(code: String, severity: Severity, count: Int, examples: [Example]) {
      self.code = code
      self.severity = severity
      self.count = count
      self.examples = examples
    }
  }

  private struct Key: Hashable {
    let code: String
    let severity: Severity
  }

  private let headers: [String]
  private let exampleLimit: Int
  private var byKey: [Key: Entry] = [:]

  /// - Parameters:
  ///   - headers: the source's headings, by which examples name their column.
  ///   - exampleLimit: how many examples of a code are kept.
  package init(headers: [String], exampleLimit: Int = ShownLimits.examples) {
    self.headers = headers
    self.exampleLimit = exampleLimit
  }

  /// A summary that was kept.
  package init(entries: [Entry]) {
    self.init(headers: [])
    for entry in entries { byKey[Key(code: entry.code, severity: entry.severity)] = entry }
  }

  /// Counts one problem.
  ///
  /// - Parameters:
  ///   - position: its row's place in the source; nil for a column as a whole.
  ///   - sheet: the row's sheet, where the input has several.
  ///   - header: what that sheet calls the column, where it is not the source's heading.
  package mutating func add(_ problem: Problem, position: Int?, sheet: String? = nil, header: String? = nil) {
    let key = Key(code: problem.code, severity: problem.severity)
    var entry =
      byKey.removeValue(forKey: key)
      ?? Entry(code: problem.code, severity: problem.severity, count: 0, examples: [])
    entry.count += 1
    if entry.examples.count < exampleLimit {
      entry.examples.append(
        Example(
          position: position, sheet: sheet, header: header ?? problem.heading(among: headers),
          value: problem.value.map { ValueMask.shown($0, of: problem.path?.field) }, text: problem.text))
    }
    byKey[key] = entry
  }

  /// Adds what a later part of the same file was found to hold.
  package mutating func merge(_ later: ProblemSummary) {
    for (key, entry) in later.byKey {
      guard var mine = byKey.removeValue(forKey: key) else {
        byKey[key] = entry
        continue
      }
      mine.count += entry.count
      mine.examples += entry.examples.prefix(exampleLimit - mine.examples.count)
      byKey[key] = mine
    }
  }

  /// What rejects before what warns; the most frequent first.
  package var entries: [Entry] {
    byKey.values.sorted { a, b in
      if a.severity != b.severity { return a.severity == .reject }
      return a.count != b.count ? a.count > b.count : a.code < b.code
    }
  }

  package var isEmpty: Bool { byKey.isEmpty }

  /// The same problems, with every text of their examples as it may be shown.
  package func shown(_ shown: (String) -> String) -> ProblemSummary {
    var summary = self
    summary.byKey = byKey.mapValues { entry in
      var entry = entry
      entry.examples = entry.examples.map { example in
        Example(
          position: example.position, sheet: example.sheet.map(shown), header: example.header.map(shown),
          value: example.value.map(shown),
          text: Text(en: shown(example.text.english), sv: shown(example.text.swedish)))
      }
      return entry
    }
    return summary
  }
}
