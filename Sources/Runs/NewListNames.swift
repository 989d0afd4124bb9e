import CustomerModel
import Rows

/// Finds the names that the register's lists get by a run that writes nothing: a dry run tells them too.
struct NewListNames {
  /// The new names of each list, in the order of their coming.
  private(set) var added: [ReferenceKind: [String]] = [:]
  private var known: [ReferenceKind: Set<String>]
  /// The columns whose values are names of lists, in the order in which cards have them.
  private let columns: [Int]
  /// Values of those columns that were looked at, so that text is made of each but once.
  private var noted: Set<RowDigest> = []
  private let seed: UInt64

  init(known: [ReferenceKind: Set<String>], columns: [RecordColumn], seed: UInt64) {
    self.known = known
    self.columns = columns.indices.filter { columns[$0].path.field.referenceKind != nil }
      .sorted { columns[$0].path < columns[$1].path }
    self.seed = seed
  }

  /// Notes the names in a row that makes a new customer.
  mutating func note(_ row: Int, of records: RecordBatch) {
    for column in columns {
      let value = records[column: column, row: row]
      guard value.isPresent, value.length > 0 else { continue }
      let digest = records.rows.arena.withUnsafeBytes { arena in
        var hasher = RowDigest.Hasher(seed: seed &+ UInt64(column))
        hasher.combine(UnsafeRawBufferPointer(rebasing: arena[value.range]))
        return hasher.finish()
      }
      guard noted.insert(digest).inserted else { continue }
      note(records.columns[column].path.field, records.text(column: column, row: row))
    }
  }

  /// Notes the names in one value.
  mutating func note(_ field: Field, _ canonical: String?) {
    guard let kind = field.referenceKind, let canonical else { return }
    for name in field.isSet ? CustomerCard.names(inSet: canonical) : [canonical] {
      if known[kind, default: []].insert(name).inserted { added[kind, default: []].append(name) }
    }
  }
}
