import CustomerModel
package import Differ
import Documents
import Foundation
import Readers
package import RegisterStore
import Rows
import Validation

/// Does exactly what a plan says, or nothing.
package enum ApplyRun {
  /// - Throws: ``KundregError``: status 78 when the file is no plan, status 1 when it was made for another register or a
  ///   customer it touches has changed since, or one it makes has a deleted customer's number. Then the register is as
  ///   before.
  package static func perform(plan path: String, on register: Register, as actor: ActingUser) throws -> RunOutcome {
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
      throw ChangeJSON.malformed("\(path) is no plan of this version (\(PlanFile.form))")
    }
    let planned = try (head.customFields ?? [:]).sorted { $0.key < $1.key }.map { name, kind in
      guard let heading = CustomFieldHeading(name: name, kind: kind) else {
        throw ChangeJSON.malformed("the custom field \(name) cannot be \"\(kind)\"")
      }
      return heading.definition
    }
    return try register.write { writer in
      try actor.require(.administrator, in: writer, to: "apply a plan")
      guard try head.register == writer.identity() else {
        throw KundregError(
          .failed, code: "plan.otherRegister",
          "\(path) was made for another register. Nothing was written: make the plan on \(register.path).")
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
      while let element = try changes.next() {
        let change = try ChangeJSON.change(element)
        if change.action == .create, reserved.contains(change.number) {
          throw KundregError(
            .failed, code: "number.reserved",
            "\(path): \(MatchFinding.reservedSentence(change.number)) Nothing was written: make the plan again.")
        }
        try check(change, &logins, row: counts.rows, in: writer, plan: path)
        try customFields.define(for: change, in: writer)
        try writer.apply(change)
        counts.count(change.action)
        counts.rows += 1
      }
      // An undo of this run's undo reads there what the fields were.
      let report = customFields.defined.isEmpty ? nil : JSONNode.object(ImportReport.members(customFields.defined))
      try writer.endRun(counts, report: report.map { String(decoding: $0.bytes(), as: UTF8.self) })
      return RunOutcome(
        run: run, source: path, isOfFile: true, counts: counts, left: [],
        addedCustomFields: customFields.defined.map(\.name), seconds: Date().timeIntervalSince(start))
    }
  }
}

extension ApplyRun {
  /// Makes sure that the users which a change brings have logins of their own.
  private static func check(
    _ change: CustomerChange, _ logins: inout CustomerLogins, row: Int, in writer: RegisterWriter, plan: String
  ) throws {
    guard let users = change.fields.first(where: { $0.path.field == .customerUsers }) else { return }
    let login =
      if let key = try writer.key(ofNumber: change.number) {
        try logins.take(users.new, instead: users.old, of: key.id, in: writer)
      } else {
        try logins.take(users.new, ofRow: UInt32(row), in: writer)
      }
    guard let login else { return }
    throw KundregError(
      .failed, code: "customerUser.loginTaken",
      "\(plan): the login \(IdentityMask.masked(login)), planned for customer \(change.number), belongs to a user of another "
        + "customer by now. Nothing was written: make the plan again.")
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
        .failed, code: "plan.stale",
        "\(plan) adds the custom field \(field.name) as \(CustomFieldHeading(field).kindText), but the register has it by now"
          + "\(known.isRemoved ? ", removed" : " as \(CustomFieldHeading(known).kindText)"). Nothing was written: make the "
          + "plan again.")
    }
  }
}

/// What a run that reads no rows did.
package struct RunOutcome: Sendable {
  package let run: Int
  package let source: String
  /// True when the source is a file's name.
  package let isOfFile: Bool
  package let counts: RunRecord.Counts
  /// Fields that an undo left, since they or what they must agree with changed again.
  package let left: [InverseChange.Left]
  /// Custom fields that a plan brought, or that an undo brought back.
  package let addedCustomFields: [String]
  package let seconds: Double
}
