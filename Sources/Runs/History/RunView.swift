import CustomerModel
import Differ
package import RegisterStore

/// One run with its report and what it changed, as people and programs are shown it: personal identity numbers are masked.
package struct RunView {
  package let run: ShownRun
  /// The account that the run left; nil when it left none.
  package let report: KeptReport?
  /// What the run came to, as it was told when it was done.
  package let outcome: Outcome
  package let changes: [ShownChange]

  package enum Outcome {
    /// - Parameter list: the list that the rows were records of; nil for customers.
    case ofImport(ImportOutcome, list: String?)
    /// - Parameter isWhole: false for a sync of an earlier version, of which nothing is kept of what it fetched.
    case ofSync(SyncOutcome, isWhole: Bool)
    case other(RunOutcome)
  }

  /// True when an undo would find something, none has been done, and whoever asks may do one.
  package let canBeTakenBack: Bool

  /// - Throws: ``KundregError`` `run.unknown`, and with status 77 for whom may not see the runs.
  package init(_ id: Int, in register: RegisterReader, as actor: ActingUser) throws {
    let record = try RunView.record(id, in: register, as: actor)
    run = ShownRun(record)
    report = record.report.map(KeptReport.init)
    outcome = Self.outcome(of: record, report)
    let recorded = try register.changes(ofRun: id)
    changes = recorded.map(ShownChange.init)
    canBeTakenBack =
      try record.revertedBy == nil && actor.canTakeBackRuns(in: register)
      && Self.isSomethingLeft(recorded, ofRun: id, in: register)
  }

  /// True when a customer that the run created or changed is still there, or one that it deleted may come back. Nothing of those
  /// who were forgotten does, also not by an undo of the run that forgot them.
  private static func isSomethingLeft(
    _ changes: [RecordedChange], ofRun id: Int, in register: RegisterReader
  ) throws -> Bool {
    if try !register.customersCreated(byRun: id).isEmpty { return true }
    return try changes.contains { change in
      if try register.key(ofCustomer: change.customer) != nil { return true }
      return try change.action == .delete && !register.isForgotten(change.customer)
    }
  }

  static func record(_ id: Int, in register: RegisterReader, as actor: ActingUser) throws -> RunRecord {
    try actor.require(.view, in: register, to: DeedTexts.seeRuns)
    guard let record = try register.run(id) else { throw KundregError.unknownRun(id) }
    return record
  }

  private static func outcome(of run: RunRecord, _ report: KeptReport?) -> Outcome {
    let node = report?.node
    switch (run.kind, node) {
    case (.import, let node?) where node["format"] != nil:
      let list = run.mapping.flatMap { try? RecordTarget(name: $0) }?.name
      return .ofImport(ImportOutcome(run, node), list: list)
    case (.pull, let node?): return .ofSync(SyncOutcome(run, node), isWhole: node["pulled"] != nil)
    default: return .other(RunOutcome(run, node))
    }
  }
}
