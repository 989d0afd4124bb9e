import CustomerModel
import Mapping
import Rows
import Validation
import Writers

/// A column that a mapping takes for a field of fixed words, and none of whose cells is one of them: it is not that field, whatever its
/// heading says.
struct UnknownWordColumn {
  let path: FieldPath
  let column: Int
  let heading: String
  /// Those that stand in it, each once and as they are written; the first few.
  var words: [String] = []
  /// True when it has more words than ``words``.
  var hasMore = false
  /// How many rows have one.
  var rows = 0

  /// How many words are told.
  private static let shownWords = 5

  fileprivate mutating func add(_ word: String) {
    rows += 1
    guard !words.contains(word) else { return }
    if words.count < Self.shownWords { words.append(word) } else { hasMore = true }
  }
}

extension ImportSource {
  /// How many rows must have a word that is unknown: fewer may be mistyped.
  private static let leastRows = 3

  /// The columns of fixed words that hold none of them, in all sheets and rows.
  ///
  /// The first rows are asked first, and only where they have no word that everybody knows is the input passed over once more, until
  /// one comes that the mapping knows. Rows of a file of rejects are those that were wrong: they tell nothing of their column.
  func columnsOfUnknownWords(_ mapping: SheetMappings) throws -> [UnknownWordColumn] {
    guard RejectsColumn.errors.index(in: header) == nil else { return [] }
    var candidates = mapping.columns.compactMap { column -> UnknownWordColumn? in
      guard case .choice = column.path.field.kind, let list = KnownWords.list(for: column.path.field.kind),
        column.sources.count == 1, let source = column.sources.first, !isRequired(column.path)
      else { return nil }
      let cells = sample.compactMap { source < $0.count ? $0[source]?.trimmingBlanks : nil }.filter { !$0.isEmpty }
      guard !cells.isEmpty, !cells.contains(where: { list.meaning(of: $0) != nil }) else { return nil }
      return UnknownWordColumn(path: column.path, column: source, heading: header[source].trimmingBlanks)
    }
    guard !candidates.isEmpty else { return [] }
    var reader = try rows()
    while !candidates.isEmpty {
      var batch = RowBatch()
      guard try reader.read(into: &batch, maximumRows: 1024) else { break }
      let records = mapping.map(batch)
      candidates = candidates.compactMap { look($0, in: records) }
    }
    return candidates.filter { $0.rows >= Self.leastRows }
  }

  /// The candidate with what a batch says; nil when a cell of it is a word of the field.
  private func look(_ candidate: UnknownWordColumn, in records: RecordBatch) -> UnknownWordColumn? {
    guard let column = records.column(of: candidate.path), case .choice(let known) = candidate.path.field.kind,
      let source = records.columns[column].sources.first
    else { return candidate }
    var candidate = candidate
    for row in 0..<records.count where records.rows.rows[row].fault == .none {
      guard let cell = records.rows.text(row: row, column: source)?.trimmingBlanks, !cell.isEmpty,
        let word = records.text(column: column, row: row)
      else { continue }
      if known.contains(word) { return nil }
      candidate.add(cell)
    }
    return candidate
  }

  private func isRequired(_ path: FieldPath) -> Bool {
    mapping.columns.contains { $0.isRequired && $0.fields.contains(path) }
  }
}
