import CustomerModel
import Differ
import Foundation
package import RegisterStore
import Validation

/// Takes back one run, itself as a run.
package enum UndoRun {
  /// Reverts everything that a run did and that still is as it left it; what changed again since is left and named.
  ///
  /// - Parameter number: takes back only what the run did to the customer who has this number, or had it: of several, to the one
  ///   that the run touched.
  /// - Throws: ``KundregError`` with status 1 when there is no such run, when it did nothing to the customer, or when what it
  ///   did cannot be taken back in part; then the register is as before.
  package static func perform(
    _ id: Int, ofCustomer number: String? = nil, on register: Register, as actor: ActingUser
  ) throws -> RunOutcome {
    let start = Date()
    return try register.write { writer in
      try actor.require(.administrator, in: writer, to: "undo a run")
      guard let record = try writer.run(id) else {
        throw KundregError(
          .failed, code: "run.unknown", "There is no run \(id). `kundreg runs` lists them.")
      }
      let customer = try number.map { try self.customer($0, touchedBy: record, in: writer) }
      let run = try writer.begin(
        RunDescription(
          kind: .undo, source: "run \(id)" + (number.map { ", customer \($0)" } ?? ""), user: actor.name,
          reverts: customer == nil ? id : nil, revertsPart: customer == nil ? nil : id, start: start))
      let former = try customFieldsToBringBack(record, writer)
      var undo = Undo(
        writer: writer, run: id, customer: customer, bound: BoundFields(settings: try writer.settings()),
        customFields: try MissingCustomFields(writer, former: former))
      try undo.takeBackRecordedChanges()
      try undo.takeBackCreations()
      if customer == nil {
        try undo.nameForgotten()
        for field in former { try undo.customFields.define(field.name, in: writer) }
      }
      let moved = try MovedLinks.takeBack(record, in: writer)
      try writer.settleInvitations(ofRun: id)
      try writer.removeUnusedReferencesOfUndoneRuns()
      try writer.endRun(undo.counts, report: moved?.json)
      return RunOutcome(
        run: run, source: record.source, isOfFile: record.isOfFile, counts: undo.counts, left: undo.left,
        addedCustomFields: undo.customFields.defined.map(\.name), seconds: Date().timeIntervalSince(start))
    }
  }

  /// The customer whose part of a run is to be taken back.
  private static func customer(_ number: String, touchedBy run: RunRecord, in writer: RegisterWriter) throws -> Int64 {
    guard try !MovedLinks.isFound(in: run) && !writer.isMerge(run.id) else {
      throw KundregError(
        .failed, code: "undo.wholeOnly",
        "Run \(run.id) made one customer of two, so that it is taken back as a whole or not at all: kundreg undo \(run.id)"
      )
    }
    let holders = try writer.customers(everNumbered: number)
    guard !holders.isEmpty else { throw KundregError.unknownCustomer(number, mayBeDeleted: true) }
    let touched = try holders.first {
      try writer.isCreated($0, byRun: run.id) || !writer.changes(ofRun: run.id, customer: $0).isEmpty
    }
    guard let customer = touched else {
      throw KundregError(
        .failed, code: "undo.untouched",
        "Run \(run.id) did nothing to customer \(number). `kundreg customer history \(number)` shows which runs did.")
    }
    return customer
  }

  /// The custom fields, used or not, that an import had added whose undo is undone.
  private static func customFieldsToBringBack(
    _ record: RunRecord, _ writer: RegisterWriter
  ) throws -> [CustomFieldDefinition] {
    var undone: RunRecord? = record
    while let undo = undone, undo.kind == .undo, let reverted = try undo.reverts.flatMap(writer.run) {
      guard reverted.kind == .undo else { return try reverted.addedCustomFields() }
      // Two undos in a row cancel each other.
      undone = try reverted.reverts.flatMap(writer.run)
    }
    return []
  }

  /// The work of one undo.
  private struct Undo {
    let writer: RegisterWriter
    let run: Int
    /// Nil for all customers.
    let customer: Int64?
    let bound: BoundFields
    var customFields: MissingCustomFields
    var counts = RunRecord.Counts()
    var left: [InverseChange.Left] = []

    private func recordedChanges() throws -> [RecordedChange] {
      guard let customer else { return try writer.changes(ofRun: run) }
      return try writer.changes(ofRun: run, customer: customer)
    }

    private func creations() throws -> [Int64] {
      guard let customer else { return try writer.customersCreated(byRun: run) }
      return try writer.isCreated(customer, byRun: run) ? [customer] : []
    }

    /// Updates, inactivations, deletions, and creations that were written down, the latest first.
    mutating func takeBackRecordedChanges() throws {
      var byCustomer: [Int64: [RecordedChange]] = [:]
      var order: [Int64] = []
      for change in try recordedChanges() {
        if byCustomer[change.customer] == nil { order.append(change.customer) }
        byCustomer[change.customer, default: []].append(change)
      }
      // What a run changed on customers of its own making goes with them.
      let created = Set(try creations())
      for customer in order.reversed() where try !created.contains(customer) && !writer.isForgotten(customer) {
        let changes = byCustomer[customer]!
        guard let present = try writer.present(customer: customer) else {
          try takeBackDeletion(of: customer, changes)
          continue
        }
        if changes.contains(where: { $0.action == .create }) {
          let created = CustomerCard(
            Dictionary(changes.flatMap(\.fields).compactMap { field in field.new.map { (field.path, $0) } }) { $1 })
          try takeBackCreation(of: present, created)
          continue
        }
        let key = present.key
        try apply(
          InverseChange.ofUpdate(
            changes.flatMap(\.fields), on: present.card, number: key.number, revision: key.revision), to: present)
      }
    }

    /// Creations that only the customers themselves tell of.
    mutating func takeBackCreations() throws {
      for customer in try creations().reversed() {
        guard let present = try writer.present(customer: customer) else { continue }
        let created = try writer.card(present.card, ofCustomer: customer, takenBackToRun: run)
        try takeBackCreation(of: present, created)
      }
    }

    /// Names the customers whose data was removed for good: nothing of them comes back.
    mutating func nameForgotten() throws {
      left += try writer.forgottenCustomers(touchedByRun: run).map { customer in
        InverseChange.Left(number: "(forgotten \(customer))", path: FieldPath(.number), expected: nil, found: nil)
      }
    }

    private mutating func takeBackCreation(of customer: RegisterReader.Present, _ created: CustomerCard) throws {
      let key = customer.key
      try apply(
        InverseChange.ofCreation(created, on: customer.card, number: key.number, revision: key.revision), to: customer)
    }

    private mutating func takeBackDeletion(of customer: Int64, _ changes: [RecordedChange]) throws {
      guard let deletion = changes.last(where: { $0.action == .delete }) else {
        // Deleted since: what the run created is gone as it should be, what it changed cannot be changed back.
        if let change = changes.first(where: { $0.action != .create }) {
          left.append(
            InverseChange.Left(
              number: change.number, path: FieldPath(.number), expected: change.number, found: nil))
        }
        return
      }
      let fields = deletion.fields.map { FieldChange($0.path, old: nil, new: $0.old) }
      if let taken = try writer.key(ofNumber: deletion.number) {
        left.append(
          InverseChange.Left(
            number: taken.number, path: FieldPath(.number), expected: nil, found: taken.number))
        return
      }
      let creation = CustomerChange(number: deletion.number, action: .create, fields: fields)
      try customFields.define(for: creation, in: writer)
      try writer.apply(creation, id: customer)
      counts.created += 1
    }

    private mutating func apply(
      _ inverse: (change: CustomerChange?, left: [InverseChange.Left]), to customer: RegisterReader.Present
    ) throws {
      left += inverse.left
      guard let planned = inverse.change, let free = try withFreeNumber(planned),
        let change = leavingWhatIsBound(free, on: customer.card)
      else { return }
      try customFields.define(for: change, in: writer)
      try writer.apply(change, to: customer)
      counts.count(change.action)
    }

    /// The change without what cannot go back since something else of the customer changed meanwhile, which is named: a
    /// customer that has got another country's number cannot lose its country. Nil when that was all.
    private mutating func leavingWhatIsBound(_ change: CustomerChange, on card: CustomerCard) -> CustomerChange? {
      guard change.action != .delete, change.fields.contains(where: { BoundFields.all.contains($0.path.field) }) else {
        return change
      }
      var fields = change.fields
      // What is left may be at odds with what still goes back: at most once for each field.
      while true {
        let atOdds = bound.atOdds(on: CardDiffer.card(card, applying: fields))
        let back = fields.filter { !atOdds.contains($0.path.field) }
        guard back.count < fields.count else { break }
        left += fields.filter { atOdds.contains($0.path.field) }.map {
          InverseChange.Left(number: change.number, path: $0.path, expected: $0.old, found: $0.old)
        }
        fields = back
      }
      guard fields.count < change.fields.count else { return change }
      return fields.isEmpty
        ? nil
        : CustomerChange(
          number: change.number, action: CustomerChange.action(of: fields), revision: change.revision, fields: fields)
    }

    /// The change without a number that another customer has taken meanwhile, which is named; nil when that was all.
    private mutating func withFreeNumber(_ change: CustomerChange) throws -> CustomerChange? {
      guard change.action != .delete, let number = change.fields.first(where: { $0.path.field == .number })?.new,
        let taken = try writer.key(ofNumber: number)
      else { return change }
      left.append(
        InverseChange.Left(number: change.number, path: FieldPath(.number), expected: nil, found: taken.number))
      let fields = change.fields.filter { $0.path.field != .number }
      return fields.isEmpty
        ? nil
        : CustomerChange(number: change.number, action: change.action, revision: change.revision, fields: fields)
    }
  }
}
