import CustomerModel
package import Documents
package import Rows

/// Lays out an accounting system's records as rows, so that the mapper reads them like a file's.
package enum RemoteRows {
  /// One row a record, its position the record's ordinal from 1; one cell a heading.
  ///
  /// A heading is a ``RemoteKey``: a key, or the path of a value inside, `Address.City`, `Contacts[0].Name`. Texts and numbers stand as they
  /// are, booleans as `true` and `false`, a list of such values as a set. `null` and an empty text are the same blank cell,
  /// because systems write either for no value; so is what lies within a `null`. A key that a record lacks is
  /// ``RowBatch/Cell/missing``: the record says nothing of it.
  package static func batch(_ objects: [JSONNode], header: [String]) -> RowBatch {
    var batch = RowBatch()
    let keys = header.map(RemoteKey.init)
    batch.cells.reserveCapacity(objects.count * header.count)
    batch.rows.reserveCapacity(objects.count)
    for (index, object) in objects.enumerated() {
      batch.rows.append(.init(firstCell: batch.cells.count, cellCount: header.count, position: index + 1))
      for key in keys {
        let value = key.value(in: object)
        let start = batch.arena.count
        if let value, append(value, to: &batch.arena) {
          if case .boolean = value {
            batch.oddCells.append(OddCell(cell: UInt32(truncatingIfNeeded: batch.cells.count), kind: .boolean))
          }
          batch.cells.append(.init(start: start, length: batch.arena.count - start))
        } else {
          batch.cells.append(.missing)
        }
      }
    }
    return batch
  }

  /// Appends a value's text; false for an object, or a list with other than plain values, which is no cell.
  private static func append(_ value: JSONNode, to arena: inout [UInt8]) -> Bool {
    switch value {
    case .null: break
    case .text(let text), .number(let text): arena += text.utf8
    case .boolean(let value): arena += (value ? "true" : "false").utf8
    case .array(let items):
      let texts = items.compactMap(\.scalarText)
      guard texts.count == items.count else { return false }
      for text in texts {
        arena += text.utf8
        arena.append(Field.setSeparator)
      }
    case .object: return false
    }
    return true
  }
}
