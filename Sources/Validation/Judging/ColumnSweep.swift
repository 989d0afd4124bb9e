import CustomerModel
import Rows
import Texts

/// One walk over a column of a batch. Valid only inside the call that it is passed to.
struct ColumnSweep {
  let arena: UnsafePointer<UInt8>
  /// The values of all columns, column after column.
  let values: UnsafeMutablePointer<RecordBatch.Value>
  let rowCount: Int
  let severities: SeverityTable
  /// What tells the customers' countries.
  let countries: RowCountries
  /// The column being walked.
  var column = 0
  private(set) var findings: [RuleFinding] = []

  init(
    arena: UnsafePointer<UInt8>, values: UnsafeMutablePointer<RecordBatch.Value>, rowCount: Int,
    severities: SeverityTable, countries: RowCountries
  ) {
    self.countries = countries
    self.arena = arena
    self.values = values
    self.rowCount = rowCount
    self.severities = severities
  }

  /// The bytes of a value of this column, or of another; nil when it is absent or cleared.
  @inline(__always)
  func bytes(_ row: Int, column other: Int? = nil) -> UnsafeBufferPointer<UInt8>? {
    let value = values[(other ?? column) * rowCount + row]
    guard value.holdsText else { return nil }
    return UnsafeBufferPointer(start: arena + Int(value.start), count: Int(value.length))
  }

  /// What is known of the country of a row's customer. For rows that have something to be told.
  func signs(_ row: Int) -> CountrySigns {
    countries.signs { column in
      let value = values[column * rowCount + row]
      if value.isClear { return .cleared }
      return bytes(row, column: column).map { .text($0) } ?? .nothing
    }
  }

  /// Reports every row whose value does not satisfy the condition.
  @inline(__always)
  mutating func require(_ info: RuleInfo, _ holds: (UnsafeBufferPointer<UInt8>) -> Bool) {
    for row in 0..<rowCount {
      guard let bytes = bytes(row), !holds(bytes) else { continue }
      report(row, info)
    }
  }

  /// Puts the findings in the order of the columns, whichever rule was asked first.
  mutating func arrangeFindings() {
    guard findings.count > 1 else { return }
    let ordered = findings.enumerated().sorted { ($0.element.place, $0.offset) < ($1.element.place, $1.offset) }
    findings = ordered.map(\.element)
  }

  /// Reports one row, and leaves out a value that the register cannot store when the rule only warns.
  ///
  /// - Parameters:
  ///   - mark: which of the rule's sentences fits; empty for its usual one.
  ///   - detail: what the sentence has to add.
  mutating func report(_ row: Int, _ info: RuleInfo, mark: String = "", detail: Text = .empty) {
    let severity = severities.severity(of: info)
    guard severity != .off else { return }
    let place = column * rowCount + row
    findings.append(RuleFinding(row: row, place: column, info: info, value: values[place], mark: mark, detail: detail))
    if severity == .warn, info.guardsStorage { values[place] = .absent }
  }
}
