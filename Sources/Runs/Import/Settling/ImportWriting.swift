import CustomerModel
import Differ
import RegisterStore
import Rows

/// What an import makes of the register: changes, written where the run writes and passed on where somebody looks, and what is
/// remembered of rows.
final class ImportWriting {
  private let scope: ImportScope
  private let changes: (any ChangeSink)?
  /// Nil in a dry run.
  private var creator: BatchCreator?
  /// Nil where no row is remembered.
  private var digests: RowDigests?
  private var newNames: NewListNames

  /// - Parameter known: the names that the register's lists hold.
  init(_ scope: ImportScope, known: [ReferenceKind: Set<String>], changes: (any ChangeSink)?) throws {
    self.scope = scope
    let isOneRow = scope.severalRows == nil
    self.changes = isOneRow ? changes : changes.map { GatheredChanges($0, reader: scope.reader) }
    creator = try scope.writer.map {
      try BatchCreator($0, columns: scope.pipeline.columns, settings: scope.settings)
    }
    // A digest tells nothing of the other rows of a customer.
    digests = isOneRow ? try scope.writer?.digests(fingerprint: scope.fingerprint) : nil
    newNames = NewListNames(known: known, columns: scope.pipeline.columns)
  }

  /// The names that the register's lists got, or would get.
  var addedReferences: [ReferenceKind: [String]] { scope.writer?.addedReferences ?? newNames.added }

  /// Makes a row a customer, once ``flush(_:)`` is called. Returns its id; nil in a dry run.
  ///
  /// - Parameter number: that of the register's series; nil for a row that has its own.
  func create(_ row: Int, of records: RecordBatch, number: String?) throws -> Int64? {
    if let changes {
      try changes.add(creation(IncomingCard(row: row, of: records), number: number))
    } else if scope.writer == nil {
      // A dry run tells which names the lists would get, whether or not anybody looks at the changes.
      newNames.note(row, of: records)
    }
    return try creator?.create(row: row, of: records, number: number)
  }

  private func creation(_ incoming: IncomingCard, number: String?) -> CustomerChange {
    var card = CardDiffer.newCard(incoming, settings: scope.settings)
    if let number { card[.number] = number }
    for path in card.paths { newNames.note(path.field, card[path]) }
    let fields = card.paths.map { FieldChange($0, old: nil, new: card[$0]) }
    return CustomerChange(number: card[.number] ?? "", action: .create, fields: fields)
  }

  func apply(_ change: CustomerChange, to customer: RegisterReader.Present) throws {
    try changes?.add(change)
    try scope.writer?.apply(change, to: customer)
    for field in change.fields { newNames.note(field.path.field, field.new) }
  }

  /// Makes a customer inactive that has no row.
  func inactivate(_ customer: RegisterReader.Key) throws {
    let fields = [FieldChange(FieldPath(.active), old: "1", new: "0")]
    let change = CustomerChange(
      number: customer.number, action: .inactivate, revision: customer.revision, fields: fields)
    try changes?.add(change)
    try scope.writer?.apply(change)
  }

  /// Remembers which customer a row was taken for, once ``flush(_:)`` is called.
  func remember(_ digest: RowDigest, customer: Int64) {
    if digest != .none { digests?.remember(digest, customer: customer) }
  }

  func flush(_ records: RecordBatch) throws {
    try creator?.flush(records)
    try digests?.flush()
  }

  /// Passes on what was gathered of customers with several rows.
  func finish() throws { try (changes as? GatheredChanges)?.finish() }
}
