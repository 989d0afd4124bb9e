import CustomerModel
import Differ
import RegisterStore
import Rows
import Validation

/// Rows of customers that the register does not have.
extension ImportSession {
  /// A row that no customer fits: a new customer, unless something is wrong with it.
  func settleNew(_ row: Int, of batch: ImportBatch, problems: [Problem]) throws {
    let records = batch.records
    let header = records.rows.rows[row]
    var problems = problems
    let number = scope.numberColumn.map { records[column: $0, row: row] } ?? .absent
    if number.isPresent {
      if let first = earlier.markNumber(of: row, in: records) {
        problems += telling.duplicateNumber(first, records, row)
      } else if earlier.mayLookAlike(row, in: records) {
        problems += try earlier.lookalike(of: row, in: records)
      }
    }
    // A row without a number of its own could mean the customer of any other row of its identity: nobody may guess.
    if let first = earlier.markIdentity(of: row, in: records, hasNumber: number.isPresent) {
      problems += telling.problem(
        .customerDuplicate(row: scope.source.place(of: first), number: nil), records, row)
    }
    if number.isPresent, hasCustomers, !scope.options.match.contains(.number),
      let text = scope.numberColumn.flatMap({ records.text(column: $0, row: row) }),
      try scope.reader.key(ofNumber: text) != nil
    {
      problems += telling.problem(.numberTaken, records, row)
    }
    if let reserved = earlier.reservedNumber(of: row, in: records) {
      problems += telling.problem(.numberReserved(number: reserved), records, row)
    }
    if !number.isPresent, generator != nil, let first = earlier.numberless.mark(header, in: records.rows) {
      problems += telling.problem(
        .customerDuplicate(row: scope.source.place(of: first), number: nil), records, row)
    }
    if let usersColumn, !problems.contains(where: { $0.severity == .reject }) {
      let users = records.text(column: usersColumn, row: row)
      problems += telling.problem(takenLogin: try earlier.logins.take(users, ofRow: header.position, in: scope.reader))
    }
    if problems.contains(where: { $0.severity == .reject }) {
      return try telling.reject(
        header, of: records, problems, owner: telling.owners.owner(row: row, of: records, problems))
    }
    if !number.isPresent, generator != nil { problems += continuationWarning(row, of: records) }
    let generated = number.isPresent ? nil : try generator?.generate()
    telling.counts.created += 1
    assumedTypes.note(row, of: records)
    if let changes {
      try changes.add(creation(IncomingCard(row: row, of: records), number: generated))
    } else if scope.writer == nil {
      // A dry run tells which names the lists would get, whether or not anybody looks at the changes.
      newNames.note(row, of: records)
    }
    if let id = try creator?.create(row: row, of: records, number: generated) {
      _ = earlier.seen.mark(customer: id, row: header.position)
      several?.current = (header.position, id)
      if several != nil { noteFirstRow(of: id, row: row, of: records) }
      if problems.isEmpty { remember(batch.digests[row], customer: id) }
      if generated != nil { earlier.numberless.remember(header, in: records.rows, customer: id) }
      try telling.warn(
        problems, position: header.position, of: telling.owners.owner(customer: id, row: row, of: records, problems))
    } else {
      try telling.warn(problems, position: header.position, of: telling.owners.owner(row: row, of: records, problems))
    }
  }

  private func creation(_ incoming: IncomingCard, number: String?) -> CustomerChange {
    var card = CardDiffer.newCard(incoming, settings: scope.settings)
    if let number { card[.number] = number }
    for path in card.paths { newNames.note(path.field, card[path]) }
    let fields = card.paths.map { FieldChange($0, old: nil, new: card[$0]) }
    return CustomerChange(number: card[.number] ?? "", action: .create, fields: fields)
  }
}
