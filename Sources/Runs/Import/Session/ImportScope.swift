import CustomerModel
import Differ
import Mapping
import RegisterStore
import Rows

/// What all parts of one import share and none changes.
final class ImportScope {
  let options: ImportOptions
  let source: ImportSource
  let pipeline: RowPipeline
  let settings: RegisterSettings
  let reader: RegisterReader
  /// Nil in a dry run.
  let writer: RegisterWriter?
  /// The column of the customer number.
  let numberColumn: Int?
  /// The column of the identity number, when rows are matched by it.
  let identityColumn: Int?

  init(
    options: ImportOptions, source: ImportSource, pipeline: RowPipeline, settings: RegisterSettings,
    reader: RegisterReader, writer: RegisterWriter?
  ) {
    self.options = options
    self.source = source
    self.pipeline = pipeline
    self.settings = settings
    self.reader = reader
    self.writer = writer
    numberColumn = pipeline.columns.firstIndex { $0.path.field == .number }
    identityColumn =
      options.match.contains(.identity) ? pipeline.columns.firstIndex { $0.path.field == .identityNumber } : nil
  }

  func hasNumber(_ row: Int, of records: RecordBatch) -> Bool {
    numberColumn.map { records[column: $0, row: row].isPresent } ?? false
  }

  /// How many rows a customer may have; nil when it is one.
  var severalRows: SeveralRows? { source.severalRows(options) }
}
