import CustomerModel
import Rows
import Texts

/// A source that reads through a path of a file without a name, together with the file that keeps that path alive.
///
/// Its errors call the file what the user called it.
struct HeldSource: TableSource {
  private let source: any TableSource
  private let file: InputFile

  /// - Parameter open: opens the source at a path.
  init(_ file: InputFile, open: (String) throws -> any TableSource) throws {
    self.file = file
    source = try HeldSource.renaming(file) { try open(file.reopenablePath) }
  }

  var format: SourceFormat { source.format }
  var tables: [TableInfo] { source.tables }
  func rows(ofTable index: Int) throws -> any RowReader {
    try HeldSource.renaming(file) { Reader(reader: try source.rows(ofTable: index), file: file) }
  }
  func notes(ofTable index: Int) -> [Text] { source.notes(ofTable: index) }

  private struct Reader: RowReader {
    var reader: any RowReader
    let file: InputFile

    mutating func read(into batch: inout RowBatch, maximumRows: Int) throws -> Bool {
      try HeldSource.renaming(file) { try reader.read(into: &batch, maximumRows: maximumRows) }
    }
  }

  private static func renaming<Result>(_ file: InputFile, _ body: () throws -> Result) throws -> Result {
    do {
      return try body()
    } catch let error as KundregError {
      let text = Text(
        en: error.text.english.replacing(file.reopenablePath, with: file.name.english),
        sv: error.text.swedish.replacing(file.reopenablePath, with: file.name.swedish))
      throw KundregError(error.status, code: error.code, text, remedies: error.remedies)
    }
  }
}
