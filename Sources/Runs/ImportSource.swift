import CustomerModel
package import Mapping
import Readers
package import Rows

/// An opened input with the table, the header and the mapping that an import will use.
package struct ImportSource: Sendable {
  package let source: any TableSource
  /// The index of the chosen table.
  package let table: Int
  package let header: [String]
  /// How many rows come before the first data row.
  package let skippedRows: Int
  package let mapping: MappingFile
  /// The first data rows as text.
  package let sample: [[String?]]

  /// Opens an input and chooses sheet, header and mapping.
  ///
  /// - Throws: ``KundregError`` with status 65 when the input cannot be read or has no such sheet, with status 78 when no
  ///   mapping fits.
  package init(_ options: ImportOptions, library: MappingLibrary) throws {
    let named = try options.mapping.map { try library.named($0) }
    var opened = try OpenedTable(options, mappings: named.map { [$0] } ?? library.all, readAs: named)
    // A mapping that the header chose may say how the text is to be read.
    if named == nil, let mapping = opened.mapping, mapping.encoding != nil || mapping.delimiter != nil {
      opened = try OpenedTable(options, mappings: [mapping], readAs: mapping)
    }
    let header = opened.header
    guard let mapping = named ?? opened.mapping else {
      throw Self.noMapping(header, input: options.input, library: library)
    }
    if named == nil, case .nearest(let file, let match) = MappingLibrary([mapping]).best(for: header) {
      let missing = match.missing.map { "\($0.field)" }.joined(separator: ", ")
      throw KundregError(
        .configuration, code: "mapping.incomplete",
        """
        The header fits the mapping "\(file.name)" best, but nothing in it is \(missing). \
        \(Self.suggestRemedy(options.input)) The header is: \(header.joined(separator: " | "))
        """)
    }
    self.source = opened.source
    self.table = opened.table
    self.header = header
    self.skippedRows = opened.headerRow + 1
    self.sample = Array(opened.sample.dropFirst(skippedRows))
    self.mapping = mapping
  }

  /// What the input and the table are called in reports.
  package var format: SourceFormat { source.format }
  package var tableName: String { source.tables[table].name }
  package var notes: [String] { source.notes(ofTable: table) }

  /// A new pass over the data rows.
  package func rows() throws -> any RowReader {
    var reader = try source.rows(ofTable: table)
    var batch = RowBatch()
    for _ in 0..<skippedRows { _ = try reader.read(into: &batch, maximumRows: 1) }
    return reader
  }

  /// Where the row of a position stood, for people.
  package func place(of position: UInt32) -> RowPlace { RowPlace(row: Int(position)) }

  private static func noMapping(_ header: [String], input: String, library: MappingLibrary) -> KundregError {
    if library.all.isEmpty {
      return KundregError(
        .configuration, code: "mapping.none",
        "No mapping was found, so nobody knows what the columns of \(input) are: name the folder that holds the "
          + "mappings in the configuration's \"mappings\" or in KUNDREG_MAPPINGS, or give one with --mapping PATH.")
    }
    return KundregError(
      .configuration, code: "mapping.none",
      """
      None of the \(library.all.count) mappings knows the header of \(input). \(suggestRemedy(input)) \
      The header is: \(header.joined(separator: " | "))
      """)
  }

  private static func suggestRemedy(_ input: String) -> String {
    "Start from `kundreg mapping suggest \(input) > my-mapping.json`, correct it, and import with --mapping my-mapping.json."
  }
}
