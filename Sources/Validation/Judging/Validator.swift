package import CustomerModel
package import Rows
import SwedishIdentity

/// Judges rows by the rules of the catalogue, a batch at a time.
///
/// Made once for a file: the rules are bound to its columns and to the register's settings. A batch is then walked column by
/// column on bytes, and only rows that break a rule cost memory.
package struct Validator: Sendable {
  let context: ValidationContext
  private(set) var columns: [RecordColumn]
  /// The source's headings; their number is the width of a row.
  let headers: [String]
  let severities: SeverityTable
  private let valueRules: [(column: Int, rule: any ValueRule)]
  let cardRules: [any CardRule]
  /// The column of each slot of the card; -1 when the file has none.
  private let slotColumns: [Int]
  private let contactCount: Int
  private var errorCells: ErrorCellRule
  private var oddCells: OddCellRule
  /// The number of columns that a row may have.
  private let width: Int
  private let reasonsColumn: Int?

  /// Binds the rules to the columns of one table.
  ///
  /// - Parameters:
  ///   - rowsMayBeLonger: true where cells right of the last heading are a column of their own, as in a sheet, and not a sign that
  ///     the row is torn, as in a text.
  ///   - reasonsColumn: the column of the reasons in a file of rejected rows; nil in any other.
  /// - Throws: ``KundregError`` with status 78 and code `config.rule` when the context's severities name an unknown rule or
  ///   a severity that a rule does not allow.
  package init(
    context: ValidationContext, columns: [RecordColumn], headers: [String], rowsMayBeLonger: Bool = false,
    reasonsColumn: Int? = nil
  ) throws {
    let severities = try SeverityTable(context.severities)
    let scope = RuleScope(context: context, columns: columns)
    let isAsked = { (infos: [RuleInfo]) in infos.contains { !severities.isOff($0) } }
    self.context = context
    self.columns = columns
    self.headers = headers
    self.severities = severities
    let asked = RuleCatalogue.valueRules.filter { isAsked($0.infos) }
    let rules = columns.enumerated().flatMap { index, column in
      asked.compactMap { rule in rule.init(column: column, scope: scope).map { (index, $0) } }
    }
    // A country that is not known is left out. By then the rules that it decides must have seen that there was one.
    valueRules = rules.filter { !($0.1 is CountryIsKnown) } + rules.filter { $0.1 is CountryIsKnown }
    cardRules = RuleCatalogue.cardRules.filter { isAsked($0.infos) }.compactMap { $0.init(settings: context.settings) }
    let contacts = columns.lazy.filter { $0.path.field.isRepeated }.map { $0.path.position + 1 }.max() ?? 0
    var slots = [Int](repeating: -1, count: CardSlot.count(contactPersons: contacts))
    for (index, column) in columns.enumerated() {
      if let slot = CardSlot.of(column.path) { slots[slot] = index }
    }
    slotColumns = slots
    contactCount = contacts
    errorCells = ErrorCellRule(columns: columns)
    oddCells = OddCellRule(columns: columns, headers: headers)
    width = rowsMayBeLonger ? .max : headers.count
    self.reasonsColumn = reasonsColumn
  }

  /// The same rules for batches of another sheet, which has the same fields from other columns.
  package func bound(to columns: [RecordColumn]) -> Validator {
    var bound = self
    bound.columns = columns
    bound.errorCells = ErrorCellRule(columns: columns)
    bound.oddCells = OddCellRule(columns: columns, headers: headers)
    return bound
  }

  /// Appends to `batch.problems` what is wrong with the rows, and to `batch.provisional` what is wrong with the card that a
  /// row alone would make. Where a rule only warns of a value that the register cannot store, the value becomes absent.
  ///
  /// Both lists are ascending by row; within a row problems stand in the order of the columns. A row that the reader could
  /// not make out carries that problem alone.
  ///
  /// - Parameter background: what is known of the country of the customer that the rows are of, beside what they say.
  package func validate(_ batch: inout RecordBatch, over background: CountrySigns = CountrySigns()) {
    guard batch.count > 0 else { return }
    let firstProblem = batch.problems.count
    if let reasonsColumn { RowFaultRule.findUnmended(in: &batch, reasonsColumn: reasonsColumn) }
    RowFaultRule.check(&batch, origin: context.origin)
    LongRowRule(width: width, origin: context.origin, reasonsColumn: reasonsColumn).check(&batch)
    errorCells.check(&batch, severity: severities.severity(of: ErrorCellRule.error), settings: context.settings)
    if !batch.doubts.isEmpty { CellDoubtRule.check(&batch, self) }
    if !batch.rows.escapeCells.isEmpty { EscapeRule.check(&batch, self) }
    if !batch.rows.oddCells.isEmpty { oddCells.check(&batch, severities, context) }
    let emptied = firstProblem..<batch.problems.count
    let (found, provisional) = findings(in: &batch, over: background)
    if !found.isEmpty {
      var texts = ProblemTexts(validator: self)
      batch.problems.reserveCapacity(batch.problems.count + found.count)
      for finding in found { batch.problems.append((finding.row, texts.problem(finding, inColumnOf: batch))) }
    }
    if !provisional.isEmpty {
      var texts = ProblemTexts(validator: self)
      for finding in provisional {
        let column = slotColumns[finding.place]
        // That a cell cannot be its field's was said already; it is not empty besides.
        let isTold =
          column >= 0
          && batch.problems[emptied].contains {
            $0.row == finding.row && $0.problem.severity == .reject && $0.problem.path == columns[column].path
          }
        if isTold { continue }
        batch.provisional.append((finding.row, texts.problem(finding, slotColumn: column, of: batch)))
      }
    }
    batch.arrangeProblems(from: firstProblem)
  }

  /// Forgets the cells of an odd type that may stand where they do, so that their rows can be known when they come again.
  package func forgetFitting(in rows: inout RowBatch) { oddCells.forgetFitting(in: &rows) }

  private func findings(in batch: inout RecordBatch, over background: CountrySigns) -> (
    values: [RuleFinding], cards: [RuleFinding]
  ) {
    let arena = batch.rows.arena
    let rowCount = batch.count
    return arena.withUnsafeBufferPointer { arena in
      batch.values.withUnsafeMutableBufferPointer { values in
        // An empty arena has no address; no value can then point into it.
        guard let values = values.baseAddress, let arena = arena.baseAddress ?? UnsafePointer(bitPattern: 1) else {
          return ([], [])
        }
        var sweep = ColumnSweep(
          arena: arena, values: values, rowCount: rowCount, severities: severities,
          countries: RowCountries(columns, over: background))
        for (column, rule) in valueRules {
          sweep.column = column
          rule.check(&sweep)
        }
        sweep.arrangeFindings()
        var cards = CardFindings(severities: severities)
        let table = JudgedCards(
          arena: arena, values: values, rowCount: rowCount, columns: slotColumns, contactCount: contactCount)
        for rule in cardRules { rule.check(table, &cards) }
        return (sweep.findings, cards.findings)
      }
    }
  }
}

extension RecordBatch {
  /// Puts the problems from an index on, and the provisional ones, in the order of rows.
  fileprivate mutating func arrangeProblems(from first: Int) {
    if problems.count > first {
      var tail = Array(problems[first...].enumerated())
      let faulty = Set(tail.map(\.element.row).filter { rows.rows[$0].fault != .none })
      if !faulty.isEmpty {
        tail.removeAll { faulty.contains($0.element.row) && !RowFaultRule.isFault($0.element.problem) }
        provisional.removeAll { faulty.contains($0.row) }
      }
      tail.sort { ($0.element.row, $0.offset) < ($1.element.row, $1.offset) }
      problems.replaceSubrange(first..., with: tail.map(\.element))
    }
    if !provisional.isEmpty {
      let ordered = provisional.enumerated().sorted { ($0.element.row, $0.offset) < ($1.element.row, $1.offset) }
      provisional = ordered.map(\.element)
    }
  }
}
