package import CustomerModel
import Documents
package import Texts

/// Cards written to a file that can be imported again without loss; identity numbers stand in full.
///
/// `.csv` is UTF-8 with byte order mark and semicolons, as a Swedish Excel opens it; `.xlsx` a workbook with one sheet;
/// `.json` an array with one card a line, of which the first says what the custom fields are. Cards are written as they
/// come, in memory that does not grow.
package final class ExportFile {
  /// What the path's ending says.
  package enum Format: String, Sendable, CaseIterable {
    case csv, xlsx, json

    /// - Throws: ``KundregError`` with status 64 for any other ending.
    package init(path: String) throws {
      let ending = path.split(separator: "/").last?.split(separator: ".").dropFirst().last?.lowercased()
      guard let format = ending.flatMap(Format.init(rawValue:)) else {
        throw KundregError(.outputUnknownFormat, WriterTexts.unknownFormat(path))
      }
      self = format
    }
  }

  private enum Output {
    case delimited(DelimitedWriter)
    case workbook(WorkbookWriter)
    case json(ReplacementFile)
  }

  /// The name of a workbook's sheet, as in the template.
  static let sheetName = Text(en: "Customers", sv: "Kunder")
  /// How many cards were appended.
  package private(set) var count = 0
  private let output: Output
  private let table: ExportTable
  private var line: CardJSONLine
  /// What the first card says of the custom fields.
  private let kinds: JSONNode.Member?
  private var buffer: [UInt8] = []
  private static let flushSize = 1 << 16

  /// - Parameters:
  ///   - columns: The fields, in the order of the columns; in JSON, the members.
  ///   - definitions: The register's custom fields.
  ///   - language: The language of headings and words; JSON has neither.
  /// - Throws: ``KundregError``: status 64 for an unknown ending, 1 when the file cannot be created.
  package init(
    path: String, columns: [FieldPath], definitions: [CustomFieldDefinition] = [], language: Language
  ) throws {
    table = ExportTable(columns: columns, definitions: definitions, language: language)
    line = CardJSONLine(columns: columns, definitions: definitions)
    kinds = CardJSON(definitions: definitions).kinds(of: columns.sorted())
    switch try Format(path: path) {
    case .csv:
      let writer = try DelimitedWriter(path: path)
      try writer.append(table.definingHeadings)
      output = .delimited(writer)
    case .xlsx:
      let writer = try WorkbookWriter(path: path)
      try writer.addSheet(
        Self.sheetName[language], columns: table.definingHeadings.map { WorkbookWriter.Column($0) })
      output = .workbook(writer)
    case .json:
      output = .json(try ReplacementFile(path: path))
    }
  }

  /// Adds a card.
  ///
  /// - Parameter forEach: Gives the canonical values of the columns in their order as UTF-8, without bytes for one that
  ///   the card does not have.
  package func append(_ forEach: (_ take: (UnsafeRawBufferPointer) -> Void) -> Void) throws {
    var column = 0
    switch output {
    case .delimited(let writer):
      try writer.appendRow { cells in
        forEach { value in
          table.withCell(value, column: column) { cells.append($0) }
          column += 1
        }
      }
    case .workbook(let writer):
      try writer.appendRow { take in
        withoutActuallyEscaping(take) { take in
          forEach { value in
            table.withCell(value, column: column) { take($0) }
            column += 1
          }
        }
      }
    case .json(let file):
      line.begin()
      forEach { value in
        line.take(value, column: column)
        column += 1
      }
      buffer += (count == 0 ? "[\n" : ",\n").utf8
      line.write(head: count == 0 ? kinds : nil, to: &buffer)
      if buffer.count >= Self.flushSize { try flush(to: file) }
    }
    count += 1
  }

  /// Puts the file in its place.
  package func finish() throws {
    switch output {
    case .delimited(let writer): try writer.finish()
    case .workbook(let writer): try writer.finish()
    case .json(let file):
      buffer += (count == 0 ? "[]\n" : "\n]\n").utf8
      try flush(to: file)
      try file.finish()
    }
  }

  /// Drops what was written; what stands at the path stays as it is.
  package func discard() {
    switch output {
    case .delimited(let writer): writer.discard()
    case .workbook(let writer): writer.discard()
    case .json(let file): file.discard()
    }
  }

  private func flush(to file: ReplacementFile) throws {
    try buffer.withUnsafeBytes { try file.write($0) }
    buffer.removeAll(keepingCapacity: true)
  }
}
