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
    let created = try register.read { try $0.run(id)?.counts.created ?? 0 }
    let work = { (writer: RegisterWriter) throws -> RunOutcome in
      try actor.require(.administrator, in: writer, to: DeedTexts.undoRun)
      guard let record = try writer.run(id) else {
        throw KundregError.unknownRun(id)
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
      try writer.endRun(undo.counts, report: moved?.report)
      return RunOutcome(
        run: run, source: record.source, isOfFile: record.isOfFile, counts: undo.counts, left: undo.left,
        addedCustomFields: undo.customFields.defined.map(\.name), seconds: Date().timeIntervalSince(start))
    }
    return try number == nil && created >= manyCreated ? register.removeMany(work) : register.write(work)
  }

  /// From how many customers on it is worth taking care of what refers to them.
  private static let manyCreated = 1000

  /// The customer whose part of a run is to be taken back.
  private static func customer(_ number: String, touchedBy run: RunRecord, in writer: RegisterWriter) throws -> Int64 {
    guard try !MovedLinks.isFound(in: run) && !writer.isMerge(run.id) else {
      throw KundregError(.undoWholeOnly, UndoTexts.mergesAreWhole(run: run.id), remedies: [.undo(run: run.id)])
    }
    let holders = try writer.customers(everNumbered: number)
    guard !holders.isEmpty else { throw KundregError.unknownCustomer(number, mayBeDeleted: true) }
    let touched = try holders.first {
      try writer.isCreated($0, byRun: run.id) || !writer.changes(ofRun: run.id, customer: $0).isEmpty
    }
    guard let customer = touched else {
      throw KundregError(
        .undoUntouched, UndoTexts.untouched(run: run.id, number: number), remedies: [.showHistory(number: number)])
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
}
