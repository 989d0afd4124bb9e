import CustomerModel
import Rows

/// One walk over a column of a batch. Valid only inside the call that it is passed to.
struct ColumnSweep {
  let arena: UnsafePointer<UInt8>
  /// The values of all columns, column after column.
  let values: UnsafeMutablePointer<RecordBatch.Value>
  let rowCount: Int
  let severities: SeverityTable
  /// The column being walked.
  var column = 0
  private(set) var findings: [Finding] = []

  init(
    arena: UnsafePointer<UInt8>, values: UnsafeMutablePointer<RecordBatch.Value>, rowCount: Int,
    severities: SeverityTable
  ) {
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

  /// Reports every row whose value does not satisfy the condition.
  @inline(__always)
  mutating func require(_ info: RuleInfo, _ holds: (UnsafeBufferPointer<UInt8>) -> Bool) {
    for row in 0..<rowCount {
      guard let bytes = bytes(row), !holds(bytes) else { continue }
      report(row, info)
    }
  }

  /// Reports one row, and leaves out a value that the register cannot store when the rule only warns.
  mutating func report(_ row: Int, _ info: RuleInfo, detail: String = "") {
    let severity = severities.severity(of: info)
    guard severity != .off else { return }
    let place = column * rowCount + row
    findings.append(Finding(row: row, place: column, info: info, value: values[place], detail: detail))
    if severity == .warn, info.guardsStorage { values[place] = .absent }
  }
}
