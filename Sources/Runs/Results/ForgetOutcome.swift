package import CustomerModel
package import Documents
package import RegisterStore
package import Texts

/// What a forgetting removed, what it could not, and what is left for a person to remove.
package struct ForgetOutcome: RunResult {
  package let run: Int
  /// Their ids, which say nothing of the person.
  package let customers: [Int64]
  /// The numbers of those among them that were merged into the one that was named.
  package let merged: [String]
  package let deletedDocuments: Int
  /// Whether the register's file still has traces of what was removed.
  package let erasure: Register.Erasure
  /// What is left elsewhere, in full: doors get ``left``.
  let rest: Rest
  /// What was to be done besides and was not.
  package let shortcomings: [ResultNote]

  init(run: Int, customers: [Int64], merged: [String], deletedDocuments: Int, erasure: Register.Erasure, _ rest: Rest) {
    self.run = run
    self.customers = customers
    self.merged = merged.map(IdentityMask.maskedNumber)
    self.deletedDocuments = deletedDocuments
    self.erasure = erasure
    self.rest = rest
    let files = rest.undeletedFiles
    let undeleted = files.isEmpty ? [] : [ResultNote(ForgetTexts.undeleted(files), paths: files)]
    switch erasure {
    case .done: shortcomings = undeleted
    case .inUse: shortcomings = undeleted + [ResultNote(ForgetTexts.inUse, remedies: [.copyRegister])]
    case .failed(let reason):
      shortcomings = undeleted + [ResultNote(ForgetTexts.traces(reason), remedies: [.copyRegister])]
    }
  }

  /// What is left of a person elsewhere.
  struct Rest: Sendable {
    /// The numbers of customers that took the person's data when the one that was named was merged into them: they stay.
    let mergedInto: [String]
    /// The records in accounting systems that still hold the person.
    let remoteRecords: [(system: String, number: String)]
    /// Contact persons of other customers that are likely the person: they stay.
    let contacts: [ContactElsewhere]
    /// Files with data of the person that were to be deleted and could not be: documents, and the one that searches read.
    let undeletedFiles: [String]
    /// Rejects files that runs wrote, which may hold the person's rows, and are still there.
    let rejectsFiles: [String]
    /// Saved searches that look for the person.
    let savedFilters: [String]

    var notes: [ResultNote] {
      mergedInto.map {
        ResultNote(
          ForgetTexts.mergedInto($0), remedies: [.forgetCustomer(number: IdentityMask.maskedNumber($0))])
      }
        + remoteRecords.map { ResultNote(ForgetTexts.remote($0.number, in: $0.system)) }
        + contacts.map { contact in
          let fields = contact.details.map(\.path.description)
          return ResultNote(
            ForgetTexts.contact(contact),
            remedies: [.clearFields(fields, number: IdentityMask.maskedNumber(contact.number))])
        }
        + undeletedFiles.map { ResultNote(ForgetTexts.undeleted($0), paths: [$0]) }
        + rejectsFiles.map { ResultNote(ForgetTexts.rejects($0), paths: [$0]) }
        + savedFilters.map { ResultNote(ForgetTexts.filter($0)) }
        + [ResultNote(ForgetTexts.otherFiles)]
    }
  }

  /// What this program does not remove: data of other customers and systems, and files that it does not know.
  package var left: [ResultNote] { rest.notes }

  package var needsAttention: Bool { !shortcomings.isEmpty }

  /// Why a door says that it did not go through: another program has the register open, and nothing else is amiss.
  package var failure: KundregError? {
    guard erasure == .inUse, rest.undeletedFiles.isEmpty, let shortcoming = shortcomings.first else { return nil }
    return KundregError(.forgetTraces, shortcoming.text, remedies: shortcoming.remedies)
  }

  package func node(_ worded: (Remedy) -> Text?) -> JSONNode {
    .object(
      [
        .init(key: "run", value: .count(run)),
        .init(key: "customers", value: .array(customers.map { .number(String($0)) })),
        .init(key: "deletedDocuments", value: .count(deletedDocuments)),
        .init(key: "erased", value: .boolean(erasure == .done)),
        .init(key: "shortcomings", value: .array(shortcomings.map { $0.told(worded) })),
        .init(key: "left", value: .array(left.map { $0.told(worded) })),
      ] + Remedy.members((left + shortcomings).flatMap(\.remedies)))
  }
}
