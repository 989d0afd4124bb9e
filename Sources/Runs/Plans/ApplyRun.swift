import CustomerModel
import Differ
import Documents
import Foundation
import Readers
package import RegisterStore
import Rows
import Texts
import Validation

/// Does exactly what a plan says, or nothing; or, when asked, what of it still can be done.
package enum ApplyRun {
  /// - Parameter skipsStale: true to go on without the customers whose change no longer fits the register, which the outcome
  ///   names.
  /// - Throws: ``KundregError``: status 78 when the file is no plan, status 1 when it was made for another register, when a
  ///   custom field that it adds has become something else, or, unless they are skipped, when a customer it touches has changed
  ///   since, or one it makes has a deleted customer's number. Then the register is as before.
  package static func perform(
    plan path: String, on register: Register, as actor: ActingUser, skipsStale: Bool = false
  ) throws -> RunOutcome {
    let start = Date()
    let file = try InputFile(path: path)
    var changes = try JSONSlicer(file: file, arrayNamed: "changes")
    struct Head: Decodable {
      let format: String?
      let register: String?
      let source: String?
      let mapping: String?
      /// The custom fields to add, with their kinds; plans of older versions have none.
      let customFields: [String: String]?
    }
    guard let head = try? JSONDecoder().decode(Head.self, from: Data(changes.head)), head.format == PlanFile.form else {
      throw ChangeJSON.malformed(PlanTexts.isNoPlan(path, version: PlanFile.form))
    }
    let planned = try (head.customFields ?? [:]).sorted { $0.key < $1.key }.map { name, kind in
      guard let heading = CustomFieldHeading(name: name, kind: kind) else {
        throw ChangeJSON.malformed(PlanTexts.badKind(kind, of: name))
      }
      return heading.definition
    }
    return try register.write { writer in
      try actor.require(.administrator, in: writer, to: DeedTexts.applyPlan)
      guard try head.register == writer.identity() else {
        throw KundregError(.planOtherRegister, PlanTexts.otherRegister(path, register: register.path))
      }
      let run = try writer.begin(
        RunDescription(
          kind: .apply, source: head.source.map { "\($0) (\(path))" } ?? path, mapping: head.mapping, user: actor.name,
          start: start))
      try checkFields(planned, in: writer, plan: path)
      var customFields = try MissingCustomFields(writer, former: planned)
      for field in planned { try customFields.define(field.name, in: writer) }
      let reserved = try writer.reservedNumbers()
      var logins = CustomerLogins()
      var counts = RunRecord.Counts()
      var skipped: [SkippedChange] = []
      while let element = try changes.next() {
        let change = try ChangeJSON.change(element)
        if let hindrance = try hindrance(of: change, reserved, &logins, row: counts.rows, in: writer) {
          guard skipsStale else { throw hindrance.refusal(of: path) }
          if skipped.count < ShownLimits.skippedChanges { skipped.append(hindrance) }
          counts.rejected += 1
        } else {
          try customFields.define(for: change, in: writer)
          try writer.apply(change)
          counts.count(change.action)
        }
        counts.rows += 1
      }
      try writer.endRun(counts, report: report(customFields.defined, skipped, of: counts.rejected))
      return RunOutcome(
        run: run, source: path, isOfFile: true, counts: counts, left: [], skipped: skipped,
        skippedCount: counts.rejected,
        addedCustomFields: customFields.defined.map(\.name), seconds: Date().timeIntervalSince(start))
    }
  }
}

extension ApplyRun {
  /// What the register keeps of the run as its account; nil for nothing.
  private static func report(
    _ defined: [CustomFieldDefinition], _ skipped: [SkippedChange], of count: Int
  ) -> Text? {
    guard !(defined.isEmpty && skipped.isEmpty) else { return nil }
    func json(_ language: Language) -> String {
      // An undo of this run's undo reads there what the fields were.
      let fields = defined.isEmpty ? [] : ImportReport.members(defined)
      let others = skipped.isEmpty ? [] : SkippedChange.members(skipped, of: count, in: language)
      return JSONNode.object(fields + others).json
    }
    return Text(en: json(.english), sv: json(.swedish))
  }

  /// What keeps a change from being made; nil for nothing.
  private static func hindrance(
    of change: CustomerChange, _ reserved: Set<String>, _ logins: inout CustomerLogins, row: Int,
    in writer: RegisterWriter
  ) throws -> SkippedChange? {
    func skipped(_ code: ErrorCode, _ text: Text) -> SkippedChange {
      SkippedChange(number: change.number, code: code.name, text: text)
    }
    if case .stale(let staleness) = try writer.standing(of: change) {
      return skipped(.planStale, staleness.text(ofCustomer: change.number))
    }
    if change.action == .create, reserved.contains(change.number) {
      return skipped(.numberReserved, MatchFinding.reservedSentence(change.number))
    }
    guard let login = try takenLogin(change, &logins, row: row, in: writer) else { return nil }
    return skipped(
      .customerUserLoginTaken, PlanTexts.loginTaken(IdentityMask.masked(login), customer: change.number))
  }

  /// A login of the users that a change brings which somebody else has; nil when they have logins of their own.
  private static func takenLogin(
    _ change: CustomerChange, _ logins: inout CustomerLogins, row: Int, in writer: RegisterWriter
  ) throws -> String? {
    guard let users = change.fields.first(where: { $0.path.field == .customerUsers }) else { return nil }
    guard let key = try writer.key(ofNumber: change.number) else {
      return try logins.take(users.new, ofRow: UInt32(row), in: writer)
    }
    return try logins.take(users.new, instead: users.old, of: key.id, in: writer)
  }

  /// Values were planned for what a field was to be: in one that has become something else they would be wrong.
  private static func checkFields(
    _ planned: [CustomFieldDefinition], in writer: RegisterWriter, plan: String
  ) throws {
    for field in planned {
      guard let known = try writer.customFields().first(where: { $0.name == field.name }), known != field else {
        continue
      }
      throw KundregError(
        .planStale,
        PlanTexts.otherField(
          field.name, plan: plan, planned: CustomFieldHeading(field).kindText,
          now: known.isRemoved ? nil : CustomFieldHeading(known).kindText))
    }
  }
}
