import CustomerModel
import Differ
import RegisterStore
import Rows
import Texts
import Understanding

/// Columns that only new customers get anything from: no row is read otherwise for them than the mapping alone reads it, unless it
/// makes a customer.
final class ReadingsOfKnown {
  private let scope: ImportScope
  private let telling: ImportTelling
  /// The rows of the batch at hand that get only what customers get that are there.
  private(set) var rows: Set<Int> = []

  init(_ scope: ImportScope, telling: ImportTelling) {
    self.scope = scope
    self.telling = telling
  }

  /// Begins a batch, whose rows may be read anew at once.
  func begin(_ batch: inout ImportBatch, _ matches: [RowMatch]?) {
    rows = []
    leaveFurtherColumnsAtFault(in: &batch, matches)
  }

  /// A row as the row of a customer that is there; nil where all rows are read alike, and for one that was read so already, or that
  /// says the same in both readings.
  func reading(of row: Int, of batch: ImportBatch, _ match: RowMatch, hasProblems: Bool) -> ImportBatch? {
    let mapping = scope.pipeline.mapping
    guard mapping.readsKnownApart, !batch.isOfKnown, match != .none else { return nil }
    let isFirst = rows.insert(row).inserted
    telling.noteOfKnown(batch.records.rows.rows[row], in: batch.records.rows)
    if case .same(let id) = match, mapping.sameIsSameOfKnown, !hasProblems, batch.records.repairs.isEmpty,
      !scope.pipeline.inactive.contains(id)
    {
      return nil
    }
    let own = scope.pipeline.reread(row, of: batch)
    if isFirst { telling.noteRepairs(own.records, without: []) }
    return own
  }

  /// The match of a row that was matched by its other reading. Only where this one is a part of that is it the same, too.
  func match(ofOther match: RowMatch) -> RowMatch {
    if case .same(let id) = match, scope.pipeline.mapping.further == nil { return .differs(id) }
    return match
  }

  /// True when a row has problems, of a customer that is there by what it gets.
  func hasProblems(_ found: ArraySlice<ProblemsByRow.Element>, _ match: RowMatch) -> Bool {
    let left = scope.pipeline.mapping.fieldsOfNew
    guard match != .none, !left.isEmpty else { return !found.isEmpty }
    return found.contains { $0.problem.path.map { !left.contains($0) } ?? true }
  }

  /// Reads the rows of new customers by the mapping alone that would be rejected for what it does not know: the row comes, and what
  /// was wrong is a warning.
  private func leaveFurtherColumnsAtFault(in batch: inout ImportBatch, _ matches: [RowMatch]?) {
    guard let further = scope.pipeline.mapping.further else { return }
    let rejects = batch.records.rejects
    let told = UnderstoodListTexts.rowIsReadByMapping(without: further.entries.flatMap(\.headings))
    for row in Set(rejects.map(\.row)).sorted() where (matches?[row] ?? RowMatch.none) == RowMatch.none {
      let own = scope.pipeline.reread(row, of: batch).records
      let faults = Set(own.rejects.map { Fault($0.problem) })
      let others = rejects.filter { $0.row == row && !faults.contains(Fault($0.problem)) }.map(\.problem)
      if others.isEmpty { continue }
      batch.records.replace(row, by: own)
      rows.insert(row)
      telling.noteRepairs(own, without: [])
      batch.records.problems += others.map { (row, $0.told(as: [$0.text, told].joined(), .warn)) }
    }
  }

  /// What makes two problems of a row the same.
  private struct Fault: Hashable {
    let code: String
    let path: FieldPath?

    init(_ problem: Problem) {
      code = problem.code
      path = problem.path
    }
  }
}

extension RecordBatch {
  /// What rejects rows, as far as they make new customers.
  fileprivate var rejects: [(row: Int, problem: Problem)] {
    (problems + provisional).filter { $0.problem.severity == .reject }
  }
}
