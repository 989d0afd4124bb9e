import CustomerModel
import Differ
import Documents
import Mapping
import RegisterStore
import Rows
import SwedishIdentity
import Validation

/// Reads the rows of a file of records as an import reads its rows: same canonical forms, same rules on values.
struct RecordRows {
  let target: RecordTarget
  let header: RecordFileHeader
  let validator: Validator
  private let today: CalendarDay
  /// How the columns of contact persons become values; nil for records.
  private let mapping: CompiledMapping?

  /// - Throws: ``KundregError`` `config.rule` when the context's severities name an unknown rule.
  init(_ target: RecordTarget, header: RecordFileHeader, context: ValidationContext) throws {
    self.target = target
    self.header = header
    today = context.today
    switch target {
    case .records(let field):
      mapping = nil
      let column = RecordColumn(path: FieldPath(field), sources: [], header: field.heading)
      validator = try Validator(context: context, columns: [column], headers: header.names)
    case .contactPersons:
      let columns = header.members.map { member in
        JSONNode.object([
          .init(key: "field", value: .text("contactPersons[0].\(member.name)")),
          .init(key: "headers", value: .array([.text("column \(member.column)")])),
        ])
      }
      let file = try MappingFile(
        json: JSONNode.object([.init(key: "columns", value: .array(columns))]).bytes(), origin: target.name)
      let mapping = try CompiledMapping(
        file, header: header.names.indices.map { "column \($0)" }, empty: .keep, today: context.today)
      self.mapping = mapping
      validator = try Validator(
        context: context,
        columns: mapping.columns.map {
          RecordColumn(path: $0.path, sources: $0.sources, header: header.names[$0.sources[0]])
        }, headers: header.names)
    }
  }

  /// What one row says of a contact person, and what is wrong with the row by itself.
  func judge(_ row: RecordFileRow, editor: RecordCardEditor) -> (
    values: [Field: IncomingCard.Value], problems: [Problem]
  ) {
    var batch = batch(of: row, editor: editor)
    validator.validate(&batch)
    let odd = oddMembers(of: row)
    var values: [Field: IncomingCard.Value] = [:]
    if mapping != nil {
      for (path, value) in IncomingCard(row: 0, of: batch).values { values[path.field] = value }
    }
    return (values, odd + batch.problems.map(\.problem))
  }

  /// What is to be said of cells whose type cannot be that of their member. Those of contact persons the validator sees itself.
  private func oddMembers(of row: RecordFileRow) -> [Problem] {
    guard !row.oddCells.isEmpty, case .records(let field) = target, let kind = field.recordKind else { return [] }
    return header.members.compactMap { name, column in
      guard let odd = row.oddCells[column], let member = kind.members.first(where: { $0.name == name }) else {
        return nil
      }
      return validator.problem(of: odd, OddCellFit(odd, in: member), column: column, value: row.text(column))
    }
  }

  private func batch(of row: RecordFileRow, editor: RecordCardEditor) -> RecordBatch {
    var rows = RowBatch()
    rows.readings = row.reading.map { [$0] } ?? []
    if let mapping {
      for cell in row.cells {
        rows.cells.append(cell.map { .init(start: rows.arena.count, length: $0.utf8.count) } ?? .missing)
        rows.arena += (cell ?? "").utf8
      }
      rows.oddCells = row.oddCells.sorted { $0.key < $1.key }.map { OddCell(cell: UInt32($0.key), kind: $0.value) }
      rows.rows = [.init(firstCell: 0, cellCount: row.cells.count, position: row.position, fault: row.fault)]
      return mapping.map(rows)
    }
    guard case .records(let field) = target, let kind = field.recordKind else {
      return RecordBatch(rows: rows, columns: [])
    }
    let text = RecordList(kind, [editor.record(row, kind: kind)]).text ?? ""
    rows.arena = Array(text.utf8)
    rows.rows = [.init(firstCell: 0, cellCount: 0, position: row.position, fault: row.fault)]
    var batch = RecordBatch(
      rows: rows, columns: [RecordColumn(path: FieldPath(field), sources: [], header: field.heading)])
    batch[column: 0, row: 0] = .init(start: 0, length: rows.arena.count)
    return batch
  }
}
