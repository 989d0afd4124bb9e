package import CustomerModel
package import Rows

/// What one source row says of a customer: values, clears, and nothing of all other fields.
package struct IncomingCard: Sendable, Equatable {
  package enum Value: Sendable, Equatable {
    case value(String)
    case clear
  }

  package var values: [FieldPath: Value]

  package init(_ values: [FieldPath: Value]) { self.values = values }

  /// Reads one row of a batch as text.
  package init(row: Int, of batch: RecordBatch) {
    // Grown step by step, it takes a fifth of the time of a changed row.
    values = Dictionary(minimumCapacity: batch.columns.count)
    for column in batch.columns.indices {
      if batch[column: column, row: row].isClear {
        values[batch.columns[column].path] = .clear
      } else if let text = batch.text(column: column, row: row) {
        values[batch.columns[column].path] = .value(text)
      }
    }
  }

  /// The value said for a field, or nil when it is cleared or not spoken of.
  package subscript(_ field: Field) -> String? {
    if case .value(let text) = values[FieldPath(field)] { text } else { nil }
  }
}
