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
  /// The index of the header in the sample.
  let headerRow: Int
  /// The mapping that knows most of the header; nil when none knows it.
  let mapping: MappingFile?

  /// How many rows are looked at to find the header.
  private static let sampleSize = 40

  var header: [String] { sample[headerRow].map { $0 ?? "" } }

  /// Opens an input and chooses the named sheet, or the visible one that the mappings know most headings of.
  ///
  /// - Parameter mapping: the mapping that says how the text is to be read, when one does.
  /// - Throws: ``KundregError`` with status 65 when the input cannot be read, or has no such sheet or no rows.
  init(_ options: ImportOptions, mappings: [MappingFile], readAs mapping: MappingFile? = nil) throws {
    var reading = options.reading
    reading.encoding = reading.encoding ?? mapping?.encoding
    reading.delimiter = reading.delimiter ?? mapping?.delimiter
    source = try InputOpener.open(path: options.input, options: reading)
    // Rejected rows of a workbook may have gone to a text file, which has no sheets.
    let sheet = options.sheet ?? (source.format == .workbook ? mapping?.sheet : nil)
    var best: (table: Int, sample: [[String?]], header: Header)?
    for table in try Self.candidates(source, options: options, sheet: sheet) {
      let sample = try Self.sample(source, table: table)
      guard let header = Self.header(of: sample, mappings) else { continue }
      if best == nil || header.score > best!.header.score { best = (table, sample, header) }
    }
    guard let best else {
      throw KundregError(
        .unreadableInput, code: "input.noRows",
        "\(options.input) has no rows to read. Is it the right file, and was it saved?")
    }
    table = best.table
    sample = best.sample
    headerRow = best.header.row
    self.mapping = best.header.mapping
  }

  private typealias Header = (row: Int, mapping: MappingFile?, score: Int)

  /// A rejects file has its headings first, wherever the mapping's own files have theirs.
  private static func header(of sample: [[String?]], _ mappings: [MappingFile]) -> Header? {
    if let first = sample.first?.map({ $0 ?? "" }), Set(first).isSuperset(of: ["kundreg_row", "kundreg_errors"]) {
      return switch MappingLibrary(mappings).best(for: first) {
      case .mapping(let file, let match), .nearest(let file, let match): (0, file, match.matchedCount)
      case .nothing: (0, nil, 0)
      }
    }
    return HeaderFinder.find(in: sample, using: mappings).map { ($0.row, $0.mapping, $0.score) }
  }

  private static func candidates(
    _ source: any TableSource, options: ImportOptions, sheet: String?
  ) throws -> [Int] {
    let names = source.tables.map { "\"\($0.name)\"" }.joined(separator: ", ")
    if let sheet {
      guard source.format == .workbook else {
        throw KundregError(
          .usage, code: "sheet.none", "\(options.input) is no workbook and has no sheets: leave out --sheet.")
      }
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
