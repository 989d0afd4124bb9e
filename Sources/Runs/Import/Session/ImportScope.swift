import CustomerModel
import Differ
import Mapping
import RegisterStore
import Rows

/// The context of one import: what all its parts share and none changes.
final class ImportScope {
  let options: ImportOptions
  let source: ImportSource
  let pipeline: RowPipeline
  let settings: RegisterSettings
  let reader: RegisterReader
  /// Nil in a dry run.
  let writer: RegisterWriter?
  /// Of everything that decides what becomes of a row.
  let fingerprint: [UInt8]
  /// The column of the customer number.
  let numberColumn: Int?
  /// The column of the identity number, when rows are matched by it.
  let identityColumn: Int?
  /// True when new customers without a number get one of the register's series.
  let givesNumbers: Bool
  /// How many rows a customer may have; nil when it is one.
  let severalRows: SeveralRows?
  /// True when a row may mean a customer that is there: the register has some, or gets them from the rows before.
  let meetsCustomers: Bool

  init(
    options: ImportOptions, source: ImportSource, pipeline: RowPipeline, settings: RegisterSettings,
    reader: RegisterReader, writer: RegisterWriter?, fingerprint: [UInt8]
  ) throws {
    self.options = options
    self.source = source
    self.pipeline = pipeline
    self.settings = settings
    self.reader = reader
    self.writer = writer
    self.fingerprint = fingerprint
    numberColumn = pipeline.columns.firstIndex { $0.path.field == .number }
    identityColumn =
      options.match.contains(.identity) ? pipeline.columns.firstIndex { $0.path.field == .identityNumber } : nil
    givesNumbers = settings.isOn(.generateNumber)
    severalRows = source.severalRows(options)
    meetsCustomers = try severalRows != nil || reader.hasCustomers()
  }

  /// True when a blank cell clears its field.
  var clearsBlanks: Bool { (options.empty ?? source.mapping.empty) == .clear }

  /// The source columns that fill a field.
  private(set) lazy var filling = Set(pipeline.columns.flatMap(\.sources))

  func hasNumber(_ row: Int, of records: RecordBatch) -> Bool {
    numberColumn.map { records[column: $0, row: row].isPresent } ?? false
  }
}
