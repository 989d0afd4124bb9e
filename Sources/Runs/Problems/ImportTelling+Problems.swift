import CustomerModel
import Differ
import Mapping
import RegisterStore
import Rows
import Validation

/// How what is found about a row as a whole becomes its problems.
extension ImportTelling {
  func problem(_ finding: MatchFinding, _ records: RecordBatch, _ row: Int) -> [Problem] {
    let value = scope.numberColumn.flatMap { records.text(column: $0, row: row) }
    return [scope.pipeline.validator(for: records).problem(finding, value: value)].compactMap { $0 }
  }

  func problem(takenLogin login: String?) -> [Problem] {
    login.flatMap { scope.pipeline.validator.problem(.loginTaken($0), value: nil) }.map { [$0] } ?? []
  }

  /// The problem of a row whose number an earlier row gave a new customer.
  func duplicateNumber(_ first: UInt32, _ records: RecordBatch, _ row: Int) -> [Problem] {
    noteShadowed(by: first, in: records)
    return problem(.numberDuplicate(row: scope.source.place(of: first)), records, row)
  }

  private func noteShadowed(by first: UInt32, in records: RecordBatch) {
    guard scope.source.sheets.count > 1 else { return }
    let (made, left) = (SheetPositions.sheet(first), records.rows.table)
    if scope.source.sheets[made].score < scope.source.sheets[left].score { shadowed.add(made: made, left: left) }
  }

  /// The problem of a row that stands for a customer which an earlier row stood for.
  func duplicate(_ first: UInt32, of customer: Int64, in records: RecordBatch) throws -> [Problem] {
    noteShadowed(by: first, in: records)
    let number = try scope.reader.key(ofCustomer: customer)?.number ?? ""
    let finding: MatchFinding =
      scope.options.match == [.number] && !scope.givesNumbers
      ? .numberDuplicate(row: scope.source.place(of: first))
      : .customerDuplicate(row: scope.source.place(of: first), number: number)
    return [scope.pipeline.validator(for: records).problem(finding, value: number)].compactMap { $0 }
  }
}

extension RowMatch {
  /// True when the register does not say by number or identity which one customer a row means.
  var isUnsettled: Bool {
    switch self {
    case .none, .ambiguous: true
    case .same, .differs: false
    }
  }
}
