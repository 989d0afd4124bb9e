import CustomerModel
import Differ
import Documents
import Mapping
import RegisterStore
import Rows
import SwedishIdentity
import Validation
import Writers

/// Reads the rows of a file of records as an import reads its rows: same canonical forms, same repairs, same rules on values.
struct RecordRows {
  let target: RecordTarget
  let header: RecordFileHeader
  let validator: Validator
  /// How the column of the customer number becomes a number.
  private let numbers: CompiledMapping
  /// How the other columns become a contact person, or a list of one record.
  private let mapping: CompiledMapping

  /// - Parameter fractions: finds which source columns hold whole numbers with a fraction, among those that fill something.
  /// - Throws: ``KundregError`` `config.rule` when the context's severities name an unknown rule.
  init(
    _ target: RecordTarget, header: RecordFileHeader, context: ValidationContext,
    fractions: ([RecordColumn]) throws -> Set<Int>
  ) throws {
    self.target = target
    self.header = header
    let plain = try Self.mappings(target, header, context, CellRepairs())
    var repairs = CellRepairs()
    repairs.fractions = try fractions(plain.numbers.columns + plain.members.columns)
    (numbers, mapping) =
      repairs.fractions.isEmpty ? plain : try Self.mappings(target, header, context, repairs)
    let columns =
      switch target {
      // What is wrong with a list is no single column's.
      case .records(let field): [RecordColumn(path: FieldPath(field), sources: [], header: field.heading)]
      case .contactPersons:
        mapping.columns.map {
          RecordColumn(path: $0.path, sources: $0.sources, header: header.names[$0.sources[0]])
        }
      }
    validator = try Validator(
      context: context, columns: columns, headers: header.names, rowsMayBeLonger: context.origin == .workbook,
      reasonsColumn: RejectsColumn.errors.index(in: header.names))
  }

  private static func mappings(
    _ target: RecordTarget, _ header: RecordFileHeader, _ context: ValidationContext, _ repairs: CellRepairs
  ) throws -> (numbers: CompiledMapping, members: CompiledMapping) {
    var names = header.names.indices.map { "column \($0)" }
    let number = (path: FieldPath(.number), heading: names[header.customer])
    let numbers = try mapping([number], target, names, context, repairs)
    switch target {
    case .contactPersons:
      let members = header.members.map { (path: FieldPath("contactPersons[0].\($0.name)")!, heading: names[$0.column]) }
      return (numbers, try mapping(members, target, names, context, repairs))
    case .records(let field):
      // As the members of a list stand in the columns of any file.
      for (name, column) in header.members { names[column] = "\(field.name)[0].\(name)" }
      return (numbers, try mapping([(FieldPath(field), field.name)], target, names, context, repairs))
    }
  }

  private static func mapping(
    _ columns: [(path: FieldPath, heading: String)], _ target: RecordTarget, _ header: [String],
    _ context: ValidationContext, _ repairs: CellRepairs
  ) throws -> CompiledMapping {
    let file = MappingFile(fields: columns, origin: target.name)
    return try CompiledMapping(file, header: header, empty: .keep, today: context.today, repairs: repairs)
  }

  /// The source columns in which every whole number loses its fraction of zero.
  var fractionColumns: Set<Int> { numbers.fractionColumns.union(mapping.fractionColumns) }

  /// The customer number of a row, and what was mended in it.
  func number(of row: RecordFileRow) -> (text: String?, repairs: [CellRepair]) {
    let batch = numbers.map(batch(of: row))
    return (batch.text(column: 0, row: 0), batch.repairs)
  }

  /// The columns of a row in which an error of a spreadsheet stands that is not blank there.
  func errorColumns(of row: RecordFileRow) -> [Int] {
    guard !row.errorColumns.isEmpty else { return [] }
    var rows = batch(of: row)
    rows.errorCells = row.errorColumns.map { UInt32($0) }
    let blank = [numbers, mapping].map { Set(rows.errorCells).subtracting($0.map(rows).rows.errorCells) }
    return row.errorColumns.filter { column in !blank.contains { $0.contains(UInt32(column)) } }
  }

  /// What one row says, what is wrong with the row by itself, and what was mended in its cells.
  struct Judgement {
    /// Of a contact person; empty for records.
    var values: [Field: IncomingCard.Value] = [:]
    /// Nil for a contact person.
    var record: Record?
    var problems: [Problem]
    let repairs: [CellRepair]
  }

  /// Reads one row as that of a customer, whose country decides the form of some values.
  func judge(_ row: RecordFileRow, of customer: CustomerCard) -> Judgement {
    switch target {
    case .contactPersons:
      var batch = mapping.map(batch(of: row))
      validator.validate(&batch)
      var judgement = Judgement(problems: batch.problems.map(\.problem), repairs: batch.repairs)
      for (path, value) in IncomingCard(row: 0, of: batch).values { judgement.values[path.field] = value }
      return judgement
    case .records(let field):
      var batch = mapping.map(batch(of: row), over: CountrySigns(customer))
      let text = batch.text(column: 0, row: 0)
      validator.validate(&batch)
      let record = field.recordKind.flatMap { RecordList($0, canonical: text)?.records.first ?? Record($0) }
      return Judgement(
        record: record, problems: oddMembers(of: row, field) + batch.problems.map(\.problem), repairs: batch.repairs)
    }
  }

  /// What is to be said of cells whose type cannot be that of their member. Those of contact persons the validator sees itself.
  private func oddMembers(of row: RecordFileRow, _ field: Field) -> [Problem] {
    guard !row.oddCells.isEmpty, let kind = field.recordKind else { return [] }
    return header.members.compactMap { name, column in
      guard let odd = row.oddCells[column], let member = kind.members.first(where: { $0.name == name }) else {
        return nil
      }
      return validator.problem(of: odd, OddCellFit(odd, in: member), column: column, value: row.text(column))
    }
  }

  private func batch(of row: RecordFileRow) -> RowBatch {
    var rows = RowBatch()
    rows.readings = row.reading.map { [$0] } ?? []
    for cell in row.cells {
      rows.cells.append(cell.map { .init(start: rows.arena.count, length: $0.utf8.count) } ?? .missing)
      rows.arena += (cell ?? "").utf8
    }
    if target == .contactPersons {
      rows.oddCells = row.oddCells.sorted { $0.key < $1.key }.map { OddCell(cell: UInt32($0.key), kind: $0.value) }
    }
    rows.rows = [.init(firstCell: 0, cellCount: row.cells.count, position: row.position, fault: row.fault)]
    return rows
  }
}
