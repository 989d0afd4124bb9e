import CustomerModel
import Mapping
import Readers
import Rows

/// An input of which one table was chosen and its header found.
struct OpenedTable {
  let source: any TableSource
  /// The index of the chosen table.
  let table: Int
  /// The first rows as text.
  let sample: [[String?]]
  /// Where the header is, and the mapping that knows most of it.
  let answer: HeaderFinder.Answer

  /// How many rows are looked at to find the header.
  private static let sampleSize = 40

  var header: [String] { sample[answer.row].map { $0 ?? "" } }

  /// Opens an input and chooses the named sheet, or the visible one that the mappings know most headings of.
  ///
  /// - Parameter mapping: the mapping that says how the text is to be read, when one does.
  /// - Throws: ``KundregError`` with status 65 when the input cannot be read, or has no such sheet or no rows.
  init(_ options: ImportOptions, mappings: [MappingFile], readAs mapping: MappingFile? = nil) throws {
    var reading = options.reading
    reading.encoding = reading.encoding ?? mapping?.encoding
    reading.delimiter = reading.delimiter ?? mapping?.delimiter
    source = try InputOpener.open(path: options.input, options: reading)
    var best: (table: Int, sample: [[String?]], answer: HeaderFinder.Answer)?
    for table in try Self.candidates(source, options: options, sheet: options.sheet ?? mapping?.sheet) {
      let sample = try Self.sample(source, table: table)
      guard let answer = HeaderFinder.find(in: sample, using: mappings) else { continue }
      if best == nil || answer.score > best!.answer.score { best = (table, sample, answer) }
    }
    guard let best else {
      throw KundregError(
        .unreadableInput, code: "input.noRows",
        "\(options.input) has no rows to read. Is it the right file, and was it saved?")
    }
    (table, sample, answer) = best
  }

  private static func candidates(
    _ source: any TableSource, options: ImportOptions, sheet: String?
  ) throws -> [Int] {
    let names = source.tables.map { "\"\($0.name)\"" }.joined(separator: ", ")
    if let sheet {
      guard let index = source.tables.firstIndex(where: { $0.name.lowercased() == sheet.lowercased() }) else {
        throw KundregError(
          .unreadableInput, code: "sheet.unknown",
          "\(options.input) has no sheet \"\(sheet)\". It has \(names): name one with --sheet.")
      }
      return [index]
    }
    let visible = source.tables.indices.filter { !source.tables[$0].isHidden }
    guard !visible.isEmpty else {
      throw KundregError(
        .unreadableInput, code: "sheet.allHidden",
        "Every sheet of \(options.input) is hidden. Name the one to read with --sheet: \(names).")
    }
    return visible
  }

  private static func sample(_ source: any TableSource, table: Int) throws -> [[String?]] {
    var reader = try source.rows(ofTable: table)
    var batch = RowBatch()
    guard try reader.read(into: &batch, maximumRows: sampleSize) else { return [] }
    return (0..<batch.count).map { row in
      (0..<Int(batch.rows[row].cellCount)).map { batch.text(row: row, column: $0) }
    }
  }
}
