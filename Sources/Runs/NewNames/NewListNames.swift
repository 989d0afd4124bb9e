import CustomerModel
import Rows

/// Finds the names that the register's lists get by a run that writes nothing: a dry run tells them too.
struct NewListNames {
  /// The new names of each list, in the order of their coming.
  private(set) var added: [ReferenceKind: [String]] = [:]
  private var known: [ReferenceKind: Set<String>]
  /// The columns whose values are names of lists, in the order in which cards have them.
  private let columns: [Int]
  /// The values of each of those columns that were looked at, so that text is made of each but once.
  private var noted: [ByteSet]

  init(known: [ReferenceKind: Set<String>], columns: [RecordColumn]) {
    self.known = known
    self.columns = columns.indices.filter { columns[$0].path.field.referenceKind != nil }
      .sorted { columns[$0].path < columns[$1].path }
    noted = self.columns.map { _ in ByteSet() }
  }

  /// Notes the names in a row that makes a new customer.
  mutating func note(_ row: Int, of records: RecordBatch) {
    for (place, column) in columns.enumerated() {
      let isNew = records.withBytes(column: column, row: row) { $0.isEmpty ? false : noted[place].insert($0) }
      guard isNew == true else { continue }
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
