import CustomerModel
import Differ
import RegisterStore
import Validation

extension EditSession {
  /// Fewer customers are edited one by one as quickly.
  private static let many = 64

  /// Sets fields of many customers, as ``edit(_:_:)`` does of each, in this order.
  ///
  /// - Throws: as ``edit(_:_:)``.
  func edit(_ customers: [Int64], _ assignments: FieldAssignments) throws {
    guard customers.count >= Self.many, let edit = assignments.uniform,
      var cards = try EditedCards(edit, judgedBy: assignments.validator, in: writer),
      try mayEditAll(by: assignments, first: customers[0])
    else {
      for id in customers {
        if let key = try writer.key(ofCustomer: id) { try self.edit(key, assignments) }
      }
      return
    }
    var edits = writer.uniformEdits(edit)
    var next = customers[...]
    while !next.isEmpty {
      for card in try cards.read(next.prefix(EditedCards.batchSize)) {
        if card.hasFindings, !card.change.fields.isEmpty {
          // Something is to be told of it, or refused.
          if let key = try writer.key(ofCustomer: card.id) { try self.edit(key, assignments) }
          continue
        }
        try refuse(assignments.problems, number: card.change.number)
        if card.change.fields.isEmpty {
          countUnchanged()
        } else {
          try edits.add(card.change, to: card.id)
          try note(card.change)
        }
      }
      try edits.flush()
      next = next.dropFirst(EditedCards.batchSize)
    }
  }

  /// Makes sure of the permissions that these values take, as far as they do not depend on the customer.
  ///
  /// - Returns: false when they do.
  /// - Throws: ``KundregError`` with status 77 when the first customer may not be edited.
  private func mayEditAll(by assignments: FieldAssignments, first: Int64) throws -> Bool {
    guard let key = try writer.key(ofCustomer: first) else { return false }
    if isRehearsal, isShown, try actor.sight(in: writer) != .all { return false }
    if assignments.speaksOfAssignment { try requireOnce(.assign, to: DeedTexts.assignCustomers) }
    guard assignments.speaksOfMoreThanAssignment else { return true }
    try requireEditing(key)
    return isGranted(.edit)
  }
}
