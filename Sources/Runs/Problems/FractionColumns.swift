import CustomerModel
import Mapping
import Rows

extension ImportSource {
  /// The columns of the input whose whole numbers are written with a fraction, `1001.0`, for each sheet.
  ///
  /// That is a matter of a sheet's whole column: one sheet may come from another program than the next. The first rows are
  /// asked first, and only an input that shows the damage in them is passed over once more: a sound one never is.
  func fractionColumns(of mapping: SheetMappings, customFields: [CustomFieldDefinition]) throws -> [Set<Int>] {
    let none = sheets.map { _ in Set<Int>() }
    guard self.mapping.repairs.contains(.fractions) else { return none }
    var columns = sheets.indices.map { sheet in
      FractionColumns(
        mapping.columns(ofTable: sheet), customFields: customFields, blankWords: self.mapping.blankWords,
        isExport: CellRepairs(header: sheets[sheet].header).isExport)
    }
    for (index, sheet) in sheets.enumerated() {
      for row in sheet.placedSample(width: header.count) { columns[index].look(at: row) }
      columns[index].dropUnlessSeen()
      columns[index].forget()
    }
    guard columns.contains(where: { !$0.isEmpty }) else { return none }
    var reader = try rows()
    var batch = RowBatch()
    while columns.contains(where: { !$0.isEmpty }), try reader.read(into: &batch, maximumRows: 1024) {
      columns[sheets.count > 1 ? batch.table : 0].look(at: batch)
      batch.removeAll()
    }
    return columns.map { columns in
      var columns = columns
      columns.dropUnproven()
      return columns.found
    }
  }
}

/// Finds the source columns in which every number is a whole one with a fraction of zero.
struct FractionColumns {
  private struct Candidate {
    let column: Int
    /// How many cells prove it.
    let least: Int
    /// True where no number has decimals, so that `.00` is a fraction of zero, too, and no price.
    let isNumber: Bool
    /// What counts as blank in it.
    let words: ColumnBlankWords
    var count = 0
    var sign: UInt8 = 0
  }
  private var candidates: [Candidate]

  var isEmpty: Bool { candidates.isEmpty }
  var found: Set<Int> { Set(candidates.map(\.column)) }

  /// - Parameter blankWords: the mapping's own, when it gives any.
  init(
    _ columns: [RecordColumn], customFields: [CustomFieldDefinition], blankWords: [String]? = nil, isExport: Bool
  ) {
    var fields: [Int: [FieldPath]] = [:]
    for column in columns { for source in column.sources { fields[source, default: []].append(column.path) } }
    candidates = fields.compactMap { source, paths -> Candidate? in
      let isNumber = paths.contains { Self.isNumber($0.field) }
      // A text of a register may be 2.0; its numbers never are.
      if isExport, !isNumber { return nil }
      let isText = paths.allSatisfy { if case .text(_, multiline: true) = $0.field.kind { true } else { false } }
      return Candidate(
        column: source, least: isNumber ? 1 : isText ? 3 : 2, isNumber: isNumber,
        words: ColumnBlankWords(own: blankWords, fields: paths))
    }
    .sorted { $0.column < $1.column }
  }

  /// True where a number with decimals can be nothing else than a damaged one.
  private static func isNumber(_ field: Field) -> Bool {
    switch field.kind {
    case .customerNumber, .phone, .postalCode, .identityNumber, .identityNumberSet: true
    default: field == .apartmentNumber
    }
  }

  mutating func look(at row: [String?]) {
    keep { column, look in
      guard column < row.count, var text = row[column] else { return }
      text.withUTF8 { look(UnsafeRawBufferPointer($0)) }
    }
  }

  mutating func look(at batch: RowBatch) {
    batch.arena.withUnsafeBytes { arena in
      for row in batch.rows where !candidates.isEmpty {
        keep { column, look in
          guard column < Int(row.cellCount) else { return }
          let cell = batch.cells[Int(row.firstCell) + column]
          if !cell.isMissing { look(UnsafeRawBufferPointer(rebasing: arena[cell.range])) }
        }
      }
    }
  }

  /// Looks at one row's cell of each candidate, and keeps those that it does not speak against.
  private mutating func keep(_ cell: (Int, (UnsafeRawBufferPointer) -> Void) -> Void) {
    var isRefuted = false
    for index in candidates.indices {
      var verdict = WholeNumbers.Verdict.blank
      cell(candidates[index].column) { verdict = WholeNumbers.judge($0, words: candidates[index].words) }
      switch verdict {
      case .blank: break
      case .fraction(let sign, let zeros)
      where (zeros == 1 || candidates[index].isNumber) && [0, sign].contains(candidates[index].sign):
        candidates[index].count += 1
        candidates[index].sign = sign
      default:
        candidates[index].sign = 0xFF
        isRefuted = true
      }
    }
    if isRefuted { candidates.removeAll { $0.sign == 0xFF } }
  }

  /// Drops the columns in which too few cells have a fraction.
  mutating func dropUnproven() { candidates.removeAll { $0.count < $0.least } }

  /// Drops all columns when no cell so far has a fraction. When one has, those that were blank so far may have one further down.
  mutating func dropUnlessSeen() { if !candidates.contains(where: { $0.count > 0 }) { candidates = [] } }

  /// Begins to count anew.
  mutating func forget() { for index in candidates.indices { candidates[index].count = 0 } }
}
